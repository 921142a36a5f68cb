#include "analyzers/utf8.hpp"

namespace izde::analyzers::detail {

Character decode_long(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t offset) {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
    };
    const auto continues = [&](std::size_t offset) { return (byte(offset) & 0xC0U) == 0x80U; };
    const std::uint32_t first = byte(0);
    if (first >= 0xE0 && first < 0xF0 && continues(1) && continues(2)) {
        const char32_t code = (first & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
        if (code >= 0x800 && (code < 0xD800 || code > 0xDFFF)) return {code, 3};
    } else if (first >= 0xF0 && first < 0xF5 && continues(1) && continues(2) && continues(3)) {
        const char32_t code =
            (first & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U | (byte(3) & 0x3FU);
        if (code >= 0x10000 && code <= 0x10FFFF) return {code, 4};
    }
    return {};
}

}  // namespace izde::analyzers::detail
