#pragma once

#include <string_view>

namespace izde::analyzers {

/// Whether a Kazakh stem is a loan or a name that came through Russian, so that Russian inflects the same
/// word: it then takes the Russian stem, and «конституцияның» meets «конституции».
bool is_russian_loan(std::string_view kazakh_stem) noexcept;

/// Whether a Kazakh stem is spelled like an unrelated Russian word (сын: criticism, son). Its term is tagged.
bool is_false_friend(std::string_view kazakh_stem) noexcept;

/// What is appended to the Kazakh term of a false friend.
inline constexpr std::string_view kKazakhTag = "_kk";

}  // namespace izde::analyzers
