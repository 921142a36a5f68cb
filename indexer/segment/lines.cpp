#include "indexer/segment/lines.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace izde::indexer {
namespace {

/// Running heads stand among the first or last lines of a page.
constexpr std::size_t kEdgeLines = 2;

/// A line is a running head where it stands at the edge of this many pages, digits aside: left and right
/// pages have heads of their own, so that a short volume shows each twice. A sentence is none.
constexpr std::size_t kRunningHeadPages = 2;

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

/// «17», «- 17 -», «— 17 —»: a page number alone on its line.
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

/// A running head changes its page number from page to page: digits do not count.
std::string without_digits(std::string_view line) {
    std::string rest;
    for (const char character : line) {
        if (character < '0' || character > '9') rest.push_back(character);
    }
    return std::string(trimmed(rest));
}

std::vector<Line> all_lines(const Page& page, std::uint32_t number) {
    std::vector<Line> lines;
    const std::string_view text = page.text;
    bool follows_blank = true;
    auto style = page.styles.begin();
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = trimmed(text.substr(begin, end - begin));
        while (style != page.styles.end() && style->end <= begin) ++style;
        if (line.empty()) {
            follows_blank = true;
        } else {
            const bool has_style = style != page.styles.end() && style->begin < end;
            lines.push_back({line, number, follows_blank, lines.empty(), has_style ? &*style : nullptr});
            follows_blank = false;
        }
        begin = end + 1;
    }
    return lines;
}

bool is_edge(std::size_t place, std::size_t count) {
    return place < kEdgeLines || place + kEdgeLines >= count;
}

/// The furniture of files whose pages are told apart: repeated edge lines and lone numbers at an edge.
void remove_page_edges(std::vector<std::vector<Line>>& pages, std::vector<store::PageRef>& refs) {
    std::map<std::string, std::size_t> seen;
    for (const std::vector<Line>& lines : pages) {
        std::vector<std::string> edges;
        for (std::size_t place = 0; place < lines.size(); ++place) {
            if (is_edge(place, lines.size())) edges.push_back(without_digits(lines[place].text));
        }
        std::ranges::sort(edges);
        edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
        for (std::string& edge : edges) ++seen[std::move(edge)];
    }
    for (std::size_t page = 0; page < pages.size(); ++page) {
        std::vector<Line>& lines = pages[page];
        std::vector<Line> kept;
        for (std::size_t place = 0; place < lines.size(); ++place) {
            const bool is_at_edge = is_edge(place, lines.size());
            if (const auto number = lone_number(lines[place].text);
                is_at_edge && number && lines.size() > 1) {
                if (refs[page].label.empty()) refs[page].label = std::to_string(*number);
                continue;
            }
            const std::string head = is_at_edge ? without_digits(lines[place].text) : std::string();
            const std::string_view line = lines[place].text;
            const bool is_sentence = line.ends_with('.') || line.ends_with(';') || line.ends_with(',');
            if (!head.empty() && !is_sentence && seen[head] >= kRunningHeadPages) continue;
            kept.push_back(lines[place]);
        }
        if (!kept.empty()) kept.front().begins_page = true;
        lines = std::move(kept);
    }
}

/// The furniture of a text that lost its form feeds: numbers alone on a line that count up by one are page
/// numbers, each at the foot of its page.
void cut_at_page_numbers(std::vector<Line>& lines, std::vector<store::PageRef>& refs) {
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < lines.size(); ++place) {
        if (lone_number(lines[place].text)) places.push_back(place);
    }
    std::vector<std::size_t> feet;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const unsigned number = *lone_number(lines[places[i]].text);
        const bool follows = i > 0 && *lone_number(lines[places[i - 1]].text) + 1 == number;
        const bool leads = i + 1 < places.size() && *lone_number(lines[places[i + 1]].text) == number + 1;
        if (follows || leads) feet.push_back(places[i]);
    }
    if (feet.size() < 2) return;
    refs.clear();
    std::vector<Line> kept;
    std::size_t next_foot = 0;
    for (std::size_t place = 0; place < lines.size(); ++place) {
        if (next_foot < feet.size() && feet[next_foot] == place) {
            refs.push_back({std::to_string(*lone_number(lines[place].text)),
                            static_cast<std::uint32_t>(refs.size() + 1)});
            ++next_foot;
            continue;
        }
        kept.push_back(lines[place]);
        kept.back().page = static_cast<std::uint32_t>(next_foot);
        kept.back().begins_page = kept.size() == 1 || kept[kept.size() - 2].page != kept.back().page;
        kept.back().follows_blank |= kept.back().begins_page;
    }
    if (!kept.empty() && kept.back().page >= refs.size())
        refs.push_back({"", static_cast<std::uint32_t>(refs.size() + 1)});
    lines = std::move(kept);
}

}  // namespace

Lines read_lines(const std::vector<Page>& pages) {
    Lines result;
    std::vector<std::vector<Line>> by_page;
    for (std::size_t place = 0; place < pages.size(); ++place) {
        by_page.push_back(all_lines(pages[place], static_cast<std::uint32_t>(place)));
        result.pages.push_back({pages[place].label, pages[place].index});
    }
    if (by_page.size() > 1) remove_page_edges(by_page, result.pages);
    for (std::vector<Line>& lines : by_page) {
        result.lines.insert(result.lines.end(), lines.begin(), lines.end());
    }
    if (by_page.size() == 1) {
        if (result.pages.front().label.empty()) result.pages.clear();
        cut_at_page_numbers(result.lines, result.pages);
    }
    return result;
}

}  // namespace izde::indexer
