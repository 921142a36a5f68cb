#pragma once

#include <string>
#include <string_view>

/// What stands after a hyphen in «35-бабының», «ҚР-ның», «90-х». All words are normalised (see Normalizer).
namespace izde::analyzers {

/// A Kazakh unit of law that is numbered, in any case form: бап, тармақ, тармақша, бөлік, тарау …
bool is_legal_unit(std::string_view word);

/// A case, possessive, plural or ordinal ending that Kazakh writes after a hyphen behind a number, an acronym
/// or a name in another script.
bool is_kazakh_ending(std::string_view word);

/// The word as it is typed without Kazakh letters: ә → а, ғ → г, қ → к, ң → н, ө → о, ұ ү → у, һ → х, і → и.
std::string without_kazakh_letters(std::string_view word);

/// A Kazakh ending that some or all of its letters are typed so: «нын», «инин».
bool is_typed_kazakh_ending(std::string_view word);

/// An ending that may stand behind a word of small letters too: none that is itself a word («мен», «да»,
/// «сен-ше»).
bool is_unmistakable_kazakh_ending(std::string_view word);

/// An ordinal or case ending that Russian writes behind a number: «5-й», «90-х», «12-летний» is none.
bool is_russian_number_ending(std::string_view word);

/// A case ending that Russian writes behind an acronym: «ГОСТ-а», «ВУЗ-ов».
bool is_russian_acronym_ending(std::string_view word);

}  // namespace izde::analyzers
