#pragma once

#include <cstdint>
#include <string_view>

#include "analyzers/citation/mention.hpp"

/// The words that citations of law are made of, Kazakh and Russian, in every inflection.
namespace izde::analyzers {

/// The level of a provision.
enum class Unit : std::uint8_t { none, article, point, subpoint, part, paragraph, chapter };

/// What else a word may do within a citation.
enum class WordRole : std::uint8_t {
    none,
    month,        ///< `value` 1…12
    year,         ///< «года», «г», «жылғы», «ж»
    conjunction,  ///< «и», «или», «және», «мен» …
    from,         ///< «от»
    own,          ///< «настоящий», «осы»
    that,         ///< «названный», «указанный», «аталған», «этот» …
    filler,  ///< stands between «настоящего» and «Закона»: «конституционного», «нормативтік»
    kazakhstan,  ///< «РК», «ҚР», «Казахстан», «Қазақстан»
    russia,      ///< «РФ», «Российской», «Ресей», «федеральный»
    foreign,     ///< another state
    republic,  ///< «Республики», «Республикасының», «Федерации»: part of a state's name
    ordinal,   ///< «первой», «екінші»; `value` its number
    tens,      ///< «он», «жиырма», «двадцать»: before an ordinal; `value` its number
    hundreds,  ///< «жүз», «сто», «двести»: before either; `value` its number
    count,     ///< «екі», «үш»: of hundreds; `value` its number
    range_from,   ///< «с», «со»: before the first of a range
    range_until,  ///< «дейінгі»: behind the last of a range
    government,   ///< «Правительства», «Үкіметінің»
    organ,        ///< any other organ that makes acts
    about,        ///< «о», «об», «туралы»
};

/// What a normalised word (Token::exact) may be in a citation.
struct WordSense {
    Unit unit = Unit::none;
    bool is_kazakh_unit = false;  ///< the number stands before it: «2-тармағы», «екінші бөлігі»
    bool is_russian_unit = false;  ///< the number stands behind it: «пункт 2», «часть вторая»
    bool is_abbreviation = false;  ///< «ст», «п»: means a unit only beside a number
    ActKind kind = ActKind::unknown;
    bool is_plural = false;      ///< of an act: «законами», «Заңдарымен»
    bool begins_treaty = false;  ///< the first word of a treaty's name (treaties.hpp)
    bool is_instrument = false;  ///< «конвенция», «устав»: what acts that have no id are called
    WordRole role = WordRole::none;
    std::uint16_t value = 0;
};

/// Pure; all senses are told by the word's letters alone.
WordSense sense_of(std::string_view word);

/// Whether `word` is `stem` with one of the case endings of a Russian noun of either declension.
bool is_russian_form(std::string_view word, std::string_view stem);

}  // namespace izde::analyzers
