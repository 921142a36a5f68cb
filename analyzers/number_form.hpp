#pragma once

#include <string>
#include <string_view>

#include "analyzers/normalizer.hpp"
#include "analyzers/token.hpp"

namespace izde::analyzers {

/// The one spelling of a token that is not a word; replaces what `form` held.
///
/// Dates become dd.mm.yyyy (2005-04-12 too), decimal commas become points, 146¹ becomes 146-1, Roman parts
/// are Latin (36-ІІ → 36-ii), identifiers are Latin in lower case with their `_`, initials are letters joined
/// by points («е.а»).
void normalize_number(std::string_view raw, TokenKind kind, Normalizer& normalizer, std::string& form);

}  // namespace izde::analyzers
