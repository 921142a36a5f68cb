#pragma once

#include <string>
#include <string_view>

#include "indexer/segment/paragraph.hpp"

namespace izde::indexer {

/// Looks of a line that several rules of roles ask for.

/// A year from 1800 to 2099 stands alone in the text.
bool holds_year(std::string_view text);
/// The paragraph ends in «.», «;» or «:», but not in leaders.
bool ends_sentence(const Paragraph& paragraph);
/// «Астана қ.», «д.ю.н., проф.»: a full stop behind a few small letters.
bool ends_in_abbreviation(std::string_view text);
/// Ends in «.», «;» or «:».
bool ends_with_full_stop(std::string_view text);
/// Letters of a line, up to the 20 that matter.
std::size_t letters_of(std::string_view text);
/// Begins with a capital or with no letter.
bool begins_line(std::string_view text);
/// All words of a text, normalised, one space between them.
std::string lower_words(std::string_view text);

/// «г. Караганда, Казахстан», «Алматы қ.»: nothing but places.
bool is_place(std::string_view text);
/// «Высшая школа экономики, Омск, Россия»: a city or state behind the last comma.
bool ends_in_place(std::string_view text);
/// «e-mail: …», «ORCID …».
bool is_address(const Paragraph& paragraph);
/// «¹Сарыарқа құқық институты», «2Омский университет»: the mark by which a name refers to an affiliation.
bool has_affiliation_mark(std::string_view text);
/// A line of degree, post or institution by its words.
bool is_affiliation(const Paragraph& paragraph);
/// An affiliation that no title looks like: marked, with an address or a place at its end, or of a university
/// that bears a person's name.
bool is_sure_affiliation(const Paragraph& paragraph);

}  // namespace izde::indexer
