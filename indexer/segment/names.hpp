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
/// three capitalised words of which one is a patronymic (-ович, -евна, -ұлы, -қызы …). Marks of footnotes and
/// affiliations («Иванов И.И.1», «Иванов И.И.*») belong to no name; whose name a university bears («Е.А.
/// Бөкетов атындағы», «имени Е.А. Букетова») is no person of the line.
std::vector<PersonName> find_names(std::string_view line);

/// The persons of a line that is a list of names in full without patronymics («Кулаш Байжанова, John Smith»),
/// up to where something else begins; empty where the line begins otherwise. Two capitalised words are a name
/// only where other evidence says that the line names authors.
std::vector<PersonName> find_bare_names(std::string_view line);

/// Whether two names in one spelling may be one person's: «Байжанова К.Т.» and «Байжанова Кулаш Тулеуовна».
bool name_same_person(std::string_view one, std::string_view other);

}  // namespace izde::indexer
