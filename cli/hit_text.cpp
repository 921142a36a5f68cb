#include "cli/hit_text.hpp"

#include <unistd.h>

#include "cli/terminal.hpp"

namespace izde::cli {
namespace {

std::string page_text(const PageNumber& page, Locale locale) {
    if (!page.label.empty()) return text(locale, Message::page, {page.label});
    return page.index ? text(locale, Message::page, {std::to_string(*page.index)}) : "";
}

std::string line_of(const Hit& hit, Locale locale) {
    std::vector<std::string> parts;
    if (!hit.authors.empty()) parts.push_back(joined(hit.authors, ", "));
    if (hit.year) parts.push_back(std::to_string(*hit.year));
    parts.emplace_back(code_of(hit.language));
    parts.push_back(hit.path);
    if (const std::string page = page_text(hit.page, locale); !page.empty()) parts.push_back(page);
    return printable(joined(parts, " · "));
}

}  // namespace

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
    std::string result;
    for (const std::string& one : texts) {
        if (&one != &texts.front()) result += between;
        result += one;
    }
    return result;
}

std::string hit_text(const Hit& hit, std::size_t number, Locale locale) {
    const bool has_colours = is_terminal(STDOUT_FILENO);
    const std::string title = hit.title.empty() ? text(locale, Message::untitled) : printable(hit.title);
    std::string output =
        std::to_string(number) + ". " + (has_colours ? "\x1B[1m" + title + "\x1B[0m" : title) + '\n';
    output += "   " + line_of(hit, locale) + "  [" + printable(hit.id) + "]\n";
    for (const Snippet& snippet : hit.snippets)
        output += "   … " + highlighted(snippet.text, snippet.marks, has_colours) + '\n';
    if (hit.twin) {
        output += "   ↔ " + std::string(code_of(hit.twin->language)) + ": " + printable(hit.twin->title) +
                  "  [" + printable(hit.twin->id) + "]\n";
    }
    if (hit.more_in_file > 0)
        output += "   + " + text(locale, Message::more_in_file, {std::to_string(hit.more_in_file)}) + '\n';
    return output + printable(hit.explanation, true);
}

}  // namespace izde::cli
