#include "searcher/ranker.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <numeric>
#include <optional>

#include "analyzers/citation/act_rank.hpp"
#include "analyzers/letter_grams.hpp"
#include "searcher/document_values.hpp"
#include "searcher/wording_matcher.hpp"
#include "store/codec.hpp"
#include "store/terms.hpp"

namespace izde::searcher {
namespace {

const EvidenceWeights& weights_of(Group group) {
    return (group == Group::own ? kOwnRanking : kTranslatedRanking).weights;
}

/// Of a longer text its beginning is scanned: works are cut at some 70 KB, only a line of JSON may be longer.
constexpr std::size_t kScannedBytes = std::size_t{256} << 10U;

/// Saturation and length normalisation of the grams, as in the first stage.
constexpr double kGramSaturation = 1.2;
constexpr double kGramLength = 0.75;

/// A query word that counts, with its weight.
struct Weighted {
    const QueryWord* word = nullptr;
    double idf = 0;
};

/// A way to say some of the weighted words, as numbers: `stems` of the query's stems, `words` of the weighted
/// words.
struct Saying {
    std::vector<std::size_t> stems, words;
};

/// What the second stage looks for in a group of candidates.
struct Sought {
    std::vector<Weighted> words;
    std::vector<std::string> stems;  ///< each once
    std::vector<Saying> sayings;
    std::vector<std::optional<std::size_t>> number_of;  ///< of each of `Plan::words` among `words`
    double all = 0;                                     ///< sum of the words' idf
};

bool is_sought(const Plan& plan, const Wording& wording, Group group) {
    return wording.language == analyzers::Language::unknown || wording.language == plan.language ||
           group == Group::translated;
}

/// The idf of a word is that of its most frequent wording: a word that a language says in two ways is no
/// rarer for it.
Sought sought_of(const Xapian::Database& database, const Plan& plan, Group group) {
    Sought sought;
    const bool has_content =
        std::ranges::any_of(plan.words, [](const QueryWord& word) { return !word.is_stopword; });
    for (const QueryWord& word : plan.words) {
        const bool counts = !word.is_stopword || !has_content;
        sought.number_of.push_back(counts ? std::optional(sought.words.size()) : std::nullopt);
        if (counts) sought.words.push_back({&word, 0});
    }
    std::vector<double> frequency(sought.words.size());
    for (const Wording& wording : plan.wordings) {
        if (!is_sought(plan, wording, group)) continue;
        Saying saying;
        for (const std::size_t word : wording.words) {
            if (const auto number = sought.number_of[word]) saying.words.push_back(*number);
        }
        if (saying.words.empty()) continue;
        for (const std::string& stem : wording.stems) {
            const auto known = std::ranges::find(sought.stems, stem);
            saying.stems.push_back(static_cast<std::size_t>(known - sought.stems.begin()));
            if (known == sought.stems.end()) sought.stems.push_back(stem);
        }
        if (wording.stems.size() == 1 && saying.words.size() == 1) {
            double& most = frequency[saying.words.front()];
            most = std::max(most,
                            wording.weight * database.get_termfreq(store::stem_term(wording.stems.front())));
        }
        sought.sayings.push_back(std::move(saying));
    }
    const double documents = database.get_doccount();
    for (std::size_t word = 0; word < sought.words.size(); ++word) {
        sought.words[word].idf = std::log(1 + (documents + 0.5) / (frequency[word] + 0.5));
        sought.all += sought.words[word].idf;
    }
    return sought;
}

/// A stem in a document.
struct Place {
    std::uint32_t position = 0;
    std::size_t stem = 0;
    // clang-tidy 14 takes the 0 that <=> is compared with for a pointer.
    // NOLINTNEXTLINE(modernize-use-nullptr)
    friend auto operator<=>(const Place&, const Place&) = default;
};

/// Where the stems stand in each candidate. Walks each stem's postings once, candidates in the order of their
/// numbers: looking up every stem in every document costs three times as much.
std::vector<std::vector<Place>> find_places(const Xapian::Database& database, const Sought& sought,
                                            const std::vector<Candidate>& candidates) {
    constexpr std::size_t kMostPlaces = 1000;  // of a stem in a document: a window is found among fewer
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t number) { return candidates[number].docid; });
    std::vector<std::vector<Place>> places(candidates.size());
    for (std::size_t stem = 0; stem < sought.stems.size(); ++stem) {
        const std::string term = store::stem_term(sought.stems[stem]);
        auto posting = database.postlist_begin(term);
        const auto end = database.postlist_end(term);
        for (const std::size_t number : order) {
            if (posting == end) break;
            posting.skip_to(candidates[number].docid);
            if (posting == end || *posting != candidates[number].docid) continue;
            std::size_t left = kMostPlaces;
            for (auto position = posting.positionlist_begin();
                 left > 0 && position != posting.positionlist_end(); ++position, --left)
                places[number].push_back({*position, stem});
        }
    }
    for (auto& one : places) std::ranges::sort(one);
    return places;
}

