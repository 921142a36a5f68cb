#include "indexer/segment/page_furniture.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <map>

#include "analyzers/characters.hpp"
#include "analyzers/utf8.hpp"
#include "indexer/segment/paragraph.hpp"

namespace izde::indexer {
namespace {

/// Running heads stand among the first or last lines of a page.
constexpr std::size_t kEdgeLines = 2;

/// A line is a running head where it stands at the edge of so many pages, digits aside: left and right pages
/// have heads of their own, so that a short file shows each twice. In longer ones a title may stand twice at
/// an edge, in the table of contents and above its article. A sentence is none.
constexpr std::size_t kRunningHeadPages = 2;
constexpr std::size_t kShortFilePages = 6;
constexpr std::size_t kRunningHeadsOfLongFile = 3;

/// What stands above articles alone stands on less than one page in so many.
constexpr std::size_t kOpeningPages = 2;

/// The number at one end of a running head («Хабаршы    43», «43 Хабаршы»); 0 where there is none.
unsigned number_beside(std::string_view line) {
    const auto read = [](std::string_view digits) {
        unsigned number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return digits.empty() || digits.size() > 4 ? 0U : number;
    };
    const std::size_t front = std::min(line.find_first_not_of("0123456789"), line.size());
    if (front > 0) return read(line.substr(0, front));
    const std::size_t last = line.find_last_not_of("0123456789");
    return last == std::string_view::npos || line[last] != ' ' ? 0U : read(line.substr(last + 1));
}

/// A running head changes its page number from page to page: digits do not count.
std::string without_digits(std::string_view line) {
    std::string rest;
    for (const char character : line) {
        if (character < '0' || character > '9') rest.push_back(character);
    }
    return std::string(trimmed(rest));
}

bool is_edge(std::size_t place, std::size_t count) {
    return place < kEdgeLines || place + kEdgeLines >= count;
}

/// The end of a sentence, or an entry of a list of references that goes on («… Су кодексі //»): such lines
/// come again at edges by chance.
bool ends_sentence(std::string_view line) {
    return line.ends_with('.') || line.ends_with(';') || line.ends_with(',') || line.ends_with(" //");
}

/// «Секция: …», «2 СЕКЦИЯ» come again with the articles, not with the pages.
bool names_section(const Paragraph& paragraph) {
    return paragraph.words.find("секция") != std::string::npos || paragraph.words.starts_with("section");
}

/// How far the printed numbers of most pages are from their place in the file; nothing where no two pages
/// agree: a number alone on a page may as well be a table's or a note's.
std::optional<std::int64_t> usual_offset(const Pages& pages, const std::vector<store::PageRef>& refs) {
    std::map<std::int64_t, std::size_t> offsets;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        const std::vector<Line>& lines = pages[page];
        for (std::size_t place = 0; place < lines.size(); ++place) {
            const auto number = lone_number(lines[place].text);
            if (number && is_edge(place, lines.size()))
                ++offsets[static_cast<std::int64_t>(*number) - refs[page].index];
        }
    }
    const auto most = std::ranges::max_element(offsets, {}, [](const auto& pair) { return pair.second; });
    return most == offsets.end() || most->second < 2 ? std::nullopt : std::optional(most->first);
}

/// Lone numbers at the edges of pages become their labels: those that run with the pages, where most do (an
/// inserted plate shifts them a little); else those that count upwards. A page without a printed number among
/// such pages has the one that is counted for it.
void take_page_numbers(Pages& pages, std::vector<store::PageRef>& refs) {
    constexpr std::int64_t kMostShift = 50;
    const auto usual = usual_offset(pages, refs);
    unsigned last = 0;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        std::vector<Line>& lines = pages[page];
        const std::int64_t expected = usual ? *usual + refs[page].index : 0;
        std::vector<Line> kept;
        for (std::size_t place = 0; place < lines.size(); ++place) {
            const auto number = lone_number(lines[place].text);
            const bool may_be = number && is_edge(place, lines.size()) && lines.size() > 1;
            const std::int64_t shift = may_be && usual ? *number - expected : 0;
            if (!may_be || (shift != 0 && (*number <= last || std::abs(shift) > kMostShift))) {
                kept.push_back(lines[place]);
                continue;
            }
            if (refs[page].label.empty()) refs[page].label = std::to_string(last = *number);
        }
        lines = std::move(kept);
        const bool is_counted = usual && last != 0 && expected > last;
        if (refs[page].label.empty() && is_counted) refs[page].label = std::to_string(expected);
    }
}

