#include "cli/hit_text.hpp"

#include <unistd.h>

#include <array>
#include <utility>

#include "cli/terminal.hpp"

namespace izde::cli {
namespace {

/// Values a line shows of a facet.
constexpr std::size_t kShownValues = 6;

/// Characters of a heading beside its passage.
constexpr std::size_t kHeadingColumns = 50;

std::string page_text(const PageNumber& page, Locale locale) {
    if (!page.label.empty()) return text(locale, Message::page, {page.label});
    return page.index ? text(locale, Message::page, {std::to_string(*page.index)}) : "";
}

std::string line_of(const Hit& hit, Locale locale) {
    std::vector<std::string> parts;
    if (!hit.authors.empty()) parts.push_back(joined(hit.authors, ", "));
    std::string volume = hit.container;
    if (!hit.volume.empty()) volume += (volume.empty() ? "" : ", ") + hit.volume;
    if (!volume.empty()) parts.push_back(std::move(volume));
    if (hit.year) parts.push_back(std::to_string(*hit.year));
    parts.emplace_back(code_of(hit.language));
    parts.push_back(hit.path);
    if (!hit.pages.empty()) {
        parts.push_back(text(locale, Message::page, {hit.pages}));
    } else if (std::string page = page_text(hit.page, locale); !page.empty()) {
        parts.push_back(std::move(page));
    }
    return printable(joined(parts, " · "));
}

/// Where a passage stands: « (с. 17, 2. Методы)».
std::string place_of(const Snippet& snippet, Locale locale) {
    std::string place = page_text(snippet.page, locale);
    if (!snippet.heading.empty()) {
        std::string heading = snippet.heading;
        if (width_of(heading) > kHeadingColumns)
            heading = heading.substr(0, offset_of(heading, kHeadingColumns - 1)) + "…";
        place += (place.empty() ? "" : ", ") + heading;
    }
    return place.empty() ? place : " (" + printable(place) + ')';
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

std::string heading_text(const Hit& hit, Locale locale) {
    const std::string title = hit.title.empty() ? text(locale, Message::untitled) : printable(hit.title);
    return (is_terminal(STDOUT_FILENO) ? "\x1B[1m" + title + "\x1B[0m" : title) + '\n' +
           line_of(hit, locale) + "  [" + printable(hit.id) + "]\n";
}

std::string hit_text(const Hit& hit, std::size_t number, Locale locale) {
    const bool has_colours = is_terminal(STDOUT_FILENO);
    std::string output = wrapped(std::to_string(number) + ". " + heading_text(hit, locale), 3);
    std::string lines;
    for (const Snippet& snippet : hit.snippets) {
        const std::string passage = highlighted(snippet.text, snippet.marks, has_colours);
        lines += "… " + passage + place_of(snippet, locale) + '\n';
    }
    if (hit.twin) {
        lines += "↔ " + std::string(code_of(hit.twin->language)) + ": " + printable(hit.twin->title) + "  [" +
                 printable(hit.twin->id) + "]\n";
    }
    for (const FileCopy& copy : hit.copies)
        output += "   = " + printable(copy.path) + "  [" + printable(copy.id) + "]\n";
    if (hit.more_in_file > 0)
        lines += "+ " + text(locale, Message::more_in_file, {std::to_string(hit.more_in_file)}) + '\n';
    for (std::size_t begin = 0; begin < lines.size();) {
        const std::size_t end = lines.find('\n', begin);
        output += wrapped("   " + lines.substr(begin, end + 1 - begin), 5);
        begin = end + 1;
    }
    return output + printable(hit.explanation, true);
}

std::string facets_text(const Results& results, Locale locale) {
    static constexpr std::array<std::pair<std::string_view, Message>, 7> kNames = {
        {{"language", Message::facet_language},
         {"kind", Message::facet_kind},
         {"year", Message::facet_year},
         {"author", Message::facet_author},
         {"volume", Message::facet_volume},
         {"cites", Message::facet_cites},
         {"file", Message::facet_file}}};
    std::string output;
    for (const auto& [name, message] : kNames) {
        const auto facet = results.facets.find(std::string(name));
        if (facet == results.facets.end()) continue;
        std::vector<std::string> values;
        for (const auto& [value, count] : facet->second) {
            if (values.size() == kShownValues) break;
            const auto act = results.act_names.find(value);
            const std::string shown = name != "cites" || act == results.act_names.end() ? value
                                      : locale == Locale::kazakh ? act->second.kazakh + " [" + value + ']'
                                                                 : act->second.russian + " [" + value + ']';
            values.push_back(printable(shown) + " (" + std::to_string(count) + ')');
        }
        output += wrapped(text(locale, message) + ": " + joined(values, ", ") + '\n', 2);
    }
    return output;
}

std::string results_text(const Results& results, const SearchRequest& request, Locale locale) {
    if (results.total == 0) return text(locale, Message::nothing_found) + '\n';
    std::string output;
    if (results.suggestion_applied) {
        output =
            text(locale, Message::shown_instead, {printable(request.query), printable(results.suggestion)});
    } else if (!results.suggestion.empty()) {
        output = text(locale, Message::did_you_mean, {printable(results.suggestion)});
    }
    if (!output.empty()) output = wrapped(output + "\n", 0) + '\n';
    std::size_t number = request.offset;
    for (const Hit& hit : results.hits) output += hit_text(hit, ++number, locale) + '\n';
    const Message found = results.total_is_exact ? Message::found : Message::found_at_least;
    return output + text(locale, found, {std::to_string(results.total)}) + '\n' +
           facets_text(results, locale);
}

}  // namespace izde::cli
