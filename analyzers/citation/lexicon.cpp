#include "analyzers/citation/lexicon.hpp"

#include <algorithm>
#include <array>

#include "analyzers/citation/treaties.hpp"
#include "analyzers/endings.hpp"

namespace izde::analyzers {
namespace {

using namespace std::string_view_literals;

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Endings of закон, указ, приказ, пункт, абзац, кодекс; of глава, статья, часть; of постановление, решение.
constexpr std::array kRussianNounEndings = {
    ""sv,   "а"sv, "у"sv, "ом"sv, "е"sv,  "ы"sv,  "ов"sv,  "ам"sv, "ами"sv, "ах"sv, "ем"sv, "ев"sv,
    "ой"sv, "я"sv, "и"sv, "ю"sv,  "ей"sv, "ям"sv, "ями"sv, "ях"sv, "ь"sv,   "ью"sv, "й"sv,  "ею"sv,
};

struct UnitRow {
    std::string_view stem;
    Unit unit;
};

/// Russian nouns of the levels; «статей» has a stem of its own.
constexpr auto kRussianUnits = std::to_array<UnitRow>({
    {"стать", Unit::article},
    {"пункт", Unit::point},
    {"подпункт", Unit::subpoint},
    {"част", Unit::part},
    {"абзац", Unit::paragraph},
    {"глав", Unit::chapter},
    {"раздел", Unit::chapter},
    {"параграф", Unit::chapter},
});

constexpr auto kRussianAbbreviations = std::to_array<UnitRow>({
    {"ст", Unit::article},
    {"п", Unit::point},
    {"пп", Unit::subpoint},
    {"подп", Unit::subpoint},
    {"подпп", Unit::subpoint},
    {"ч", Unit::part},
    {"чч", Unit::part},
    {"абз", Unit::paragraph},
    {"гл", Unit::chapter},
});

/// Voiced before a vowel: бап → бабы, тармақ → тармағы, бөлік → бөлігі.
constexpr auto kKazakhUnits = std::to_array<UnitRow>({
    {"бап", Unit::article},
    {"баб", Unit::article},
    {"тармақша", Unit::subpoint},
    {"тармакша", Unit::subpoint},
    {"тармақ", Unit::point},
    {"тармағ", Unit::point},
    {"тармаг", Unit::point},
    {"тармак", Unit::point},
    {"бөлік", Unit::part},
    {"бөліг", Unit::part},
    {"абзац", Unit::paragraph},
    {"тарау", Unit::chapter},
    {"бөлім", Unit::chapter},
});

struct KindRow {
    std::string_view stem;
    ActKind kind;
};

constexpr auto kRussianKinds = std::to_array<KindRow>({
    {"закон", ActKind::law},
    {"кодекс", ActKind::code},
    {"конституци", ActKind::constitution},
    {"указ", ActKind::decree},
    {"постановлени", ActKind::resolution},
    {"приказ", ActKind::order},
    {"решени", ActKind::decision},
    {"распоряжени", ActKind::instruction},
    {"ппрк", ActKind::resolution},  // «постановление Правительства РК»
    {"нпвс", ActKind::resolution},  // «нормативное постановление Верховного Суда»
    {"зрк", ActKind::law},
});

constexpr auto kKazakhKinds = std::to_array<KindRow>({
    {"заң", ActKind::law},
    {"кодекс", ActKind::code},
    {"конституция", ActKind::constitution},
    {"жарлық", ActKind::decree},
    {"жарлығ", ActKind::decree},
    {"қаулы", ActKind::resolution},
    {"бұйрық", ActKind::order},
    {"бұйрығ", ActKind::order},
    {"шешім", ActKind::decision},
    {"өкім", ActKind::instruction},
});

/// Adjectives and other words made of «заң», not its cases: «заңдық», «заңсыз», «заңды» (legal; the
/// accusative of the noun stands behind «осы» and is read there).
constexpr std::array kKazakhDerivations = {"дық"sv, "дығ"sv, "лық"sv, "лығ"sv, "сыз"sv,
                                           "лы"sv,  "шы"sv,  "ші"sv,  "ша"sv,  "дай"sv};

/// Month names with room for their endings: «сәуірдегі», «апреля», «сентябрінде».
constexpr auto kMonths = std::to_array<std::pair<std::string_view, std::uint8_t>>({
    {"январ", 1},   {"феврал", 2},     {"март", 3},   {"апрел", 4},    {"мая", 5},      {"май", 5},
    {"июн", 6},     {"июл", 7},        {"август", 8}, {"сентябр", 9},  {"октябр", 10},  {"ноябр", 11},
    {"декабр", 12}, {"қаңтар", 1},     {"ақпан", 2},  {"наурыз", 3},   {"сәуір", 4},    {"мамыр", 5},
    {"маусым", 6},  {"шілде", 7},      {"тамыз", 8},  {"қыркүйек", 9}, {"қыркүйег", 9}, {"қазан", 10},
    {"қараша", 11}, {"желтоқсан", 12},
});

constexpr std::array kConjunctions = {"и"sv,   "или"sv,    "либо"sv, "а"sv,   "также"sv, "және"sv,
                                      "мен"sv, "немесе"sv, "бен"sv,  "пен"sv, "не"sv,    "по"sv};

struct RoleRow {
    std::string_view prefix;
    WordRole role;
};

/// Whole words first, then by their beginnings.
constexpr auto kWholeRoles = std::to_array<RoleRow>({
    {"с", WordRole::range_from},    {"со", WordRole::range_from},   {"дейінгі", WordRole::range_until},
    {"от", WordRole::from},         {"года", WordRole::year},       {"год", WordRole::year},
    {"году", WordRole::year},       {"г", WordRole::year},          {"ж", WordRole::year},
    {"жыл", WordRole::year},        {"жылғы", WordRole::year},      {"жылгы", WordRole::year},
    {"жылдың", WordRole::year},     {"жылы", WordRole::year},       {"осы", WordRole::own},
    {"осының", WordRole::own},      {"этот", WordRole::that},       {"этого", WordRole::that},
    {"этому", WordRole::that},      {"этим", WordRole::that},       {"этом", WordRole::that},
    {"того", WordRole::that},       {"тот", WordRole::that},        {"том", WordRole::that},
    {"тем", WordRole::that},        {"же", WordRole::filler},       {"сол", WordRole::that},
    {"бұл", WordRole::that},        {"ол", WordRole::none},         {"рк", WordRole::kazakhstan},
    {"қр", WordRole::kazakhstan},   {"рф", WordRole::russia},       {"ресей", WordRole::russia},
    {"ресейдің", WordRole::russia}, {"рсфср", WordRole::foreign},   {"ссср", WordRole::foreign},
    {"ксро", WordRole::foreign},    {"сша", WordRole::foreign},     {"ақш", WordRole::foreign},
    {"фрг", WordRole::foreign},     {"гфр", WordRole::foreign},     {"кнр", WordRole::foreign},
    {"қхр", WordRole::foreign},     {"о", WordRole::about},         {"об", WordRole::about},
    {"туралы", WordRole::about},    {"кр", WordRole::foreign},      {"сср", WordRole::foreign},
    {"кср", WordRole::foreign},     {"ппрк", WordRole::government}, {"казсср", WordRole::foreign},
    {"снг", WordRole::foreign},
});

constexpr auto kPrefixRoles = std::to_array<RoleRow>({
    {"настоящ", WordRole::own},
    {"названн", WordRole::that},
    {"указанн", WordRole::that},
    {"вышеуказанн", WordRole::that},
    {"вышеназванн", WordRole::that},
    {"упомянут", WordRole::that},
    {"данн", WordRole::that},
    {"аталған", WordRole::that},
    {"көрсетілген", WordRole::that},
    {"жоғарыда", WordRole::that},
    {"конституционн", WordRole::filler},
    {"конституциялық", WordRole::filler},
    {"нормативн", WordRole::filler},
    {"нормативтік", WordRole::filler},
    {"казахстан", WordRole::kazakhstan},
    {"қазақстан", WordRole::kazakhstan},
    {"российск", WordRole::russia},
    {"федеральн", WordRole::russia},
    {"росси", WordRole::russia},
    {"республик", WordRole::republic},
    {"федераци", WordRole::republic},
    {"казахск", WordRole::foreign},  // «Казахской ССР»
    {"модельн", WordRole::foreign},
    {"германи", WordRole::foreign},
    {"франци", WordRole::foreign},
    {"япони", WordRole::foreign},
    {"жапон", WordRole::foreign},
    {"итали", WordRole::foreign},
    {"испани", WordRole::foreign},
    {"польш", WordRole::foreign},
    {"украин", WordRole::foreign},
    {"беларус", WordRole::foreign},
    {"узбекистан", WordRole::foreign},
    {"өзбекстан", WordRole::foreign},
    {"кыргыз", WordRole::foreign},
    {"қырғыз", WordRole::foreign},
    {"таджикистан", WordRole::foreign},
    {"тәжікстан", WordRole::foreign},
    {"туркменистан", WordRole::foreign},
    {"түрікменстан", WordRole::foreign},
    {"азербайджан", WordRole::foreign},
    {"әзірбайжан", WordRole::foreign},
    {"армени", WordRole::foreign},
    {"грузи", WordRole::foreign},
    {"молдов", WordRole::foreign},
    {"литв", WordRole::foreign},
    {"латви", WordRole::foreign},
    {"эстони", WordRole::foreign},
    {"турци", WordRole::foreign},
    {"түркия", WordRole::foreign},
    {"китай", WordRole::foreign},
    {"қытай", WordRole::foreign},
    {"монголи", WordRole::foreign},
    {"моңғолия", WordRole::foreign},
    {"австри", WordRole::foreign},
    {"швейцар", WordRole::foreign},
    {"правительств", WordRole::government},
    {"үкімет", WordRole::government},
    {"президент", WordRole::organ},
    {"акимат", WordRole::organ},
    {"әкімдіг", WordRole::organ},
    {"әкімдік", WordRole::organ},
    {"маслихат", WordRole::organ},
    {"мәслихат", WordRole::organ},
    {"министр", WordRole::organ},
    {"сот", WordRole::organ},
    {"сенат", WordRole::organ},
    {"парламент", WordRole::organ},
    {"суда", WordRole::organ},
});

struct NumberWord {
    std::string_view prefix;
    std::uint16_t value;
    WordRole role;
};

/// «тридцат» of «тридцатой» and «тридцать» of «тридцать пятой» differ by what stands behind them.
constexpr auto kNumberWords = std::to_array<NumberWord>({
    {"перв", 1, WordRole::ordinal},
    {"втор", 2, WordRole::ordinal},
    {"трет", 3, WordRole::ordinal},
    {"четверт", 4, WordRole::ordinal},
    {"пят", 5, WordRole::ordinal},
    {"шест", 6, WordRole::ordinal},
    {"седьм", 7, WordRole::ordinal},
    {"восьм", 8, WordRole::ordinal},
    {"девят", 9, WordRole::ordinal},
    {"десят", 10, WordRole::ordinal},
    {"одиннадцат", 11, WordRole::ordinal},
    {"двенадцат", 12, WordRole::ordinal},
    {"тринадцат", 13, WordRole::ordinal},
    {"четырнадцат", 14, WordRole::ordinal},
    {"пятнадцат", 15, WordRole::ordinal},
    {"шестнадцат", 16, WordRole::ordinal},
    {"семнадцат", 17, WordRole::ordinal},
    {"восемнадцат", 18, WordRole::ordinal},
    {"девятнадцат", 19, WordRole::ordinal},
    {"двадцат", 20, WordRole::ordinal},
    {"тридцат", 30, WordRole::ordinal},
    {"сороков", 40, WordRole::ordinal},
    {"пятидесят", 50, WordRole::ordinal},
    {"шестидесят", 60, WordRole::ordinal},
    {"семидесят", 70, WordRole::ordinal},
    {"восьмидесят", 80, WordRole::ordinal},
    {"девяност", 90, WordRole::ordinal},
    {"сот", 100, WordRole::ordinal},
    {"двухсот", 200, WordRole::ordinal},
    {"трехсот", 300, WordRole::ordinal},
    {"четырехсот", 400, WordRole::ordinal},
    {"пятисот", 500, WordRole::ordinal},
    {"бірінші", 1, WordRole::ordinal},
    {"екінші", 2, WordRole::ordinal},
    {"үшінші", 3, WordRole::ordinal},
    {"төртінші", 4, WordRole::ordinal},
    {"бесінші", 5, WordRole::ordinal},
    {"алтыншы", 6, WordRole::ordinal},
    {"жетінші", 7, WordRole::ordinal},
    {"сегізінші", 8, WordRole::ordinal},
    {"тоғызыншы", 9, WordRole::ordinal},
    {"оныншы", 10, WordRole::ordinal},
    {"жиырмасыншы", 20, WordRole::ordinal},
    {"отызыншы", 30, WordRole::ordinal},
    {"қырқыншы", 40, WordRole::ordinal},
    {"елуінші", 50, WordRole::ordinal},
    {"алпысыншы", 60, WordRole::ordinal},
    {"жетпісінші", 70, WordRole::ordinal},
    {"сексенінші", 80, WordRole::ordinal},
    {"тоқсаныншы", 90, WordRole::ordinal},
    {"жүзінші", 100, WordRole::ordinal},
    {"он", 10, WordRole::tens},
    {"жиырма", 20, WordRole::tens},
    {"отыз", 30, WordRole::tens},
    {"қырық", 40, WordRole::tens},
    {"елу", 50, WordRole::tens},
    {"алпыс", 60, WordRole::tens},
    {"жетпіс", 70, WordRole::tens},
    {"сексен", 80, WordRole::tens},
    {"тоқсан", 90, WordRole::tens},
    {"двадцать", 20, WordRole::tens},
    {"тридцать", 30, WordRole::tens},
    {"сорок", 40, WordRole::tens},
    {"пятьдесят", 50, WordRole::tens},
    {"шестьдесят", 60, WordRole::tens},
    {"семьдесят", 70, WordRole::tens},
    {"восемьдесят", 80, WordRole::tens},
    {"девяносто", 90, WordRole::tens},
    {"жүз", 100, WordRole::hundreds},
    {"сто", 100, WordRole::hundreds},
    {"двести", 200, WordRole::hundreds},
    {"триста", 300, WordRole::hundreds},
    {"четыреста", 400, WordRole::hundreds},
    {"пятьсот", 500, WordRole::hundreds},
    {"шестьсот", 600, WordRole::hundreds},
    {"семьсот", 700, WordRole::hundreds},
    {"восемьсот", 800, WordRole::hundreds},
    {"девятьсот", 900, WordRole::hundreds},
    {"екі", 2, WordRole::count},
    {"үш", 3, WordRole::count},
    {"төрт", 4, WordRole::count},
    {"бес", 5, WordRole::count},
    {"алты", 6, WordRole::count},
    {"жеті", 7, WordRole::count},
    {"сегіз", 8, WordRole::count},
    {"тоғыз", 9, WordRole::count},
});

constexpr std::array kRussianOrdinalEndings = {
    "ый"sv, "ой"sv, "ая"sv, "ое"sv, "ые"sv,   "ого"sv,  "ому"sv, "ым"sv,  "ом"sv, "ую"sv,  "ых"sv,  "ыми"sv,
    "ий"sv, "ья"sv, "ье"sv, "ьи"sv, "ьего"sv, "ьему"sv, "ьим"sv, "ьем"sv, "ью"sv, "ьей"sv, "ьих"sv,
};

void find_unit(std::string_view word, WordSense& sense) {
    for (const UnitRow& row : kRussianAbbreviations) {
        if (word != row.stem) continue;
        sense.unit = row.unit;
        sense.is_abbreviation = true;
        sense.is_russian_unit = true;
        return;
    }
    for (const UnitRow& row : kKazakhUnits) {
        if (!word.starts_with(row.stem)) continue;
        const std::string_view ending = word.substr(row.stem.size());
        if (!ending.empty() && !is_kazakh_ending(ending) && !is_typed_kazakh_ending(ending)) continue;
        sense.unit = row.unit;
        sense.is_kazakh_unit = true;
        break;
    }
    for (const UnitRow& row : kRussianUnits) {
        if (!is_russian_form(word, row.stem)) continue;
        sense.unit = row.unit;  // «абзац» is both languages'
        sense.is_russian_unit = true;
    }
    if (word == "статей") {
        sense.unit = Unit::article;
        sense.is_russian_unit = true;
    }
}

void find_kind(std::string_view word, WordSense& sense) {
    for (const KindRow& row : kRussianKinds) {
        if (!is_russian_form(word, row.stem)) continue;
        sense.kind = row.kind;
        const std::string_view ending = word.substr(row.stem.size());
        sense.is_plural = ending == "ы" || ending == "ов" || ending.starts_with("ам") || ending == "ах" ||
                          ending == "й" || ending.starts_with("ям") || ending == "ях";
    }
    for (const KindRow& row : kKazakhKinds) {
        if (!word.starts_with(row.stem)) continue;
        const std::string_view ending = word.substr(row.stem.size());
        if (!ending.empty() && !is_kazakh_ending(ending) && !is_typed_kazakh_ending(ending)) continue;
        const bool is_derived =
            std::any_of(kKazakhDerivations.begin(), kKazakhDerivations.end(),
                        [&](std::string_view suffix) { return ending.starts_with(suffix); });
        if (is_derived && !ending.starts_with("лары") && !ending.starts_with("дары")) continue;
        sense.kind = row.kind;
        sense.is_plural = ending.starts_with("дар") || ending.starts_with("тер") ||
                          ending.starts_with("лар") || ending.starts_with("тар") || ending.starts_with("дер");
    }
}

void find_role(std::string_view word, WordSense& sense) {
    if (contains(kConjunctions, word)) {
        sense.role = WordRole::conjunction;
        return;
    }
    for (const RoleRow& row : kWholeRoles) {
        if (word != row.prefix) continue;
        sense.role = row.role;
        return;
    }
    for (const NumberWord& row : kNumberWords) {
        if (!word.starts_with(row.prefix)) continue;
        const std::string_view ending = word.substr(row.prefix.size());
        const bool is_russian = row.role == WordRole::ordinal && contains(kRussianOrdinalEndings, ending);
        if (!ending.empty() && !is_russian) continue;
        if (ending.empty() && row.role == WordRole::ordinal && !row.prefix.ends_with("ші") &&
            !row.prefix.ends_with("шы")) {
            continue;
        }
        sense.role = row.role;
        sense.value = row.value;
        return;
    }
    constexpr std::size_t kLongestMonthEnding = 16;
    for (const auto& [prefix, month] : kMonths) {
        if (!word.starts_with(prefix) || word.size() > prefix.size() + kLongestMonthEnding) continue;
        sense.role = WordRole::month;
        sense.value = month;
        return;
    }
    for (const RoleRow& row : kPrefixRoles) {
        if (!word.starts_with(row.prefix)) continue;
        sense.role = row.role;
        return;
    }
}

}  // namespace

std::string_view name_of(ActKind kind) noexcept {
    constexpr std::array kNames = {""sv,           "law"sv,   "code"sv,     "constitution"sv, "decree"sv,
                                   "resolution"sv, "order"sv, "decision"sv, "instruction"sv};
    return kNames[static_cast<std::size_t>(kind)];
}

bool is_russian_form(std::string_view word, std::string_view stem) {
    return word.starts_with(stem) && contains(kRussianNounEndings, word.substr(stem.size()));
}

WordSense sense_of(std::string_view word) {
    WordSense sense;
    find_unit(word, sense);
    find_kind(word, sense);
    find_role(word, sense);
    sense.begins_treaty = begins_treaty(word);
    sense.is_instrument = is_instrument(word);
    return sense;
}

}  // namespace izde::analyzers
