#include "indexer/extract/word_numbering.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "indexer/extract/xml_cursor.hpp"

namespace izde::indexer {
namespace {

std::optional<std::size_t> number_of(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::string roman(int value) {
    static constexpr std::array<std::pair<int, std::string_view>, 13> kDigits = {{{1000, "M"},
                                                                                  {900, "CM"},
                                                                                  {500, "D"},
                                                                                  {400, "CD"},
                                                                                  {100, "C"},
                                                                                  {90, "XC"},
                                                                                  {50, "L"},
                                                                                  {40, "XL"},
                                                                                  {10, "X"},
                                                                                  {9, "IX"},
                                                                                  {5, "V"},
                                                                                  {4, "IV"},
                                                                                  {1, "I"}}};
    if (value < 1 || value > 3999) return std::to_string(value);
    std::string text;
    for (const auto& [worth, digit] : kDigits) {
        for (; value >= worth; value -= worth) text += digit;
    }
    return text;
}

std::string in_format(int value, std::string_view format) {
    // Russian lists pass over ё, й, ъ, ы, ь.
    static constexpr std::array<std::string_view, 28> kRussian = {
        "а", "б", "в", "г", "д", "е", "ж", "з", "и", "к", "л", "м", "н", "о",
        "п", "р", "с", "т", "у", "ф", "х", "ц", "ч", "ш", "щ", "э", "ю", "я"};
    if (format == "upperRoman") return roman(value);
    if (format == "lowerRoman") {
        std::string text = roman(value);
        std::ranges::transform(text, text.begin(), [](char one) {
            return one >= 'A' && one <= 'Z' ? static_cast<char>(one - 'A' + 'a') : one;
        });
        return text;
    }
    if (format == "lowerLetter" && value >= 1 && value <= 26) return {static_cast<char>('a' + value - 1)};
    if (format == "upperLetter" && value >= 1 && value <= 26) return {static_cast<char>('A' + value - 1)};
    if (format == "russianLower" && value >= 1 && value <= 28)
        return std::string(kRussian[static_cast<std::size_t>(value) - 1]);
    return std::to_string(value);
}

}  // namespace

WordNumbering::WordNumbering(std::string_view xml) {
    XmlCursor cursor(xml, "word/numbering.xml");
    std::string definition;
    std::string list;
    std::size_t level = kLevels;
    while (cursor.next()) {
        if (cursor.node() != XmlCursor::Node::start) continue;
        const std::string_view name = cursor.name();
        if (name == "abstractNum") {
            definition = cursor.attribute("abstractNumId");
            list.clear();
        } else if (name == "num") {
            list = cursor.attribute("numId");
        } else if (name == "abstractNumId") {
            if (!list.empty()) definition_of_[list] = cursor.attribute("val");
        } else if (name == "lvl" && list.empty()) {
            level = number_of(cursor.attribute("ilvl")).value_or(kLevels);
        } else if (level < kLevels && list.empty()) {
            Level& current = definitions_[definition][level];
            if (name == "start") {
                current.start = static_cast<int>(
                    std::min<std::size_t>(number_of(cursor.attribute("val")).value_or(1), 1'000'000));
            } else if (name == "numFmt") {
                current.format = cursor.attribute("val");
            } else if (name == "lvlText") {
                current.text = cursor.attribute("val");
            }
        }
    }
}

std::string WordNumbering::next(const std::string& list, std::size_t level) {
    const auto known = definition_of_.find(list);
    if (known == definition_of_.end() || level >= kLevels) return {};
    const auto definition = definitions_.find(known->second);
    if (definition == definitions_.end()) return {};
    const Levels& levels = definition->second;
    Counters& counters = counters_[known->second];
    for (std::size_t upper = 0; upper <= level; ++upper) {
        if (!std::exchange(counters.has_begun[upper], true)) {
            counters.value[upper] = levels[upper].start;
        } else if (upper == level) {
            ++counters.value[upper];
        }
    }
    std::fill(counters.has_begun.begin() + static_cast<std::ptrdiff_t>(level) + 1, counters.has_begun.end(),
              false);
    if (levels[level].format == "bullet" || levels[level].format == "none") return {};
    std::string label;
    const std::string_view pattern = levels[level].text;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] == '%' && at + 1 < pattern.size() && pattern[at + 1] >= '1' &&
            pattern[at + 1] <= '9') {
            const auto shown = static_cast<std::size_t>(pattern[++at] - '1');
            label += in_format(counters.value[shown], levels[shown].format);
        } else {
            label += pattern[at];
        }
    }
    return label;
}

}  // namespace izde::indexer
