#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <span>

#include "searcher/companions.hpp"
#include "searcher/document_values.hpp"
#include "searcher/ranker.hpp"
#include "store/terms.hpp"

namespace izde::searcher {
namespace {

// What the best work of the other language earns of what the best of the query's own does: kOtherLanguage
// times the ratio of the largest shares of the query that works of either hold, smoothed. Without the ratio a
// list of a few stray works of the query's language stands before every translation (nDCG@10 of Russian
// sentences on government sites .576 for .829). Where the own language holds kAnswered of the query, no
// translation stands before it, even one that holds more; but a word that no table translates is no sign that
// a work does not speak of it, so there the ratio is smoothed more: law 561, heading → article of the other
// language, by the smoothing: .5 .522, 1 .548, 2 .567, 4 .589, 100 .592; its own language .815 .816 .814 .814
// .812; the others do not depend on it.
// With companions (ranking_parameters.hpp), by kAnswered: government pages .4 .853 .3 .852 .25 .849, law 561
// own language .823 .832 .832, other .736 .736 .732; news .781 always. kOtherLanguage 1: law 561 .812 and
// .750 for .821 and .728, .9: .824 and .656. A smoothing of 100 for 4: .820 and .739 for .822 and .733; 4 and
// 2 .832 and .736, 1 .832 and .731, .5 .832 and .715.
constexpr double kOtherLanguage = 0.97;
constexpr double kSmoothing = 0.5;
constexpr double kAnswered = 0.3;
constexpr double kSmoothingAnswered = 2;

// A query of a few words is one concept: a work that holds a translation of a part of it alone («құқық» of
// «права читателей») stands behind those of the query's own language that hold all of it: what was typed
// outweighs what it may mean. Law 561, other language: .580 without, .571 with, .549 where longer queries are
// treated so too (their words have no translation more often); own language .814 in each.
constexpr std::size_t kConceptWords = 3;
constexpr double kWhole = 0.9;
constexpr double kPart = 0.6;

/// The least score of the works that hold all of the query, where there are any: of those whose text was
/// read.
std::optional<double> least_whole(const std::vector<Candidate>& candidates) {
    std::optional<double> least;
    for (const Candidate& candidate : candidates) {
        if (candidate.evidence.found >= kWhole)
            least = std::min(candidate.score, least.value_or(candidate.score));
    }
    return least;
}

double best_found(const std::vector<Candidate>& candidates) {
    double best = 0;
    for (const Candidate& candidate : candidates) best = std::max(best, candidate.evidence.found);
    return best;
}

/// A work of the other language that holds next to nothing of the query (one stray word of a question) is no
/// answer, where the own language has one: below this share it counts by what it holds. Any of .1 to .35
/// leaves law 561 and the Russian questions as they are, government pages gain .0004.
constexpr double kTold = 0.2;

void put_strays_back(double own_found, std::vector<Candidate>& translated) {
    if (own_found < kAnswered) return;
    double least = std::numeric_limits<double>::infinity();
    for (Candidate& candidate : translated) {
        const bool was_read = candidate.evidence.bm25 > 0;
        // What the second stage has not seen stays behind what it has.
        candidate.score = was_read ? candidate.score * std::min(1.0, candidate.evidence.found / kTold)
                                   : std::min(candidate.score, least);
        if (was_read) least = std::min(least, candidate.score);
    }
    std::ranges::sort(translated, is_better);
}

/// The other language's best score beside the own language's, both held to be 1, by the shares of the query
/// found.
double ratio_of(double own, double other) {
    if (own < kAnswered) return (other + kSmoothing) / (own + kSmoothing);
    return std::min(1.0, (other + kSmoothingAnswered) / (own + kSmoothingAnswered));
}

std::vector<Candidate> find_translated(const Xapian::Database& database, const Plan& plan,
                                       std::size_t limit) {
    Xapian::Enquire enquire(database);
    enquire.set_query(plan.translated);
    enquire.set_weighting_scheme(first_stage(Group::translated));
    return candidates_of(database, enquire.get_mset(0, static_cast<Xapian::doccount>(limit)));
}

/// Scores the first of a list again; what the second stage has not seen keeps its order behind them.
void rescore_top(const Xapian::Database& database, const Plan& plan, Group group,
                 const analyzers::Analyzer& analyzer, std::vector<Candidate>& candidates) {
    const auto rescored = static_cast<std::ptrdiff_t>(std::min(candidates.size(), kRescored));
    std::vector<Candidate> top(std::make_move_iterator(candidates.begin()),
                               std::make_move_iterator(candidates.begin() + rescored));
    rescore(database, plan, group, analyzer, top);
    const double floor = top.empty() ? 0 : top.back().score;
    std::ranges::move(top, candidates.begin());
    const std::span<Candidate> rest = std::span(candidates).subspan(static_cast<std::size_t>(rescored));
    const double first = rest.empty() ? 0 : rest.front().score;
    for (Candidate& candidate : rest) {
        if (first > 0) candidate.score *= std::min(1.0, floor / first);
    }
}

/// A work of the query's language that answers little of it tells little of what else answers it.
void note_companions(const Xapian::Database& database, const Plan& plan, const Expanders& expanders,
                     const Candidate& best, std::vector<Candidate>& translated) {
    const auto likeness =
        companions_of(database, best.docid, plan.language, other_language(plan.language), expanders);
    for (Candidate& candidate : translated) {
        const auto known = likeness.find(candidate.docid);
        if (known != likeness.end()) candidate.evidence.companion = known->second * best.evidence.found;
    }
}

}  // namespace

std::vector<Candidate> candidates_of(const Xapian::Database& database, const Xapian::MSet& matches,
                                     std::size_t limit) {
    std::vector<Candidate> candidates;
    for (auto match = matches.begin(); match != matches.end() && candidates.size() < limit; ++match) {
        Candidate candidate;
        candidate.docid = *match;
        candidate.score = match.get_weight();
        candidates.push_back(std::move(candidate));
    }
    std::vector<std::string> ids = values_of(database, store::kIdSlot, documents_of(candidates));
    for (std::size_t place = 0; place < candidates.size(); ++place)
        candidates[place].id = std::move(ids[place]);
    return candidates;
}

std::vector<Xapian::docid> documents_of(const std::vector<Candidate>& candidates) {
    std::vector<Xapian::docid> documents;
    documents.reserve(candidates.size());
    for (const Candidate& candidate : candidates) documents.push_back(candidate.docid);
    return documents;
}

void rank(const Xapian::Database& database, const Plan& plan, const analyzers::Analyzer& analyzer,
          const Expanders& expanders, std::vector<Candidate>& candidates) {
    if (plan.translated.empty()) {
        rescore_top(database, plan, Group::own, analyzer, candidates);
        return;
    }
    const std::size_t limit = candidates.size();
    std::vector<Candidate> translated = find_translated(database, plan, std::max(limit, kRescored));
    const std::vector<std::string> languages =
        values_of(database, store::kLanguageSlot, documents_of(candidates));
    std::vector<Candidate> own;
    for (std::size_t place = 0; place < candidates.size(); ++place) {
        if (store::language_of(languages[place]) != other_language(plan.language))
            own.push_back(std::move(candidates[place]));
    }
    candidates = std::move(own);
    rescore_top(database, plan, Group::own, analyzer, candidates);
    if (!candidates.empty() && !translated.empty())
        note_companions(database, plan, expanders, candidates.front(), translated);
    rescore_top(database, plan, Group::translated, analyzer, translated);
    const double best = candidates.empty() ? 0 : candidates.front().score;
    const double best_translated = translated.empty() ? 0 : translated.front().score;
    put_strays_back(best_found(candidates), translated);
    double scale = 1;
    if (best > 0 && best_translated > 0) {
        const double ratio = ratio_of(best_found(candidates), best_found(translated));
        scale = kOtherLanguage * ratio * best / best_translated;
    }
    std::map<Xapian::docid, std::size_t> place_of;
    for (std::size_t place = 0; place < candidates.size(); ++place) place_of[candidates[place].docid] = place;
    const std::optional<double> whole =
        plan.words.size() <= kConceptWords ? least_whole(candidates) : std::nullopt;
    for (Candidate& candidate : translated) {
        candidate.scale = scale;
        candidate.score *= scale;
        if (whole && candidate.evidence.found < kPart && candidate.score >= *whole) {
            candidate.score = std::nextafter(*whole, 0.0);
            candidate.is_capped = true;
        }
        const auto known = place_of.find(candidate.docid);
        if (known == place_of.end()) {
            candidates.push_back(std::move(candidate));
        } else if (candidates[known->second].score < candidate.score) {
            candidates[known->second] = std::move(candidate);
        }
    }
    std::ranges::sort(candidates, is_better);
    if (candidates.size() > limit) candidates.resize(limit);
}

}  // namespace izde::searcher
