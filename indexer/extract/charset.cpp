#include "indexer/extract/charset.hpp"

#include "analyzers/utf8.hpp"

namespace izde::indexer {
namespace {

// ICU knows neither KZ-1048 nor PTCP154, and glibc's converters are optional packages on some systems: seven
// tables of 128 code points need neither.
constexpr std::array<std::uint16_t, kCharsets* 128> kTables = {
#include "indexer/extract/charset_tables.inc"
};

constexpr std::array<std::array<std::uint16_t, 128>, kCharsets> kUpperHalves = [] {
    std::array<std::array<std::uint16_t, 128>, kCharsets> halves{};
    for (std::size_t place = 0; place < kTables.size(); ++place)
        halves[place / 128][place % 128] = kTables[place];
    return halves;
}();

}  // namespace

std::string_view name_of(Charset charset) noexcept {
    constexpr std::array<std::string_view, kCharsets> kNames = {
        "windows-1251", "KZ-1048", "PTCP154", "KOI8-R", "IBM866", "ISO-8859-5", "x-mac-cyrillic"};
    return kNames[static_cast<std::size_t>(charset)];
}

const std::array<std::uint16_t, 128>& upper_half(Charset charset) noexcept {
    return kUpperHalves[static_cast<std::size_t>(charset)];
}

std::string decode(std::string_view bytes, Charset charset) {
    const auto& upper = upper_half(charset);
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char character : bytes) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte < 0x80) {
            text.push_back(character);
        } else {
            analyzers::append_utf8(text, upper[byte - 0x80U]);
        }
    }
    return text;
}

}  // namespace izde::indexer
