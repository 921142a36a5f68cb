#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace izde::analyzers {

/// Stands for a byte that begins no well-formed character; no Unicode code point has this value.
inline constexpr char32_t kMalformed = 0xFFFFFFFF;

/// One character of UTF-8 text and its length in bytes (1 for a malformed byte, so that reading always
/// advances).
struct Character {
    char32_t code = kMalformed;
    std::size_t length = 1;
};

namespace detail {
/// Characters of three and four bytes; overlong forms, surrogates and values above U+10FFFF are malformed.
Character decode_long(std::string_view text, std::size_t at) noexcept;
}  // namespace detail

/// The character that begins at byte `at` (`at` < text.size()).
inline Character decode(std::string_view text, std::size_t at) noexcept {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, 1};
    if (first >= 0xC2 && first < 0xE0 && at + 1 < text.size()) {
        const auto second = static_cast<unsigned char>(text[at + 1]);
        if ((second & 0xC0U) == 0x80U) {
            return {static_cast<char32_t>((first & 0x1FU) << 6U | (second & 0x3FU)), 2};
        }
        return {};
    }
    return detail::decode_long(text, at);
}

/// Appends `code` (a valid code point) as UTF-8.
inline void append_utf8(std::string& text, char32_t code) {
    if (code < 0x80) {
        text.push_back(static_cast<char>(code));
    } else if (code < 0x800) {
        text.push_back(static_cast<char>(0xC0U | code >> 6U));
        text.push_back(static_cast<char>(0x80U | (code & 0x3FU)));
    } else if (code < 0x10000) {
        text.push_back(static_cast<char>(0xE0U | code >> 12U));
        text.push_back(static_cast<char>(0x80U | (code >> 6U & 0x3FU)));
        text.push_back(static_cast<char>(0x80U | (code & 0x3FU)));
    } else {
        text.push_back(static_cast<char>(0xF0U | code >> 18U));
        text.push_back(static_cast<char>(0x80U | (code >> 12U & 0x3FU)));
        text.push_back(static_cast<char>(0x80U | (code >> 6U & 0x3FU)));
        text.push_back(static_cast<char>(0x80U | (code & 0x3FU)));
    }
}

}  // namespace izde::analyzers
