#include <array>
#include <cstdint>

#include "analyzers/characters.hpp"
#include "analyzers/endings.hpp"
#include "analyzers/tokenizer.hpp"
#include "analyzers/tokenizer_run.hpp"
#include "analyzers/utf8.hpp"

namespace izde::analyzers {
namespace {

bool is_digit(char32_t code) {
    return code >= U'0' && code <= U'9';
}

/// The official texts write article 146-1 as 146¹ too.
bool is_superscript(char32_t code) {
    return code == 0xB9 || code == 0xB2 || code == 0xB3 || (code >= 0x2074 && code <= 0x2079);
}

/// Digits as a number; large ones saturate (only sizes are compared).
std::uint64_t value_of(std::string_view digits) {
    constexpr std::uint64_t kLargest = 1'000'000'000'000U;
    std::uint64_t value = 0;
    for (const char digit : digits) {
        if (value > kLargest) break;
        value = value * 10 + static_cast<std::uint64_t>(digit - '0');
    }
    return value;
}

/// «2021г», «2005ж», «10м», «5т», «12с»: a unit or an abbreviation, not the letter of an article («12а»).
bool is_unit_letter(std::string_view letter) {
    return letter == "г" || letter == "ж" || letter == "м" || letter == "т" || letter == "с";
}

}  // namespace

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

/// 12.04.2005, 1.1.05 and 2005-04-12, of a day and a month that exist.
bool Tokenizer::read_date(std::size_t at, Piece& piece) const {
    constexpr std::size_t kMostDigits = 4;
    std::array<std::size_t, 3> lengths{};
    std::array<std::uint64_t, 3> values{};
    // Neither a day nor a year has more digits; a megabyte of them must not be walked again at each number in
    // it.
    const auto digits_end = [&](std::size_t from) {
        std::size_t end = from;
        while (end < text_.size() && end - from <= kMostDigits &&
               is_digit(static_cast<unsigned char>(text_[end]))) {
            ++end;
        }
        return end;
    };
    const std::size_t first_end = digits_end(at);
    const char separator = first_end < text_.size() ? text_[first_end] : '\0';
    if (separator != '.' && separator != '-' && separator != '/') return false;
    std::size_t next = at;
    for (std::size_t part = 0; part < 3; ++part) {
        const std::size_t begin = next;
        next = digits_end(begin);
        lengths[part] = next - begin;
        if (lengths[part] == 0 || lengths[part] > kMostDigits) return false;
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
    } else if (run.letters == 1 && end - at < 4 && !is_unit_letter(right_exact_)) {
        piece.kind = TokenKind::legal_number;
        piece.span.end = piece.head.end = run.end;
    }
}

}  // namespace izde::analyzers