/// A word of the query in a document, in whatever wording.
using WordPlaces = std::vector<std::pair<std::uint32_t, std::size_t>>;

WordPlaces words_at(const std::vector<Place>& places, const Sought& sought) {
    WordPlaces found;
    for (const Place& place : places) {
        for (const Saying& saying : sought.sayings) {
            if (saying.stems.front() != place.stem) continue;
            bool is_whole = true;
            for (std::size_t next = 1; is_whole && next < saying.stems.size(); ++next) {
                is_whole = std::ranges::binary_search(
                    places, Place{place.position + static_cast<std::uint32_t>(next), saying.stems[next]});
            }
            if (!is_whole) continue;
            for (const std::size_t word : saying.words) found.emplace_back(place.position, word);
        }
    }
    return found;
}

double share_found(const WordPlaces& places, const Sought& sought) {
    std::vector<bool> found(sought.words.size());
    for (const auto& place : places) found[place.second] = true;
    double sum = 0;
    for (std::size_t word = 0; word < found.size(); ++word) {
        if (found[word]) sum += sought.words[word].idf;
    }
    return sum / sought.all;
}

/// 1 where all words stand side by side; less for wider windows and for fewer words.
double nearness(const WordPlaces& places, std::size_t words) {
    constexpr std::size_t kMostWords = 16;  // a longer query's window says little and costs much
    const std::size_t count = std::min(words, kMostWords);
    if (count < 2) return 0;
    std::vector<std::size_t> inside(count, 0);
    std::size_t present = 0;
    for (const auto& [position, word] : places) {
        if (word < count && inside[word]++ == 0) ++present;
    }
    if (present < 2) return 0;
    std::ranges::fill(inside, 0);
    std::size_t different = 0;
    std::size_t left = 0;
    std::uint32_t smallest = std::numeric_limits<std::uint32_t>::max();
    for (const auto& [position, word] : places) {
        if (word >= count) continue;
        if (inside[word]++ == 0) ++different;
        while (different == present) {
            const auto& [first, first_word] = places[left++];
            if (first_word >= count) continue;
            smallest = std::min(smallest, position - first + 1);
            if (--inside[first_word] == 0) --different;
        }
    }
    const auto found = static_cast<double>(present);
    return found / static_cast<double>(count) * found / std::max<double>(found, smallest);
}

/// How much of the query the title holds, and how much of the title is query.
double title_coverage(const Plan& plan, const Sought& sought, Group group,
                      const WordingMatcher::Matches& matches) {
    if (matches.content_tokens == 0 || sought.all == 0) return 0;
    std::vector<bool> found(sought.words.size());
    std::size_t matched = 0;
    std::size_t past = 0;  // tokens before this one are counted
    for (const auto& match : matches.all) {
        const Wording& wording = plan.wordings[match.wording];
        if (!is_sought(plan, wording, group)) continue;
        bool counts = false;
        for (const std::size_t word : wording.words) {
            if (const auto number = sought.number_of[word]) {
                found[*number] = true;
                counts = true;
            }
        }
        const std::size_t end = match.first + wording.stems.size();
        if (counts && end > past) {
            matched += end - std::max(past, match.first);
            past = end;
        }
    }
    double sum = 0;
    for (std::size_t number = 0; number < found.size(); ++number) {
        if (found[number]) sum += sought.words[number].idf;
    }
    const double share = static_cast<double>(matched) / static_cast<double>(matches.content_tokens);
    return sum / sought.all * std::sqrt(std::min(1.0, share));
}

/// BM25 of the grams: document frequencies are those among the candidates.
void score_grams(const std::vector<analyzers::LetterGrams::Counts>& counts,
                 std::vector<Candidate>& candidates) {
    if (counts.empty()) return;
    const std::size_t grams = counts.front().grams.size();
    const auto documents = static_cast<double>(counts.size());
    std::vector<double> idf(grams);
    double words = 0;
    for (const auto& one : counts) words += static_cast<double>(one.text_words);
    const double average = std::max(1.0, words / documents);
    for (std::size_t gram = 0; gram < grams; ++gram) {
        double frequency = 0;
        for (const auto& one : counts) frequency += one.grams[gram] != 0 ? 1 : 0;
        idf[gram] = std::log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
    }
    double best = 0;
    for (std::size_t number = 0; number < counts.size(); ++number) {
        const double length = static_cast<double>(counts[number].text_words) / average;
        const double norm = kGramSaturation * (1 - kGramLength + kGramLength * length);
        double score = 0;
        for (std::size_t gram = 0; gram < grams; ++gram) {
            const double occurrences = counts[number].grams[gram];
            if (occurrences > 0)
                score += idf[gram] * occurrences * (kGramSaturation + 1) / (occurrences + norm);
        }
        candidates[number].evidence.grams = score;
        best = std::max(best, score);
    }
    for (Candidate& candidate : candidates)
        candidate.evidence.grams = best > 0 ? candidate.evidence.grams / best : 0;
}

}  // namespace