/// «ГЛАВА 6. О СДЕЛКАХ 6.3. …» over every page of a chapter, with the number that tells the chapter; "" for
/// other lines.
std::string chapter_key(std::string_view line) {
    const Paragraph paragraph = paragraph_of(line);
    if (paragraph.word_count < 2 || names_section(paragraph) || own_role(paragraph) != Role::chapter)
        return {};
    return paragraph.words.substr(0, paragraph.words.find(' ', paragraph.words.find(' ') + 1));
}

/// Characters of the longest line that names a chapter.
constexpr std::uint32_t kChapterWidth = 160;

/// Heads that name the chapter on each of its pages: all but the first, which opens it.
void take_chapter_heads(Pages& pages, std::set<std::string>& heads) {
    std::map<std::string, std::size_t> seen;
    for (const std::vector<Line>& lines : pages) {
        if (const std::string key = lines.empty() ? "" : chapter_key(lines.front().text); !key.empty())
            ++seen[key];
    }
    std::erase_if(seen, [](const auto& pair) { return pair.second < kRunningHeadsOfLongFile; });
    if (seen.empty()) return;
    std::set<std::string> opened;
    for (std::vector<Line>& lines : pages) {
        std::vector<Line> kept;
        for (const Line& line : lines) {
            const bool is_first = &line == &lines.front();
            const std::string key = line.width <= kChapterWidth ? chapter_key(line.text) : std::string();
            if (!seen.contains(key) || opened.insert(key).second || !is_first) {
                kept.push_back(line);
            } else {
                heads.insert(std::string(line.text));
            }
        }
        lines = std::move(kept);
    }
}

/// First or last lines whose number runs with the pages: «Байжанова К.Т. О праве    17», «18    Вестник».
void take_numbered_heads(Pages& pages, std::vector<store::PageRef>& refs, std::set<std::string>& heads) {
    constexpr std::size_t kFewestPages = 4;
    constexpr std::uint32_t kHeadWidth = 110;
    std::map<std::int64_t, std::size_t> offsets;
    const auto number_of = [&](const Line& line) {
        return line.width <= kHeadWidth && !ends_sentence(line.text) ? number_beside(line.text) : 0U;
    };
    for (std::size_t page = 0; page < pages.size(); ++page) {
        if (pages[page].size() < 2) continue;
        for (const Line* const line : {&pages[page].front(), &pages[page].back()}) {
            if (const unsigned number = number_of(*line); number != 0)
                ++offsets[static_cast<std::int64_t>(number) - refs[page].index];
        }
    }
    const auto most = std::ranges::max_element(offsets, {}, [](const auto& pair) { return pair.second; });
    if (most == offsets.end() || most->second < kFewestPages || most->second * 2 < pages.size()) return;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        std::vector<Line>& lines = pages[page];
        const auto runs = [&](const Line& line) {
            return number_of(line) != 0 &&
                   static_cast<std::int64_t>(number_of(line)) - refs[page].index == most->first;
        };
        if (lines.size() < 2 || (!runs(lines.front()) && !runs(lines.back()))) continue;
        const bool is_first = runs(lines.front());
        heads.insert(without_digits(is_first ? lines.front().text : lines.back().text));
        if (refs[page].label.empty()) refs[page].label = std::to_string(most->first + refs[page].index);
        lines.erase(is_first ? lines.begin() : lines.end() - 1);
    }
}

