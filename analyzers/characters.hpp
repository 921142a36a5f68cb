#pragma once

#include <array>
#include <cstdint>

namespace izde::analyzers {

/// What a character is to the tokenizer.
enum class CharacterClass : std::uint8_t {
    separator,  ///< between tokens: space, punctuation, symbols, malformed bytes
    letter,
    digit,       ///< ASCII digits; other scripts' digits are letters of a word, not numbers
    mark,        ///< combining mark: belongs to the character before it
    ignorable,   ///< soft hyphen, zero-width characters: inside a word they are not there
    hyphen,      ///< -, U+2010, U+2011
    apostrophe,  ///< ', ’, ʼ, ‘, `, ′
};

namespace detail {

/// Latin, IPA, Greek and Cyrillic blocks, which hold all but a few characters of the corpus, are looked up in
/// tables.
inline constexpr char32_t kTableEnd = 0x530;

constexpr bool is_between(char32_t code, char32_t first, char32_t last) {
    return code >= first && code <= last;
}

constexpr CharacterClass class_below_table_end(char32_t code) {
    if (is_between(code, '0', '9')) return CharacterClass::digit;
    if (is_between(code, 'a', 'z') || is_between(code, 'A', 'Z')) return CharacterClass::letter;
    if (code == '-') return CharacterClass::hyphen;
    if (code == '\'' || code == '`' || code == 0x2BC || code == 0x2B9 || code == 0xB4) {
        return CharacterClass::apostrophe;
    }
    if (code == 0xAD || code == 0x34F) return CharacterClass::ignorable;
    if (code == 0xAA || code == 0xB5 || code == 0xBA) return CharacterClass::letter;
    if (code < 0xC0 || code == 0xD7 || code == 0xF7) return CharacterClass::separator;
    if (code <= 0x2C1) return CharacterClass::letter;
    if (code <= 0x2FF) return CharacterClass::separator;
    if (code <= 0x36F) return CharacterClass::mark;
    if (code <= 0x3FF) {
        const bool is_sign = code == 0x375 || code == 0x378 || code == 0x379 || code == 0x37E ||
                             is_between(code, 0x380, 0x385) || code == 0x387 || code == 0x38B ||
                             code == 0x38D || code == 0x3A2 || code == 0x3F6;
        return is_sign ? CharacterClass::separator : CharacterClass::letter;
    }
    if (code == 0x482) return CharacterClass::separator;
    if (is_between(code, 0x483, 0x489)) return CharacterClass::mark;
    return CharacterClass::letter;
}

constexpr char32_t lower_below_table_end(char32_t code) {
    if (is_between(code, 'A', 'Z')) return code + 0x20;
    if (is_between(code, 0xC0, 0xDE) && code != 0xD7) return code + 0x20;
    if (is_between(code, 0x100, 0x137) && code != 0x130) return code | 1U;
    if (is_between(code, 0x139, 0x148)) return code + (code & 1U);
    if (is_between(code, 0x14A, 0x177)) return code | 1U;
    if (code == 0x178) return 0xFF;
    if (is_between(code, 0x179, 0x17E)) return code + (code & 1U);
    if (code == 0x18F) return 0x259;
    if (code == 0x19F) return 0x275;
    if (is_between(code, 0x391, 0x3AB) && code != 0x3A2) return code + 0x20;
    if (is_between(code, 0x400, 0x40F)) return code + 0x50;
    if (is_between(code, 0x410, 0x42F)) return code + 0x20;
    if (is_between(code, 0x460, 0x481) || is_between(code, 0x48A, 0x4BF)) return code | 1U;
    if (code == 0x4C0) return 0x4CF;
    if (is_between(code, 0x4C1, 0x4CE)) return code + (code & 1U);
    if (is_between(code, 0x4D0, 0x52F)) return code | 1U;
    return code;
}

template <typename Value, typename Function>
constexpr std::array<Value, kTableEnd> make_table(Function function) {
    std::array<Value, kTableEnd> table{};
    for (char32_t code = 0; code < kTableEnd; ++code) table[code] = static_cast<Value>(function(code));
    return table;
}

inline constexpr auto kClasses = make_table<CharacterClass>(class_below_table_end);
inline constexpr auto kLower = make_table<char16_t>(lower_below_table_end);

CharacterClass class_beyond_table(char32_t code) noexcept;
char32_t lower_beyond_table(char32_t code) noexcept;

}  // namespace detail

/// The class of a code point; `separator` for `kMalformed`.
inline CharacterClass class_of(char32_t code) noexcept {
    return code < detail::kTableEnd ? detail::kClasses[code] : detail::class_beyond_table(code);
}

/// Simple lower case, one code point to one. Latin extended letters that Kazakh, Russian and English never
/// use (U+0180…U+024F but Ə and Ɵ) and accented Greek keep their case: no term of this corpus depends on
/// them.
inline char32_t to_lower(char32_t code) noexcept {
    return code < detail::kTableEnd ? detail::kLower[code] : detail::lower_beyond_table(code);
}

inline bool is_upper(char32_t code) noexcept {
    return to_lower(code) != code;
}

inline bool is_cyrillic(char32_t code) noexcept {
    return code >= 0x400 && code < 0x530;
}

/// Latin letters with and without diacritics, and the IPA letters that stand for Kazakh ones (ə, ɵ).
inline bool is_latin(char32_t code) noexcept {
    return (code < 0x2B0 || (code >= 0x1E00 && code < 0x1F00)) && class_of(code) == CharacterClass::letter;
}

/// The nine letters that Kazakh has and Russian has not, in lower case.
inline bool is_kazakh_letter(char32_t lower) noexcept {
    switch (lower) {
        case U'ә':
        case U'ғ':
        case U'қ':
        case U'ң':
        case U'ө':
        case U'ұ':
        case U'ү':
        case U'һ':
        case U'і':
            return true;
        default:
            return false;
    }
}

}  // namespace izde::analyzers
