/// Chooses the constants of searcher/ranking_parameters.hpp on judged queries, by cross-validation.
///
///     tune_ranking [--translated] [--most N] SET…
///
/// A SET is INDEX:DIRECTORY[:GRADE]: an index of DIRECTORY/corpus.jsonl, whose queries.jsonl and
/// qrels/test.tsv are read; with a GRADE only works judged so are relevant. Of each set up to N queries
/// (400), spread over all, are answered by every first stage; what the second stage finds out of its
/// candidates is kept, so that weights are tried without searching again. Weights are chosen by coordinate
/// search for the mean nDCG@10 of the sets; then five times on four fifths of the queries, measured on the
/// fifth. --translated tunes the weights for works of the other language.
#include <xapian.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "searcher/cognate_expander.hpp"
#include "searcher/document_values.hpp"
#include "searcher/planner.hpp"
#include "searcher/query.hpp"
#include "searcher/ranker.hpp"
#include "searcher/thesaurus.hpp"
#include "searcher/translation_expander.hpp"
#include "store/codec.hpp"
#include "store/index.hpp"
#include "store/terms.hpp"

namespace {

using namespace izde;
using searcher::EvidenceWeights;
using searcher::FirstStage;

constexpr std::size_t kFolds = 5;
constexpr std::size_t kDepth = 10;
/// A set of fewer queries counts for less: three questions in place of two are chance.
constexpr double kWholeSet = 100;

/// The shipped ones come first.
const std::vector<FirstStage> kFirstStages{searcher::kOwnRanking.first,
                                           searcher::kTranslatedRanking.first,
                                           {0.9, 0.75},
                                           {1.2, 0.75},
                                           {1.6, 0.75},
                                           {1.2, 0.6},
                                           {1.6, 0.9}};

struct Judged {
    searcher::Evidence evidence;
    double gain = 0;
};

/// A query with its candidates, best of the first stage first, for each first stage.
struct JudgedQuery {
    std::vector<std::vector<Judged>> candidates;
    double ideal = 0;  ///< the best discounted gain there can be
};

struct Set {
    std::string name;
    std::vector<JudgedQuery> queries;
};

struct Point {
    std::size_t first = 0;  ///< number of the first stage
    EvidenceWeights weights;
};

double discount(std::size_t place) {
    return 1 / std::log2(static_cast<double>(place) + 2);
}

double ndcg(const JudgedQuery& query, const Point& point) {
    if (query.ideal == 0) return 0;
    std::vector<std::pair<double, double>> scored;
    for (const Judged& one : query.candidates[point.first])
        scored.emplace_back(-searcher::score_of(one.evidence, point.weights), one.gain);
    const std::size_t depth = std::min(kDepth, scored.size());
    std::partial_sort(scored.begin(), scored.begin() + static_cast<std::ptrdiff_t>(depth), scored.end());
    double sum = 0;
    for (std::size_t place = 0; place < depth; ++place) sum += scored[place].second * discount(place);
    return sum / query.ideal;
}

/// Whether a query counts for a measure: all, those of a fold, those of the others.
struct Part {
    std::size_t fold = kFolds;
    bool inside = false;
    bool holds(std::size_t query) const { return fold == kFolds || (query % kFolds == fold) == inside; }
};

double sum_of(const Set& set, const Point& point, const Part& part, std::size_t& count) {
    double sum = 0;
    for (std::size_t query = 0; query < set.queries.size(); ++query) {
        if (!part.holds(query)) continue;
        sum += ndcg(set.queries[query], point);
        ++count;
    }
    return sum;
}

double objective(const std::vector<Set>& sets, const Point& point, const Part& part) {
    double sum = 0;
    double weights = 0;
    for (const Set& set : sets) {
        std::size_t count = 0;
        const double gained = sum_of(set, point, part, count);
        const double weight = std::min(1.0, static_cast<double>(count) / kWholeSet);
        sum += weight * gained / static_cast<double>(std::max<std::size_t>(1, count));
        weights += weight;
    }
    return sum / weights;
}

constexpr std::array<double EvidenceWeights::*, 5> kWeights{&EvidenceWeights::grams, &EvidenceWeights::exact,
                                                            &EvidenceWeights::window, &EvidenceWeights::title,
                                                            &EvidenceWeights::found};
constexpr std::array<double, 12> kValues{0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0, 1.3, 1.7, 2.2};

/// Coordinate search from `point`, each first stage tried as a coordinate, until a round gains nothing.
Point choose(const std::vector<Set>& sets, Point point, const Part& part) {
    constexpr double kGain = 0.0003;  // less is not worth another constant
    double best = objective(sets, point, part);
    for (bool gained = true; gained;) {
        gained = false;
        const auto consider = [&](const Point& other) {
            const double value = objective(sets, other, part);
            if (value <= best + kGain) return;
            best = value;
            point = other;
            gained = true;
        };
        for (std::size_t first = 0; first < kFirstStages.size(); ++first) {
            Point other = point;
            other.first = first;
            consider(other);
        }
        for (const auto weight : kWeights) {
            for (const double value : kValues) {
                Point other = point;
                other.weights.*weight = value;
                consider(other);
            }
        }
    }
    return point;
}

std::map<std::string, std::map<std::string, double>> read_judgements(const std::string& path, double grade) {
    std::ifstream stream(path);
    if (!stream) throw std::runtime_error(path + ": cannot be read");
    std::map<std::string, std::map<std::string, double>> judgements;
    std::string line;
    std::getline(stream, line);  // names of the columns
    while (std::getline(stream, line)) {
        std::istringstream fields(line);
        std::string query;
        std::string work;
        double gain = 0;
        if (!(fields >> query >> work >> gain)) throw std::runtime_error(path + ": not query, work, score");
        if (gain > 0 && (grade == 0 || gain == grade)) judgements[query][work] = grade == 0 ? gain : 1;
    }
    return judgements;
}

/// The candidates of a query after the second stage has looked at them.
std::vector<searcher::Candidate> candidates_for(const Xapian::Database& database, const searcher::Plan& plan,
                                                const FirstStage& first, searcher::Group group,
                                                const analyzers::Analyzer& analyzer) {
    const bool is_own = group == searcher::Group::own;
    const Xapian::Query& query = is_own ? plan.query : plan.translated;
    if (query.empty()) return {};
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BM25Weight(first.saturation, 0, 1, first.length_normalisation, 0));
    std::vector<searcher::Candidate> candidates = searcher::candidates_of(
        database, enquire.get_mset(0, static_cast<Xapian::doccount>(2 * searcher::kRescored)));
    if (is_own && !plan.translated.empty()) {
        const std::vector<std::string> languages =
            searcher::values_of(database, store::kLanguageSlot, searcher::documents_of(candidates));
        std::vector<searcher::Candidate> own;
        for (std::size_t place = 0; place < candidates.size(); ++place) {
            if (store::language_of(languages[place]) != searcher::other_language(plan.language))
                own.push_back(std::move(candidates[place]));
        }
        candidates = std::move(own);
    }
    if (candidates.size() > searcher::kRescored) candidates.resize(searcher::kRescored);
    searcher::rescore(database, plan, group, analyzer, candidates);
    return candidates;
}

