#include "searcher/snippet.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>

#include "analyzers/utf8.hpp"
#include "searcher/wording_matcher.hpp"
#include "store/terms.hpp"

namespace izde::searcher {
namespace {

/// About three lines of a terminal.
constexpr std::size_t kSnippetBytes = 400;

bool is_control(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x200E || code == 0x200F ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
           code == analyzers::kMalformed;
}

bool counts(const Plan& plan, const QueryWord& word) {
    return !word.is_stopword ||
           std::ranges::all_of(plan.words, [](const QueryWord& one) { return one.is_stopword; });
}

/// Whether a wording says something that counts.
bool counts(const Plan& plan, const Wording& wording) {
    return std::ranges::any_of(wording.words,
                               [&](std::size_t word) { return counts(plan, plan.words[word]); });
}

/// The number of the block in which a term position lies.
std::size_t block_at(const store::Work& work, std::uint32_t position) {
    const auto after = std::ranges::upper_bound(work.blocks, position, {}, &store::Block::first_position);
    return after == work.blocks.begin() ? 0 : static_cast<std::size_t>(after - work.blocks.begin()) - 1;
}

/// Blocks that hold words of the query: rarer words count more, a title block is shown anyway.
std::vector<std::size_t> best_blocks(const Xapian::Database& database, Xapian::docid docid,
                                     const store::Work& work, const Plan& plan, std::size_t limit) {
    std::map<std::size_t, std::set<std::size_t>> words_in;
    std::vector<double> idf(plan.words.size());
    for (const Wording& wording : plan.wordings) {
        if (!counts(plan, wording)) continue;
        // The rarest stem stands for a wording of several: find_marks tells whether the others stand beside
        // it.
        const std::string* rarest = &wording.stems.front();
        for (const std::string& stem : wording.stems) {
            if (database.get_termfreq(store::stem_term(stem)) <
                database.get_termfreq(store::stem_term(*rarest)))
                rarest = &stem;
        }
        const std::string term = store::stem_term(*rarest);
        const auto end = database.positionlist_end(docid, term);
        for (auto place = database.positionlist_begin(docid, term); place != end; ++place)
            words_in[block_at(work, *place)].insert(wording.words.begin(), wording.words.end());
        const double frequency = database.get_termfreq(term);
        const double rarity = std::log(1 + (database.get_doccount() + 0.5) / (frequency + 0.5));
        for (const std::size_t word : wording.words) {
            if (wording.by == MatchedBy::typed || idf[word] == 0) idf[word] = std::max(idf[word], rarity);
        }
    }
    std::vector<std::pair<double, std::size_t>> scored;
    for (const auto& [block, words] : words_in) {
        double score = 0;
        for (const std::size_t number : words) score += idf[number];
        const store::BlockKind kind = work.blocks[block].kind;
        if (kind == store::BlockKind::title) score *= 0.25;
        if (kind == store::BlockKind::reference || kind == store::BlockKind::keywords) score *= 0.5;
        scored.emplace_back(score, block);
    }
    std::ranges::sort(scored, [](const auto& left, const auto& right) {
        return left.first != right.first ? left.first > right.first : left.second < right.second;
    });
    std::vector<std::size_t> blocks;
    for (const auto& [score, block] : scored) {
        if (blocks.size() == limit) break;
        if (!blocks.empty() && work.blocks[block].kind == store::BlockKind::title) continue;
        blocks.push_back(block);
    }
    std::ranges::sort(blocks);
    return blocks;
}

/// Places (token, word) at which a phrase of the query stands whole.
using PhrasePlaces = std::set<std::pair<std::size_t, std::size_t>>;

PhrasePlaces places_of_phrases(const Plan& plan, const WordingMatcher::Matches& matches) {
    PhrasePlaces words;
    for (const auto& match : matches.all) {
        const Wording& wording = plan.wordings[match.wording];
        if (wording.by == MatchedBy::typed) words.emplace(match.first, wording.words.front());
    }
    PhrasePlaces places;
    for (const std::vector<std::size_t>& phrase : plan.phrases) {
        for (const auto& match : matches.all) {
            bool is_whole = true;
            for (std::size_t at = 0; is_whole && at < phrase.size(); ++at)
                is_whole = words.contains({match.first + at, phrase[at]});
            for (std::size_t at = 0; is_whole && at < phrase.size(); ++at)
                places.emplace(match.first + at, phrase[at]);
        }
    }
    return places;
}

/// Where a character begins at or before `at`.
std::size_t character_start(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return at;
}

/// The stretch of a block around its matches: whole sentences while they fit, else whole words.
std::pair<std::size_t, std::size_t> stretch(std::string_view text, const store::Block& block,
                                            const std::vector<Mark>& marks) {
    if (text.size() <= kSnippetBytes) return {0, text.size()};
    // The window of kSnippetBytes that holds the most marks.
    std::size_t best = 0;
    std::size_t best_count = 0;
    for (std::size_t first = 0; first < marks.size(); ++first) {
        std::size_t count = 0;
        while (first + count < marks.size() &&
               marks[first + count].end - marks[first].begin <= kSnippetBytes / 2)
            ++count;
        if (count > best_count) {
            best = first;
            best_count = count;
        }
    }
    const std::size_t centre = marks.empty() ? 0 : marks[best].begin;
    std::size_t begin = 0;
    for (const std::uint32_t start : block.sentences) {
        if (start <= centre) begin = start;
    }
    if (centre - begin > kSnippetBytes / 2) {
        begin = text.find(' ', character_start(text, centre - kSnippetBytes / 2));
        begin = begin >= centre ? centre : begin + 1;
    }
    std::size_t end = begin;
    for (const std::uint32_t start : block.sentences) {
        if (start > begin && start - begin <= kSnippetBytes) end = start;
    }
    const std::size_t last = best_count == 0 ? centre : marks[best + best_count - 1].end;
    if (text.size() - begin <= kSnippetBytes) end = text.size();
    if (end <= begin || end < last) {
        const std::size_t limit = character_start(text, std::min(text.size(), begin + kSnippetBytes));
        end = limit == text.size() ? limit : text.rfind(' ', limit);
        if (end == std::string_view::npos || end <= begin) end = limit;
    }
    return {begin, end};
}

}  // namespace

std::size_t end_of_block(const store::Work& work, std::size_t block) noexcept {
    return block + 1 < work.blocks.size() ? work.blocks[block + 1].begin : work.text.size();
}

std::string heading_above(const store::Work& work, std::size_t block) {
    while (block > 0) {
        --block;
        if (work.blocks[block].kind != store::BlockKind::heading) continue;
        const std::size_t begin = work.blocks[block].begin;
        const std::string line =
            without_controls(std::string_view(work.text).substr(begin, end_of_block(work, block) - begin));
        std::string heading;
        for (const char character : line) {
            if (character != ' ' || (!heading.empty() && heading.back() != ' ')) heading += character;
        }
        if (heading.ends_with(' ')) heading.pop_back();
        return heading;
    }
    return {};
}

std::string without_controls(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto character = analyzers::decode(text, at);
        if (is_control(character.code)) {
            result.append(character.length, ' ');
        } else {
            result.append(text, at, character.length);
        }
        at += character.length;
    }
    return result;
}

