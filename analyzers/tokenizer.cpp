#include "analyzers/tokenizer.hpp"

#include <algorithm>
#include <array>

#include "analyzers/characters.hpp"
#include "analyzers/endings.hpp"
#include "analyzers/roman_numeral.hpp"
#include "analyzers/utf8.hpp"

namespace izde::analyzers {
namespace {

/// A run longer than this is cut in two: no word is that long, and hostile input must not make one.
constexpr std::size_t kMaxRunBytes = 1024;

bool is_digit(char32_t code) {
    return code >= U'0' && code <= U'9';
}

bool is_space(char32_t code) {
    return code == U' ' || code == 0xA0 || code == U'\t' || code == 0x202F || code == 0x2009;
}

/// 0 where `code` is no superscript digit. The official texts write article 146-1 as 146¹ too.
bool is_superscript(char32_t code) {
    return code == 0xB9 || code == 0xB2 || code == 0xB3 || (code >= 0x2074 && code <= 0x2079);
}

/// Digits as a number; large ones saturate (only sizes are compared).
std::uint64_t value_of(std::string_view digits) {
    std::uint64_t value = 0;
    for (const char digit : digits) {
        if (value > 1'000'000'000'000U) break;
        value = value * 10 + static_cast<std::uint64_t>(digit - '0');
    }
    return value;
}

}  // namespace

struct Tokenizer::Run {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t letters = 0;
    std::size_t uppers = 0;
    bool has_digit = false;
    bool has_latin = false;
    bool starts_upper = false;