searcher::Expanders expanders(const analyzers::Analyzer& analyzer) {
    auto thesaurus = std::make_shared<searcher::Thesaurus>(analyzer);
    thesaurus->add_built_in();
    searcher::Expanders all;
    all.push_back(std::make_unique<searcher::ThesaurusExpander>(std::move(thesaurus)));
    all.push_back(std::make_unique<searcher::TranslationExpander>(std::vector<searcher::TranslationTable>{}));
    all.push_back(std::make_unique<searcher::CognateExpander>());
    return all;
}

Set read_set(const std::string& argument, std::size_t most, searcher::Group group,
             const analyzers::Analyzer& analyzer, const searcher::Expanders& expanders) {
    const std::size_t colon = argument.find(':');
    if (colon == std::string::npos) throw std::runtime_error(argument + ": not INDEX:DIRECTORY[:GRADE]");
    std::string directory = argument.substr(colon + 1);
    double grade = 0;
    if (const std::size_t second = directory.find(':'); second != std::string::npos) {
        grade = std::stod(directory.substr(second + 1));
        directory.resize(second);
    }
    const Xapian::Database database =
        store::open_for_reading(argument.substr(0, colon), analyzer.fingerprint());
    const auto judgements = read_judgements(directory + "/qrels/test.tsv", grade);
    std::ifstream stream(directory + "/queries.jsonl");
    if (!stream) throw std::runtime_error(directory + "/queries.jsonl: cannot be read");
    std::vector<std::pair<std::string, std::string>> queries;
    for (std::string line; std::getline(stream, line);) {
        const auto json = nlohmann::json::parse(line);
        std::string id = json.at("_id").get<std::string>();
        if (judgements.contains(id)) queries.emplace_back(std::move(id), json.at("text").get<std::string>());
    }
    Set set{directory.substr(directory.rfind('/') + 1), {}};
    const std::size_t step = std::max<std::size_t>(1, queries.size() / std::max<std::size_t>(1, most));
    for (std::size_t number = 0; number < queries.size(); number += step) {
        const auto& relevant = judgements.at(queries[number].first);
        const searcher::Plan plan = searcher::plan_query(searcher::plain_words(queries[number].second),
                                                         analyzer, database, expanders);
        JudgedQuery judged;
        std::vector<double> gains;
        for (const auto& one : relevant) gains.push_back(-one.second);
        std::ranges::sort(gains);
        for (std::size_t place = 0; place < std::min(kDepth, gains.size()); ++place)
            judged.ideal -= gains[place] * discount(place);
        for (const FirstStage& first : kFirstStages) {
            std::vector<Judged>& kept = judged.candidates.emplace_back();
            for (const auto& candidate : candidates_for(database, plan, first, group, analyzer)) {
                const auto gain = relevant.find(candidate.id);
                kept.push_back({candidate.evidence, gain == relevant.end() ? 0 : gain->second});
            }
        }
        set.queries.push_back(std::move(judged));
    }
    return set;
}