double score_of(const Evidence& evidence, const EvidenceWeights& weights) {
    return evidence.bm25 + weights.grams * evidence.grams + weights.exact * evidence.exact +
           weights.window * evidence.window + weights.title * evidence.title +
           weights.found * evidence.found + weights.companion * evidence.companion +
           weights.subordination * evidence.subordination;
}

Xapian::BM25Weight first_stage(Group group) {
    const FirstStage& first = (group == Group::own ? kOwnRanking : kTranslatedRanking).first;
    return {first.saturation, 0, 1, first.length_normalisation, 0};
}

bool is_better(const Candidate& left, const Candidate& right) {
    return left.score != right.score ? left.score > right.score : left.id < right.id;
}

void rescore(const Xapian::Database& database, const Plan& plan, Group group,
             const analyzers::Analyzer& analyzer, std::vector<Candidate>& candidates) {
    const Sought sought = sought_of(database, plan, group);
    double best = 0;
    for (const Candidate& candidate : candidates) best = std::max(best, candidate.score);
    if (best > 0 && !sought.words.empty()) {
        std::vector<std::string> forms;
        for (const Weighted& weighted : sought.words) forms.push_back(weighted.word->exact);
        const analyzers::LetterGrams grams(forms);
        const WordingMatcher matcher(plan);
        WordingMatcher::Matches matches;
        analyzers::TokenStream tokens =
            analyzer.analyze({}, analyzers::Language::unknown);  // one for all: a new one is dear
        const std::vector<std::vector<Place>> places = find_places(database, sought, candidates);
        std::string text;
        const std::vector<Xapian::docid> documents = documents_of(candidates);
        const std::vector<std::string> titles = values_of(database, store::kTitleSlot, documents);
        const std::vector<std::string> languages = values_of(database, store::kLanguageSlot, documents);
        const std::vector<std::string> acts = values_of(database, store::kActSlot, documents);
        std::vector<analyzers::LetterGrams::Counts> counts(candidates.size());
        for (std::size_t number = 0; number < candidates.size(); ++number) {
            Candidate& candidate = candidates[number];
            // The match has just seen it: asking whether it exists costs as much as reading it.
            const Xapian::Document document =
                database.get_document(candidate.docid, Xapian::DOC_ASSUME_VALID);
            store::decode_beginning(document.get_data(), kScannedBytes, text);
            grams.count(text, counts[number]);
            const double companion = candidate.evidence.companion;
            candidate.evidence = {};
            candidate.evidence.companion = companion;
            candidate.evidence.subordination = analyzers::subordination_of(acts[number]);
            candidate.group = group;
            candidate.evidence.bm25 = candidate.score / best;
            for (std::size_t word = 0; word < sought.words.size(); ++word) {
                if (counts[number].words[word] != 0)
                    candidate.evidence.exact += sought.words[word].idf / sought.all;
            }
            const WordPlaces found = words_at(places[number], sought);
            candidate.evidence.found = share_found(found, sought);
            candidate.evidence.window = nearness(found, sought.words.size());
            matcher.find(titles[number], store::language_of(languages[number]), tokens, matches);
            candidate.evidence.title = title_coverage(plan, sought, group, matches);
        }
        score_grams(counts, candidates);
        for (Candidate& candidate : candidates)
            candidate.score = best * score_of(candidate.evidence, weights_of(group));
    }
    std::ranges::sort(candidates, is_better);
}

std::string explain(const Candidate& candidate) {
    const Evidence& evidence = candidate.evidence;
    const auto line = [](const char* name, double part, double weight) {
        std::array<char, 96> text{};
        static_cast<void>(std::snprintf(text.data(), text.size(), "%-7s %.3f x %.2f = %.3f\n", name, part,
                                        weight, part * weight));
        return std::string(text.data());
    };
    const EvidenceWeights& weights = weights_of(candidate.group);
    std::string text =
        candidate.group == Group::translated ? "by translations, beside its own language\n" : "";
    text += line("bm25", evidence.bm25, 1) + line("grams", evidence.grams, weights.grams) +
            line("exact", evidence.exact, weights.exact) + line("window", evidence.window, weights.window) +
            line("title", evidence.title, weights.title);
    if (weights.found > 0) text += line("found", evidence.found, weights.found);
    if (weights.companion > 0) text += line("like", evidence.companion, weights.companion);
    if (evidence.subordination > 0) text += line("below", evidence.subordination, weights.subordination);
    const double sum = score_of(evidence, weights);
    if (candidate.group == Group::translated) text += line("beside", sum, candidate.scale);
    if (candidate.is_capped) text += "capped  behind works that hold the whole query\n";
    if (candidate.standing != Standing::ranked) {
        text += candidate.standing == Standing::act ? "first   the act that was asked for\n"
                : candidate.standing == Standing::part_of_act
                    ? "first   a part of the act that was asked for\n"
                    : "first   cites the act that was asked for\n";
    }
    return text;
}

}  // namespace izde::searcher
