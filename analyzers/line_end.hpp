#pragma once

#include <string_view>

namespace izde::analyzers {

/// Whether two normalised halves that a hyphen and a line break part are a compound that is written with a
/// hyphen anyway («өзін-өзі», «социально-экономический»), not one broken word.
bool is_hyphen_compound(std::string_view left, std::string_view right);

}  // namespace izde::analyzers