std::string to_text(const Point& point) {
    const FirstStage& first = kFirstStages[point.first];
    std::array<char, 160> text{};
    static_cast<void>(std::snprintf(
        text.data(), text.size(), "k1 %.1f b %.2f grams %.1f exact %.1f window %.1f title %.1f found %.1f",
        first.saturation, first.length_normalisation, point.weights.grams, point.weights.exact,
        point.weights.window, point.weights.title, point.weights.found));
    return text.data();
}

void print(const std::vector<Set>& sets, const std::string& name, const Point& point) {
    std::printf("%-16s", name.c_str());
    for (const Set& set : sets) {
        std::size_t count = 0;
        const double sum = sum_of(set, point, {}, count);
        std::printf("  %.4f", sum / static_cast<double>(std::max<std::size_t>(1, count)));
    }
    std::printf("  %.4f  %s\n", objective(sets, point, {}), to_text(point).c_str());
}

void tune(const std::vector<Set>& sets, const Point& shipped) {
    std::printf("%-16s", "");
    for (const Set& set : sets) std::printf("  %s (%zu)", set.name.c_str(), set.queries.size());
    std::printf("  mean\n");
    Point alone;
    print(sets, "BM25 alone", alone);
    print(sets, "shipped", shipped);
    for (std::size_t first = 0; first < kFirstStages.size(); ++first) {
        Point other = shipped;
        other.first = first;
        print(sets, "first stage", other);
    }
    const Point chosen = choose(sets, shipped, {});
    print(sets, "chosen on all", chosen);
    constexpr std::array kNames{"without grams", "without exact", "without window", "without title",
                                "without found"};
    for (std::size_t weight = 0; weight < kWeights.size(); ++weight) {
        Point other = chosen;
        other.weights.*kWeights[weight] = 0;
        print(sets, kNames[weight], other);
    }
    std::vector<double> held_out(sets.size());
    for (std::size_t fold = 0; fold < kFolds; ++fold) {
        const Point point = choose(sets, shipped, {fold, false});
        std::printf("fold %zu chooses   %s\n", fold + 1, to_text(point).c_str());
        for (std::size_t set = 0; set < sets.size(); ++set) {
            std::size_t count = 0;
            held_out[set] += sum_of(sets[set], point, {fold, true}, count);
        }
    }
    std::printf("%-16s", "cross-validated");
    for (std::size_t set = 0; set < sets.size(); ++set) {
        std::printf("  %.4f",
                    held_out[set] / static_cast<double>(std::max<std::size_t>(1, sets[set].queries.size())));
    }
    std::printf("\n");
}

int run(const std::vector<std::string>& arguments) {
    const analyzers::Analyzer analyzer;
    const searcher::Expanders all = expanders(analyzer);
    auto group = searcher::Group::own;
    std::size_t most = 400;
    std::vector<std::string> names;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        if (arguments[at] == "--translated") {
            group = searcher::Group::translated;
        } else if (arguments[at] == "--most" && at + 1 < arguments.size()) {
            most = std::stoul(arguments[++at]);
        } else {
            names.push_back(arguments[at]);
        }
    }
    if (names.empty())
        throw std::runtime_error("usage: tune_ranking [--translated] [--most N] INDEX:DIRECTORY[:GRADE]…");
    std::vector<Set> sets;
    sets.reserve(names.size());
    for (const std::string& name : names) sets.push_back(read_set(name, most, group, analyzer, all));
    const bool is_own = group == searcher::Group::own;
    tune(sets,
         is_own ? Point{0, searcher::kOwnRanking.weights} : Point{1, searcher::kTranslatedRanking.weights});
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        std::cerr << "tune_ranking: " << error.what() << '\n';
        return 1;
    }
}
