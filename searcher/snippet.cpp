#include "searcher/snippet.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>

#include "analyzers/utf8.hpp"
#include "store/terms.hpp"

namespace izde::searcher {
namespace {

/// About three lines of a terminal.
constexpr std::size_t kSnippetBytes = 400;

/// Blocks that are read for a phrase before the one with most of its words is shown without it.
constexpr std::size_t kMostRead = 64;

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

/// The text of a block without the blanks at its end.
std::string_view text_of(const store::Work& work, std::size_t block) {
    const std::size_t begin = work.blocks[block].begin;
    std::string_view text = std::string_view(work.text).substr(begin, end_of_block(work, block) - begin);
    while (text.ends_with('\n') || text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

/// Where phrases, NEAR and the like are fulfilled in a block.
std::vector<Extent> bound_places(const Plan& plan, const store::Block& block, std::string_view text,
                                 const analyzers::Analyzer& analyzer) {
    std::vector<Extent> all;
    for (const TextCondition& condition : plan.bound)
        std::ranges::copy(places_in(condition, block, text, analyzer), std::back_inserter(all));
    return all;
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

SnippetMaker::SnippetMaker(const Xapian::Database& database, const Plan& plan,
                           const analyzers::Analyzer& analyzer)
    : database_(database),
      plan_(plan),
      analyzer_(analyzer),
      rarity_(plan.words.size()),
      matcher_(plan),
      tokens_(analyzer.analyze({}, analyzers::Language::unknown)) {
    for (const Wording& wording : plan.wordings) {
        if (!counts(plan, wording)) continue;
        // The rarest stem stands for a wording of several: find_marks tells whether the others stand beside
        // it.
        Sought sought{&wording, {}};
        Xapian::doccount frequency = 0;
        for (const std::string& stem : wording.stems) {
            std::string term = store::stem_term(stem);
            const Xapian::doccount documents = database.get_termfreq(term);
            if (!sought.term.empty() && documents >= frequency) continue;
            sought.term = std::move(term);
            frequency = documents;
        }
        const double rarity = std::log(1 + (database.get_doccount() + 0.5) / (frequency + 0.5));
        for (const std::size_t word : wording.words) {
            if (wording.by == MatchedBy::typed || rarity_[word] == 0)
                rarity_[word] = std::max(rarity_[word], rarity);
        }
        if (frequency > 0) sought_.push_back(std::move(sought));
    }
}

std::vector<Mark> SnippetMaker::find_marks(std::string_view text, const store::Block& block) {
    matcher_.find(text, block.language, tokens_, matches_);
    const std::vector<Extent> bound = bound_places(plan_, block, text, analyzer_);
    const auto is_astray = [&](const Wording& wording, std::size_t begin, std::size_t end) {
        return plan_.words[wording.words.front()].is_bound &&
               std::ranges::none_of(
                   bound, [&](const Extent& place) { return place.begin <= begin && end <= place.end; });
    };
    std::vector<Mark> marks;
    for (const auto& match : matches_.all) {
        const Wording& wording = plan_.wordings[match.wording];
        if (!counts(plan_, wording) || is_astray(wording, match.begin, match.end)) continue;
        const MatchedBy by =
            wording.by == MatchedBy::typed ? plan_.words[wording.words.front()].by : wording.by;
        const Mark mark{match.begin, match.end, by};
        if (marks.empty() || mark.begin >= marks.back().end) marks.push_back(mark);
    }
    return marks;
}

std::vector<Snippet> SnippetMaker::make(Xapian::docid docid, const store::Work& work, std::size_t limit) {
    std::vector<Snippet> snippets;
    if (work.blocks.empty()) return snippets;
    std::vector<std::size_t> blocks = best_blocks(docid, work, limit);
    if (blocks.empty()) {
        const auto body = std::ranges::find(work.blocks, store::BlockKind::body, &store::Block::kind);
        blocks.push_back(body == work.blocks.end() ? 0
                                                   : static_cast<std::size_t>(body - work.blocks.begin()));
    }
    for (const std::size_t block : blocks) {
        const std::string_view text = text_of(work, block);
        const std::vector<Mark> marks = find_marks(text, work.blocks[block]);
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

/// Blocks that hold words of the query: rarer words count more, a title block is shown anyway.
std::vector<std::size_t> SnippetMaker::best_blocks(Xapian::docid docid, const store::Work& work,
                                                   std::size_t limit) const {
    std::map<std::size_t, std::set<std::size_t>> words_in;
    for (const Sought& sought : sought_) {
        const auto end = database_.positionlist_end(docid, sought.term);
        for (auto place = database_.positionlist_begin(docid, sought.term); place != end; ++place) {
            words_in[block_at(work, *place)].insert(sought.wording->words.begin(),
                                                    sought.wording->words.end());
        }
    }
    std::vector<std::pair<double, std::size_t>> scored;
    for (const auto& [block, words] : words_in) {
        double score = 0;
        for (const std::size_t number : words) score += rarity_[number];
        const store::BlockKind kind = work.blocks[block].kind;
        if (kind == store::BlockKind::title) score *= 0.25;
        if (kind == store::BlockKind::reference || kind == store::BlockKind::keywords) score *= 0.5;
        scored.emplace_back(score, block);
    }
    std::ranges::sort(scored, [](const auto& left, const auto& right) {
        return left.first != right.first ? left.first > right.first : left.second < right.second;
    });
    if (!plan_.bound.empty()) {
        const auto read = scored.begin() + static_cast<std::ptrdiff_t>(std::min(scored.size(), kMostRead));
        std::stable_partition(scored.begin(), read, [&](const auto& one) {
            return !bound_places(plan_, work.blocks[one.second], text_of(work, one.second), analyzer_)
                        .empty();
        });
    }
    std::vector<std::size_t> blocks;
    for (const auto& [score, block] : scored) {
        if (blocks.size() == limit) break;
        if (!blocks.empty() && work.blocks[block].kind == store::BlockKind::title) continue;
        blocks.push_back(block);
    }
    std::ranges::sort(blocks);
    return blocks;
}

}  // namespace izde::searcher
