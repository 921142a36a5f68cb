#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <map>
#include <optional>
#include <span>

#include "searcher/document_values.hpp"
#include "searcher/ranker.hpp"
#include "store/terms.hpp"

namespace izde::searcher {
using analyzers::Language;
namespace {
double knob(const char* n, double d) { const char* v = getenv(n); return v ? atof(v) : d; }

// What the best work of the other language earns of what the best of the query's own does: kOtherLanguage
// times the ratio of the largest shares of the query that works of either hold, smoothed. Without the ratio a
// list of a few stray works of the query's language stands before every translation (nDCG@10 of Russian
// sentences on government sites .576 for .829). Where the own language holds kAnswered of the query, no
// translation stands before it, even one that holds more; but a word that no table translates is no sign that
// a work does not speak of it, so there the ratio is smoothed more: law 561, heading → article of the other
// language, by the smoothing: .5 .522, 1 .548, 2 .567, 4 .589, 100 .592; its own language .815 .816 .814 .814
// .812; the others do not depend on it.
const double kOtherLanguage = knob("OTHER", 0.97);
const double kSmoothing = knob("SM", 0.5);
const double kAnswered = knob("ANS", 0.4);
const double kSmoothingAnswered = knob("SMA", 4);

// A query of a few words is one concept: a work that holds a translation of a part of it alone («құқық» of
// «права читателей») stands behind those of the query's own language that hold all of it: what was typed
// outweighs what it may mean. Law 561, other language: .580 without, .571 with, .549 where longer queries are
// treated so too (their words have no translation more often); own language .814 in each.
const std::size_t kConceptWords = static_cast<std::size_t>(knob("CW", 3));
constexpr double kWhole = 0.9;
const double kPart = knob("PART", 0.6);

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

/// The other language's best score beside the own language's, both held to be 1, by the shares of the query
/// found.
double ratio_of(double own, double other) {
    if (own < kAnswered) return (other + kSmoothing) / (own + kSmoothing);
    return std::min(1.0, (other + kSmoothingAnswered) / (own + kSmoothingAnswered));
}

double best_found(const std::vector<Candidate>& candidates) {
    double best = 0;
    for (const Candidate& candidate : candidates) best = std::max(best, candidate.evidence.found);
    return best;
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

/// fb
std::map<Xapian::docid, double> feedback(const Xapian::Database& database, const std::vector<Candidate>& from,
                                         Language from_language, Language into, const Expanders& expanders) {
    const std::size_t docs = static_cast<std::size_t>(knob("FBD", 1));
    const std::size_t most = static_cast<std::size_t>(knob("FBT", 30));
    std::map<std::string, double> weight_of;
    for (std::size_t place = 0; place < std::min(docs, from.size()); ++place) {
        const double share = std::pow(from[place].score / from.front().score, knob("FBP", 4));
        double norm = 0;
        std::vector<std::pair<std::string, double>> one;
        for (auto term = database.termlist_begin(from[place].docid); term != database.termlist_end(from[place].docid); ++term) {
            const std::string name = *term;
            if (!name.starts_with(store::stem_term("")) || term.get_wdf() == 0) continue;
            const double idf = std::log(1 + (database.get_doccount() + 0.5) / (term.get_termfreq() + 0.5));
            const double w = idf * (1 + std::log(term.get_wdf()));
            norm += w * w;
            one.emplace_back(name.substr(store::stem_term("").size()), w);
        }
        for (auto& [stem, w] : one) weight_of[stem] += share * w / std::sqrt(norm);
    }
    std::vector<std::pair<double, std::string>> best;
    for (auto& [stem, w] : weight_of) best.emplace_back(-w, stem);
    std::sort(best.begin(), best.end());
    if (best.size() > most) best.resize(most);
    std::vector<QueryWord> words;
    for (auto& [w, stem] : best) { QueryWord q; q.stem = stem; q.exact = stem; q.language = from_language; words.push_back(q); }
    std::vector<Expansion> expansions;
    for (std::size_t x = 0; x + static_cast<std::size_t>(knob("NOCOG", 0)) < expanders.size(); ++x) expanders[x]->expand(database, words, expansions);
    std::vector<Xapian::Query> leaves;
    for (std::size_t number = 0; number < words.size(); ++number) {
        std::vector<Xapian::Query> choices{Xapian::Query(store::stem_term(words[number].stem))};
        for (const Expansion& e : expansions)
            if (e.first_word == number && e.word_count == 1 && e.stems.size() == 1 && e.language == into)
                choices.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(store::stem_term(e.stems[0])), std::sqrt(e.weight));
        const double scale = -best[number].first;
        leaves.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(Xapian::Query::OP_OR, choices.begin(), choices.end()), scale);
    }
    std::map<Xapian::docid, double> scores;
    if (leaves.empty()) return scores;
    Xapian::Enquire enquire(database);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, Xapian::Query(Xapian::Query::OP_OR, leaves.begin(), leaves.end()), Xapian::Query(store::language_term(into))));
    enquire.set_weighting_scheme(first_stage(Group::translated));
    const Xapian::MSet found = enquire.get_mset(0, 60);
    for (auto match = found.begin(); match != found.end(); ++match) scores[*match] = match.get_weight() / found.begin().get_weight();
    return scores;
}

void add_feedback(const std::map<Xapian::docid, double>& scores, double weight, std::vector<Candidate>& candidates) {
    if (candidates.empty() || weight == 0) return;
    const double best = candidates.front().score;
    for (Candidate& candidate : candidates) {
        const auto known = scores.find(candidate.docid);
        if (known != scores.end()) candidate.score += weight * best * known->second;
    }
    std::ranges::sort(candidates, is_better);
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
    rescore_top(database, plan, Group::translated, analyzer, translated);
    if (!candidates.empty() && !translated.empty()) {
        const auto to_other = feedback(database, candidates, plan.language, other_language(plan.language), expanders);
        const auto to_own = knob("FBO", 0) > 0 ? feedback(database, translated, other_language(plan.language), plan.language, expanders) : std::map<Xapian::docid, double>{};
        add_feedback(to_other, knob("FBW", 0) * std::pow(candidates.front().evidence.found, knob("FBF", 0)), translated);
        add_feedback(to_own, knob("FBO", 0), candidates);
    }
    const double best = candidates.empty() ? 0 : candidates.front().score;
    const double best_translated = translated.empty() ? 0 : translated.front().score;
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
        if (whole && candidate.evidence.found < kPart)
            candidate.score = std::min(candidate.score, std::nextafter(*whole, 0.0));
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
