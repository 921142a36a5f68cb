#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/citation/lexeme.hpp"

/// One level of a provision with its numbers: «статьями 13, 14 и 15», «2-тармағы», «подпунктом «б»».
namespace izde::analyzers {

/// Longer products are no citation but a table; hostile text must not make them large.
inline constexpr std::size_t kMostPaths = 64;
/// What stands between the numbers of a list.
inline constexpr std::string_view kListGap = " \t\r\n\xC2\xA0,)";

/// Whether nothing but bytes of `allowed` stands in a gap.
bool holds_only(std::string_view gap, std::string_view allowed);

struct Group {
    std::size_t first = 0, end = 0;  ///< lexemes
    Unit unit = Unit::none;
    std::vector<std::string> numbers;  ///< empty: «настоящего пункта», whose number nobody says
    bool is_own = false;
    bool is_kazakh = false;
    bool is_abbreviated = false;
    bool has_bracket = false;
};

/// The group that begins at a lexeme.
std::optional<Group> read_group(const LexemeText& text, std::size_t at);

}  // namespace izde::analyzers
