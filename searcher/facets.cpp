#include "searcher/facets.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "searcher/document_values.hpp"
#include "store/terms.hpp"
#include "store/work.hpp"

namespace izde::searcher {
namespace {

constexpr char kBetweenValues = '\x1F';

std::string language_name(const std::string& value) {
    if (value.size() != 2) return {};
    if (value[1] != 0) return "mixed";
    const store::Language language = store::language_of(value);
    return language == store::Language::unknown ? std::string() : std::string(analyzers::code_of(language));
}

std::string kind_name(const std::string& value) {
    return value.empty() ? std::string()
                         : std::string(store::name_of(static_cast<store::WorkKind>(value.front())));
}

/// The volume that a work stands in, as «Вестник права, № 3, 2016» with what is known of it; "" where neither
/// name nor number is.
std::string volume_name(std::string name, const std::string& year) {
    if (name.empty()) return name;
    const std::size_t between = std::min(name.find(kBetweenValues), name.size());
    const bool has_both = between > 0 && between + 1 < name.size();
    if (between < name.size()) name.replace(between, 1, has_both ? ", " : "");
    return year.empty() || name.find(year) != std::string::npos ? name : name + ", " + year;
}

template <typename Name>
std::vector<std::string> named(std::vector<std::string> values, Name&& name_of) {
    for (std::string& value : values) value = name_of(value);
    return values;
}

}  // namespace

FacetColumns::FacetColumns(const Xapian::Database& database, std::vector<Xapian::docid> documents) {
    std::ranges::sort(documents);
    row_of_.resize(documents.empty() ? 0 : std::size_t{documents.back()} + 1);
    for (std::size_t row = 0; row < documents.size(); ++row)
        row_of_[documents[row]] = static_cast<std::uint32_t>(row);
    const auto values = [&](Xapian::valueno slot) { return values_of(database, slot, documents); };
    const std::vector<std::string> years = values(store::kYearSlot);
    std::vector<std::string> volumes = values(store::kVolumeSlot);
    for (std::size_t row = 0; row < volumes.size(); ++row)
        volumes[row] = volume_name(std::move(volumes[row]), years[row]);
    add_column("language", named(values(store::kLanguageSlot), language_name));
    add_column("kind", named(values(store::kKindSlot), kind_name));
    add_column("year", years);
    add_column("author", values(store::kAuthorsSlot), true);
    add_column("cites", values(store::kCitedActsSlot), true);
    add_column("volume", volumes);
    add_column("file", values(store::kPathSlot));
}

void FacetColumns::add_column(const char* name, const std::vector<std::string>& values, bool are_lists) {
    Column column{name, {}, {0}, {}};
    std::unordered_map<std::string_view, std::uint32_t> number_of;
    const auto add = [&](std::string_view value) {
        if (value.empty()) return;
        const auto [known, is_new] =
            number_of.emplace(value, static_cast<std::uint32_t>(column.values.size()));
        if (is_new) column.values.emplace_back(value);
        column.numbers.push_back(known->second);
    };
    column.first.reserve(values.size() + 1);
    for (std::string_view rest : values) {
        while (are_lists && !rest.empty()) {
            const std::size_t end = std::min(rest.find(kBetweenValues), rest.size());
            add(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        add(rest);
        column.first.push_back(static_cast<std::uint32_t>(column.numbers.size()));
    }
    columns_.push_back(std::move(column));
}

std::map<std::string, FacetCounts> FacetColumns::count(const std::vector<Xapian::docid>& documents,
                                                       std::size_t limit) const {
    std::map<std::string, FacetCounts> result;
    std::vector<std::uint64_t> counts;
    for (const Column& column : columns_) {
        counts.assign(column.values.size(), 0);
        for (const Xapian::docid document : documents) {
            const std::uint32_t row = row_of_[document];
            for (std::uint32_t at = column.first[row]; at < column.first[row + 1]; ++at)
                ++counts[column.numbers[at]];
        }
        std::vector<std::uint32_t> present;
        for (std::uint32_t number = 0; number < counts.size(); ++number) {
            if (counts[number] > 0) present.push_back(number);
        }
        if (present.empty()) continue;
        const std::size_t kept = std::min(limit, present.size());
        std::ranges::partial_sort(
            present, present.begin() + static_cast<std::ptrdiff_t>(kept), [&](auto left, auto right) {
                return counts[left] != counts[right] ? counts[left] > counts[right]
                                                     : column.values[left] < column.values[right];
            });
        FacetCounts& facet = result[column.name];
        for (std::size_t place = 0; place < kept; ++place)
            facet.emplace_back(column.values[present[place]], counts[present[place]]);
    }
    return result;
}

std::map<std::string, FacetCounts> FacetCounter::count(const Xapian::Database& database,
                                                       const std::string& revision,
                                                       const std::vector<Xapian::docid>& documents,
                                                       std::size_t limit) {
    if (const auto columns = columns_for(database, revision)) return columns->count(documents, limit);
    return FacetColumns(database, documents).count(documents, limit);
}

std::shared_ptr<const FacetColumns> FacetCounter::columns_for(const Xapian::Database& database,
                                                              const std::string& revision) {
    const std::scoped_lock lock(mutex_);
    if (revision_ != revision) {
        revision_ = revision;
        was_asked_ = false;
        columns_.reset();
    }
    if (!was_asked_) {
        was_asked_ = true;
    } else if (columns_ == nullptr) {
        columns_ = std::make_shared<const FacetColumns>(
            database, std::vector<Xapian::docid>(database.postlist_begin({}), database.postlist_end({})));
    }
    return columns_;
}

}  // namespace izde::searcher
