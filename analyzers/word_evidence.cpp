#include "analyzers/word_evidence.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "analyzers/characters.hpp"
#include "analyzers/endings.hpp"
#include "analyzers/language_trigrams.hpp"
#include "analyzers/utf8.hpp"

namespace izde::analyzers {
namespace {

using namespace std::string_view_literals;

constexpr int kLetters = 33;

/// 1…32 for а…я, 0 (the word's edge) for everything else.
int index_of(char32_t letter) {
    return letter >= U'а' && letter <= U'я' ? static_cast<int>(letter - U'а') + 1 : 0;
}

int score_of(int first, int second, int third) {
    return kLanguageTrigrams[(first * kLetters + second) * kLetters + third] - 'l';
}

/// Patronymics, and adjectives of places and names: Russian however Kazakh the stem is («Карагандинской»,
/// «Абишевич», where Kazakh has «Қарағанды», «Әбішұлы»).
constexpr std::array kRussianEndings = {
    "ский"sv, "ской"sv, "ского"sv, "скому"sv, "ским"sv,   "ском"sv,   "ская"sv,  "скую"sv,
    "ское"sv, "ские"sv, "ских"sv,  "скими"sv, "ович"sv,   "евич"sv,   "овича"sv, "евича"sv,
    "овну"sv, "евну"sv, "овичу"sv, "евичу"sv, "овичем"sv, "евичем"sv, "овна"sv,  "евна"sv,
    "овны"sv, "евны"sv, "овне"sv,  "евне"sv,  "овной"sv,  "евной"sv,
};

bool has_russian_ending(std::string_view word) {
    return std::any_of(kRussianEndings.begin(), kRussianEndings.end(), [&](std::string_view ending) {
        return word.size() > ending.size() && word.ends_with(ending);
    });
}

}  // namespace

int kazakh_evidence(std::string_view word) noexcept {
    int first = 0;
    int second = 0;
    int score = 0;
    for (std::size_t at = 0; at < word.size();) {
        const Character character = decode(word, at);
        at += character.length;
        if (is_kazakh_letter(character.code)) return kCertain;
        const int third = index_of(character.code);
        if (second != 0) score += score_of(first, second, third);
        first = second;
        second = third;
    }
    if (second != 0) score += score_of(first, second, 0);
    if (has_russian_ending(word)) return -kCertain;
    return std::clamp(score, -kCertain, kCertain);
}

bool has_kazakh_ending_behind_loan(std::string_view word) noexcept {
    constexpr std::string_view kLoanEnd = "ия";
    const std::size_t at = word.rfind(kLoanEnd);
    return at != std::string_view::npos && is_kazakh_ending(word.substr(at + kLoanEnd.size()));
}

}  // namespace izde::analyzers
