#include "indexer/extract/page_layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "analyzers/characters.hpp"
#include "analyzers/utf8.hpp"

namespace izde::indexer {
namespace {

// Shares of the type size and of the column, chosen on the PDFs of ../shared/corpus/pdf by eye; each has a
// wide flat range, for what they tell apart differs by a factor of two and more.
constexpr double kSameLine = 0.5;       ///< overlap of heights that puts two words on one line
constexpr double kNoSpace = 0.12;       ///< a gap that parts no words
constexpr double kParagraphGap = 1.35;  ///< of the usual distance of lines
constexpr double kIndent = 0.8;         ///< of the type size
constexpr double kShortLine = 0.12;     ///< of the column's width, left free at the end of a paragraph
constexpr double kOtherSize = 0.1;      ///< type that differs so much is other type
constexpr double kRaised = 0.75;        ///< of the line's type: the mark of a footnote
constexpr double kCentred = 0.04;       ///< of the column's width

struct PlacedLine {
    std::vector<const PlacedWord*> words;
    double left = 0, top = 0, right = 0, bottom = 0, size = 0;
    bool is_bold = true, is_italic = true;
    double column_left = 0, column_right = 0;
    std::string text;
    bool is_note = false;
};

bool shares_line(const PlacedLine& line, const PlacedWord& word) {
    const double overlap = std::min(line.bottom, word.bottom) - std::max(line.top, word.top);
    const double height = std::min(line.bottom - line.top, word.bottom - word.top);
    return overlap > kSameLine * height && word.left >= line.words.back()->left;
}

bool is_number(std::string_view text) {
    return text.size() <= 3 && text.find_first_not_of("0123456789*") == std::string_view::npos;
}

/// A small raised number behind a word.
bool is_footnote_mark(const PlacedLine& line, const PlacedWord& word) {
    return is_number(word.text) && word.size < kRaised * line.size &&
           word.bottom < line.bottom - 0.1 * line.size;
}

/// The page number of a line of a table of contents, set apart at the right edge: the gap before it, which
/// tells it from a number of the text, is kept as more than one space.
bool is_page_number_apart(const PlacedLine& line, const PlacedWord& word) {
    if (&word != line.words.back() || line.words.size() < 2 || word.text.size() > 4 ||
        word.text.find_first_not_of("0123456789") != std::string::npos)
        return false;
    double widest = 0;
    for (std::size_t at = 1; at + 1 < line.words.size(); ++at)
        widest = std::max(widest, line.words[at]->left - line.words[at - 1]->right);
    const double gap = word.left - line.words[line.words.size() - 2]->right;
    return gap > line.size && gap > 2 * widest;
}

std::vector<PlacedLine> lines_of(const std::vector<PlacedWord>& words) {
    std::vector<PlacedLine> lines;
    for (const PlacedWord& word : words) {
        if (word.text.empty()) continue;
        if (lines.empty() || !shares_line(lines.back(), word)) {
            lines.push_back({{&word},
                             word.left,
                             word.top,
                             word.right,
                             word.bottom,
                             word.size,
                             word.is_bold,
                             word.is_italic,
                             0,
                             0,
                             {},
                             false});
            continue;
        }
        PlacedLine& line = lines.back();
        if (is_footnote_mark(line, word)) continue;
        line.words.push_back(&word);
        line.right = std::max(line.right, word.right);
        line.top = std::min(line.top, word.top);
        line.bottom = std::max(line.bottom, word.bottom);
        line.size = std::max(line.size, word.size);
        line.is_bold &= word.is_bold;
        line.is_italic &= word.is_italic;
    }
    for (PlacedLine& line : lines) {
        const PlacedWord* before = nullptr;
        for (const PlacedWord* const word : line.words) {
            const bool is_joined = before != nullptr && !before->has_space_after &&
                                   word->left - before->right < kNoSpace * line.size;
            if (before != nullptr && !is_joined) line.text += is_page_number_apart(line, *word) ? "   " : " ";
            line.text += word->text;
            before = word;
        }
        // Typesetters end a line with a soft hyphen where typists put a hyphen.
        if (line.text.ends_with("\u00AD")) line.text.replace(line.text.size() - 2, 2, "-");
    }
    return lines;
}

bool is_below(const PlacedLine& line, const PlacedLine& above) {
    const double shared = std::min(line.right, above.right) - std::max(line.left, above.left);
    return line.top > above.top && shared > 0;
}

/// Runs of lines below one another are a column; its edges are those of its lines.
void find_columns(std::vector<PlacedLine>& lines) {
    for (std::size_t begin = 0; begin < lines.size();) {
        std::size_t end = begin + 1;
        double left = lines[begin].left;
        double right = lines[begin].right;
        while (end < lines.size() && is_below(lines[end], lines[end - 1])) {
            left = std::min(left, lines[end].left);
            right = std::max(right, lines[end].right);
            ++end;
        }
        for (; begin < end; ++begin) {
            lines[begin].column_left = left;
            lines[begin].column_right = right;
        }
    }
}

/// «1 Зиманов С.З. …», «* Статья подготовлена …»: begins as a footnote does.
bool begins_note(std::string_view text) {
    if (text.starts_with('*')) return true;
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    return digits > 0 && digits <= 3 && digits < text.size() && text[digits] != '.' && text[digits] != ')';
}

/// Footnotes: lines in smaller type at the end of their column, from the first that begins with a mark on.
/// Text in type of its own size stands above them.
void find_notes(std::vector<PlacedLine>& lines, double body) {
    for (std::size_t begin = 0; begin < lines.size();) {
        std::size_t end = begin + 1;
        while (end < lines.size() && is_below(lines[end], lines[end - 1])) ++end;
        std::size_t last = end;
        // The page's number may stand below the notes.
        while (last > begin && is_number(lines[last - 1].text)) --last;
        std::size_t first = last;
        while (first > begin && lines[first - 1].size < (1 - kOtherSize) * body) --first;
        while (first < last && !begins_note(lines[first].text)) ++first;
        if (first > begin) {
            for (; first < last; ++first) lines[first].is_note = true;
        }
        begin = end;
    }
}

/// The most frequent distance of a line to the next, to half a point.
double usual_distance(const std::vector<PlacedLine>& lines) {
    std::map<int, int> distances;
    for (std::size_t at = 1; at < lines.size(); ++at) {
        if (is_below(lines[at], lines[at - 1]))
            ++distances[static_cast<int>(std::lround((lines[at].bottom - lines[at - 1].bottom) * 2))];
    }
    const auto most = std::ranges::max_element(
        distances, [](const auto& one, const auto& other) { return one.second < other.second; });
    return most == distances.end() ? 0 : most->first / 2.0;
}

bool is_centred(const PlacedLine& line) {
    const double width = line.column_right - line.column_left;
    const double before = line.left - line.column_left;
    const double after = line.column_right - line.right;
    return before > 2 * line.size && after > 2 * line.size &&
           std::abs(before - after) < kCentred * width + line.size;
}

bool ends_sentence(std::string_view text) {
    while (!text.empty() && (text.ends_with(")") || text.ends_with("\""))) text.remove_suffix(1);
    if (text.ends_with("»")) text.remove_suffix(std::string_view("»").size());
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':') ||
           text.ends_with(';');
}

bool begins_small(std::string_view text) {
    if (text.empty()) return false;
    const auto character = analyzers::decode(text, 0);
    return analyzers::class_of(character.code) == analyzers::CharacterClass::letter &&
           !analyzers::is_upper(character.code);
}

bool begins_paragraph(const PlacedLine& line, const PlacedLine& above, double distance) {
    if (std::abs(line.size - above.size) > kOtherSize * above.size || line.is_bold != above.is_bold ||
        line.is_note != above.is_note || (line.is_note && begins_note(line.text)))
        return true;
    // The next column or a note beside the text: a sentence that is not at its end goes on there.
    if (!is_below(line, above)) return ends_sentence(above.text) || !begins_small(line.text);
    if (distance > 0 && line.bottom - above.bottom > kParagraphGap * distance) return true;
    if (is_centred(line) != is_centred(above)) return true;
    if (is_centred(line)) return false;
    const bool is_indented = line.left - line.column_left > kIndent * line.size;
    const bool was_indented = above.left - above.column_left > kIndent * above.size;
    if (is_indented && !was_indented) return true;
    const double width = above.column_right - above.column_left;
    return above.column_right - above.right > kShortLine * width && ends_sentence(above.text);
}

std::uint8_t heading_level(const PlacedLine& line, double body) {
    if (body <= 0 || line.size < 1.12 * body) return 0;
    return line.size >= 1.6 * body ? 1 : line.size >= 1.3 * body ? 2 : 3;
}

}  // namespace

