#pragma once

#include <string_view>
#include <vector>

#include "analyzers/citation/lexeme.hpp"
#include "analyzers/citation/mention.hpp"

namespace izde::analyzers {

/// Finds the mentions of law in a text: acts, provisions, and provisions of acts, Kazakh and Russian.
///
/// Works on the analyzer's tokens, so that look-alikes, hyphens at line ends and inflection are what they are
/// for search. Says what the text says; which act that is, CitationResolver tells. Linear in the text but for
/// lists of acts, which are bounded. Belongs to one thread; the analyzer must outlive it.
class CitationFinder {
  public:
    explicit CitationFinder(const Analyzer& analyzer) : reader_(analyzer) {}

    /// Mentions in the order of the text, of a paragraph or a query in UTF-8.
    std::vector<Mention> find(std::string_view text, Language language);

    /// The latest year of a whole date in the text of the last `find`; 0 where it holds none.
    int latest_year() const;

  private:
    LexemeReader reader_;
    LexemeText lexemes_;
};

}  // namespace izde::analyzers
