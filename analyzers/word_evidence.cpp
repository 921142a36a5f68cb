#include "analyzers/word_evidence.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "analyzers/characters.hpp"
#include "analyzers/utf8.hpp"

namespace izde::analyzers {
namespace {

using namespace std::string_view_literals;

/// Frequent Russian words that are no Kazakh words.
constexpr std::array kRussianWords = {
    "без"sv, "бы"sv,  "был"sv, "была"sv, "были"sv, "было"sv, "быть"sv,  "в"sv,   "во"sv,  "вы"sv,  "где"sv,
    "для"sv, "до"sv,  "его"sv, "ее"sv,   "если"sv, "за"sv,   "и"sv,     "из"sv,  "или"sv, "им"sv,  "их"sv,
    "к"sv,   "как"sv, "ко"sv,  "ли"sv,   "либо"sv, "мы"sv,   "на"sv,    "над"sv, "не"sv,  "нет"sv, "ни"sv,
    "но"sv,  "о"sv,   "об"sv,  "он"sv,   "она"sv,  "они"sv,  "от"sv,    "по"sv,  "под"sv, "при"sv, "с"sv,
    "со"sv,  "так"sv, "то"sv,  "у"sv,    "что"sv,  "это"sv,  "этого"sv, "я"sv,
};

/// Frequent Kazakh words without a Kazakh letter, and what typing without Kazakh letters makes of others.
constexpr std::array kKazakhWords = {
    "алады"sv,    "алу"sv,       "алып"sv,   "аныктау"sv,      "арасында"sv, "арналган"sv,  "бар"sv,
    "барлык"sv,   "барысында"sv, "беру"sv,   "бойынша"sv,      "болады"sv,   "болган"sv,    "болды"sv,
    "болу"sv,     "болуы"sv,     "болып"sv,  "бул"sv,          "екен"sv,     "емес"sv,      "ету"sv,
    "еместер"sv,  "жане"sv,      "жалпы"sv,  "жасау"sv,        "жаксы"sv,    "жок"sv,       "жоне"sv,
    "жылы"sv,     "жылдын"sv,    "казак"sv,  "казакстан"sv,    "калай"sv,    "керек"sv,     "кейин"sv,
    "кызмет"sv,   "мен"sv,       "немесе"sv, "олар"sv,         "онын"sv,     "осы"sv,       "оте"sv,
    "озин"sv,     "ози"sv,       "отырып"sv, "пен"sv,          "сондай"sv,   "сондыктан"sv, "турады"sv,
    "туралы"sv,   "табылады"sv,  "ушин"sv,   "арасындагы"sv,   "бап"sv,      "тарау"sv,     "заны"sv,
    "ережелер"sv, "есеп"sv,      "жылгы"sv,  "калыптастыру"sv, "ел"sv,       "адам"sv,      "дамыту"sv,
};

/// Endings of Russian inflection that no Kazakh word has, loans included (a Kazakh loan ends in its Russian
/// base form or in a Kazakh ending). Only for words that are longer by two letters at least.
constexpr std::array kRussianEndings = {
    "ого"sv,  "его"sv,  "ому"sv,  "ему"sv,   "ыми"sv,  "ими"sv,  "ых"sv,   "их"sv,   "ый"sv,    "ая"sv,
    "яя"sv,   "ое"sv,   "ее"sv,   "ые"sv,    "ость"sv, "ости"sv, "ение"sv, "ения"sv, "ению"sv,  "ением"sv,
    "ание"sv, "ания"sv, "анию"sv, "анием"sv, "ции"sv,  "цию"sv,  "ться"sv, "тся"sv,  "ют"sv,    "ует"sv,
    "ами"sv,  "ями"sv,  "ах"sv,   "ях"sv,    "ов"sv,   "ство"sv, "ства"sv, "ству"sv, "ством"sv, "ать"sv,
    "ить"sv,  "еть"sv,  "ять"sv,  "уть"sv,   "ской"sv, "ском"sv, "ским"sv, "ную"sv,  "ной"sv,   "ном"sv,
    "ным"sv,  "ка"sv,   "ки"sv,   "ку"sv,    "кой"sv,  "ется"sv, "лась"sv, "лся"sv,  "лось"sv,  "лись"sv,
    "ющих"sv, "ющие"sv, "щий"sv,  "щая"sv,
};

/// Endings of Kazakh words, also as typed without Kazakh letters. Three letters at least.
constexpr std::array kKazakhEndings = {
    "лары"sv,  "дары"sv,  "тары"sv,   "лар"sv,    "дар"sv,    "тар"sv,    "нын"sv,   "нин"sv,
    "дын"sv,   "дин"sv,   "тын"sv,    "тин"sv,    "ады"sv,    "еди"sv,    "йды"sv,   "йди"sv,
    "ылган"sv, "илген"sv, "ган"sv,    "ген"sv,    "кан"sv,    "кен"sv,    "лык"sv,   "лик"sv,
    "дык"sv,   "дик"sv,   "тык"sv,    "сыз"sv,    "сиз"sv,    "лыгы"sv,   "лиги"sv,  "нда"sv,
    "нде"sv,   "дагы"sv,  "деги"sv,   "тагы"sv,   "теги"sv,   "ындагы"sv, "стыру"sv, "тыру"sv,
    "лау"sv,   "леу"sv,   "дау"sv,    "тау"sv,    "лану"sv,   "ылу"sv,    "ару"sv,   "ыру"sv,
    "ушы"sv,   "уши"sv,   "лып"sv,    "рып"sv,    "тып"sv,    "сына"sv,   "сынын"sv, "сынан"sv,
    "ынша"sv,  "арда"sv,  "тардан"sv, "лардан"sv, "гылыми"sv, "икти"sv,   "ыкты"sv,  "лыкты"sv,
};

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

template <std::size_t size>
bool ends_with_any(const std::array<std::string_view, size>& endings, std::string_view word) {
    constexpr std::size_t kTwoLetters = 4;
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        return word.size() >= ending.size() + kTwoLetters && word.ends_with(ending);
    });
}

}  // namespace

Evidence evidence_of(std::string_view word) noexcept {
    for (std::size_t at = 0; at < word.size();) {
        const Character character = decode(word, at);
        at += character.length;
        if (is_kazakh_letter(character.code)) return Evidence::kazakh;
    }
    if (contains(kRussianWords, word)) return Evidence::russian;
    if (contains(kKazakhWords, word)) return Evidence::kazakh;
    if (ends_with_any(kRussianEndings, word)) return Evidence::russian;
    if (ends_with_any(kKazakhEndings, word)) return Evidence::kazakh;
    return Evidence::none;
}

}  // namespace izde::analyzers
