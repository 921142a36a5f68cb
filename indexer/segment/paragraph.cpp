#include "indexer/segment/paragraph.hpp"

#include <algorithm>

#include "analyzers/characters.hpp"
#include "analyzers/normalizer.hpp"
#include "analyzers/tokenizer.hpp"
#include "analyzers/utf8.hpp"
#include "indexer/segment/lines.hpp"

namespace izde::indexer {
namespace {

/// Lines as long as this are whole paragraphs of a text whose lines are not wrapped.
constexpr std::size_t kUnwrappedBytes = 300;

/// A line below this share of the usual length that also ends a sentence ends its paragraph.
constexpr double kShortLine = 0.75;

/// A paragraph with fewer words than this is a heading or a list item: no page break is healed behind it.
constexpr std::size_t kHealedWords = 4;

/// As many words as the rules of `classify` look at.
constexpr std::size_t kLeadingWords = 12;

char32_t first_code(std::string_view text) {
    return text.empty() ? 0 : analyzers::decode(text, 0).code;
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
    return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

bool ends_sentence(std::string_view text) {
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

/// «1.», «2)», «3 Автор»: the number that an item of a list begins with; 0 where there is none.
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

/// A line's break to the next inside one paragraph: a hyphen keeps its line break, by which the tokenizer
/// joins the word; elsewhere the break was a space.
void join(std::string& text, std::string_view next) {
    text += ends_in_hyphen(text) ? '\n' : ' ';
    text += next;
}

/// The usual length of a full line: the ninth decile. Wrapped text has many lines of nearly that length.
std::size_t full_line(const std::vector<Line>& lines) {
    std::vector<std::size_t> sizes;
    for (const Line& line : lines) sizes.push_back(line.text.size());
    if (sizes.empty()) return 0;
    const auto decile = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 9 / 10);
    std::nth_element(sizes.begin(), decile, sizes.end());
    return *decile;
}

bool continues(const Line& before, const Line& line, std::size_t full, unsigned item_before) {
    if (line.follows_blank || line.begins_page) return false;
    if (provision_number(line.text)) return false;
    if (line.style != nullptr && line.style->heading_level != 0)
        return before.style != nullptr && before.style->heading_level == line.style->heading_level;
    if (before.style != nullptr && before.style->heading_level != 0) return false;
    if (before.text.size() >= kUnwrappedBytes && !ends_in_hyphen(before.text)) return begins_small(line.text);
    if (const unsigned item = item_number(line.text);
        item != 0 && (item == item_before + 1 || ends_sentence(before.text))) {
        return false;
    }
    if (ends_sentence(before.text) &&
        static_cast<double>(before.text.size()) < kShortLine * static_cast<double>(full)) {
        return begins_small(line.text);
    }
    return true;
}

/// Words and letters of a paragraph, by the analyzers' tokenizer.
void count_words(Paragraph& paragraph, analyzers::Tokenizer& tokenizer, analyzers::Normalizer& normalizer) {
    tokenizer.reset(paragraph.text);
    analyzers::Piece piece;
    std::string exact;
    while (tokenizer.next(piece)) {
        if (++paragraph.word_count > kLeadingWords) continue;
        normalizer.normalize(
            std::string_view(paragraph.text).substr(piece.span.begin, piece.span.end - piece.span.begin),
            exact);
        if (!paragraph.words.empty()) paragraph.words += ' ';
        paragraph.words += exact;
    }
    std::size_t letters = 0;
    std::size_t capitals = 0;
    for (std::size_t at = 0; at < paragraph.text.size();) {
        const analyzers::Character character = analyzers::decode(paragraph.text, at);
        at += character.length;
        if (analyzers::class_of(character.code) != analyzers::CharacterClass::letter) continue;
        ++letters;
        if (analyzers::is_upper(character.code)) ++capitals;
    }
    paragraph.capitals = letters == 0 ? 0 : static_cast<double>(capitals) / static_cast<double>(letters);
}

/// A page break inside a sentence: what stands before it ends in the middle, what follows goes on in small
/// letters.
bool is_cut(const Paragraph& before, const Paragraph& after) {
    if (before.heading_level != 0 || after.heading_level != 0 || before.word_count < kHealedWords)
        return false;
    if (before.is_centred || before.is_bold || before.capitals > 0.7) return false;
    return !ends_sentence(before.text) && begins_small(after.text);
}

}  // namespace

Source read_paragraphs(const std::vector<Page>& pages) {
    Lines lines = read_lines(pages);
    const std::size_t full = full_line(lines.lines);
    Source source;
    source.pages = std::move(lines.pages);
    std::vector<Paragraph> raw;
    unsigned item = 0;
    for (std::size_t place = 0; place < lines.lines.size(); ++place) {
        const Line& line = lines.lines[place];
        if (place > 0 && continues(lines.lines[place - 1], line, full, item)) {
            join(raw.back().text, line.text);
            const bool is_styled = line.style != nullptr;
            raw.back().is_centred &= is_styled && line.style->is_centred;
            raw.back().is_bold &= is_styled && line.style->is_bold;
            continue;
        }
        Paragraph paragraph;
        paragraph.text = line.text;
        paragraph.page = line.page;
        paragraph.begins_page = line.begins_page;
        if (line.style != nullptr) {
            paragraph.heading_level = line.style->heading_level;
            paragraph.is_centred = line.style->is_centred;
            paragraph.is_bold = line.style->is_bold;
        }
        item = item_number(line.text);
        raw.push_back(std::move(paragraph));
    }

    analyzers::Tokenizer tokenizer;
    analyzers::Normalizer normalizer;
    for (Paragraph& paragraph : raw) {
        count_words(paragraph, tokenizer, normalizer);
        if (!source.paragraphs.empty() && is_cut(source.paragraphs.back(), paragraph)) {
            Paragraph& before = source.paragraphs.back();
            join(before.text, paragraph.text);
            const auto offset = static_cast<std::uint32_t>(before.text.size() - paragraph.text.size());
            before.turns.push_back({offset, paragraph.page});
            before.word_count += paragraph.word_count;
            continue;
        }
        source.paragraphs.push_back(std::move(paragraph));
    }
    return source;
}

}  // namespace izde::indexer
