#include "indexer/segment/affiliation.hpp"

#include <algorithm>
#include <array>

#include "analyzers/characters.hpp"
#include "analyzers/normalizer.hpp"
#include "analyzers/tokenizer.hpp"
#include "analyzers/utf8.hpp"
#include "indexer/segment/vocabulary.hpp"

namespace izde::indexer {

std::size_t letters_of(std::string_view text) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size() && letters < 20;) {
        const analyzers::Character character = analyzers::decode(text, at);
        at += character.length;
        if (analyzers::class_of(character.code) == analyzers::CharacterClass::letter) ++letters;
    }
    return letters;
}

bool ends_with_full_stop(std::string_view text) {
    // The mark of a note stands behind the full stop.
    for (const std::string_view mark : {"¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}) {
        if (text.ends_with(mark)) text.remove_suffix(mark.size());
    }
    return text.ends_with(".") || text.ends_with(";") || text.ends_with(":");
}

bool holds_year(std::string_view text) {
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
        const bool begins = at == 0 || text[at - 1] < '0' || text[at - 1] > '9';
        if (!begins || (text[at] != '1' && text[at] != '2')) continue;
        std::size_t end = at;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
        const std::string_view century = text.substr(at, 2);
        if (end - at == 4 && (century == "18" || century == "19" || century == "20")) return true;
    }
    return false;
}

bool ends_sentence(const Paragraph& paragraph) {
    return ends_with_full_stop(paragraph.text) && !paragraph.text.ends_with("...");
}

bool ends_in_abbreviation(std::string_view text) {
    constexpr std::size_t kLetters = 4;
    if (!text.ends_with('.')) return false;
    text.remove_suffix(1);
    const std::size_t begin =
        text.find_last_of(" .,") == std::string_view::npos ? 0 : text.find_last_of(" .,") + 1;
    const std::string_view word = text.substr(begin);
    if (word.empty() || analyzers::is_upper(analyzers::decode(word, 0).code)) return false;
    return letters_of(word) <= kLetters;
}

bool begins_line(std::string_view text) {
    const char32_t first = analyzers::decode(text, 0).code;
    return analyzers::class_of(first) != analyzers::CharacterClass::letter || analyzers::is_upper(first);
}

std::string lower_words(std::string_view text) {
    analyzers::Tokenizer tokenizer;
    analyzers::Normalizer normalizer;
    tokenizer.reset(text);
    analyzers::Piece piece;
    std::string exact;
    std::string words;
    while (tokenizer.next(piece)) {
        normalizer.normalize(text.substr(piece.span.begin, piece.span.end - piece.span.begin), exact);
        if (!words.empty()) words += ' ';
        words += exact;
    }
    return words;
}

bool is_place(std::string_view text) {
    analyzers::Tokenizer tokenizer;
    tokenizer.reset(text);
    analyzers::Piece piece;
    std::size_t capitals = 0;
    bool has_sign = text.find(',') != std::string_view::npos;
    while (tokenizer.next(piece)) {
        const std::string_view word = text.substr(piece.span.begin, piece.span.end - piece.span.begin);
        if (piece.kind != analyzers::TokenKind::word) return false;
        if (word == "г" || word == "қ" || word == "город" || word == "қаласы" || word == "республикасы") {
            has_sign = true;
        } else if (analyzers::is_upper(analyzers::decode(word, 0).code)) {
            ++capitals;
        } else {
            return false;
        }
    }
    return has_sign && capitals > 0 && capitals <= 5;
}

bool ends_in_place(std::string_view text) {
    while (text.ends_with('.') && !text.ends_with(" қ.")) text.remove_suffix(1);
    if (text.ends_with(')') && text.find('@') != std::string_view::npos)
        text = text.substr(0, text.rfind(" ("));
    const std::size_t comma = text.rfind(", ");
    if (comma == std::string_view::npos) return false;
    const std::string_view last = text.substr(comma + 2);
    if (last.starts_with("г. ") || last.ends_with(" қ.") || last.ends_with(" қаласы")) return true;
    return names_place(lower_words(last));
}

bool is_address(const Paragraph& paragraph) {
    return (paragraph.text.find('@') != std::string::npos && paragraph.word_count <= 12) ||
           paragraph.words.starts_with("orcid") || paragraph.words.starts_with("e mail");
}

bool is_affiliation(const Paragraph& paragraph) {
    if (paragraph.word_count > 30) return false;
    const std::string_view text = paragraph.text;
    if (paragraph.word_count <= 8 && is_place(text)) return true;
    if (ends_in_place(text)) return true;
    // «Институт президентства: этапы развития» is a title.
    const bool has_part_behind_colon = text.find(": ") != std::string_view::npos &&
                                       text.find(',') == std::string_view::npos &&
                                       text.find('@') == std::string_view::npos;
    if (has_part_behind_colon) return false;
    return (!ends_sentence(paragraph) || ends_in_abbreviation(text)) &&
           affiliation_words(paragraph.words) > 0;
}

bool has_affiliation_mark(std::string_view text) {
    const analyzers::Character first = analyzers::decode(text, 0);
    if (first.code == U'¹' || first.code == U'²' || first.code == U'³' ||
        (first.code >= U'⁴' && first.code <= U'⁹'))
        return true;
    const bool is_digit = first.code >= '1' && first.code <= '9';
    return is_digit && text.size() > 1 && analyzers::is_upper(analyzers::decode(text, 1).code);
}

bool is_sure_affiliation(const Paragraph& paragraph) {
    const std::string_view text = paragraph.text;
    return has_affiliation_mark(text) || is_address(paragraph) || is_place(text) || ends_in_place(text) ||
           !begins_line(text) || text.find(" атындағы ") != std::string_view::npos ||
           text.find(" им. ") != std::string_view::npos || text.find(" имени ") != std::string_view::npos;
}

}  // namespace izde::indexer
