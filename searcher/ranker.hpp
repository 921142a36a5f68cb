#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "searcher/planner.hpp"
#include "store/work.hpp"

namespace izde::searcher {

/// How many of the first stage's answers are scored again on their text: 60 keep the whole gain of the second
/// stage, 30 all but .003 nDCG@10.
inline constexpr std::size_t kRescored = 60;

/// What a document earned, part by part, each from 0 to 1.
struct Evidence {
    double bm25 = 0;  ///< Xapian's weight, divided by the best one's
    double grams =
        0;  ///< four-letter grams of the query in the text, as BM25 over the candidates, by the best
    double exact = 0;  ///< share of the query's words, by idf, that stand in the text in the form typed
    double window =
        0;             ///< how near to each other the words stand in the smallest window holding most of them
    double title = 0;  ///< share of the query's words in the title, and of the title's words in the query
};

/// A match of the first stage with what the second knows of it.
struct Candidate {
    Xapian::docid docid = 0;
    double score = 0;
    std::string id;
    Evidence evidence;
    std::size_t more_in_file = 0;  ///< candidates of the same file that were put behind this one
};

/// The second stage: scores candidates again on their stored text and sorts them, best first; equal scores by
/// work id, so that an order never depends on document numbers. `candidates` come with `score` as Xapian's
/// weight.
void rescore(const Xapian::Database& database, const Plan& plan, const analyzers::Analyzer& analyzer,
             std::vector<Candidate>& candidates);

/// One line a part: what earned a candidate its score.
std::string explain(const Candidate& candidate);

}  // namespace izde::searcher
