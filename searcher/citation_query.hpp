#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "searcher/ranker.hpp"
#include "searcher/snippet.hpp"
#include "store/work.hpp"

/// Citations as queries: «ст. 35 Трудового кодекса», `cites:Z050000036_`.
namespace izde::searcher {

/// Finds the acts that a text names. A code that is named without a date may be any that had the name; a law
/// by number alone is looked for among the acts that the index knows. `names_only`: nothing where the text
/// says anything else too, so that a sentence with a number in it stays a question about its words.
CitedActs read_cited_acts(std::string_view text, const analyzers::Analyzer& analyzer,
                          const Xapian::Database& database, bool names_only);

/// Works that cite one of the acts; MatchNothing for none. Its terms weigh nothing.
Xapian::Query citing_works(const CitedActs& acts);
/// Works that are one of the acts, or its article.
Xapian::Query acts_themselves(const CitedActs& acts);

/// Adds what the acts are and who cites them to the first stage's candidates, at most `limit` each.
void add_cited(const Xapian::Database& database, const CitedActs& acts, std::size_t limit,
               std::vector<Candidate>& candidates);
/// The act itself before those who cite it before all others, works in `language` first; the order within
/// each stays.
void put_cited_first(const Xapian::Database& database, const CitedActs& acts, analyzers::Language language,
                     std::vector<Candidate>& candidates);

/// The sentences of a work that cite one of the acts, marked; in the order of the text.
std::vector<Snippet> citing_snippets(const store::Work& work, const CitedActs& acts, std::size_t limit);

}  // namespace izde::searcher
