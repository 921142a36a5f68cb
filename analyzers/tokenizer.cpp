#include "analyzers/tokenizer.hpp"

#include "analyzers/characters.hpp"
#include "analyzers/endings.hpp"
#include "analyzers/line_end.hpp"
#include "analyzers/tokenizer_run.hpp"
#include "analyzers/utf8.hpp"

namespace izde::analyzers {
namespace {

bool is_digit(char32_t code) {
    return code >= U'0' && code <= U'9';
}

bool is_space(char32_t code) {
    return code == U' ' || code == 0xA0 || code == U'\t' || code == 0x202F || code == 0x2009;
}

/// Two letters that spell one of a Cyrillic name: «Дж», and what Latin writes for ю, я, ж, ш, ч, х, ц.
bool is_spelt_in_two(char32_t capital, char32_t small) {
    switch (capital) {
        case U'Д':
            return small == U'ж';
        case U'Y':
            return small == U'u' || small == U'a' || small == U'e';
        case U'Z':
        case U'S':
        case U'C':
        case U'K':
            return small == U'h';
        case U'T':
            return small == U's';
        default:
            return false;
    }
}

}  // namespace

void Tokenizer::reset(std::string_view text) noexcept {
    text_ = text;
    at_ = 0;
    follows_surname_ = false;
}

char32_t Tokenizer::code_at(std::size_t at) const {
    return at < text_.size() ? decode(text_, at).code : kMalformed;
}

std::size_t Tokenizer::skip_to_start(std::size_t at) const {
    while (at < text_.size()) {
        const Character character = decode(text_, at);
        const CharacterClass character_class = class_of(character.code);
        if (character_class == CharacterClass::letter || character_class == CharacterClass::digit) break;
        if (character.code == U'№') break;
        at += character.length;
    }
    return at;
}

Tokenizer::Run Tokenizer::read_run(std::size_t begin) const {
    Run run;
    run.begin = begin;
    run.end = begin;
    std::size_t at = begin;
    while (at < text_.size() && at - begin < kMaxRunBytes) {
        const Character character = decode(text_, at);
        const CharacterClass character_class = class_of(character.code);
        at += character.length;
        if (character_class == CharacterClass::letter) {
            const bool upper = is_upper(character.code);
            if (run.letters == 0) run.starts_upper = upper;
            ++run.letters;
            run.uppers += upper ? 1 : 0;
            run.has_latin = run.has_latin || is_latin(character.code);
        } else if (character_class == CharacterClass::digit) {
            run.has_digit = true;
        } else if (character_class == CharacterClass::apostrophe) {
            // Between letters an apostrophe is part of the word, elsewhere it is a quotation mark.
            if (at >= text_.size() || class_of(decode(text_, at).code) != CharacterClass::letter) break;
        } else if (character_class != CharacterClass::mark && character_class != CharacterClass::ignorable) {
            break;
        }
        run.end = at;
    }
    // A soft hyphen at the end of a word belongs to nothing, but one before a line break parts the word's
    // halves.
    return run;
}

std::size_t Tokenizer::skip_spaces(std::size_t at) const {
    while (at < text_.size()) {
        const Character character = decode(text_, at);
        if (!is_space(character.code)) break;
        at += character.length;
    }
    return at;
}

/// Where the run after a hyphen begins if a hyphen stands at `at` and a letter or digit right after it; else
/// 0.
std::size_t Tokenizer::after_hyphen(std::size_t at) const {
    if (at >= text_.size()) return 0;
    const Character hyphen = decode(text_, at);
    if (class_of(hyphen.code) != CharacterClass::hyphen) return 0;
    const std::size_t next = at + hyphen.length;
    if (next >= text_.size()) return 0;
    const CharacterClass next_class = class_of(decode(text_, next).code);
    return next_class == CharacterClass::letter || next_class == CharacterClass::digit ? next : 0;
}

/// Where the word goes on if a hyphen at `at` ends a line; else 0. One line break only: an empty line or a
/// form feed parts paragraphs or pages, and the segmenter has joined those that belong together.
std::size_t Tokenizer::after_line_end_hyphen(std::size_t at) const {
    if (at >= text_.size()) return 0;
    const Character hyphen = decode(text_, at);
    const bool is_soft = hyphen.code == 0xAD;
    if (class_of(hyphen.code) != CharacterClass::hyphen && !is_soft) return 0;
    std::size_t next = skip_spaces(at + hyphen.length);
    if (next < text_.size() && text_[next] == '\r') ++next;
    if (next >= text_.size() || text_[next] != '\n') return 0;
    next = skip_spaces(next + 1);
    return class_of(code_at(next)) == CharacterClass::letter ? next : 0;
}

bool Tokenizer::next(Piece& piece) {
    piece = Piece{};
    at_ = skip_to_start(at_);
    // A № without a number behind it is a sign like any other.
    while (at_ < text_.size() && code_at(at_) == U'№' && !read_number_sign(at_, piece)) {
        at_ = skip_to_start(at_ + decode(text_, at_).length);
    }
    if (at_ >= text_.size()) return false;
    const std::size_t begin = at_;
    const char32_t first = code_at(begin);
    if (first == U'№' || (first == U'N' && read_number_sign(begin, piece))) {
        follows_surname_ = false;
        at_ = piece.span.end;
        return true;
    }
    if (is_digit(first)) {
        if (!read_date(begin, piece)) read_number(begin, piece);
        follows_surname_ = false;
    } else if (is_upper(first) && (read_identifier(begin, piece) || read_initials(begin, piece))) {
        follows_surname_ = false;
    } else {
        read_word(begin, piece);
    }
    at_ = piece.span.end;
    return true;
}

/// «Е.А.», «Е. А.», «Дж.» beside a surname. One initial alone needs the surname before or after it.
bool Tokenizer::read_initials(std::size_t at, Piece& piece) const {
    constexpr int kMostInitials = 4;
    std::size_t end = at;
    std::size_t next = at;
    int count = 0;
    while (count < kMostInitials) {
        const std::size_t letter_at = count == 0 ? next : skip_spaces(next);
        if (letter_at > next + 2) break;
        const Character letter = letter_at < text_.size() ? decode(text_, letter_at) : Character{};
        if (class_of(letter.code) != CharacterClass::letter || !is_upper(letter.code)) break;
        std::size_t dot = letter_at + letter.length;
        // «Дж.», «Yu.», «Zh.»: one small letter may follow the capital where two spell one sound.
        if (dot < text_.size() && text_[dot] != '.') {
            const Character second = decode(text_, dot);
            if (is_spelt_in_two(letter.code, second.code)) dot += second.length;
        }
        if (dot >= text_.size() || text_[dot] != '.') break;
        ++count;
        next = end = dot + 1;
    }
    if (count == 0) return false;
    if (count == 1 && !follows_surname_) {
        const std::size_t surname = skip_spaces(end);
        if (surname > end + 2 || surname >= text_.size()) return false;
        const Character first = decode(text_, surname);
        if (class_of(first.code) != CharacterClass::letter || !is_upper(first.code)) return false;
        const char32_t second = code_at(surname + first.length);
        if (class_of(second) != CharacterClass::letter || is_upper(second)) return false;
    }
    piece.span = piece.head = {at, end};
    piece.kind = TokenKind::initials;
    return true;
}

void Tokenizer::read_word(std::size_t at, Piece& piece) {
    Run run = read_run(at);
    piece.kind = TokenKind::word;
    while (run.end - at < kMaxRunBytes) {
        std::size_t next = after_line_end_hyphen(run.end);
        // A soft hyphen is inside the run already; the line break after it ends the run.
        if (next == 0 && run.end >= at + 2 && text_.substr(run.end - 2, 2) == "\u00AD") {
            next = after_line_end_hyphen(run.end - 2);
        }
        if (next == 0) break;
        const Run right = read_run(next);
        if (!joins_over_line_end(run, right)) break;
        run.end = right.end;
        run.letters += right.letters;
        run.uppers += right.uppers;
    }
    piece.span = piece.head = {at, run.end};
    follows_surname_ = run.starts_upper && run.letters > 1;
    const std::size_t part = after_hyphen(run.end);
    if (part != 0 && read_tail(run, part, piece)) return;
}

/// «ҚР-ның», «АҚШ-тың», «Facebook-тің», «ХХІ-ші», «ГОСТ-а»: an ending behind the hyphen is no word of its
/// own.
bool Tokenizer::read_tail(const Run& left, std::size_t tail_begin, Piece& piece) {
    const Run right = read_run(tail_begin);
    constexpr std::size_t kLongestTail = 12;
    if (right.letters == 0 || right.letters > kLongestTail || right.has_digit) return false;
    normalizer_.normalize(bytes(right.begin, right.end), right_exact_);
    const WordShape left_shape = normalizer_.normalize(bytes(left.begin, left.end), left_exact_);
    const bool is_foreign = left.is_acronym() || left_shape.is_roman_numeral || !left_shape.has_cyrillic;
    Piece::Tail tail = Piece::Tail::none;
    const bool is_kazakh = is_foreign && right.uppers < right.letters
                               ? is_kazakh_ending(right_exact_)
                               : is_unmistakable_kazakh_ending(right_exact_);
    const bool is_russian = is_foreign && right.uppers == 0 &&
                            (is_russian_acronym_ending(right_exact_) ||
                             (left_shape.is_roman_numeral && is_russian_number_ending(right_exact_)));
    if (left_shape.is_roman_numeral && is_legal_unit(right_exact_)) {
        tail = Piece::Tail::unit;
    } else if (is_kazakh || is_russian) {
        tail = Piece::Tail::ending;
    } else {
        return false;
    }
    piece.tail = tail;
    piece.tail_span = {right.begin, right.end};
    piece.span.end = right.end;
    if (tail == Piece::Tail::unit) piece.kind = TokenKind::legal_number;
    return true;
}

/// Whether «left-⏎right» is one broken word rather than a compound whose own hyphen ended the line.
bool Tokenizer::joins_over_line_end(const Run& left, const Run& right) {
    if (left.has_digit || right.has_digit || left.letters == 0 || right.letters == 0) return false;
    const bool all_capitals = left.letters > 1 && left.uppers == left.letters;
    if (right.starts_upper && !all_capitals) return false;
    normalizer_.normalize(bytes(left.begin, left.end), left_exact_);
    normalizer_.normalize(bytes(right.begin, right.end), right_exact_);
    return !is_hyphen_compound(left_exact_, right_exact_);
}

}  // namespace izde::analyzers
