#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "searcher/expansion.hpp"

namespace izde::searcher {

/// A pasted page is a question about its first words; every further term costs a postings walk.
inline constexpr std::size_t kMaxWords = 512;
inline constexpr std::size_t kMaxPhraseWords = 64;

/// The first words of a text, at most `limit`, stopwords included.
std::vector<QueryWord> read_words(std::string_view text, const analyzers::Analyzer& analyzer,
                                  std::size_t limit);

/// The words of a query that rank, each once, in query order; at most kMaxWords.
class QueryWords {
  public:
    /// A word that stands in bound places alone (phrases, NEAR and the like) is bound itself.
    void add(const std::vector<QueryWord>& words, bool is_bound = false);

    /// The place of a word among them.
    std::optional<std::size_t> number_of(const QueryWord& word) const;

    const QueryWord& operator[](std::size_t number) const { return words_[number]; }

    /// Kazakh where more words are Kazakh than Russian: letters that both share tell nothing, and a few words
    /// of law in Latin or English do not make a query English.
    analyzers::Language main_language() const;

    std::vector<QueryWord> take() { return std::move(words_); }

  private:
    std::vector<QueryWord> words_;
};

using TermMaker = std::string (*)(std::string_view);

/// The term of a word, or of its two readings joined by `either`.
Xapian::Query leaf(const QueryWord& word, TermMaker term, Xapian::Query::op either);

Xapian::Query weightless(const Xapian::Query& query);

Xapian::Query combine(Xapian::Query::op operation, const std::vector<Xapian::Query>& parts);

}  // namespace izde::searcher
