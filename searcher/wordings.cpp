#include "searcher/wordings.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "store/terms.hpp"

namespace izde::searcher {
namespace {

using analyzers::Language;

/// Synonyms of a word that are looked for, and the share of its weight that only the typed word earns:
/// (1 - share)·SYNONYM(typed, synonyms) + share·typed. Of synonyms Kazakh questions gain .0014 nDCG@10 with
/// .7 and .0017 with .3; Russian questions lose nothing with .7 and .0006 with .3, headings of law 561 .000
/// and .006.
constexpr std::size_t kMostSynonyms = 3;
constexpr double kTypedShare = 0.7;

/// A wording as a query: a term, or terms side by side that weigh what they weigh together.
Xapian::Query said(const Wording& wording) {
    std::vector<Xapian::Query> terms;
    for (const std::string& stem : wording.stems) terms.emplace_back(store::stem_term(stem));
    if (terms.size() == 1) return terms.front();
    return {Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
            static_cast<Xapian::termcount>(terms.size())};
}

bool is_own(const Wording& wording, Language language) {
    return wording.language == Language::unknown || wording.language == language;
}

}  // namespace

std::vector<Wording> typed_wordings(const std::vector<QueryWord>& words) {
    std::vector<Wording> wordings;
    for (std::size_t number = 0; number < words.size(); ++number) {
        for (const std::string* const stem : {&words[number].stem, &words[number].alternative_stem}) {
            if (!stem->empty()) wordings.push_back({{*stem}, {number}, 1, MatchedBy::typed, {}});
        }
    }
    return wordings;
}

void Wordings::expand(const std::vector<QueryWord>& run) {
    std::vector<Expansion> expansions;
    for (const auto& expander : expanders_) expander->expand(database_, run, expansions);
    for (Expansion& expansion : expansions) {
        Wording wording{std::move(expansion.stems), {}, expansion.weight, expansion.by, expansion.language};
        for (std::size_t at = 0; at < expansion.word_count; ++at) {
            if (const auto number = words_.number_of(run[expansion.first_word + at]))
                wording.words.push_back(*number);
        }
        if (!wording.words.empty()) expanded_.push_back(std::move(wording));
    }
}

bool Wordings::has_any_in(Language language) const {
    return language != Language::unknown &&
           std::ranges::any_of(expanded_, [&](const Wording& one) { return one.language == language; });
}

double Wordings::idf(const std::string& stem) const {
    const double frequency = database_.get_termfreq(store::stem_term(stem));
    return std::log(1 + (database_.get_doccount() + 0.5) / (frequency + 0.5));
}

Xapian::Query Wordings::concept_of(const QueryWord& word) const {
    Xapian::Query typed = leaf(word, store::stem_term, Xapian::Query::OP_SYNONYM);
    const auto number = words_.number_of(word);
    if (!number) return typed;
    std::vector<Xapian::Query> all{Xapian::Query(store::stem_term(word.stem))};
    if (!word.alternative_stem.empty()) all.emplace_back(store::stem_term(word.alternative_stem));
    const std::size_t as_typed = all.size();
    for (const Wording& wording : expanded_) {
        if (all.size() - as_typed == kMostSynonyms) break;
        if (wording.words == std::vector{*number} && wording.stems.size() == 1 &&
            is_own(wording, word.language))
            all.emplace_back(store::stem_term(wording.stems.front()));
    }
    if (all.size() == as_typed) return typed;
    return {Xapian::Query::OP_OR,
            Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, combine(Xapian::Query::OP_SYNONYM, all),
                          1 - kTypedShare),
            Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, typed, kTypedShare)};
}

void Wordings::add_phrases(const std::vector<QueryWord>& words, std::vector<Xapian::Query>& leaves) const {
    for (const Wording& wording : expanded_) {
        if (wording.words.size() == 1 && wording.stems.size() == 1) continue;
        if (!says_one_of(wording, words) || !is_own(wording, words_[wording.words.front()].language))
            continue;
        double typed = 0;
        for (const std::size_t number : wording.words) typed += idf(words_[number].stem);
        double phrase = 0;
        for (const std::string& stem : wording.stems) phrase += idf(stem);
        const double scale = wording.weight * (1 - kTypedShare) * std::min(1.0, typed / phrase);
        leaves.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, said(wording), scale);
    }
}

/// Whether the first word that a wording says is one of `words`.
bool Wordings::says_one_of(const Wording& wording, const std::vector<QueryWord>& words) const {
    return std::ranges::any_of(
        words, [&](const QueryWord& word) { return words_.number_of(word) == wording.words.front(); });
}

// The root, since a word of many translations is not for that of less weight: nDCG@10 of news .731 for .723,
// of government sites .829 for .822.
void Wordings::add_translations(const std::vector<QueryWord>& words, Language into,
                                std::vector<Xapian::Query>& leaves) const {
    for (const Wording& wording : expanded_) {
        if (wording.language == into && says_one_of(wording, words))
            leaves.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, said(wording), std::sqrt(wording.weight));
    }
}

}  // namespace izde::searcher
