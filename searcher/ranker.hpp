#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "searcher/planner.hpp"
#include "searcher/ranking_parameters.hpp"
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
    double found = 0;  ///< share of the query's words, by idf, that the work holds in any wording
    double title = 0;  ///< share of the query's words in the title, and of the title's words in the query
    double companion = 0;  ///< how like it is, in translation, to the best work of the query's language, by
                           ///< how well that answers
    double subordination =
        0;  ///< how far the act that it is stands below a code (analyzers/citation/act_rank.hpp)
};

/// Which wordings of the query count for a group of candidates: raw scores of two languages do not mix.
enum class Group : std::uint8_t {
    own,         ///< what was typed and its synonyms in the query's own language
    translated,  ///< translations as well
};

/// What a work is to the acts that the query asked for: it comes before any score.
enum class Standing : std::uint8_t { act, part_of_act, citing, ranked };

/// A match of the first stage with what the second knows of it.
struct Candidate {
    Xapian::docid docid = 0;
    double score = 0;
    std::string id;
    Evidence evidence;
    Group group = Group::own;  ///< that it was scored in
    double scale = 1;          ///< of its score beside the works of the query's own language
    bool is_capped = false;    ///< put behind works that hold the whole query
    Standing standing = Standing::ranked;
    std::size_t more_in_file = 0;       ///< candidates of the same file that were put behind this one
    std::vector<Xapian::docid> copies;  ///< the same work in other files, in the order of their scores
};

/// The sum of the evidence: BM25 counts 1.
double score_of(const Evidence& evidence, const EvidenceWeights& weights);

/// Best first; equal scores by work id.
bool is_better(const Candidate& left, const Candidate& right);

/// The second stage: scores candidates of one group again on their stored text and sorts them, best first;
/// equal scores by work id, so that an order never depends on document numbers. `candidates` come with
/// `score` as Xapian's weight and `evidence.companion`.
void rescore(const Xapian::Database& database, const Plan& plan, Group group,
             const analyzers::Analyzer& analyzer, std::vector<Candidate>& candidates);

/// Both stages' order of an answer: `candidates`, found by `Plan::query` and sorted by its weight, are scored
/// again; where the plan is translated, works of the other language that `translated` finds are scored by
/// themselves, those that say what the best of the query's language says (companions_of) before others, and
/// stand behind works of the query's language that answer it as well.
void rank(const Xapian::Database& database, const Plan& plan, const analyzers::Analyzer& analyzer,
          const Expanders& expanders, std::vector<Candidate>& candidates);

/// The BM25 that finds candidates of a group.
Xapian::BM25Weight first_stage(Group group);

/// The first of a result list, at most `limit`, with its weights as scores.
std::vector<Candidate> candidates_of(const Xapian::Database& database, const Xapian::MSet& matches,
                                     std::size_t limit = SIZE_MAX);

/// Their document numbers.
std::vector<Xapian::docid> documents_of(const std::vector<Candidate>& candidates);

/// One line a part: what earned a candidate its score.
std::string explain(const Candidate& candidate);

}  // namespace izde::searcher
