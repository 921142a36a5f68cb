#include "analyzers/endings.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_set>

#include "analyzers/utf8.hpp"

namespace izde::analyzers {
namespace {

using namespace std::string_view_literals;

/// Stems of the units, long before short; voiced before a vowel (бап → бабы, тармақ → тармағы).
constexpr std::array kUnitStems = {
    "тармақша"sv, "тармақ"sv,   "тармағ"sv, "бап"sv,     "баб"sv,  "бөлік"sv, "бөліг"sv,  "бөлім"sv,
    "тарау"sv,    "параграф"sv, "абзац"sv,  "қосымша"sv, "кіші"sv, "азат"sv,  "сөйлем"sv,
};

constexpr std::array kCases = {
    ""sv,     "ның"sv,  "нің"sv,  "дың"sv,  "дің"sv,  "тың"sv,   "тің"sv,   "ға"sv,   "ге"sv,
    "қа"sv,   "ке"sv,   "на"sv,   "не"sv,   "а"sv,    "е"sv,     "ны"sv,    "ні"sv,   "ды"sv,
    "ді"sv,   "ты"sv,   "ті"sv,   "н"sv,    "да"sv,   "де"sv,    "та"sv,    "те"sv,   "нда"sv,
    "нде"sv,  "дан"sv,  "ден"sv,  "тан"sv,  "тен"sv,  "нан"sv,   "нен"sv,   "мен"sv,  "бен"sv,
    "пен"sv,  "дағы"sv, "дегі"sv, "тағы"sv, "тегі"sv, "ндағы"sv, "ндегі"sv, "нікі"sv, "дікі"sv,
    "тікі"sv, "ша"sv,   "ше"sv,   "дай"sv,  "дей"sv,  "тай"sv,   "тей"sv,
};

constexpr std::array kBeforeCase = {
    // i: the normalizer takes an і that stands alone for a Roman one («ЖСН-і»).
    "i"sv,    "ау"sv,   "ауы"sv,  "еуі"sv, ""sv,    "сы"sv,    "сі"sv,    "ы"sv,     "і"sv,
    "лар"sv,  "лер"sv,  "дар"sv,  "дер"sv, "тар"sv, "тер"sv,   "лары"sv,  "лері"sv,  "дары"sv,
    "дері"sv, "тары"sv, "тері"sv, "ші"sv,  "шы"sv,  "інші"sv,  "ыншы"sv,  "нші"sv,   "ншы"sv,
    "лық"sv,  "лік"sv,  "дық"sv,  "дік"sv, "тық"sv, "тік"sv,   "лығ"sv,   "ліг"sv,   "сыз"sv,
    "сіз"sv,  "лы"sv,   "лі"sv,   "еу"sv,  "ші"sv,  "шілер"sv, "шылар"sv, "ншысы"sv, "шісі"sv,
};

constexpr std::array kRussianNumberEndings = {
    // x: the normalizer takes a х that stands alone for a Roman ten.
    "й"sv,   "я"sv,   "е"sv,  "х"sv,  "x"sv,   "м"sv,  "ю"sv,  "го"sv, "му"sv,  "ми"sv,
    "ый"sv,  "ой"sv,  "ий"sv, "ая"sv, "ое"sv,  "ые"sv, "ых"sv, "ым"sv, "ого"sv, "ому"sv,
    "его"sv, "ему"sv, "ти"sv, "ть"sv, "тью"sv, "ую"sv, "ей"sv, "ом"sv,
};

constexpr std::array kRussianAcronymEndings = {
    "а"sv, "у"sv, "ом"sv, "е"sv, "ы"sv, "ов"sv, "ам"sv, "ами"sv, "ах"sv, "и"sv, "ой"sv,
};

/// Words of their own that an ending would be taken for behind small letters.
constexpr std::array kAlsoWords = {"мен"sv,  "бен"sv,  "пен"sv, "дан"sv, "тан"sv, "сыз"sv,
                                   "сіз"sv,  "дай"sv,  "тай"sv, "тер"sv, "дар"sv, "лар"sv,
                                   "тары"sv, "тағы"sv, "дей"sv, "тей"sv, "нан"sv};

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool is_legal_unit(std::string_view word) {
    return std::any_of(kUnitStems.begin(), kUnitStems.end(), [&](std::string_view stem) {
        return word.starts_with(stem) &&
               (word.size() == stem.size() || is_kazakh_ending(word.substr(stem.size())));
    });
}

bool is_kazakh_ending(std::string_view word) {
    return !word.empty() && std::any_of(kBeforeCase.begin(), kBeforeCase.end(), [&](std::string_view before) {
        return word.starts_with(before) && contains(kCases, word.substr(before.size()));
    });
}

std::string without_kazakh_letters(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kPlain = {{{"ә", "а"},
                                                                                      {"ғ", "г"},
                                                                                      {"қ", "к"},
                                                                                      {"ң", "н"},
                                                                                      {"ө", "о"},
                                                                                      {"ұ", "у"},
                                                                                      {"ү", "у"},
                                                                                      {"һ", "х"},
                                                                                      {"і", "и"}}};
    std::string plain;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t length = decode(word, at).length;
        const std::string_view letter = word.substr(at, length);
        const auto* const row = std::find_if(kPlain.begin(), kPlain.end(),
                                             [&](const auto& pair) { return pair.first == letter; });
        plain += row == kPlain.end() ? letter : row->second;
        at += length;
    }
    return plain;
}

bool is_typed_kazakh_ending(std::string_view word) {
    static const auto kTyped = [] {
        std::unordered_set<std::string> endings;
        for (const std::string_view before : kBeforeCase) {
            for (const std::string_view ending : kCases) {
                endings.insert(without_kazakh_letters(std::string(before).append(ending)));
            }
        }
        endings.erase("");
        return endings;
    }();
    return kTyped.count(without_kazakh_letters(word)) != 0;
}

bool is_unmistakable_kazakh_ending(std::string_view word) {
    constexpr std::size_t kThreeLetters = 6;
    return word.size() >= kThreeLetters && !contains(kAlsoWords, word) && is_kazakh_ending(word);
}

bool is_russian_number_ending(std::string_view word) {
    return contains(kRussianNumberEndings, word);
}

bool is_russian_acronym_ending(std::string_view word) {
    return contains(kRussianAcronymEndings, word);
}

}  // namespace izde::analyzers
