#include "indexer/segment/paragraph.hpp"

#include <algorithm>

#include "analyzers/characters.hpp"
#include "analyzers/normalizer.hpp"
#include "analyzers/tokenizer.hpp"
#include "analyzers/utf8.hpp"
#include "indexer/segment/affiliation.hpp"
#include "indexer/segment/line_breaks.hpp"
#include "indexer/segment/lines.hpp"
#include "indexer/segment/vocabulary.hpp"

namespace izde::indexer {
namespace {

/// A paragraph with fewer words than this is a heading or a list item: no page break is healed behind it.
constexpr std::size_t kHealedWords = 4;

/// As many words as the rules of `classify` look at; beyond the second number no rule counts exactly, and
/// spaces are counted instead: to tokenize whole paragraphs here took as long as to index them.
constexpr std::size_t kLeadingWords = 12;
constexpr std::size_t kCountedWords = 130;
constexpr std::size_t kCapitalBytes = 1000;

/// Characters of the longest heading of a list of references.
constexpr std::uint32_t kHeadingWidth = 60;

/// A line's break to the next inside one paragraph: a hyphen keeps its line break, by which the tokenizer
/// joins the word; elsewhere the break was a space.
void join(std::string& text, std::string_view next) {
    text += ends_in_hyphen(text) ? '\n' : ' ';
    text += next;
}

/// Notes that one page may have at its foot.
constexpr std::size_t kNotesOfPage = 12;

/// «* Байжанова К.Т. – к.ю.н.», «¹ См.: Зиманов С.З. …», «3 Там же.»: what a mark in the text refers to.
bool is_foot_note(std::string_view text) {
    if (text.starts_with("**")) return false;
    const analyzers::Character first = analyzers::decode(text, 0);
    if (text.starts_with('*') || has_affiliation_mark(text) || first.code == U'¹') return true;
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    return digits > 0 && digits <= 3 && digits + 1 < text.size() && text[digits] == ' ' &&
           analyzers::is_upper(analyzers::decode(text, digits + 1).code);
}

/// A page break inside a sentence: what stands before it ends in the middle, what follows goes on in small
/// letters. An empty line alone is a page break only behind a full line.
bool is_cut(const Paragraph& before, const Paragraph& after, bool stands_behind_note) {
    if (before.heading_level != 0 || after.heading_level != 0 || before.word_count < kHealedWords ||
        before.is_note != after.is_note)
        return false;
    if (before.is_centred || before.is_bold || before.capitals > 0.7) return false;
    if (ends_sentence(before.text) || !begins_small(after.text)) return false;
    if (!after.begins_page && !before.fills_lines && !stands_behind_note) return false;
    const Role role = own_role(after);
    return role == Role::body || role == Role::line || (role == Role::affiliation && before.word_count > 40);
}

}  // namespace

Paragraph paragraph_of(std::string_view line) {
    Paragraph paragraph;
    paragraph.text = line;
    count_words(paragraph);
    return paragraph;
}

void count_words(Paragraph& paragraph) {
    analyzers::Tokenizer tokenizer;
    analyzers::Normalizer normalizer;
    const std::string_view text = paragraph.text;
    tokenizer.reset(text);
    analyzers::Piece piece;
    std::string exact;
    paragraph.words.clear();
    paragraph.word_count = 0;
    while (tokenizer.next(piece)) {
        if (++paragraph.word_count > kLeadingWords) {
            if (paragraph.word_count < kCountedWords) continue;
            const std::string_view rest = text.substr(piece.span.end);
            paragraph.word_count += static_cast<std::size_t>(std::ranges::count(rest, ' '));
            break;
        }
        normalizer.normalize(text.substr(piece.span.begin, piece.span.end - piece.span.begin), exact);
        if (!paragraph.words.empty()) paragraph.words += ' ';
        paragraph.words += exact;
    }
    std::size_t letters = 0;
    std::size_t capitals = 0;
    for (std::size_t at = 0; at < std::min(text.size(), kCapitalBytes);) {
        const analyzers::Character character = analyzers::decode(text, at);
        at += character.length;
        if (analyzers::class_of(character.code) != analyzers::CharacterClass::letter) continue;
        ++letters;
        if (analyzers::is_upper(character.code)) ++capitals;
    }
    paragraph.capitals = letters == 0 ? 0 : static_cast<double>(capitals) / static_cast<double>(letters);
}

Source read_paragraphs(const std::vector<Page>& pages) {
    Lines lines = read_lines(pages);
    const Geometry geometry = geometry_of(lines.lines);
    Source source;
    source.pages = std::move(lines.pages);
    source.running_heads = std::move(lines.running_heads);
    std::vector<Paragraph> raw;
    Place at;
    for (std::size_t place = 0; place < lines.lines.size(); ++place) {
        const Line& line = lines.lines[place];
        const bool is_styled = line.style != nullptr;
        const bool is_wide = fills_line(line, geometry);
        if (place > 0 && continues(lines.lines[place - 1], line, geometry, at)) {
            join(raw.back().text, line.text);
            raw.back().is_centred &= is_centred(line, geometry);
            raw.back().is_bold &= is_styled && line.style->is_bold;
            raw.back().fills_lines = is_wide;
            continue;
        }
        Paragraph paragraph;
        paragraph.text = line.text;
        paragraph.page = line.page;
        paragraph.begins_page = line.begins_page;
        paragraph.follows_blank = line.follows_blank;
        paragraph.is_centred = is_centred(line, geometry);
        paragraph.fills_lines = is_wide;
        if (is_styled) {
            paragraph.heading_level = line.style->heading_level;
            paragraph.is_bold = line.style->is_bold;
            paragraph.is_note = line.style->is_note;
        }
        at.item = item_number(line.text);
        if (line.width <= kHeadingWidth && opens_contents(paragraph_of(line.text).words)) {
            at.is_in_contents = true;
        } else if (!ends_in_number(line.text) && line.follows_blank && place > 0 &&
                   ends_in_number(lines.lines[place - 1].text)) {
            at.is_in_contents = false;
        }
        if (line.width <= kHeadingWidth && own_role(paragraph_of(line.text)) == Role::references_heading) {
            at.is_in_references = true;
        } else if (at.is_in_references && (line.begins_page || line.follows_blank)) {
            const Role role = own_role(paragraph_of(line.text));
            at.is_in_references = role == Role::body || role == Role::reference || at.item != 0;
        }
        raw.push_back(std::move(paragraph));
    }

    for (Paragraph& paragraph : raw) {
        count_words(paragraph);
        // A note at the foot of the page stands between the halves.
        std::size_t half = source.paragraphs.size();
        const auto is_note = [&](const Paragraph& before) {
            return before.is_note || (paragraph.begins_page && is_foot_note(before.text));
        };
        while (!paragraph.is_note && half > 0 && source.paragraphs.size() - half < kNotesOfPage &&
               is_note(source.paragraphs[half - 1]))
            --half;
        if (half > 0 && is_cut(source.paragraphs[half - 1], paragraph, half != source.paragraphs.size())) {
            Paragraph& before = source.paragraphs[half - 1];
            join(before.text, paragraph.text);
            if (before.page != paragraph.page) {
                const auto offset = static_cast<std::uint32_t>(before.text.size() - paragraph.text.size());
                before.turns.push_back({offset, paragraph.page});
            }
            before.word_count += paragraph.word_count;
            before.fills_lines = paragraph.fills_lines;
            continue;
        }
        source.paragraphs.push_back(std::move(paragraph));
    }
    return source;
}

}  // namespace izde::indexer
