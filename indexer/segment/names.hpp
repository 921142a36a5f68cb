#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/token.hpp"

namespace izde::indexer {

/// A person named with initials or patronymic.
struct PersonName {
    std::string name;  ///< «Байжанова К.Т.», «Ахметов Азамат Серікұлы»; capitals only where names have them
    analyzers::Span span;  ///< of the text
};

/// The persons that a line names, left to right: «Байжанова К.Т.», «К. Т. Байжанова», «БАЙЖАНОВА К.Т.», and
/// three capitalised words of which one is a patronymic (-ович, -евна, -ұлы, -қызы …).
std::vector<PersonName> find_names(std::string_view text);

}  // namespace izde::indexer
