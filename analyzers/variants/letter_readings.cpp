#include "analyzers/variants/letter_readings.hpp"

#include <algorithm>

#include "analyzers/characters.hpp"
#include "analyzers/variants/reading_rows.hpp"

namespace izde::analyzers {
namespace {

constexpr std::u32string_view kBack = U"аоұыяю";
constexpr std::u32string_view kFront = U"әеөүіэ";

enum class Harmony : std::uint8_t { open, back, front };

/// What the last vowel asks of an ending. у says nothing (бөлу, басқару), и nothing at all: «мониторингтің»,
/// but «саясилық».
Harmony harmony_of(std::u32string_view word) {
    for (std::size_t at = word.size(); at-- > 0 && word[at] != U'и';) {
        if (kBack.find(word[at]) != std::u32string_view::npos) return Harmony::back;
        if (kFront.find(word[at]) != std::u32string_view::npos) return Harmony::front;
    }
    return Harmony::open;
}

/// Before the н of «-дың», «-нің», «-тың», but not of «-атын», «-етін».
bool is_open_genitive(std::u32string_view word) {
    if (word.size() < 3) return false;
    const char32_t vowel = word.back();
    const char32_t consonant = word[word.size() - 2];
    const char32_t before = word[word.size() - 3];
    if (vowel != U'ы' && vowel != U'і') return false;
    return consonant == U'д' || consonant == U'н' || (consonant == U'т' && before != U'а' && before != U'е');
}

}  // namespace

void append_readings(TypingVariant variant, std::u32string_view typed, std::size_t at,
                     std::vector<LetterReading>& readings) {
    const std::u32string_view rest = typed.substr(at);
    if (rest.empty()) return;
    if (variant == TypingVariant::letters) readings.push_back({1, rest.substr(0, 1), 0});
    const auto append = [&](const auto& rows) {
        for (const ReadingRow& row : rows) {
            if (rest.starts_with(row.typed))
                readings.push_back({static_cast<std::uint8_t>(row.typed.size()), row.meant, row.cost});
        }
    };
    if (variant == TypingVariant::letters) {
        append(kLetterRows);
        return;
    }
    const std::size_t before = readings.size();
    append(kLatinRows);
    // A digit, a Cyrillic letter, a Latin one that no alphabet of the table has: itself.
    if (readings.size() == before) readings.push_back({1, rest.substr(0, 1), 0});
}

bool may_continue_ending(std::u32string_view word, char32_t next) {
    switch (next) {
        case U'ә':
        case U'ө':
        case U'ү':
        case U'ұ':
        case U'һ':
            return false;
        case U'қ':
        case U'ғ':
            return harmony_of(word) != Harmony::front;
        case U'і':
            return harmony_of(word) != Harmony::back;
        default:
            return true;
    }
}

bool asks_for_kazakh_letter(std::u32string_view word, char32_t next) {
    switch (next) {
        case U'к':
        case U'г':
            return harmony_of(word) == Harmony::back;
        case U'и':
        case U'ы':
            return harmony_of(word) == Harmony::front;
        case U'н':
            return is_open_genitive(word);
        default:
            return false;
    }
}

bool is_asked_kazakh_letter(std::u32string_view word, char32_t next) {
    switch (next) {
        case U'қ':
        case U'ғ':
            return harmony_of(word) == Harmony::back;
        case U'і':
            return harmony_of(word) == Harmony::front;
        case U'ң':
            return is_open_genitive(word);
        default:
            return false;
    }
}

std::size_t harmony_breaks(std::u32string_view word) {
    if (std::none_of(word.begin(), word.end(), is_kazakh_letter)) return 0;
    std::size_t breaks = 0;
    Harmony last = Harmony::open;
    for (const char32_t letter : word) {
        Harmony here = Harmony::open;
        if (kBack.find(letter) != std::u32string_view::npos || letter == U'қ' || letter == U'ғ') {
            here = Harmony::back;
        } else if (kFront.find(letter) != std::u32string_view::npos) {
            here = Harmony::front;
        }
        if (here == Harmony::open) continue;
        breaks += last != Harmony::open && here != last ? 1 : 0;
        last = here;
    }
    return breaks;
}

}  // namespace izde::analyzers
