#include "searcher/cognate_expander.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "analyzers/normalizer.hpp"

#include "analyzers/utf8.hpp"
#include "store/terms.hpp"

namespace izde::searcher {
namespace {

using analyzers::Language;

/// Letters that two cognates begin with.
constexpr std::size_t kHead = 4;
/// Shorter stems are alike by chance.
constexpr std::size_t kLeastLetters = 5;

// nDCG@10 of a quarter of the Russian sentences to Kazakh news and government pages, and of law 561, heading
// → article of the other language: without cognates .771 .840 .589; of all words, likeness .6 .774 .838 .569;
// of words that no table translates .774 .840 .585, with likeness .5 .780 .841 .581, .4 .778 .841 .586. Half
// and a quarter of the weight, and 1 or 6 cognates, give the same. All sentences to news: .754 without, .767
// with, .756 where words that stand in no work are left to `suggest` (else a slip finds what was meant as its
// cognate and is not corrected); questions of one language lose .001, a query of a few hundred.
constexpr double kLeastLikeness = 0.5;
constexpr std::size_t kMostCognates = 3;
constexpr double kWeight = 0.5;

/// Stems that begin with the four letters; a larger stretch is read no further.
constexpr std::size_t kMostTerms = 2000;

std::u32string letters_of(std::string_view word) {
    std::u32string letters;
    for (std::size_t at = 0; at < word.size();) {
        const analyzers::Character letter = analyzers::decode(word, at);
        letters += letter.code;
        at += letter.length;
    }
    return letters;
}

/// The share of pairs of neighbouring letters that two words have in common.
double dice(const std::u32string& one, const std::u32string& other) {
    std::multiset<std::pair<char32_t, char32_t>> pairs;
    for (std::size_t at = 1; at < one.size(); ++at) pairs.emplace(one[at - 1], one[at]);
    const std::size_t all = pairs.size() + other.size() - 1;
    std::size_t common = 0;
    for (std::size_t at = 1; at < other.size(); ++at) {
        const auto known = pairs.find({other[at - 1], other[at]});
        if (known == pairs.end()) continue;
        pairs.erase(known);
        ++common;
    }
    return 2.0 * static_cast<double>(common) / static_cast<double>(all);
}

bool is_translated(std::size_t word, Language into, const std::vector<Expansion>& expansions) {
    return std::ranges::any_of(expansions, [&](const Expansion& one) {
        return one.language == into && one.first_word <= word && word < one.first_word + one.word_count;
    });
}

/// The language that the words speak: a cognate leads from it to the other one.
Language language_of(const std::vector<QueryWord>& words) {
    const auto kazakh = std::ranges::count(words, Language::kazakh, &QueryWord::language);
    const auto russian = std::ranges::count(words, Language::russian, &QueryWord::language);
    if (kazakh == 0 && russian == 0) return Language::unknown;
    return kazakh >= russian ? Language::kazakh : Language::russian;
}

/// The cognates of a word, the likest first.
std::vector<std::pair<double, std::string>> cognates_of(const Xapian::Database& database,
                                                        const QueryWord& word) {
    std::vector<std::pair<double, std::string>> found;
    std::string folded;
    analyzers::fold_loose(word.stem, folded);
    const std::u32string letters = letters_of(folded);
    if (letters.size() < kLeastLetters) return found;
    std::size_t head = 0;
    for (std::size_t letter = 0; letter < kHead; ++letter) head += analyzers::decode(word.stem, head).length;
    const std::string beginning = store::stem_term(std::string_view(word.stem).substr(0, head));
    std::size_t left = kMostTerms;
    for (auto term = database.allterms_begin(beginning); left > 0 && term != database.allterms_end(beginning);
         ++term, --left) {
        const std::string stem = *term;
        if (stem == word.stem || stem == word.alternative_stem) continue;
        analyzers::fold_loose(stem, folded);
        const double likeness = dice(letters, letters_of(folded));
        if (likeness >= kLeastLikeness) found.emplace_back(likeness, stem);
    }
    std::ranges::sort(found, std::ranges::greater());
    if (found.size() > kMostCognates) found.resize(kMostCognates);
    return found;
}

}  // namespace

void CognateExpander::expand(const Xapian::Database& database, const std::vector<QueryWord>& words,
                             std::vector<Expansion>& expansions) const {
    const Language from = language_of(words);
    if (from == Language::unknown) return;
    const Language into = from == Language::kazakh ? Language::russian : Language::kazakh;
    for (std::size_t number = 0; number < words.size(); ++number) {
        const QueryWord& word = words[number];
        const bool may_have =
            !word.is_stopword && (word.language == from || word.language == Language::unknown);
        // What stands in no work may be a slip, and its cognates would be what was meant: that is for
        // `suggest`.
        const bool is_known = database.term_exists(store::stem_term(word.stem));
        // A number like another is another number.
        const bool is_number =
            std::ranges::any_of(word.stem, [](char one) { return one >= '0' && one <= '9'; });
        if (!may_have || !is_known || is_number || is_translated(number, into, expansions)) continue;
        for (auto& [likeness, stem] : cognates_of(database, word)) {
            Expansion cognate;
            cognate.first_word = number;
            cognate.stems = {std::move(stem)};
            cognate.weight = likeness * kWeight;
            cognate.by = MatchedBy::translation;
            cognate.language = into;
            expansions.push_back(std::move(cognate));
        }
    }
}

}  // namespace izde::searcher
