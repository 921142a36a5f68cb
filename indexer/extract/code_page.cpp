#include "indexer/extract/code_page.hpp"

#include <array>

#include "indexer/extract/charset.hpp"

namespace izde::indexer {
namespace {

/// Windows-1252 from 0x80 to 0x9F; the rest is ISO 8859-1, which is Unicode's own order.
constexpr std::array<char16_t, 32> kWestern = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

Charset charset_of(CodePage page) noexcept {
    switch (page) {
        case CodePage::kz_1048:
            return Charset::kz_1048;
        case CodePage::koi8_r:
            return Charset::koi8_r;
        case CodePage::ibm866:
            return Charset::ibm866;
        case CodePage::iso_8859_5:
            return Charset::iso_8859_5;
        case CodePage::mac_cyrillic:
            return Charset::mac_cyrillic;
        default:
            return Charset::windows_1251;
    }
}

}  // namespace

std::optional<CodePage> code_page_of_number(long number) noexcept {
    switch (number) {
        case 1251:
            return CodePage::windows_1251;
        case 1252:
            return CodePage::windows_1252;
        case 866:
            return CodePage::ibm866;
        case 10007:
            return CodePage::mac_cyrillic;
        case 20866:
            return CodePage::koi8_r;
        case 28595:
            return CodePage::iso_8859_5;
        default:
            return std::nullopt;
    }
}

std::optional<CodePage> code_page_of_charset(long charset) noexcept {
    switch (charset) {
        case 89:
            return CodePage::mac_cyrillic;
        case 204:
            return CodePage::windows_1251;
        case 254:
            return CodePage::ibm866;
        default:
            return std::nullopt;
    }
}

char32_t decoded(CodePage page, unsigned char byte) noexcept {
    if (byte < 0x80) return byte;
    if (page != CodePage::windows_1252) return upper_half(charset_of(page))[byte - 0x80U];
    return byte < 0xA0 ? kWestern[byte - 0x80U] : char32_t{byte};
}

}  // namespace izde::indexer
