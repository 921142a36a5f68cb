#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "searcher/expansion.hpp"
#include "searcher/query.hpp"

namespace izde::searcher {

/// What a query means for Xapian.
struct Plan {
    Xapian::Query query;
    std::vector<QueryWord> words;  ///< in query order, each stem once; excluded words and fields left out
};

/// Turns a query into Xapian operators. `words` rank as OR; stopwords weigh nothing unless there is nothing
/// else; an unsure word is the SYNONYM of its two stems; a phrase is a filter over the AND of its words
/// (Xapian's phrase would add the idf of every alternative); what only the text can tell (`=exact`, NEAR,
/// parts of a work) is verified on the stored text. Takes the first 512 different words of a longer text.
/// `database` is asked for the words that a wildcard means; the analyzer must outlive the plan. Throws
/// QueryError for a phrase of more than 64 words and a wildcard of fewer than three letters.
Plan plan_query(const Query& query, const analyzers::Analyzer& analyzer, const Xapian::Database& database);

}  // namespace izde::searcher
