#include "searcher/facets.hpp"

#include <algorithm>

#include "store/terms.hpp"
#include "store/work.hpp"

namespace izde::searcher {

void FacetSpy::operator()(const Xapian::Document& document, double /*weight*/) {
    const auto count = [&](const char* name, std::string value) { ++counted_[name][std::move(value)]; };
    const std::string language = document.get_value(store::kLanguageSlot);
    if (language.size() == 2) {
        const auto code = static_cast<store::Language>(language[0]);
        if (language[1] != 0) {
            count("language", "mixed");
        } else if (code != store::Language::unknown) {
            count("language", std::string(analyzers::code_of(code)));
        }
    }
    if (const std::string kind = document.get_value(store::kKindSlot); !kind.empty())
        count("kind", std::string(store::name_of(static_cast<store::WorkKind>(kind[0]))));
    if (std::string year = document.get_value(store::kYearSlot); !year.empty())
        count("year", std::move(year));
    const std::string authors = document.get_value(store::kAuthorsSlot);
    for (std::size_t begin = 0; begin < authors.size();) {
        const std::size_t end = std::min(authors.find('\x1F', begin), authors.size());
        if (end > begin) count("author", authors.substr(begin, end - begin));
        begin = end + 1;
    }
    count("file", document.get_value(store::kPathSlot));
}

std::map<std::string, FacetCounts> FacetSpy::counts(std::size_t limit) const {
    std::map<std::string, FacetCounts> result;
    for (const auto& [name, values] : counted_) {
        FacetCounts& sorted = result[name];
        sorted.assign(values.begin(), values.end());
        std::ranges::stable_sort(sorted, std::ranges::greater(), &FacetCounts::value_type::second);
        if (sorted.size() > limit) sorted.resize(limit);
    }
    return result;
}

}  // namespace izde::searcher
