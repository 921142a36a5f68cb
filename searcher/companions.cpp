#include "searcher/companions.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "searcher/ranker.hpp"
#include "store/terms.hpp"

namespace izde::searcher {
namespace {

using analyzers::Language;

/// Words of the work that are looked for. Law 561, heading → article of the other language, by their number:
/// 15 .732, 20 .730, 30 .733, 40 .737, 60 .739.
constexpr std::size_t kMostWords = 30;

/// A word and how much it tells of the work: its frequency there, dampened, times its idf.
using Telling = std::pair<double, std::string>;

std::vector<Telling> telling_words(const Xapian::Database& database, Xapian::docid docid) {
    const std::string prefix = store::stem_term("");
    const double documents = database.get_doccount();
    std::vector<Telling> words;
    auto term = database.termlist_begin(docid);
    for (term.skip_to(prefix); term != database.termlist_end(docid); ++term) {
        const std::string name = *term;
        if (!name.starts_with(prefix)) break;
        const double idf = std::log(1 + (documents + 0.5) / (term.get_termfreq() + 0.5));
        words.emplace_back(idf * (1 + std::log(std::max(1U, term.get_wdf()))), name.substr(prefix.size()));
    }
    const std::size_t most = std::min(kMostWords, words.size());
    std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(most), words.end(),
                      std::greater());
    words.resize(most);
    return words;
}

std::vector<Expansion> translations_of(const Xapian::Database& database, const std::vector<Telling>& words,
                                       Language from, const Expanders& expanders) {
    std::vector<QueryWord> asked;
    for (const Telling& word : words) {
        QueryWord one;
        one.stem = word.second;
        one.exact = word.second;
        one.language = from;
        asked.push_back(std::move(one));
    }
    std::vector<Expansion> found;
    for (const auto& expander : expanders) {
        if (expander->looks_up_tables()) expander->expand(database, asked, found);
    }
    return found;
}

}  // namespace

std::map<Xapian::docid, double> companions_of(const Xapian::Database& database, Xapian::docid docid,
                                              Language from, Language into, const Expanders& expanders) {
    const std::vector<Telling> words = telling_words(database, docid);
    std::map<Xapian::docid, double> likeness;
    if (words.empty()) return likeness;
    std::vector<std::vector<Xapian::Query>> sayings;
    sayings.reserve(words.size());
    for (const Telling& word : words) sayings.push_back({Xapian::Query(store::stem_term(word.second))});
    for (const Expansion& one : translations_of(database, words, from, expanders)) {
        if (one.language != into || one.word_count != 1 || one.stems.size() != 1) continue;
        sayings[one.first_word].emplace_back(Xapian::Query::OP_SCALE_WEIGHT,
                                             Xapian::Query(store::stem_term(one.stems.front())),
                                             std::sqrt(one.weight));
    }
    // Each word is held to the language by itself: see the planner.
    const Xapian::Query language(store::language_term(into));
    std::vector<Xapian::Query> leaves;
    for (std::size_t word = 0; word < words.size(); ++word) {
        const Xapian::Query said(Xapian::Query::OP_OR, sayings[word].begin(), sayings[word].end());
        leaves.emplace_back(Xapian::Query::OP_FILTER,
                            Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, said, words[word].first), language);
    }
    Xapian::Enquire enquire(database);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, leaves.begin(), leaves.end()));
    enquire.set_weighting_scheme(first_stage(Group::translated));
    const Xapian::MSet matches = enquire.get_mset(0, kRescored);
    for (auto match = matches.begin(); match != matches.end(); ++match)
        likeness[*match] = match.get_weight() / matches.begin().get_weight();
    return likeness;
}

}  // namespace izde::searcher
