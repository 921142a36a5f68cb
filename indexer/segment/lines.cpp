#include "indexer/segment/lines.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "indexer/segment/page_furniture.hpp"

namespace izde::indexer {
namespace {

/// Characters of a text; a tab moves on to the next eighth column.
std::uint32_t columns(std::string_view text) {
    std::uint32_t count = 0;
    for (const char byte : text) {
        if (byte == '\t') {
            count = (count / 8 + 1) * 8;
        } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
            ++count;
        }
    }
    return count;
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
            Line one;
            one.text = line;
            one.page = number;
            one.indent =
                columns(text.substr(begin, static_cast<std::size_t>(line.data() - text.data()) - begin));
            one.width = columns(line);
            one.follows_blank = follows_blank;
            one.begins_page = lines.empty();
            one.style = has_style ? &*style : nullptr;
            lines.push_back(one);
            follows_blank = false;
        }
        begin = end + 1;
    }
    return lines;
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
    // Behind the last number stands the last page, whose own was not kept.
    if (!kept.empty() && kept.back().page >= refs.size()) {
        const unsigned last = *lone_number(lines[feet.back()].text);
        refs.push_back({std::to_string(last + 1), static_cast<std::uint32_t>(refs.size() + 1)});
    }
    lines = std::move(kept);
}

}  // namespace

bool is_contents_line(std::string_view line) {
    const std::size_t end = line.find_last_not_of("0123456789");
    if (end == std::string_view::npos || end + 1 == line.size() || line.size() - end > 5) return false;
    const std::string_view before = line.substr(0, end + 1);
    constexpr auto kLeaders =
        std::to_array<std::string_view>({"....", ".... ", "…", "… ", ". . .", ". . . ", "  ", "\t", "___"});
    return std::ranges::any_of(kLeaders, [&](std::string_view leader) {
        return before.ends_with(leader) && before.size() > leader.size() + 6;
    });
}

Lines read_lines(const std::vector<Page>& pages) {
    Lines result;
    Pages by_page;
    for (std::size_t place = 0; place < pages.size(); ++place) {
        by_page.push_back(all_lines(pages[place], static_cast<std::uint32_t>(place)));
        result.pages.push_back({pages[place].label, pages[place].index});
    }
    if (by_page.size() == 1) {
        if (result.pages.front().label.empty()) result.pages.clear();
        cut_at_page_numbers(by_page.front(), result.pages);
        if (result.pages.size() > 1) {
            Pages cut(result.pages.size());
            for (const Line& line : by_page.front()) cut[line.page].push_back(line);
            by_page = std::move(cut);
        }
    }
    std::set<std::string> heads;
    if (by_page.size() > 1) remove_page_edges(by_page, result.pages, heads);
    result.running_heads.assign(heads.begin(), heads.end());
    for (const std::vector<Line>& lines : by_page) {
        result.lines.insert(result.lines.end(), lines.begin(), lines.end());
    }
    return result;
}

}  // namespace izde::indexer
