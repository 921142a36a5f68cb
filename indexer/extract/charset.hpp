#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace izde::indexer {

/// The single-byte encodings of Kazakh and Russian text, in the order in which they are preferred where a
/// text decodes alike in several (Russian without rare signs is the same bytes in the first three).
enum class Charset : std::uint8_t {
    windows_1251,
    kz_1048,
    ptcp154,
    koi8_r,
    ibm866,
    iso_8859_5,
    mac_cyrillic
};
inline constexpr std::size_t kCharsets = 7;

/// IANA name: "windows-1251", "KZ-1048" …
std::string_view name_of(Charset charset) noexcept;

/// Code points of the bytes 0x80 to 0xFF; U+FFFD where the encoding has none.
const std::array<std::uint16_t, 128>& upper_half(Charset charset) noexcept;

/// `bytes` as UTF-8.
std::string decode(std::string_view bytes, Charset charset);

}  // namespace izde::indexer
