#include "indexer/extract/letter_pairs.hpp"

#include <array>
#include <cstdint>

namespace izde::indexer {
namespace {

/// Lower-case letters of both languages, then their capitals in the same order.
constexpr std::u16string_view kAlphabet = u"абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі";
constexpr std::u16string_view kCapitals = u"АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰҮҺІ";
constexpr std::size_t kSymbols = kAlphabet.size() + 1;

/// -8·log2 of a pair's probability. Counted by learn/make_tables.py on 400,000 words of general Kazakh and on
/// 2.3 million words of Russian laws and encyclopedia.
constexpr std::array<std::uint8_t, kSymbols* kSymbols> kPairCosts = {
#include "indexer/extract/letter_pair_costs.inc"
};

/// Signs beyond ASCII that such texts do hold between their letters.
constexpr std::u16string_view kPunctuation =
    u"\u00A0\u00AB\u00BB\u2013\u2014\u2018\u2019\u201C\u201D\u201E\u2026\u2116\u00A7\u00B0\u2022";

// Costs in eighths of a bit. A sign that is neither (ћ, ў, box drawing, a control character) and a capital
// after a small letter inside a word are what wrong encodings look like; each costs about as much as three
// rare pairs.
constexpr std::uint32_t kForeignSign = 200;
constexpr std::uint32_t kPunctuationSign = 40;
constexpr std::uint32_t kInnerCapital = 100;

struct Symbol {
    std::uint8_t letter = 0;  ///< place in the alphabet from 1; 0 is no letter
    bool is_capital = false;
    std::uint8_t cost = 0;  ///< of its own, for signs beyond ASCII
};

std::array<Symbol, 128> symbols_of(Charset charset) noexcept {
    std::array<Symbol, 128> symbols{};
    const auto& upper = upper_half(charset);
    for (std::size_t byte = 0; byte < symbols.size(); ++byte) {
        const auto point = static_cast<char16_t>(upper[byte]);
        if (const auto place = kAlphabet.find(point); place != std::u16string_view::npos) {
            symbols[byte].letter = static_cast<std::uint8_t>(place + 1);
        } else if (const auto capital = kCapitals.find(point); capital != std::u16string_view::npos) {
            symbols[byte].letter = static_cast<std::uint8_t>(capital + 1);
            symbols[byte].is_capital = true;
        } else {
            symbols[byte].cost =
                kPunctuation.find(point) != std::u16string_view::npos ? kPunctuationSign : kForeignSign;
        }
    }
    return symbols;
}

}  // namespace

double reading_cost(std::string_view bytes, Charset charset) noexcept {
    const std::array<Symbol, 128> symbols = symbols_of(charset);
    std::uint64_t cost = 0;
    Symbol previous;
    for (const char character : bytes) {
        const auto byte = static_cast<unsigned char>(character);
        const Symbol symbol = byte < 0x80 ? Symbol{} : symbols[byte - 0x80U];
        if (previous.letter != 0 || symbol.letter != 0)
            cost += kPairCosts[previous.letter * kSymbols + symbol.letter];
        if (symbol.is_capital && previous.letter != 0 && !previous.is_capital) cost += kInnerCapital;
        cost += symbol.cost;
        previous = symbol;
    }
    return static_cast<double>(cost) / 8;
}

}  // namespace izde::indexer
