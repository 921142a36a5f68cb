#pragma once

#include <cstdint>
#include <optional>

namespace izde::indexer {

/// The 8-bit code pages that word processors of Windows and the Macintosh write.
enum class CodePage : std::uint8_t {
    windows_1251,
    windows_1252,
    kz_1048,
    koi8_r,
    ibm866,
    iso_8859_5,
    mac_cyrillic
};

/// By the number that RTF's \ansicpg and a property set give (1251, 10007 …); nothing for others.
std::optional<CodePage> code_page_of_number(long number) noexcept;

/// By a font's character set (204 is Russian); nothing where the document's own code page holds.
std::optional<CodePage> code_page_of_charset(long charset) noexcept;

/// U+FFFD where the code page has no character.
char32_t decoded(CodePage page, unsigned char byte) noexcept;

}  // namespace izde::indexer