    bool is_acronym() const { return letters >= 2 && uppers * 2 > letters; }
};

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
    at_ = skip_to_start(at_);
    if (at_ >= text_.size()) return false;
    const std::size_t begin = at_;
    const char32_t first = code_at(begin);
    piece = Piece{};
    if (first == U'№' || first == U'N') {
        if (read_number_sign(begin, piece)) {
            follows_surname_ = false;
            at_ = piece.span.end;
            return true;
        }
        if (first == U'№') {
            at_ += decode(text_, begin).length;
            return next(piece);
        }
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

/// «№ 495-V», «№36», «N 36», «No 36», «No. 36»: the sign belongs to the number's span and makes it a legal
/// number.
bool Tokenizer::read_number_sign(std::size_t at, Piece& piece) {
    std::size_t number = at + decode(text_, at).length;
    if (text_[at] == 'N') {
        if (number < text_.size() && text_[number] == 'o') ++number;
        if (number < text_.size() && text_[number] == '.') ++number;
        const std::size_t after_space = skip_spaces(number);
        if (after_space == number) return false;
        number = after_space;
    } else {
        number = skip_spaces(number);
    }
    if (!is_digit(code_at(number))) return false;
    if (read_date(number, piece)) return false;
    read_number(number, piece);
    piece.span.begin = at;
    if (piece.kind == TokenKind::number) piece.kind = TokenKind::legal_number;
    return true;
}

/// Eleven characters: a letter, two digits, then digits, or two letters of a region and digits, or digits and
/// `_`. The letter may be a Cyrillic look-alike (Р, К, Н, …), which the normalizer repairs.
bool Tokenizer::read_identifier(std::size_t at, Piece& piece) const {
    const Character first = decode(text_, at);
    constexpr std::size_t kTailLength = 10;
    const std::size_t tail = at + first.length;
    if (tail + kTailLength > text_.size()) return false;
    const std::string_view rest = text_.substr(tail, kTailLength);
    for (std::size_t index = 0; index < kTailLength; ++index) {
        const char character = rest[index];
        const bool may_be_region = index == 2 || index == 3;
        const bool is_region = may_be_region && character >= 'A' && character <= 'Z';
        const bool is_filler = index + 1 == kTailLength && character == '_';
        if (!is_digit(static_cast<unsigned char>(character)) && !is_region && !is_filler) return false;
    }
    const std::size_t end = tail + kTailLength;
    const CharacterClass after = class_of(code_at(end));
    if (after == CharacterClass::letter || after == CharacterClass::digit) return false;
    piece.span = piece.head = {at, end};
    piece.kind = TokenKind::identifier;
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
        // «Дж.», «Ю.»: one small letter may follow the capital.
        if (dot < text_.size() && text_[dot] != '.') {
            const Character second = decode(text_, dot);
            if (letter.code == U'Д' && second.code == U'ж') dot += second.length;
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

/// 12.04.2005, 1.1.05 and 2005-04-12, of a day and a month that exist.
bool Tokenizer::read_date(std::size_t at, Piece& piece) const {
    std::array<std::size_t, 3> lengths{};
    std::array<std::uint64_t, 3> values{};
    const char separator = [&] {
        std::size_t next = at;
        while (next < text_.size() && is_digit(static_cast<unsigned char>(text_[next]))) ++next;
        return next < text_.size() && (text_[next] == '.' || text_[next] == '-' || text_[next] == '/')
                   ? text_[next]
                   : '\0';
    }();
    if (separator == '\0') return false;
    std::size_t next = at;
    for (std::size_t part = 0; part < 3; ++part) {
        const std::size_t begin = next;
        while (next < text_.size() && is_digit(static_cast<unsigned char>(text_[next]))) ++next;
        lengths[part] = next - begin;
        if (lengths[part] == 0 || lengths[part] > 4) return false;
        values[part] = value_of(bytes(begin, next));
        if (part < 2) {
            if (next >= text_.size() || text_[next] != separator) return false;
            ++next;
        }
    }
    const auto is_day = [](std::uint64_t day) { return day >= 1 && day <= 31; };
    const auto is_month = [](std::uint64_t month) { return month >= 1 && month <= 12; };
    const bool day_first = separator != '-' && lengths[0] <= 2 && lengths[1] <= 2 &&
                           (lengths[2] == 4 || (lengths[2] == 2 && lengths[1] == 2)) && is_day(values[0]) &&
                           is_month(values[1]);
    const bool year_first = separator == '-' && lengths[0] == 4 && lengths[1] == 2 && lengths[2] == 2 &&
                            is_month(values[1]) && is_day(values[2]);
    if (!day_first && !year_first) return false;
    piece.span = piece.head = {at, next};
    piece.kind = TokenKind::date;
    return true;
}

void Tokenizer::read_number(std::size_t at, Piece& piece) {
    const auto digits_end = [&](std::size_t from) {
        while (from < text_.size() && from - at < kMaxRunBytes &&
               is_digit(static_cast<unsigned char>(text_[from]))) {
            ++from;
        }
        return from;
    };
    const auto digit_at = [&](std::size_t from) {
        return from < text_.size() && is_digit(static_cast<unsigned char>(text_[from]));
    };
    piece.kind = TokenKind::number;
    std::size_t last_begin = at;
    std::size_t end = digits_end(at);
    while (end < text_.size() && text_[end] == '.' && digit_at(end + 1) && end - at < kMaxRunBytes) {
        last_begin = end + 1;
        end = digits_end(end + 1);
    }
    if (end < text_.size() && text_[end] == ',' && digit_at(end + 1)) {
        // A decimal comma; a list («1,2,3») has more than one.
        const std::size_t fraction_end = digits_end(end + 1);
        const bool is_list =
            fraction_end < text_.size() && text_[fraction_end] == ',' && digit_at(fraction_end + 1);
        const bool follows_list = at >= 2 && text_[at - 1] == ',' && digit_at(at - 2);
        if (!is_list && !follows_list && last_begin == at) end = fraction_end;
    }
    while (is_superscript(code_at(end))) {
        piece.kind = TokenKind::legal_number;
        end += decode(text_, end).length;
    }
    piece.span = piece.head = {at, end};

    // What law glues on: 146-1, 36-II, 495-V, 35-бап, 36-1-бабының.
    while (piece.span.end - at < kMaxRunBytes) {
        const std::size_t part = after_hyphen(piece.span.end);
        if (part == 0) break;
        const Run run = read_run(part);
        if (digit_at(part)) {
            const std::size_t part_end = digits_end(part);
            const bool is_range =
                value_of(bytes(part, part_end)) > value_of(bytes(last_begin, piece.span.end));
            if (run.letters != 0 || is_range) break;  // «10-15» and «2016-2021» are two numbers
            last_begin = part;
            piece.span.end = piece.head.end = part_end;
            piece.kind = TokenKind::legal_number;
            continue;
        }
        const WordShape shape = normalizer_.normalize(bytes(run.begin, run.end), right_exact_);
        if (is_legal_unit(right_exact_)) {
            piece.tail = Piece::Tail::unit;
            piece.kind = TokenKind::legal_number;
        } else if (is_kazakh_ending(right_exact_) || is_russian_number_ending(right_exact_)) {
            piece.tail = Piece::Tail::ending;
        } else if (shape.is_roman_numeral || (run.letters == 1 && !run.has_digit)) {
            piece.span.end = piece.head.end = run.end;
            piece.kind = TokenKind::legal_number;
            continue;
        } else {
            break;
        }
        piece.tail_span = {run.begin, run.end};
        piece.span.end = run.end;
        return;
    }
    if (piece.span.end != end || class_of(code_at(end)) != CharacterClass::letter) return;

    // Letters without a hyphen: «35бап», «12а», «5G»; «2021г» and «10км» are a number and a word.
    const Run run = read_run(end);
    normalizer_.normalize(bytes(run.begin, run.end), right_exact_);
    if (is_legal_unit(right_exact_)) {
        piece.tail = Piece::Tail::unit;
        piece.kind = TokenKind::legal_number;
        piece.tail_span = {run.begin, run.end};
        piece.span.end = run.end;
    } else if (run.has_latin || run.has_digit) {
        piece.kind = TokenKind::word;
        piece.span.end = piece.head.end = run.end;
    } else if (run.letters == 1 && end - at < 4 && right_exact_ != "г" && right_exact_ != "ж" &&
               right_exact_ != "м" && right_exact_ != "т" && right_exact_ != "с") {
        piece.kind = TokenKind::legal_number;
        piece.span.end = piece.head.end = run.end;
    }
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
    if (left_shape.is_roman_numeral && is_legal_unit(right_exact_)) {
        tail = Piece::Tail::unit;
    } else if (is_foreign && right.uppers < right.letters ? is_kazakh_ending(right_exact_)
                                                          : is_unmistakable_kazakh_ending(right_exact_)) {
        tail = Piece::Tail::ending;
    } else if (is_foreign && right.uppers == 0 &&
               (is_russian_acronym_ending(right_exact_) ||
                (left_shape.is_roman_numeral && is_russian_number_ending(right_exact_)))) {
        tail = Piece::Tail::ending;
    }
    if (tail == Piece::Tail::none) return false;
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
    // Reduplications keep their hyphen: «өзін-өзі», «қайта-қайта», «бірін-бірі».
    constexpr std::size_t kTwoLetters = 4;
    if (left_exact_.size() >= kTwoLetters && right_exact_.size() >= kTwoLetters &&
        std::equal(left_exact_.begin(), left_exact_.begin() + kTwoLetters, right_exact_.begin())) {
        return false;
    }
    return true;
}

}  // namespace izde::analyzers
