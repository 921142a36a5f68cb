#include "analyzers/citation/act_names.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "analyzers/citation/acts.hpp"
#include "analyzers/citation/treaties.hpp"

namespace izde::analyzers {
namespace {

/// The families of codes (acts.cpp) under the names of the acts themselves, without the state.
struct FamilyName {
    std::string_view family, kazakh, russian;
};

constexpr auto kFamilyNames = std::to_array<FamilyName>({
    {"constitution", "Конституциясы", "Конституция"},
    {"labour", "Еңбек кодексі", "Трудовой кодекс"},
    {"criminal", "Қылмыстық кодексі", "Уголовный кодекс"},
    {"criminal-procedure", "Қылмыстық-процестік кодексі", "Уголовно-процессуальный кодекс"},
    {"penal", "Қылмыстық-атқару кодексі", "Уголовно-исполнительный кодекс"},
    {"administrative-offences", "Әкімшілік құқық бұзушылық туралы кодексі",
     "Кодекс об административных правонарушениях"},
    {"administrative-procedure", "Әкімшілік рәсімдік-процестік кодексі",
     "Административный процедурно-процессуальный кодекс"},
    {"civil", "Азаматтық кодексі", "Гражданский кодекс"},
    {"civil-procedure", "Азаматтық процестік кодексі", "Гражданский процессуальный кодекс"},
    {"tax", "Салық кодексі", "Налоговый кодекс"},
    {"budget", "Бюджет кодексі", "Бюджетный кодекс"},
    {"land", "Жер кодексі", "Земельный кодекс"},
    {"forest", "Орман кодексі", "Лесной кодекс"},
    {"water", "Су кодексі", "Водный кодекс"},
    {"environment", "Экология кодексі", "Экологический кодекс"},
    {"customs", "Кеден кодексі", "Таможенный кодекс"},
    {"business", "Кәсіпкерлік кодексі", "Предпринимательский кодекс"},
    {"family", "Неке және отбасы туралы кодексі", "Кодекс о браке и семье"},
    {"health", "Денсаулық туралы кодексі", "Кодекс о здоровье"},
    {"subsoil", "Жер қойнауы туралы кодексі", "Кодекс о недрах"},
    {"social", "Әлеуметтік кодексі", "Социальный кодекс"},
    {"air", "Әуе кодексі", "Воздушный кодекс"},
    {"housing", "Тұрғын үй кодексі", "Жилищный кодекс"},
    {"town-planning", "Қала құрылысы кодексі", "Градостроительный кодекс"},
    {"arbitration", "Арбитраждық процестік кодексі", "Арбитражный процессуальный кодекс"},
});

/// Kinds of acts: the letter of adilet ids, and the word of keys of our own.
struct KindName {
    char letter;
    std::string_view key, kazakh, russian;
};

constexpr auto kKindNames = std::to_array<KindName>({
    {'Z', "law", "Заңы", "Закон"},
    {'K', "code", "кодексі", "Кодекс"},
    {'U', "decree", "Президентінің Жарлығы", "Указ Президента"},
    {'P', "resolution", "қаулысы", "Постановление"},
    {'V', "order", "бұйрығы", "Приказ"},
    {'\0', "constitution", "Конституциясы", "Конституция"},
    {'\0', "decision", "шешімі", "Решение"},
    {'\0', "instruction", "өкімі", "Распоряжение"},
    {'\0', "act", "актісі", "Акт"},
});

/// What an id says.
struct Requisites {
    const KindName* kind = nullptr;
    bool is_russian = false;
    std::string kazakh_date, russian_date;  ///< «2005 жылғы», «2005 года»; «12.04.2005», «от 12.04.2005»
    std::string number;
};

bool is_number(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char one) { return one >= '0' && one <= '9'; });
}

void set_date(Requisites& requisites, std::string_view date) {
    constexpr std::size_t kDay = 10;  // 1991-12-20
    if (date.size() == kDay) {
        const std::string day = std::string(date.substr(8)) + '.' + std::string(date.substr(5, 2)) + '.' +
                                std::string(date.substr(0, 4));
        requisites.kazakh_date = day;
        requisites.russian_date = "от " + day;
    } else {
        requisites.kazakh_date = std::string(date) + " жылғы";
        requisites.russian_date = std::string(date) + " года";
    }
}

/// Z050000036_, U2100000674. Ids of orders carry a registration number, which says no more than the id.
std::optional<Requisites> read_identifier(std::string_view id) {
    constexpr std::size_t kSize = 11;
    if (id.size() != kSize) return std::nullopt;
    const auto* const kind = std::ranges::find(kKindNames, id[0], &KindName::letter);
    std::string_view digits = id.substr(1);
    if (digits.ends_with('_')) digits.remove_suffix(1);
    if (kind == kKindNames.end() || kind->letter == 'V' || !is_number(digits)) return std::nullopt;
    Requisites requisites;
    requisites.kind = kind;
    const bool is_of_last_century = digits[0] > '5';
    set_date(requisites, (is_of_last_century ? "19" : "20") + std::string(digits.substr(0, 2)));
    digits.remove_prefix(2);
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    requisites.number = digits;
    return requisites;
}

/// kz:law:1991-12-20:1017, ru:law:2001-12-30, kz:order:2005:7.
std::optional<Requisites> read_key(std::string_view id) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= id.size() && parts.size() < 4;) {
        const std::size_t end = parts.size() == 3 ? id.size() : std::min(id.find(':', begin), id.size());
        parts.push_back(id.substr(begin, end - begin));
        begin = end + 1;
    }
    if (parts.size() < 3 || (parts[0] != "kz" && parts[0] != "ru")) return std::nullopt;
    const auto* const kind = std::ranges::find(kKindNames, parts[1], &KindName::key);
    if (kind == kKindNames.end()) return std::nullopt;
    Requisites requisites;
    requisites.kind = kind;
    requisites.is_russian = parts[0] == "ru";
    set_date(requisites, parts[2]);
    if (parts.size() == 4) requisites.number = parts[3];
    return requisites;
}

}  // namespace

ActName name_of_act(std::string_view id) {
    if (const CodeVersion* const code = find_code_by_id(id)) {
        const auto* const name = std::ranges::find(kFamilyNames, code->family, &FamilyName::family);
        const bool is_russian = code->state == State::russia;
        const std::string year = " (" + std::to_string(code->adopted.year) + ')';
        return {(is_russian ? "РФ " : "ҚР ") + std::string(name->kazakh) + year,
                std::string(name->russian) + (is_russian ? " РФ" : " РК") + year};
    }
    for (const TitledLaw& law : titled_laws()) {
        if (act_id(ActKind::law, State::kazakhstan, Organ::unsaid, law.adopted, law.number) != id) continue;
        const std::string year = " (" + std::to_string(law.adopted.year) + ')';
        return {"«" + std::string(law.kazakh) + "» ҚР Заңы" + year,
                "Закон РК «" + std::string(law.russian) + "»" + year};
    }
    if (const Treaty* const treaty = find_treaty(id))
        return {std::string(treaty->kazakh), std::string(treaty->russian)};
    std::optional<Requisites> said = read_identifier(id);
    if (!said) said = read_key(id);
    if (!said) return {std::string(id), std::string(id)};
    const std::string number = said->number.empty() ? "" : " № " + said->number;
    return {(said->is_russian ? "РФ " : "ҚР ") + said->kazakh_date + number + ' ' +
                std::string(said->kind->kazakh),
            std::string(said->kind->russian) + (said->is_russian ? " РФ " : " РК ") + said->russian_date +
                number};
}

}  // namespace izde::analyzers
