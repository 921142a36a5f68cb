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
/// (Xapian's phrase would add the idf of every alternative); `=exact` is verified on the stored text. Takes
/// the first 512 different words of a longer text. Throws QueryError for a phrase of more than 64 words.
Plan plan_query(const Query& query, const analyzers::Analyzer& analyzer);

}  // namespace izde::searcher