/// The lines at the edges of pages that come again, digits aside.
void take_repeated_heads(Pages& pages, std::vector<store::PageRef>& refs, std::set<std::string>& heads) {
    std::map<std::string, std::size_t> seen;
    for (const std::vector<Line>& lines : pages) {
        std::set<std::string> edges;
        for (std::size_t place = 0; place < lines.size(); ++place) {
            if (is_edge(place, lines.size())) edges.insert(without_digits(lines[place].text));
        }
        for (const std::string& edge : edges) ++seen[edge];
    }
    // УДК lines come again with every article, universities with every other: they are no furniture, unless
    // a journal bears the name.
    const auto fewest = [&](std::string_view head) {
        const Paragraph paragraph = paragraph_of(head);
        if (paragraph.word_count == 0 || names_section(paragraph)) return pages.size() + 1;
        switch (own_role(paragraph)) {
            case Role::body:
            case Role::line:
            case Role::title:
            case Role::chapter:
                return pages.size() < kShortFilePages ? kRunningHeadPages
                                                      : std::max(kRunningHeadsOfLongFile, pages.size() / 16);
            case Role::byline:
            case Role::affiliation:
                return std::max(kRunningHeadPages, pages.size() / 4);
            default:
                return pages.size() + 1;
        }
    };
    // «Научная статья» above every article's codes comes again with the articles: what opens heads, and not
    // on most pages, is none either.
    std::map<std::string, std::size_t> opening;
    for (const std::vector<Line>& lines : pages) {
        if (lines.size() < 2) continue;
        switch (own_role(paragraph_of(lines[1].text))) {
            case Role::classification:
            case Role::number:
            case Role::title:
            case Role::byline:
                ++opening[without_digits(lines[0].text)];
                break;
            default:
                if (lines[1].follows_blank && lines.size() > 2 && lines[2].follows_blank)
                    ++opening[without_digits(lines[0].text)];
                break;
        }
    }
    const auto opens_articles = [&](const std::string& head) {
        return seen[head] * kOpeningPages < pages.size() && opening[head] * 5 >= seen[head] * 4;
    };
    // A number in a head is the page's where it runs with the pages.
    std::map<std::int64_t, std::vector<std::size_t>> offsets;
    // Between furniture and the edge nothing else stands.
    for (std::size_t page = 0; page < pages.size(); ++page) {
        std::vector<Line>& lines = pages[page];
        const auto is_furniture = [&](std::size_t place) {
            const std::string head = without_digits(lines[place].text);
            return !head.empty() && !ends_sentence(lines[place].text) && seen[head] >= kRunningHeadPages &&
                   seen[head] >= fewest(head) && !opens_articles(head);
        };
        const std::size_t most = std::min(kEdgeLines, lines.size());
        std::size_t first = 0;
        while (first < most && is_furniture(first)) ++first;
        std::size_t last = lines.size();
        while (last > first && lines.size() - last < most && is_furniture(last - 1)) --last;
        for (std::size_t place = 0; place < lines.size(); ++place) {
            if (place >= first && place < last) continue;
            heads.insert(without_digits(lines[place].text));
            if (const unsigned number = number_beside(lines[place].text); number != 0)
                offsets[static_cast<std::int64_t>(number) - refs[page].index].push_back(page);
        }
        lines = std::vector<Line>(lines.begin() + static_cast<std::ptrdiff_t>(first),
                                  lines.begin() + static_cast<std::ptrdiff_t>(last));
    }
    const auto most =
        std::ranges::max_element(offsets, {}, [](const auto& pair) { return pair.second.size(); });
    if (most == offsets.end() || most->second.size() < 2) return;
    for (const std::size_t page : most->second) {
        std::string& label = refs[page].label;
        if (label.empty()) label = std::to_string(most->first + refs[page].index);
    }
}

/// Names over pages are often in other letters than in the text.
std::string in_small_letters(std::string_view text) {
    std::string small;
    for (std::size_t at = 0; at < text.size();) {
        const analyzers::Character character = analyzers::decode(text, at);
        at += character.length;
        analyzers::append_utf8(small, analyzers::to_lower(character.code));
    }
    return small;
}

/// A note, or an entry of a list of references: nothing that stands below the names of a head.
bool ends_article(std::string_view line) {
    const Role role = own_role(paragraph_of(line));
    return role == Role::note || role == Role::body || role == Role::references_heading;
}