std::vector<Mark> find_marks(std::string_view text, analyzers::Language language, const Plan& plan,
                             const analyzers::Analyzer& analyzer) {
    const WordingMatcher matcher(plan);
    analyzers::TokenStream tokens = analyzer.analyze({}, language);
    WordingMatcher::Matches matches;
    matcher.find(text, language, tokens, matches);
    const PhrasePlaces phrases = places_of_phrases(plan, matches);
    std::vector<Mark> marks;
    for (const auto& match : matches.all) {
        const Wording& wording = plan.wordings[match.wording];
        if (!counts(plan, wording)) continue;
        const std::size_t word = wording.words.front();
        const bool is_of_phrase = wording.by == MatchedBy::typed && word < plan.is_in_phrases_only.size() &&
                                  plan.is_in_phrases_only[word];
        if (is_of_phrase && !phrases.contains({match.first, word})) continue;
        const MatchedBy by =
            wording.by == MatchedBy::typed ? plan.words[wording.words.front()].by : wording.by;
        const Mark mark{match.begin, match.end, by};
        if (marks.empty() || mark.begin >= marks.back().end) marks.push_back(mark);
    }
    return marks;
}

std::vector<Snippet> make_snippets(const Xapian::Database& database, Xapian::docid docid,
                                   const store::Work& work, const Plan& plan,
                                   const analyzers::Analyzer& analyzer, std::size_t limit) {
    std::vector<Snippet> snippets;
    if (work.blocks.empty()) return snippets;
    // A block may hold the words of a phrase apart: more are looked at, and those that show nothing left out.
    constexpr std::size_t kMorePerPhrase = 8;
    const std::size_t looked_at = plan.phrases.empty() ? limit : limit * kMorePerPhrase;
    std::vector<std::size_t> blocks = best_blocks(database, docid, work, plan, looked_at);
    const auto marks_of = [&](std::size_t block) {
        const std::size_t begin = work.blocks[block].begin;
        return find_marks(std::string_view(work.text).substr(begin, end_of_block(work, block) - begin),
                          work.blocks[block].language, plan, analyzer);
    };
    if (!plan.phrases.empty()) {
        std::vector<std::size_t> shown;
        std::ranges::copy_if(blocks, std::back_inserter(shown),
                             [&](std::size_t block) { return !marks_of(block).empty(); });
        if (!shown.empty()) blocks = std::move(shown);
        blocks.resize(std::min(blocks.size(), limit));
    }
    if (blocks.empty()) {
        const auto body = std::ranges::find(work.blocks, store::BlockKind::body, &store::Block::kind);
        blocks.push_back(body == work.blocks.end() ? 0
                                                   : static_cast<std::size_t>(body - work.blocks.begin()));
    }
    for (const std::size_t block : blocks) {
        const std::size_t begin = work.blocks[block].begin;
        std::string_view text = std::string_view(work.text).substr(begin, end_of_block(work, block) - begin);
        while (text.ends_with('\n') || text.ends_with(' ')) text.remove_suffix(1);
        const std::vector<Mark> marks = marks_of(block);
        auto [from, to] = stretch(text, work.blocks[block], marks);
        while (to > from && (text[to - 1] == ' ' || text[to - 1] == '\n')) --to;
        Snippet snippet;
        snippet.block = block;
        snippet.text = without_controls(text.substr(from, to - from));
        for (const Mark& mark : marks) {
            if (mark.begin >= from && mark.end <= to)
                snippet.marks.push_back({mark.begin - from, mark.end - from, mark.by});
        }
        snippet.offset = from + (snippet.marks.empty() ? 0 : snippet.marks.front().begin);
        snippets.push_back(std::move(snippet));
    }
    return snippets;
}

}  // namespace izde::searcher
