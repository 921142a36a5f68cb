#pragma once

#include <string>
#include <string_view>

namespace izde::analyzers {

/// If `letters` (as written, any case) are a well-formed Roman numeral in Latin, Cyrillic or mixed letters
/// (ХХІ, XXI, ХXІ), gives its lower-case Latin letters in `latin` and returns true; `latin` is else
/// unspecified.
///
/// Cyrillic С and М count only where a Latin letter stands in the numeral too, and then only in capitals:
/// «см», «мс», «сх» are abbreviations. І and Х make no Cyrillic word, so they count in any case.
bool read_roman_numeral(std::u32string_view letters, std::string& latin);

}  // namespace izde::analyzers
