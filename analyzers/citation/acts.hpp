#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/citation/lexicon.hpp"
#include "analyzers/citation/mention.hpp"

/// Canonical ids of acts, and the codes and laws that are called by name.
///
/// An id is the one of adilet.zan.kz where it follows from kind, date and number: a letter for the kind (Z
/// law, K code, U decree of the President, P resolution of the Government), two digits of the year, the
/// number in seven digits and `_` up to 2010, in eight digits from 2011 (Z050000036_, U2100000674). The rule
/// is proved on the 140 acts that law 561-IV cites with links beside them, of 1996 to 2026; earlier numbers
/// have other forms, orders carry a registration number. Those have a key of our own: kz:law:1991-12-20:1017.
namespace izde::analyzers {

/// The id of an act by kind, date and number; a key without the number where the number is unknown; "" where
/// neither day nor number is known. `state` other than Russia counts as Kazakhstan.
std::string act_id(ActKind kind, State state, Organ organ, const Date& date, std::string_view number);

/// One code in force for a time, under a name that its successor has too.
struct CodeVersion {
    std::string_view family;  ///< "labour"
    State state;
    int in_force;  ///< first year
    Date adopted;
    std::string_view number;
    std::string_view id;    ///< canonical
    int first_article = 1;  ///< of the part that this act is (the Civil Code is two acts, in Russia four)
};

/// The code of `family` that a work of `year` (0: today) means by an article (0: none is named) of it; null
/// where the state had none by then.
const CodeVersion* find_code(std::string_view family, State state, int year, int article);
/// The code adopted on this day; null where it is not in the table.
const CodeVersion* find_code(State state, const Date& adopted);

/// The code of `family` (empty: any) that was adopted on this day, or in a year of which no day is said, or
/// was in force from it; null where there is none. `article` as in find_code.
const CodeVersion* find_code_of(std::string_view family, State state, const Date& adopted, int article);

/// The code whose canonical id this is; null for any other act.
const CodeVersion* find_code_by_id(std::string_view id);

/// The ids of all codes that had the name of the code `id`, newest last; none where it is no code. The parts
/// of one code have one name.
std::vector<std::string_view> versions_of(std::string_view id);

/// A name of a code: words before «кодекс» or behind it, or an abbreviation.
struct CodeName {
    enum class Place : std::uint8_t { before, behind, abbreviation };
    Place place;
    std::string_view words;  ///< beginnings of the words, separated by spaces; an abbreviation whole
    std::string_view family;
    State state = State::unsaid;  ///< the name belongs to this state's code only
};
std::span<const CodeName> code_names();

/// A law that is called by its title.
struct TitledLaw {
    Date adopted;
    std::string_view number, russian, kazakh;
};
std::span<const TitledLaw> titled_laws();

/// What titles are compared by: the beginnings of their words, without «о», «туралы», conjunctions and the
/// state's name, joined by hyphens. `words` are normalised (Token::exact).
std::string title_key(const std::vector<std::string_view>& words);
/// What a normalised word adds to a key, `role` being that of its sense; "" for one that is left out.
std::string_view title_key_part(std::string_view word, WordRole role);

/// How a title is looked for: whole, or by its beginning of at least two words too, where one law alone
/// begins so («Закон о воинской службе»).
enum class TitleMatch : std::uint8_t { whole, whole_or_beginning };

/// The newest law of this title_key, in either language, that a work of `year` (0: today) may name; null if
/// none.
const TitledLaw* find_title(std::string_view key, TitleMatch match, int year = 0);
/// The known law adopted on this day whose title has a word with this title_key in common, most words first;
/// null if there is none: several laws are adopted on one day.
const TitledLaw* find_titled_law(const Date& adopted, std::string_view key);
/// The newest known law or code of this number that its convocation («iv»; empty: any) allows; "" if none.
std::string find_by_number(std::string_view number, std::string_view convocation);

/// The act whose id people write as `identifier` (any case, with the look-alikes of Token::exact): the
/// canonical form, in capitals.
std::string canonical_identifier(std::string_view identifier);

}  // namespace izde::analyzers
