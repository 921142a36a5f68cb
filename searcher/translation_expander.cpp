#include "searcher/translation_expander.hpp"

#include <algorithm>

#include "store/terms.hpp"

namespace izde::searcher {
namespace {

using analyzers::Language;

/// Translations of a word that are looked for; 3 give the same.
constexpr std::size_t kMostTranslations = 5;

/// Rarer ones are chance: with .05 news gain .01 nDCG@10 and readers get works that no one can explain.
constexpr double kLeastWeight = 0.1;

}  // namespace

void TranslationExpander::expand(const Xapian::Database& database, const std::vector<QueryWord>& words,
                                 std::vector<Expansion>& expansions) const {
    for (std::size_t number = 0; number < words.size(); ++number) {
        const QueryWord& word = words[number];
        if (word.is_stopword) continue;
        const Language language = word.language;
        if (language != Language::russian)
            expand_reading(database, number, word.stem, Language::kazakh, expansions);
        if (language != Language::kazakh)
            expand_reading(database, number, word.stem, Language::russian, expansions);
    }
}

void TranslationExpander::expand_reading(const Xapian::Database& database, std::size_t word,
                                         std::string_view stem, Language from,
                                         std::vector<Expansion>& expansions) const {
    std::vector<TranslationTable::Row> rows;
    for (const TranslationTable& table : own_) table.find(stem, from, rows);
    built_in_translations().find(stem, from, rows);
    std::vector<std::string_view> seen;
    std::vector<Expansion> found;
    for (const auto& row : rows) {
        const std::string_view other = from == Language::kazakh ? row.russian : row.kazakh;
        if (std::ranges::find(seen, other) != seen.end()) continue;
        seen.push_back(other);
        if (row.weight < kLeastWeight) continue;
        if (!database.term_exists(store::stem_term(other))) continue;
        Expansion expansion;
        expansion.first_word = word;
        expansion.stems = {std::string(other)};
        expansion.weight = row.weight;
        expansion.by = MatchedBy::translation;
        expansion.language = from == Language::kazakh ? Language::russian : Language::kazakh;
        found.push_back(std::move(expansion));
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &Expansion::weight);
    if (found.size() > kMostTranslations) found.resize(kMostTranslations);
    std::ranges::move(found, std::back_inserter(expansions));
}

}  // namespace izde::searcher
