#include "indexer/segment/line_breaks.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>

#include "analyzers/characters.hpp"
#include "analyzers/language.hpp"
#include "analyzers/utf8.hpp"
#include "indexer/segment/affiliation.hpp"
#include "indexer/segment/names.hpp"
#include "indexer/segment/paragraph.hpp"

namespace izde::indexer {
namespace {

/// Lines as long as this are whole paragraphs of a text whose lines are not wrapped.
constexpr std::size_t kUnwrappedBytes = 300;

/// A line below this share of the usual length that also ends a sentence ends its paragraph.
constexpr double kShortLine = 0.75;

constexpr std::string_view kLeaders = " .\t0123456789";

/// Letters in capitals from which a line is set in them.
constexpr double kCapitalShare = 0.8;

/// A line fills its page where it leaves no more than this of the usual length.
constexpr double kFullShare = 0.9;

/// Columns before a centred line at least, and by how many its two sides may differ.
constexpr std::uint32_t kCentredIndent = 5;
constexpr std::int64_t kCentredSlack = 7;

/// Half columns by which the middles of centred lines differ, and how many lines make an axis.
constexpr std::uint32_t kAxisSlack = 6;
constexpr std::size_t kCentredLines = 4;

char32_t first_code(std::string_view text) {
    return text.empty() ? 0 : analyzers::decode(text, 0).code;
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
    return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

bool is_indented(const Line& line, const Geometry& geometry) {
    return line.indent > geometry.margin + 1 && !is_centred(line, geometry);
}

/// Whether the first word of `line` would have stood on the line before, had that not ended on purpose.
bool ended_early(const Line& before, const Line& line, const Geometry& geometry) {
    const std::string_view word = line.text.substr(0, line.text.find(' '));
    const auto letters = static_cast<std::uint32_t>(std::ranges::count_if(
        word, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
    const std::uint32_t indent = before.indent > geometry.margin ? before.indent - geometry.margin : 0;
    return static_cast<double>(indent + before.width + 1 + letters) < kFullShare * geometry.full;
}

bool is_plain(Role role) {
    return role == Role::body || role == Role::line || role == Role::title;
}

/// Whether a name is broken between two lines: together they name others than each alone, more, or fewer
/// where the name is a university's («имени | Е.А. Букетова»).
bool breaks_name(std::string_view before, std::string_view line) {
    // A line that begins with a whole name does not go on with another.
    const std::vector<PersonName> own = find_names(line);
    const bool names_university = ends_with_any(before, {" им.", " имени", " атындағы"});
    if (!own.empty() && own.front().span.begin == 0 && !names_university && !before.ends_with('.') &&
        !before.ends_with(',') && own_role(paragraph_of(before)) != Role::note)
        return false;
    std::string both(before);
    both.append(" ").append(line);
    const std::vector<PersonName> first = find_names(before);
    const std::size_t apart = first.size() + own.size();
    const std::vector<PersonName> together = find_names(both);
    if (together.size() != apart) return true;
    // «…, Қуаныш Т. | Байжанов»: as many names, but the last goes on.
    if (!first.empty() && before.ends_with('.') &&
        together[first.size() - 1].name.starts_with(first.back().name + ' '))
        return true;
    return apart == 0 &&
           find_bare_names(both).size() > find_bare_names(before).size() + find_bare_names(line).size();
}

/// «*Байжанова К.Т., аға оқытушы,»: Markdown's italics go on over the line's end.
bool is_open_italic(std::string_view text) {
    return text.starts_with('*') && !text.starts_with("**") && !text.starts_with("* ") &&
           std::ranges::count(text, '*') == 1;
}

/// «А.», «В. А.» below «… доцент Ли»: initials alone on a line.
bool is_only_initials(std::string_view text) {
    if (!text.ends_with('.')) return false;
    bool follows_letter = false;
    for (std::size_t at = 0; at < text.size();) {
        const analyzers::Character character = analyzers::decode(text, at);
        at += character.length;
        const bool is_capital = analyzers::is_upper(character.code);
        if (!is_capital && character.code != '.' && character.code != ' ') return false;
        if (is_capital && follows_letter) return false;
        follows_letter = is_capital;
    }
    return true;
}

/// «Иванов И.И., Т.»: the line ends amid the initials of a name.
bool ends_in_initial(std::string_view text) {
    if (text.size() < 6 || !text.ends_with('.')) return false;
    const std::size_t begin = text.find_last_of(' ') + 1;
    if (begin < 2 || text[begin - 2] != ',') return false;
    const std::string_view last = text.substr(begin);
    // «Байжанова, К.Т.» is whole; «М.А. Тұрсынбек, К.Т.» is not.
    const bool is_one_letter = analyzers::decode(last, 0).length + 1 == last.size();
    return is_only_initials(last) && (is_one_letter || is_only_initials(text.substr(0, text.find(' '))));
}

/// «… информации, г.», «… ORCID:», «Иванов И.И. (Институт права,»: what the line says is not at its end.
bool is_left_open(std::string_view text) {
    // «2021 г.» is at its end.
    const std::size_t before = text.size() > 4 ? text.size() - 5 : 0;
    const bool ends_in_city = text.ends_with(" г.") && (text[before] < '0' || text[before] > '9') &&
                              (text[before + 1] < '0' || text[before + 1] > '9');
    return ends_in_city || ends_with_any(text, {" им.", "ORCID:", "mail:", "iD:"}) ||
           std::ranges::count(text, '(') > std::ranges::count(text, ')');
}

/// Whether the words of the two lines tell that they are different things: a name and a university, УДК and a
/// name, the end of an abstract and «Ключевые слова».
bool parts_by_words(const Line& before, const Line& line, const Geometry& geometry, bool is_in_references) {
    const bool is_short = static_cast<double>(line.width) < kShortLine * geometry.full;
    const bool ends_early = ended_early(before, line, geometry);
    const bool may_open = !begins_small(line.text);
    // «к.ю.н. Иванов С.П.» behind the end of a text.
    const bool may_be_byline = !is_in_references && !may_open && ends_sentence(before.text);
    if (!is_short && !ends_early && !may_open && !may_be_byline) return false;
    const Paragraph next = paragraph_of(line.text);
    const Role role = own_role(next);
    if (may_be_byline && role == Role::byline && own_role(paragraph_of(before.text)) == Role::body)
        return true;
    if (!is_short && !ends_early && !may_open) return false;
    if (role == Role::keywords || role == Role::abstract) return may_open;
    if (role == Role::references_heading || role == Role::classification) return may_open && is_short;
    const Paragraph last = paragraph_of(before.text);
    const Role before_role = own_role(last);
    const bool was_head = before_role == Role::byline || before_role == Role::affiliation;
    const bool was_capital = last.capitals > kCapitalShare;
    const bool is_capital = role == Role::title && next.capitals > kCapitalShare;
    if (is_capital && !was_capital && last.word_count > 0 && (is_short || was_head)) return true;
    // An entry of a list of references begins as a byline does, and wraps anywhere.
    if (is_in_references) return role == Role::number || (is_short && role == Role::note);
    const bool names =
        role == Role::byline || (role == Role::affiliation && !find_bare_names(line.text).empty());
    const bool is_broken = was_head && (before.text.ends_with(',') || breaks_name(before.text, line.text));
    if (was_head && names && !is_broken) return true;
    // Behind a line of nothing but names the text may follow in full lines.
    if (before_role == Role::byline && last.word_count <= 3 * find_names(before.text).size() + 1 &&
        !is_broken && may_open)
        return true;
    if (!is_short && !ends_early) return false;
    if (was_capital && before_role == Role::title && next.capitals < 1 - kCapitalShare && role != Role::body)
        return true;
    if (before_role == Role::references_heading || before_role == Role::classification)
        return role != Role::body || may_open;
    if (before.text.ends_with(',')) return false;
    if (!is_plain(before_role) && before_role != Role::reference && has_affiliation_mark(line.text))
        return true;
    if (!is_plain(before_role) && before_role != Role::reference)
        return (ends_early || names) && !breaks_name(before.text, line.text);
    if (is_plain(role)) return false;
    return ends_early || (role == Role::byline && is_short);
}

/// «2018», «2018 г.», «2021 ж.» below the names.
bool is_year(std::string_view text) {
    if (text.size() < 4 || !(text.starts_with("19") || text.starts_with("20"))) return false;
    if (text.substr(0, 4).find_first_not_of("0123456789") != std::string_view::npos) return false;
    const std::string_view rest = text.substr(4);
    return rest.empty() || rest == " г." || rest == " год" || rest == " ж." || rest == " жыл";
}

}  // namespace

bool ends_sentence(std::string_view text) {
    // The mark of a note stands behind the full stop.
    while (ends_with_any(text, {"¹", "²", "³"})) text.remove_suffix(2);
    while (ends_with_any(text, {"⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁰"})) text.remove_suffix(3);
    while (ends_with_any(text, {"»", "”", "\"", ")", "]", "*", "’"})) {
        const std::size_t size =
            ends_with_any(text, {"\"", ")", "]", "*"}) ? 1 : std::string_view("»").size();
        const std::size_t taken = text.ends_with("”") || text.ends_with("’") ? 3 : size;
        text.remove_suffix(std::min(taken, text.size()));
    }
    return ends_with_any(text, {".", "!", "?", ":", ";", "…"});
}

bool ends_in_hyphen(std::string_view text) {
    if (!ends_with_any(text, {"-", "\u00AD", "\u2010"}) || text.size() < 2) return false;
    std::size_t before = text.size() - 1;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80U) --before;
    if (before == 0) return false;
    std::size_t letter = before - 1;
    while (letter > 0 && (static_cast<unsigned char>(text[letter]) & 0xC0U) == 0x80U) --letter;
    return analyzers::class_of(analyzers::decode(text, letter).code) == analyzers::CharacterClass::letter;
}

bool begins_small(std::string_view text) {
    const char32_t code = first_code(text);
    return analyzers::class_of(code) == analyzers::CharacterClass::letter && !analyzers::is_upper(code);
}

unsigned item_number(std::string_view text) {
    if (text.starts_with("[")) text.remove_prefix(1);
    unsigned number = 0;
    std::size_t digits = 0;
    while (digits < text.size() && digits < 4 && text[digits] >= '0' && text[digits] <= '9') {
        number = number * 10 + static_cast<unsigned>(text[digits++] - '0');
    }
    if (digits == 0 || digits == text.size() || digits > 3) return 0;
    const char next = text[digits];
    return next == '.' || next == ')' || next == ' ' || next == '\t' || next == ']' ? number : 0;
}

bool ends_in_number(std::string_view text) {
    const std::size_t end = text.find_last_not_of("0123456789");
    return end != std::string_view::npos && end + 1 < text.size() && text[end] == ' ';
}

Geometry geometry_of(const std::vector<Line>& lines) {
    Geometry geometry;
    std::vector<std::uint32_t> widths;
    std::map<std::uint32_t, std::size_t> indents;
    for (const Line& line : lines) {
        widths.push_back(line.width);
        ++indents[line.indent];
    }
    if (widths.empty()) return geometry;
    const auto decile = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
    std::nth_element(widths.begin(), decile, widths.end());
    geometry.full = *decile;
    geometry.margin =
        std::ranges::max_element(indents, {}, [](const auto& pair) { return pair.second; })->first;
    // Where paragraphs are not wrapped, full lines tell no width: heads are centred about an axis of their
    // own.
    std::map<std::uint32_t, std::size_t> middles;
    std::size_t indented = 0;
    for (const Line& line : lines) {
        if (line.indent < geometry.margin + kCentredIndent) continue;
        ++middles[(2 * line.indent + line.width) / kAxisSlack];
        ++indented;
    }
    for (const auto& [middle, count] : middles) {
        if (count * 2 > indented && count >= kCentredLines)
            geometry.axis = middle * kAxisSlack + kAxisSlack / 2;
    }
    return geometry;
}

bool is_centred(const Line& line, const Geometry& geometry) {
    if (line.style != nullptr && line.style->is_centred) return true;
    if (line.indent < geometry.margin + kCentredIndent || line.width >= geometry.full) return false;
    const std::uint32_t middle = 2 * line.indent + line.width;
    if (geometry.axis != 0 && middle + kAxisSlack > geometry.axis && middle < geometry.axis + kAxisSlack)
        return true;
    const auto left = static_cast<std::int64_t>(line.indent) - geometry.margin;
    const auto right = static_cast<std::int64_t>(geometry.full) - line.width - left;
    return left - right <= kCentredSlack && right - left <= kCentredSlack;
}

bool continues(const Line& before, const Line& line, const Geometry& geometry, const Place& place) {
    // Heads in PDF are set with more space between their lines.
    const bool must_go_on =
        is_left_open(before.text) || is_only_initials(line.text) || ends_in_initial(before.text);
    if (line.begins_page || (line.follows_blank && !must_go_on)) return false;
    if (provision_number(line.text) || is_contents_line(before.text) || is_year(line.text)) return false;
    if (place.is_in_contents && ends_in_number(before.text)) return false;
    if ((line.style != nullptr && line.style->is_note) != (before.style != nullptr && before.style->is_note))
        return false;
    if (must_go_on || is_open_italic(before.text)) return true;
    // Leaders and page number of a table of contents on a line of their own.
    if (before.text.find_first_not_of(kLeaders) == std::string_view::npos) return false;
    if (line.text.find_first_not_of(kLeaders) == std::string_view::npos) return true;
    if (line.style != nullptr && line.style->heading_level != 0)
        return before.style != nullptr && before.style->heading_level == line.style->heading_level;
    if (before.style != nullptr && before.style->heading_level != 0) return false;
    if (before.text.size() >= kUnwrappedBytes && !ends_in_hyphen(before.text)) return begins_small(line.text);
    const bool was_centred = is_centred(before, geometry);
    // The last line of a paragraph in full lines may chance to stand in the middle; heads are told by both.
    if (was_centred != is_centred(line, geometry) && ended_early(before, line, geometry))
        return before.text.ends_with(',') || breaks_name(before.text, line.text);
    if (is_indented(line, geometry) && !was_centred) return false;
    // Titles in two languages, one below the other.
    if (was_centred && analyzers::is_upper(first_code(line.text)) && paragraph_of(line.text).word_count > 2 &&
        own_role(paragraph_of(before.text)) != Role::byline &&
        analyzers::identify_language(before.text) != analyzers::identify_language(line.text))
        return false;
    if (const unsigned item = item_number(line.text);
        item != 0 && (item == place.item + 1 || ends_sentence(before.text))) {
        return false;
    }
    if (ends_in_hyphen(before.text)) return true;
    if (ends_sentence(before.text) &&
        static_cast<double>(before.width) < kShortLine * static_cast<double>(geometry.full)) {
        return begins_small(line.text) && !parts_by_words(before, line, geometry, place.is_in_references);
    }
    if (parts_by_words(before, line, geometry, place.is_in_references)) return false;
    return !ended_early(before, line, geometry) || begins_small(line.text) || before.text.ends_with(',') ||
           breaks_name(before.text, line.text);
}

bool fills_line(const Line& line, const Geometry& geometry) {
    return line.text.size() >= kUnwrappedBytes ||
           static_cast<double>(line.width) >= kShortLine * static_cast<double>(geometry.full);
}

}  // namespace izde::indexer
