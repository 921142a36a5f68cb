#include "searcher/facets.hpp"

#include <algorithm>

#include "store/terms.hpp"
#include "store/work.hpp"

namespace izde::searcher {

std::string volume_name(const Xapian::Document& document) {
    std::string name = document.get_value(store::kVolumeSlot);
    if (name.empty()) return name;
    const std::size_t between = std::min(name.find('\x1F'), name.size());
    const bool has_both = between > 0 && between + 1 < name.size();
    if (between < name.size()) name.replace(between, 1, has_both ? ", " : "");
    const std::string year = document.get_value(store::kYearSlot);
    return year.empty() || name.find(year) != std::string::npos ? name : name + ", " + year;
}

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
    const auto count_each = [&](const char* name, Xapian::valueno slot) {
        const std::string values = document.get_value(slot);
        for (std::size_t begin = 0; begin < values.size();) {
            const std::size_t end = std::min(values.find('\x1F', begin), values.size());
            if (end > begin) count(name, values.substr(begin, end - begin));
            begin = end + 1;
        }
    };
    count_each("author", store::kAuthorsSlot);
    count_each("cites", store::kCitedActsSlot);
    if (std::string volume = volume_name(document); !volume.empty()) count("volume", std::move(volume));
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
