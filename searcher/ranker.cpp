#include "searcher/ranker.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>

#include "analyzers/letter_grams.hpp"
#include "store/codec.hpp"
#include "store/terms.hpp"

namespace izde::searcher {
namespace {

// Weights of the parts beside BM25's 1, chosen by coordinate search on five dev sets (nDCG@10 of Kazakh
// questions, Russian questions, headings of Russian laws, of law 561 in its own language, Tax Code
// questions):
//   BM25 alone              .778 .952 .688 .815 .634
//   these weights           .808 .958 .745 .842 .824
//   without grams           .781 .955 .719 .846 .766  (with window .2, title .4; 1.0 and 1.5 are no better
//   than 0.6) without exact           .812 .960 .732 .835 .767  (the same; questions lose a little by it,
//   statutes gain more) without window          .809 .957 .718 .817 .759  (the same; .8 costs statutes .004)
//   without title           .802 .958 .738 .835 .743  (the same)
constexpr double kGramWeight = 0.6;
constexpr double kExactWeight = 0.3;
constexpr double kWindowWeight = 0.4;
constexpr double kTitleWeight = 0.8;

/// Saturation and length normalisation of the grams, as in the first stage.
constexpr double kGramSaturation = 1.2;
constexpr double kGramLength = 0.75;

/// A query word that counts, with its weight.
struct Weighted {
    const QueryWord* word = nullptr;
    double idf = 0;
};

std::vector<Weighted> content_words(const Xapian::Database& database, const std::vector<QueryWord>& words) {
    std::vector<Weighted> weighted;
    const bool has_content =
        std::ranges::any_of(words, [](const QueryWord& word) { return !word.is_stopword; });
    const double documents = database.get_doccount();
    for (const QueryWord& word : words) {
        if (word.is_stopword && has_content) continue;
        double frequency = database.get_termfreq(store::stem_term(word.stem));
        if (!word.alternative_stem.empty()) {
            frequency =
                std::max<double>(frequency, database.get_termfreq(store::stem_term(word.alternative_stem)));
        }
        weighted.push_back({&word, std::log(1 + (documents + 0.5) / (frequency + 0.5))});
    }
    return weighted;
}

/// Positions of a word in a document, of either reading.
void add_positions(const Xapian::Database& database, Xapian::docid docid, const std::string& stem,
                   std::size_t number, std::vector<std::pair<std::uint32_t, std::size_t>>& places) {
    const std::string term = store::stem_term(stem);
    for (auto position = database.positionlist_begin(docid, term);
         position != database.positionlist_end(docid, term); ++position) {
        places.emplace_back(*position, number);
    }
}

/// 1 where all words stand side by side; less for wider windows and for fewer words.
double nearness(const Xapian::Database& database, Xapian::docid docid, const std::vector<Weighted>& words) {
    constexpr std::size_t kMostWords = 16;  // a longer query's window says little and costs much
    const std::size_t count = std::min(words.size(), kMostWords);
    if (count < 2) return 0;
    std::vector<std::pair<std::uint32_t, std::size_t>> places;
    std::size_t present = 0;
    for (std::size_t number = 0; number < count; ++number) {
        const std::size_t before = places.size();
        add_positions(database, docid, words[number].word->stem, number, places);
        if (!words[number].word->alternative_stem.empty()) {
            add_positions(database, docid, words[number].word->alternative_stem, number, places);
        }
        if (places.size() != before) ++present;
    }
    if (present < 2) return 0;
    std::ranges::sort(places);
    std::vector<std::size_t> inside(count, 0);
    std::size_t different = 0;
    std::size_t left = 0;
    std::uint32_t smallest = std::numeric_limits<std::uint32_t>::max();
    for (const auto& [position, number] : places) {
        if (inside[number]++ == 0) ++different;
        while (different == present) {
            smallest = std::min(smallest, position - places[left].first + 1);
            if (--inside[places[left].second] == 0) --different;
            ++left;
        }
    }
    const auto found = static_cast<double>(present);
    return found / static_cast<double>(count) * found / std::max<double>(found, smallest);
}

/// How much of the query the title holds, and how much of the title is query.
double title_coverage(const std::string& title, analyzers::Language language, analyzers::TokenStream& tokens,
                      const std::vector<Weighted>& words) {
    if (title.empty()) return 0;
    std::vector<bool> found(words.size());
    std::size_t title_words = 0;
    std::size_t matched = 0;
    tokens.reset(title, language);
    while (tokens.next()) {
        const analyzers::Token& token = tokens.token();
        if (token.is_stopword) continue;
        ++title_words;
        bool is_match = false;
        for (std::size_t number = 0; number < words.size(); ++number) {
            const QueryWord& word = *words[number].word;
            if (token.stem != word.stem &&
                (word.alternative_stem.empty() || token.stem != word.alternative_stem))
                continue;
            found[number] = true;
            is_match = true;
        }
        if (is_match) ++matched;
    }
    double sum = 0;
    double all = 0;
    for (std::size_t number = 0; number < words.size(); ++number) {
        all += words[number].idf;
        if (found[number]) sum += words[number].idf;
    }
    if (title_words == 0 || all == 0) return 0;
    return sum / all * std::sqrt(static_cast<double>(matched) / static_cast<double>(title_words));
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

double total(const Evidence& evidence) {
    return evidence.bm25 + kGramWeight * evidence.grams + kExactWeight * evidence.exact +
           kWindowWeight * evidence.window + kTitleWeight * evidence.title;
}

}  // namespace

void rescore(const Xapian::Database& database, const Plan& plan, const analyzers::Analyzer& analyzer,
             std::vector<Candidate>& candidates) {
    const std::vector<Weighted> words = content_words(database, plan.words);
    double best = 0;
    for (const Candidate& candidate : candidates) best = std::max(best, candidate.score);
    if (best > 0 && !words.empty()) {
        std::vector<std::string> forms;
        double all = 0;
        for (const Weighted& weighted : words) {
            forms.push_back(weighted.word->exact);
            all += weighted.idf;
        }
        const analyzers::LetterGrams grams(forms);
        analyzers::TokenStream tokens =
            analyzer.analyze({}, analyzers::Language::unknown);  // one for all: a new one is dear
        std::vector<analyzers::LetterGrams::Counts> counts(candidates.size());
        for (std::size_t number = 0; number < candidates.size(); ++number) {
            Candidate& candidate = candidates[number];
            const store::Work work = store::decode_work(database.get_document(candidate.docid).get_data());
            grams.count(work.text, counts[number]);
            candidate.evidence.bm25 = candidate.score / best;
            for (std::size_t word = 0; word < words.size(); ++word) {
                if (counts[number].words[word] != 0) candidate.evidence.exact += words[word].idf / all;
            }
            candidate.evidence.window = nearness(database, candidate.docid, words);
            candidate.evidence.title = title_coverage(work.title, work.language, tokens, words);
        }
        score_grams(counts, candidates);
        for (Candidate& candidate : candidates) candidate.score = best * total(candidate.evidence);
    }
    std::ranges::sort(candidates, [](const Candidate& left, const Candidate& right) {
        return left.score != right.score ? left.score > right.score : left.id < right.id;
    });
}

std::string explain(const Candidate& candidate) {
    const Evidence& evidence = candidate.evidence;
    const auto line = [](const char* name, double part, double weight) {
        std::array<char, 96> text{};
        std::snprintf(text.data(), text.size(), "%-7s %.3f x %.2f = %.3f\n", name, part, weight,
                      part * weight);
        return std::string(text.data());
    };
    return line("bm25", evidence.bm25, 1) + line("grams", evidence.grams, kGramWeight) +
           line("exact", evidence.exact, kExactWeight) + line("window", evidence.window, kWindowWeight) +
           line("title", evidence.title, kTitleWeight);
}

}  // namespace izde::searcher
