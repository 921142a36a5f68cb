#include "searcher/document_values.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace izde::searcher {

std::vector<std::string> values_of(const Xapian::Database& database, Xapian::valueno slot,
                                   const std::vector<Xapian::docid>& documents) {
    std::vector<std::size_t> order(documents.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t number) { return documents[number]; });
    std::vector<std::string> values(documents.size());
    auto value = database.valuestream_begin(slot);
    const auto end = database.valuestream_end(slot);
    for (const std::size_t number : order) {
        if (value == end) break;
        value.skip_to(documents[number]);
        if (value != end && value.get_docid() == documents[number]) values[number] = *value;
    }
    return values;
}

}  // namespace izde::searcher
