// Any text parses to a query that prints and parses to itself, and that has a plan; or is a QueryError in the
// text.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "searcher/planner.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const izde::analyzers::Analyzer analyzer;
    static const Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        const izde::searcher::Query query = izde::searcher::parse_query(text);
        izde::searcher::plan_query(query, analyzer, database, {});
        const std::string printed = to_string(query);
        if (to_string(izde::searcher::parse_query(printed)) != printed) std::abort();
    } catch (const izde::searcher::QueryError& error) {
        if (error.position() > text.size()) std::abort();
    }
    return 0;
}