double body_size(const std::vector<PlacedWord>& words) {
    std::map<int, std::size_t> letters;
    for (const PlacedWord& word : words)
        letters[static_cast<int>(std::lround(word.size * 2))] += word.text.size();
    const auto most = std::ranges::max_element(
        letters, [](const auto& one, const auto& other) { return one.second < other.second; });
    return most == letters.end() ? 0 : most->first / 2.0;
}

void lay_out(const std::vector<PlacedWord>& words, double body, Page& page) {
    std::vector<PlacedLine> lines = lines_of(words);
    find_columns(lines);
    find_notes(lines, body);
    const double distance = usual_distance(lines);
    const PlacedLine* above = nullptr;
    for (const PlacedLine& line : lines) {
        if (above != nullptr && begins_paragraph(line, *above, distance)) page.text += '\n';
        const auto begin = static_cast<std::uint32_t>(page.text.size());
        page.text += line.text;
        const LineStyle style{begin,
                              static_cast<std::uint32_t>(page.text.size()),
                              heading_level(line, body),
                              is_centred(line),
                              line.is_bold,
                              line.is_italic,
                              line.is_note};
        if (style.heading_level != 0 || style.is_centred || style.is_bold || style.is_italic || style.is_note)
            page.styles.push_back(style);
        page.text += '\n';
        above = &line;
    }
}

}  // namespace izde::indexer
