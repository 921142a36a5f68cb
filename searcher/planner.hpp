#pragma once

#include <xapian.h>

#include <vector>

#include "analyzers/analyzer.hpp"
#include "searcher/expansion.hpp"
#include "searcher/query.hpp"
#include "searcher/text_condition.hpp"
#include "searcher/wordings.hpp"

namespace izde::searcher {

/// What a query means for Xapian.
struct Plan {
    Xapian::Query query;  ///< finds all that counts as found; ranks by what was typed and its own language
    /// Ranks the works of the other language, by translations beside what was typed; empty where nothing can
    /// be translated or the index holds no such work. What it finds, `query` finds.
    Xapian::Query translated;
    analyzers::Language language = analyzers::Language::unknown;  ///< of most of the words
    std::vector<QueryWord> words;      ///< in query order, each stem once; excluded words and fields left out
    std::vector<Wording> wordings;     ///< of all words; those that were typed first
    std::vector<TextCondition> bound;  ///< what the words that are bound stand in: phrases, NEAR and the like
    CitedActs asked;  ///< acts that the whole query is the name of: they and who cites them come first
    CitedActs cited;  ///< acts of `cites:`, whose places are shown
};

/// The other one of Kazakh and Russian; unknown for any other language.
analyzers::Language other_language(analyzers::Language language) noexcept;

/// Turns a query into Xapian operators. `words` rank as OR; stopwords weigh nothing unless there is nothing
/// else; an unsure word is the SYNONYM of its two stems; a phrase is a filter over the AND of its words
/// (Xapian's phrase would add the idf of every alternative); what only the text can tell (`=exact`, NEAR,
/// parts of a work) is verified on the stored text. Takes the first 512 different words of a longer text.
/// `database` is asked for the words that a wildcard means; the analyzer must outlive the plan. Plain words
/// are expanded by `expanders`; what stands in quotes, behind = or in a field is not. Throws QueryError for a
/// phrase of more than 64 words and a wildcard of fewer than three letters.
Plan plan_query(const Query& query, const analyzers::Analyzer& analyzer, const Xapian::Database& database,
                const Expanders& expanders);

}  // namespace izde::searcher