/// Heads that change with the article («Байжанова К.Т.» over its odd pages): a short line alone above the
/// text that says again what stands on a page before. Taken only where most pages have heads.
void take_changing_heads(Pages& pages, const std::vector<bool>& had_head, std::set<std::string>& heads) {
    constexpr std::size_t kMemoryBytes = std::size_t{1} << 16U;
    constexpr std::uint32_t kHeadWidth = 90;
    std::string before;
    std::vector<bool> has_head = had_head;
    std::vector<std::size_t> found;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        const std::vector<Line>& lines = pages[page];
        const bool is_short =
            lines.size() > 1 && lines[1].follows_blank && lines[0].width <= kHeadWidth && !had_head[page];
        const bool is_alone =
            is_short && lines.size() > 2 && !lines[2].follows_blank && lines[1].width > lines[0].width;
        // Names over the last lines of an article that has just a few on the page.
        const bool is_over_end = is_short && !is_alone && ends_article(lines[1].text) &&
                                 own_role(paragraph_of(lines[0].text)) == Role::byline;
        if ((is_alone || is_over_end) && !is_contents_line(lines[0].text) &&
            before.find(in_small_letters(lines[0].text)) != std::string::npos) {
            found.push_back(page);
            has_head[page] = true;
        }
        const auto listed = std::ranges::count_if(lines, [](const Line& line) {
            return !line.text.empty() && line.text.back() >= '0' && line.text.back() <= '9';
        });
        if (static_cast<std::size_t>(listed) * 3 < lines.size()) {
            for (const Line& line : lines) before.append(in_small_letters(line.text)).append(" ");
        }
        if (before.size() > kMemoryBytes) before.erase(0, before.size() - kMemoryBytes / 2);
    }
    if (static_cast<std::size_t>(std::ranges::count(has_head, true)) * 2 < pages.size()) return;
    for (const std::size_t page : found) {
        heads.insert(std::string(pages[page].front().text));
        pages[page].erase(pages[page].begin());
    }
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kNoBreakSpace = "\u00A0";
    while (true) {
        if (text.starts_with(kNoBreakSpace)) {
            text.remove_prefix(kNoBreakSpace.size());
        } else if (text.ends_with(kNoBreakSpace)) {
            text.remove_suffix(kNoBreakSpace.size());
        } else if (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\v')) {
            text.remove_prefix(1);
        } else if (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\v')) {
            text.remove_suffix(1);
        } else {
            return text;
        }
    }
}

std::optional<unsigned> lone_number(std::string_view line) {
    while (line.starts_with("-") || line.starts_with(" ")) line.remove_prefix(1);
    for (const std::string_view dash : {"\u2013", "\u2014"}) {
        if (line.starts_with(dash)) line.remove_prefix(dash.size());
        if (line.ends_with(dash)) line.remove_suffix(dash.size());
    }
    while (line.ends_with("-") || line.ends_with(" ")) line.remove_suffix(1);
    line = trimmed(line);
    unsigned number = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
    const bool is_whole =
        error == std::errc() && end == line.data() + line.size() && !line.empty() && line.size() <= 4;
    return is_whole && number > 0 ? std::optional(number) : std::nullopt;
}

void remove_page_edges(Pages& pages, std::vector<store::PageRef>& refs, std::set<std::string>& heads) {
    take_page_numbers(pages, refs);
    std::vector<std::size_t> sizes;
    for (const std::vector<Line>& lines : pages) sizes.push_back(lines.size());
    take_chapter_heads(pages, heads);
    take_numbered_heads(pages, refs, heads);
    take_repeated_heads(pages, refs, heads);
    std::vector<bool> had_head;
    for (std::size_t page = 0; page < pages.size(); ++page)
        had_head.push_back(pages[page].size() != sizes[page]);
    if (std::ranges::count(had_head, true) > 0) take_changing_heads(pages, had_head, heads);
    for (std::vector<Line>& lines : pages) {
        if (!lines.empty()) lines.front().begins_page = true;
    }
}

}  // namespace izde::indexer
