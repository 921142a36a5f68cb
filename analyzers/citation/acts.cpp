#include "analyzers/citation/acts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "analyzers/citation/lexicon.hpp"
#include "analyzers/utf8.hpp"

namespace izde::analyzers {
namespace {

constexpr State kKazakhstan = State::kazakhstan;
constexpr State kRussia = State::russia;

/// Families together, oldest first. Sources: the requisites of the acts themselves on adilet.zan.kz and
/// pravo.gov.ru.
constexpr auto kCodes = std::to_array<CodeVersion>({
    {"constitution", kKazakhstan, 1995, {1995, 8, 30}, "", "K950001000_"},
    {"labour", kKazakhstan, 2007, {2007, 5, 15}, "251", "K070000251_"},
    {"labour", kKazakhstan, 2016, {2015, 11, 23}, "414", "K1500000414"},
    {"criminal", kKazakhstan, 1998, {1997, 7, 16}, "167", "K970000167_"},
    {"criminal", kKazakhstan, 2015, {2014, 7, 3}, "226", "K1400000226"},
    {"criminal-procedure", kKazakhstan, 1998, {1997, 12, 13}, "206", "K970000206_"},
    {"criminal-procedure", kKazakhstan, 2015, {2014, 7, 4}, "231", "K1400000231"},
    {"penal", kKazakhstan, 1998, {1997, 12, 13}, "208", "K970000208_"},
    {"penal", kKazakhstan, 2015, {2014, 7, 5}, "234", "K1400000234"},
    {"administrative-offences", kKazakhstan, 2001, {2001, 1, 30}, "155", "K010000155_"},
    {"administrative-offences", kKazakhstan, 2015, {2014, 7, 5}, "235", "K1400000235"},
    {"administrative-procedure", kKazakhstan, 2021, {2020, 6, 29}, "350", "K2000000350"},
    {"civil", kKazakhstan, 1995, {1994, 12, 27}, "268", "K940001000_"},
    {"civil", kKazakhstan, 1999, {1999, 7, 1}, "409", "K990000409_", 406},
    {"civil-procedure", kKazakhstan, 1999, {1999, 7, 13}, "411", "K990000411_"},
    {"civil-procedure", kKazakhstan, 2016, {2015, 10, 31}, "377", "K1500000377"},
    {"tax", kKazakhstan, 2002, {2001, 6, 12}, "209", "K010000209_"},
    {"tax", kKazakhstan, 2009, {2008, 12, 10}, "99", "K080000099_"},
    {"tax", kKazakhstan, 2018, {2017, 12, 25}, "120", "K1700000120"},
    {"tax", kKazakhstan, 2026, {2025, 7, 18}, "214", "K2500000214"},
    {"budget", kKazakhstan, 2005, {2004, 4, 24}, "548", "K040000548_"},
    {"budget", kKazakhstan, 2009, {2008, 12, 4}, "95", "K080000095_"},
    {"budget", kKazakhstan, 2025, {2025, 3, 15}, "171", "K2500000171"},
    {"land", kKazakhstan, 2003, {2003, 6, 20}, "442", "K030000442_"},
    {"forest", kKazakhstan, 2003, {2003, 7, 8}, "477", "K030000477_"},
    {"water", kKazakhstan, 2003, {2003, 7, 9}, "481", "K030000481_"},
    {"water", kKazakhstan, 2025, {2025, 4, 9}, "178", "K2500000178"},
    {"environment", kKazakhstan, 2007, {2007, 1, 9}, "212", "K070000212_"},
    {"environment", kKazakhstan, 2021, {2021, 1, 2}, "400", "K2100000400"},
    {"customs", kKazakhstan, 2003, {2003, 4, 5}, "401", "K030000401_"},
    {"customs", kKazakhstan, 2010, {2010, 6, 30}, "296", "K100000296_"},
    {"customs", kKazakhstan, 2018, {2017, 12, 26}, "123", "K1700000123"},
    {"business", kKazakhstan, 2016, {2015, 10, 29}, "375", "K1500000375"},
    {"family", kKazakhstan, 2012, {2011, 12, 26}, "518", "K1100000518"},
    {"health", kKazakhstan, 2009, {2009, 9, 18}, "193", "K090000193_"},
    {"health", kKazakhstan, 2020, {2020, 7, 7}, "360", "K2000000360"},
    {"subsoil", kKazakhstan, 2018, {2017, 12, 27}, "125", "K1700000125"},
    {"social", kKazakhstan, 2023, {2023, 4, 20}, "224", "K2300000224"},
    {"constitution", kRussia, 1993, {1993, 12, 12}, "", "ru:constitution:1993-12-12"},
    {"labour", kRussia, 2002, {2001, 12, 30}, "197", "ru:law:2001-12-30:197"},
    {"criminal", kRussia, 1997, {1996, 6, 13}, "63", "ru:law:1996-06-13:63"},
    {"criminal-procedure", kRussia, 2002, {2001, 12, 18}, "174", "ru:law:2001-12-18:174"},
    {"penal", kRussia, 1997, {1997, 1, 8}, "1", "ru:law:1997-01-08:1"},
    {"administrative-offences", kRussia, 2002, {2001, 12, 30}, "195", "ru:law:2001-12-30:195"},
    {"administrative-procedure", kRussia, 2015, {2015, 3, 8}, "21", "ru:law:2015-03-08:21"},
    {"civil", kRussia, 1995, {1994, 11, 30}, "51", "ru:law:1994-11-30:51"},
    {"civil", kRussia, 1996, {1996, 1, 26}, "14", "ru:law:1996-01-26:14", 454},
    {"civil", kRussia, 2002, {2001, 11, 26}, "146", "ru:law:2001-11-26:146", 1110},
    {"civil", kRussia, 2008, {2006, 12, 18}, "230", "ru:law:2006-12-18:230", 1225},
    {"civil-procedure", kRussia, 2003, {2002, 11, 14}, "138", "ru:law:2002-11-14:138"},
    {"arbitration", kRussia, 2002, {2002, 7, 24}, "95", "ru:law:2002-07-24:95"},
    {"tax", kRussia, 1999, {1998, 7, 31}, "146", "ru:law:1998-07-31:146"},
    {"tax", kRussia, 2001, {2000, 8, 5}, "117", "ru:law:2000-08-05:117", 143},
    {"budget", kRussia, 2000, {1998, 7, 31}, "145", "ru:law:1998-07-31:145"},
    {"land", kRussia, 2001, {2001, 10, 25}, "136", "ru:law:2001-10-25:136"},
    {"forest", kRussia, 2007, {2006, 12, 4}, "200", "ru:law:2006-12-04:200"},
    {"water", kRussia, 2007, {2006, 6, 3}, "74", "ru:law:2006-06-03:74"},
    {"air", kRussia, 1997, {1997, 3, 19}, "60", "ru:law:1997-03-19:60"},
    {"family", kRussia, 1996, {1995, 12, 29}, "223", "ru:law:1995-12-29:223"},
    {"housing", kRussia, 2005, {2004, 12, 29}, "188", "ru:law:2004-12-29:188"},
    {"town-planning", kRussia, 2005, {2004, 12, 29}, "190", "ru:law:2004-12-29:190"},
});

using Place = CodeName::Place;

constexpr auto kCodeNames = std::to_array<CodeName>({
    {Place::before, "трудов", "labour"},
    {Place::before, "уголовн", "criminal"},
    {Place::before, "уголовно процессуальн", "criminal-procedure"},
    {Place::before, "уголовн процессуальн", "criminal-procedure"},
    {Place::before, "уголовно исполнительн", "penal"},
    {Place::before, "гражданск", "civil"},
    {Place::before, "гражданск процессуальн", "civil-procedure"},
    {Place::before, "налогов", "tax"},
    {Place::before, "бюджетн", "budget"},
    {Place::before, "земельн", "land"},
    {Place::before, "лесн", "forest"},
    {Place::before, "водн", "water"},
    {Place::before, "воздушн", "air"},
    {Place::before, "экологическ", "environment"},
    {Place::before, "таможенн", "customs"},
    {Place::before, "предпринимательск", "business"},
    {Place::before, "семейн", "family"},
    {Place::before, "жилищн", "housing"},
    {Place::before, "градостроительн", "town-planning"},
    {Place::before, "арбитражн процессуальн", "arbitration"},
    {Place::before, "социальн", "social"},
    {Place::before, "административн процедурно процессуальн", "administrative-procedure"},
    {Place::behind, "об административн правонарушени", "administrative-offences"},
    {Place::behind, "о налог", "tax"},
    {Place::behind, "о брак", "family"},
    {Place::behind, "о здоровь", "health"},
    {Place::behind, "о недр", "subsoil"},
    {Place::behind, "о таможенн", "customs"},
    {Place::behind, "административн судопроизводств", "administrative-procedure", kRussia},
    {Place::before, "еңбек", "labour"},
    {Place::before, "қылмыстық", "criminal"},
    {Place::before, "қылмыстық проце", "criminal-procedure"},
    {Place::before, "қылмыстық іс жүргізу", "criminal-procedure"},
    {Place::before, "қылмыстық атқару", "penal"},
    {Place::before, "азаматтық", "civil"},
    {Place::before, "азаматтық проце", "civil-procedure"},
    {Place::before, "азаматтық іс жүргізу", "civil-procedure"},
    {Place::before, "салық", "tax"},
    {Place::before, "міндетті төлемдер туралы", "tax"},
    {Place::before, "бюджет", "budget"},
    {Place::before, "жер", "land"},
    {Place::before, "орман", "forest"},
    {Place::before, "су", "water"},
    {Place::before, "экология", "environment"},
    {Place::before, "кеден", "customs"},
    {Place::before, "кеден реттеу туралы", "customs"},
    {Place::before, "кәсіпкерлік", "business"},
    {Place::before, "отбасы туралы", "family"},
    {Place::before, "денсаулық сақтау жүйесі туралы", "health"},
    {Place::before, "жер қойнауын пайдалану туралы", "subsoil"},
    {Place::before, "әлеуметтік", "social"},
    {Place::before, "әкімшілік рәсімдік проце", "administrative-procedure"},
    {Place::before, "әкімшілік құқық бұзушылық туралы", "administrative-offences"},
    {Place::abbreviation, "тк", "labour"},
    {Place::abbreviation, "ук", "criminal"},
    {Place::abbreviation, "упк", "criminal-procedure"},
    {Place::abbreviation, "уик", "penal"},
    {Place::abbreviation, "гк", "civil"},
    {Place::abbreviation, "гпк", "civil-procedure"},
    {Place::abbreviation, "нк", "tax"},
    {Place::abbreviation, "бк", "budget"},
    {Place::abbreviation, "зк", "land"},
    {Place::abbreviation, "лк", "forest"},
    {Place::abbreviation, "вк", "water"},
    {Place::abbreviation, "эк", "environment"},
    {Place::abbreviation, "пк", "business"},
    {Place::abbreviation, "коап", "administrative-offences"},
    {Place::abbreviation, "аппк", "administrative-procedure"},
    {Place::abbreviation, "апк", "arbitration", kRussia},
    {Place::abbreviation, "ск", "family", kRussia},
    {Place::abbreviation, "жк", "housing", kRussia},
    {Place::abbreviation, "грк", "town-planning", kRussia},
    {Place::abbreviation, "кас", "administrative-procedure", kRussia},
    {Place::abbreviation, "ек", "labour", kKazakhstan},
    {Place::abbreviation, "қк", "criminal", kKazakhstan},
    {Place::abbreviation, "қпк", "criminal-procedure", kKazakhstan},
    {Place::abbreviation, "қіжк", "criminal-procedure", kKazakhstan},
    {Place::abbreviation, "қак", "penal", kKazakhstan},
    {Place::abbreviation, "ақ", "civil", kKazakhstan},
    {Place::abbreviation, "ак", "civil", kKazakhstan},
    {Place::abbreviation, "апк", "civil-procedure", kKazakhstan},
    {Place::abbreviation, "аіжк", "civil-procedure", kKazakhstan},
    {Place::abbreviation, "ск", "tax", kKazakhstan},
    {Place::abbreviation, "жк", "land", kKazakhstan},
    {Place::abbreviation, "кк", "business", kKazakhstan},
    {Place::abbreviation, "әқбтк", "administrative-offences", kKazakhstan},
    {Place::abbreviation, "әқбк", "administrative-offences", kKazakhstan},
    {Place::abbreviation, "әрпк", "administrative-procedure", kKazakhstan},
});

std::string decimal(int number, std::size_t width) {
    std::string digits = std::to_string(number);
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return digits;
}

bool is_all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The letter of adilet ids; 0 where ids do not follow from the citation.
char letter_of(ActKind kind, Organ organ) {
    switch (kind) {
        case ActKind::law:
            return 'Z';
        case ActKind::code:
            return 'K';
        case ActKind::decree:
            return 'U';
        case ActKind::resolution:
            return organ == Organ::government ? 'P' : '\0';
        default:
            return '\0';
    }
}

/// Years in which the convocations of the Parliament passed laws, with room for those signed later.
struct Convocation {
    std::string_view numeral;
    int from, to;
};
constexpr auto kConvocations = std::to_array<Convocation>({
    {"xii", 1990, 1993},
    {"xiii", 1994, 1995},
    {"i", 1996, 1999},
    {"ii", 1999, 2004},
    {"iii", 2004, 2007},
    {"iv", 2007, 2012},
    {"v", 2012, 2016},
    {"vi", 2016, 2021},
    {"vii", 2021, 2023},
    {"viii", 2023, 2100},
});

constexpr int kFirstDerivedYear = 1996;
constexpr int kFirstLongYear = 2011;

/// Letters of a title word that are compared: «обязательном» and «обязательного» agree in five.
constexpr std::size_t kTitleLetters = 5;

std::string_view first_letters(std::string_view word, std::size_t count) {
    std::size_t at = 0;
    while (at < word.size() && count > 0) {
        at += decode(word, at).length;
        --count;
    }
    return word.substr(0, at);
}

}  // namespace

std::string act_id(ActKind kind, State state, Organ organ, const Date& date, std::string_view number) {
    if (!date.is_set()) return {};
    const char letter = letter_of(kind, organ);
    constexpr std::size_t kShort = 7;
    constexpr std::size_t kLong = 8;
    const std::size_t width = date.year < kFirstLongYear ? kShort : kLong;
    if (state != State::russia && letter != '\0' && date.year >= kFirstDerivedYear && is_all_digits(number) &&
        number.size() <= width) {
        std::string id(1, letter);
        id += decimal(date.year % 100, 2);
        id.append(width - number.size(), '0').append(number);
        if (width == kShort) id += '_';
        return id;
    }
    if (date.month == 0 && number.empty()) return {};
    std::string id = state == State::russia ? "ru:" : "kz:";
    const bool is_russian_code = state == State::russia && kind == ActKind::code;
    id += kind == ActKind::unknown ? "act" : is_russian_code ? "law" : name_of(kind);
    id += ':' + std::to_string(date.year);
    if (date.month != 0) id += '-' + decimal(date.month, 2) + '-' + decimal(date.day, 2);
    if (!number.empty()) id.append(":").append(number);
    return id;
}

const CodeVersion* find_code(std::string_view family, State state, int year, int article) {
    const CodeVersion* found = nullptr;
    for (const CodeVersion& code : kCodes) {
        if (code.family != family || code.state != (state == State::russia ? kRussia : kKazakhstan)) continue;
        if (year != 0 && code.in_force > year) continue;
        if (code.first_article > 1 && article < code.first_article) continue;
        found = &code;
    }
    return found;
}

const CodeVersion* find_code(State state, const Date& adopted) {
    const auto* const found = std::find_if(kCodes.begin(), kCodes.end(), [&](const CodeVersion& code) {
        return code.adopted == adopted && code.state == (state == State::russia ? kRussia : kKazakhstan);
    });
    return found == kCodes.end() ? nullptr : found;
}

const CodeVersion* find_code_of(std::string_view family, State state, const Date& adopted, int article) {
    const CodeVersion* found = nullptr;
    bool is_adopted_then = false;
    for (const CodeVersion& code : kCodes) {
        if (code.state != (state == State::russia ? kRussia : kKazakhstan)) continue;
        if (!family.empty() && code.family != family) continue;
        if (adopted.month != 0) {
            if (code.adopted == adopted) return &code;
            continue;
        }
        // Of the year 2015 is the code that was adopted then, before one that came into force then.
        const bool is_adopted = code.adopted.year == adopted.year;
        if (!is_adopted && (is_adopted_then || code.in_force != adopted.year)) continue;
        if (code.first_article > 1 && article < code.first_article && found != nullptr) continue;
        found = &code;
        is_adopted_then = is_adopted;
    }
    return found;
}

const CodeVersion* find_code_by_id(std::string_view id) {
    const auto* const code =
        std::find_if(kCodes.begin(), kCodes.end(), [&](const CodeVersion& row) { return row.id == id; });
    return code == kCodes.end() ? nullptr : code;
}

std::vector<std::string_view> versions_of(std::string_view id) {
    std::vector<std::string_view> ids;
    const CodeVersion* const code = find_code_by_id(id);
    if (code == nullptr) return ids;
    for (const CodeVersion& row : kCodes) {
        if (row.family == code->family && row.state == code->state) ids.push_back(row.id);
    }
    return ids;
}

std::string find_by_number(std::string_view number, std::string_view convocation) {
    const auto is_of_convocation = [&](const Date& date) {
        return convocation.empty() ||
               std::any_of(kConvocations.begin(), kConvocations.end(), [&](const Convocation& row) {
                   return row.numeral == convocation && date.year >= row.from && date.year <= row.to;
               });
    };
    std::string found;
    int year = 0;
    for (const TitledLaw& law : titled_laws()) {
        if (law.number != number || law.adopted.year < year || !is_of_convocation(law.adopted)) continue;
        found = act_id(ActKind::law, State::kazakhstan, Organ::unsaid, law.adopted, number);
        year = law.adopted.year;
    }
    for (const CodeVersion& code : kCodes) {
        if (code.number != number || code.state != kKazakhstan || convocation.empty()) continue;
        if (is_of_convocation(code.adopted)) found = code.id;
    }
    return found;
}

std::span<const CodeName> code_names() {
    return kCodeNames;
}

std::string_view title_key_part(std::string_view word, WordRole role) {
    const bool says_nothing = role == WordRole::about || role == WordRole::conjunction ||
                              role == WordRole::kazakhstan || role == WordRole::republic || word == "в" ||
                              word == "для";
    return says_nothing ? std::string_view() : first_letters(word, kTitleLetters);
}

std::string title_key(const std::vector<std::string_view>& words) {
    std::string key;
    for (const std::string_view word : words) {
        const std::string_view part = title_key_part(word, sense_of(word).role);
        if (!key.empty() && !part.empty()) key += '-';
        key += part;
    }
    return key;
}

std::string canonical_identifier(std::string_view identifier) {
    std::string id;
    for (const char character : identifier) {
        id += character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
    }
    return id;
}

}  // namespace izde::analyzers
