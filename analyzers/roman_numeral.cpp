#include "analyzers/roman_numeral.hpp"

#include <cstddef>

#include "analyzers/characters.hpp"

namespace izde::analyzers {
namespace {

char latin_digit(char32_t letter) {
    switch (letter) {
        case U'I':
        case U'i':
        case U'І':
        case U'і':
        case U'Ӏ':
        case U'ӏ':
            return 'i';
        case U'V':
        case U'v':
            return 'v';
        case U'X':
        case U'x':
        case U'Х':
        case U'х':
            return 'x';
        case U'L':
        case U'l':
            return 'l';
        case U'C':
        case U'c':
        case U'С':
        case U'с':
            return 'c';
        case U'D':
        case U'd':
            return 'd';
        case U'M':
        case U'm':
        case U'М':
        case U'м':
            return 'm';
        default:
            return 0;
    }
}

/// One decimal place: (one five | four nine | repetition), as in "xc", "xl", "lxxx".
std::size_t skip_place(std::string_view digits, std::size_t at, char one, char five, char ten) {
    const auto is = [&](std::size_t offset, char digit) {
        return at + offset < digits.size() && digits[at + offset] == digit;
    };
    if (is(0, one) && (is(1, five) || is(1, ten))) return at + 2;
    if (is(0, five)) ++at;
    for (int repeated = 0; repeated < 3 && is(0, one); ++repeated) ++at;
    return at;
}

bool is_well_formed(std::string_view digits) {
    std::size_t at = 0;
    while (at < digits.size() && at < 3 && digits[at] == 'm') ++at;
    at = skip_place(digits, at, 'c', 'd', 'm');
    at = skip_place(digits, at, 'x', 'l', 'c');
    at = skip_place(digits, at, 'i', 'v', 'x');
    return at == digits.size();
}

}  // namespace

bool read_roman_numeral(std::u32string_view letters, std::string& latin) {
    constexpr std::size_t kLongest = 15;  // MMMDCCCLXXXVIII
    if (letters.empty() || letters.size() > kLongest) return false;
    latin.clear();
    bool has_latin = false;
    bool has_lower = false;
    bool only_small_digits = true;  // i, v, x: no word of the corpus consists of these alone
    bool has_cyrillic_word_letter = false;
    bool has_cyrillic = false;
    for (const char32_t letter : letters) {
        const char digit = latin_digit(letter);
        if (digit == 0) return false;
        latin.push_back(digit);
        has_lower = has_lower || !is_upper(letter);
        only_small_digits = only_small_digits && (digit == 'i' || digit == 'v' || digit == 'x');
        if (is_cyrillic(letter)) {
            has_cyrillic = true;
            has_cyrillic_word_letter = has_cyrillic_word_letter || digit == 'c' || digit == 'm';
        } else {
            has_latin = true;
        }
    }
    if (has_lower && !(only_small_digits && has_cyrillic)) return false;
    if (has_cyrillic_word_letter && !has_latin) return false;
    return is_well_formed(latin);
}

}  // namespace izde::analyzers
