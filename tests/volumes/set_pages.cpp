#include <algorithm>

#include "tests/volumes/setter.hpp"

namespace izde::tests {
namespace {

std::size_t width_of(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

/// Words of a paragraph in lines of the volume's width.
std::vector<std::string> wrapped(const std::string& text, std::size_t width, std::size_t indent,
                                 bool hyphenates) {
    std::vector<std::string> lines;
    std::string line(indent, ' ');
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        std::string word = text.substr(begin, end - begin);
        begin = end + 1;
        const std::size_t used = width_of(line);
        const bool is_first = line.find_first_not_of(' ') == std::string::npos;
        if (used + width_of(word) + (is_first ? 0 : 1) <= width || is_first) {
            line += (is_first ? "" : " ") + word;
            continue;
        }
        // Long words of Cyrillic letters only are broken in their middle.
        const std::size_t room = width - used;
        const bool is_plain =
            std::all_of(word.begin(), word.end(),
                        [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; }) &&
            word.find("«") == std::string::npos && word.find("–") == std::string::npos;
        if (hyphenates && is_plain && width_of(word) >= 8 && room >= 7) {
            const std::size_t letters = std::min<std::size_t>(room - 2, width_of(word) - 3);
            lines.push_back(line + " " + word.substr(0, letters * 2) + "-");
            line = word.substr(letters * 2);
            continue;
        }
        lines.push_back(line);
        line = word;
    }
    lines.push_back(line);
    return lines;
}

}  // namespace

void Setter::set_pages() {
    std::vector<std::pair<std::string, int>> page;
    std::vector<std::string> notes;
    std::size_t number = 3 + dice_.below(4);
    const bool has_number = style_.page_number != PageNumber::none ||
                            style_.running_head == RunningHead::with_number ||
                            style_.running_head == RunningHead::author_title;
    std::string running = journal_;
    std::string running_title;
    const auto finish_page = [&] {
        while (!page.empty() && page.back().first.empty()) page.pop_back();
        while (!page.empty() && page.front().first.empty()) page.erase(page.begin());
        if (page.empty()) return;
        const std::string label = std::to_string(number);
        std::string out;
        const bool is_odd = number % 2 == 1;
        switch (style_.running_head) {
            case RunningHead::journal:
                out += journal_ + ". № 2. " + std::to_string(volume_.year) + "\n\n";
                break;
            case RunningHead::alternating: {
                // The page on which an article begins has the journal's name.
                const bool begins =
                    std::any_of(page.begin(), page.end(), [](const auto& line) { return line.second >= 0; });
                out += (is_odd && !begins ? running : journal_) + "\n\n";
                break;
            }
            case RunningHead::with_number:
                out += is_odd ? journal_ + "    " + label + "\n\n" : label + "    " + journal_ + "\n\n";
                break;
            case RunningHead::author_title:
                out += is_odd && !running_title.empty()
                           ? running + " " + running_title + "    " + label + "\n\n"
                           : label + "    " + journal_ + "\n\n";
                break;
            case RunningHead::none:
                break;
        }
        if (style_.page_number == PageNumber::top) out = label + "\n" + out;
        for (const auto& [line, article] : page) {
            if (article >= 0) {
                auto& truth = volume_.articles[static_cast<std::size_t>(article)];
                truth.first_page = has_number ? label : "";
                first_pages_[static_cast<std::size_t>(article)] = label;
                running = articles_[static_cast<std::size_t>(article)].authors.front().printed;
                running_title = articles_[static_cast<std::size_t>(article)].title.substr(0, 60);
                running_title.resize(running_title.find_last_of(' '));
            }
            out += line + "\n";
        }
        if (!notes.empty()) out += "\n";
        for (const std::string& note : notes) out += note + "\n";
        notes.clear();
        if (style_.page_number == PageNumber::bottom) out += "\n" + label + "\n";
        if (style_.page_number == PageNumber::dashed) out += "\n- " + label + " -\n";
        switch (style_.page_break) {
            case PageBreak::form_feed:
                out += "\f";
                break;
            case PageBreak::blank_line:
            case PageBreak::number_only:
                out += "\n";
                break;
            case PageBreak::none:
                break;
        }
        volume_.text += out;
        page.clear();
        ++number;
    };
    const bool has_pages = style_.page_break != PageBreak::none;
    for (const Line& line : volume_.lines) {
        if (line.kind == Line::Kind::page_end) {
            if (has_pages) finish_page();
            continue;
        }
        if (line.kind == Line::Kind::note) {
            const auto rows = wrapped(line.text, style_.width, 0, false);
            notes.insert(notes.end(), rows.begin(), rows.end());
            continue;
        }
        if (line.kind == Line::Kind::blank) {
            page.emplace_back("", -1);
            continue;
        }
        std::vector<std::string> rows;
        if (style_.paragraphs == Paragraphs::unwrapped && line.is_paragraph) {
            rows = {line.text};
        } else {
            const bool is_indented = style_.paragraphs == Paragraphs::indent && line.is_paragraph;
            rows = wrapped(line.text, line.is_paragraph ? style_.width : style_.width - 10,
                           is_indented ? 4 : 0, style_.hyphenates && line.is_paragraph);
            if (style_.is_centred && line.kind == Line::Kind::heading) {
                for (std::string& row : rows)
                    row.insert(0, (style_.width - std::min(style_.width, width_of(row))) / 2, ' ');
            }
        }
        // A head is not parted from itself.
        if (has_pages && line.kind == Line::Kind::heading &&
            page.size() + notes.size() + rows.size() + 3 > style_.page_lines)
            finish_page();
        int article = line.article;
        for (const std::string& row : rows) {
            if (has_pages && page.size() + notes.size() >= style_.page_lines) finish_page();
            page.emplace_back(row, std::exchange(article, -1));
        }
    }
    finish_page();
}

}  // namespace izde::tests
