#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "analyzers/language.hpp"
#include "searcher/expansion.hpp"
#include "searcher/query_words.hpp"

namespace izde::searcher {

/// Terms that say words of the query: what was typed, or an expansion of it.
struct Wording {
    std::vector<std::string> stems;  ///< side by side
    std::vector<std::size_t> words;  ///< numbers of the query's words that it says
    double weight = 1;               ///< 1 for what was typed
    MatchedBy by = MatchedBy::typed;
    analyzers::Language language = analyzers::Language::unknown;
};

/// The wordings of words as they were typed, both readings of an unsure one.
std::vector<Wording> typed_wordings(const std::vector<QueryWord>& words);

/// What else the plain words of a query may mean, and the queries that say it. Of one plan, on one thread;
/// database, expanders and words must outlive it.
class Wordings {
  public:
    Wordings(const Xapian::Database& database, const Expanders& expanders, const QueryWords& words)
        : database_(database), expanders_(expanders), words_(words) {}

    /// Asks the expanders about a run of words, stopwords included; what they say of words that do not rank
    /// is left.
    void expand(const std::vector<QueryWord>& run);

    /// Whether any wording is of that language.
    bool has_any_in(analyzers::Language language) const;

    /// A word and its synonyms of one word in its own language. At equal frequency the typed word wins, and a
    /// synonym that is rarer never weighs more: the SYNONYM has one idf for all.
    Xapian::Query concept_of(const QueryWord& word) const;

    /// Synonyms of several words, or for several: phrases beside the words, which weigh less than these.
    void add_phrases(const std::vector<QueryWord>& words, std::vector<Xapian::Query>& leaves) const;

    /// The words in that language.
    void add_translations(const std::vector<QueryWord>& words, analyzers::Language into,
                          std::vector<Xapian::Query>& leaves) const;

    std::vector<Wording> take() { return std::move(expanded_); }

  private:
    double idf(const std::string& stem) const;
    bool says_one_of(const Wording& wording, const std::vector<QueryWord>& words) const;

    const Xapian::Database& database_;
    const Expanders& expanders_;
    const QueryWords& words_;
    std::vector<Wording> expanded_;
};

}  // namespace izde::searcher
