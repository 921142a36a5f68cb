#pragma once

#include <string_view>

namespace izde::analyzers {

/// Whether a Kazakh stem is a loan or a name that came through Russian, by a letter that no native word has
/// (в ф ц ч щ ъ ь э): it then takes the Russian stem, «Байжанованың» as «Байжанова» does.
///
/// Most loans need no help: the Kazakh stem is the Russian lemma already (конституцияның, конституции →
/// конституция).
bool is_russian_loan(std::string_view kazakh_stem) noexcept;

/// The Russian lemma of a loan that Kazakh ends otherwise (минут → минута); empty where there is none.
std::string_view russian_lemma_of_loan(std::string_view kazakh_stem) noexcept;

/// Whether a Kazakh stem is spelled like an unrelated Russian word (сын: criticism, son). Its term is tagged.
bool is_false_friend(std::string_view kazakh_stem) noexcept;

/// What is appended to the Kazakh term of a false friend.
inline constexpr std::string_view kKazakhTag = "_kk";

}  // namespace izde::analyzers
