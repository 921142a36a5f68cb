#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace izde::analyzers {

/// The forms under which one word of a person's name (surname, given name, patronymic or initials) is the
/// same in Kazakh, Russian and Latin writing and in any case: «Бөкетов», «Букетова», «Бөкетовтің», «Buketov»
/// → букетов; «К.Т.» → кт. One or two forms, in Cyrillic: ө is у in most Russian spellings and о in others
/// (Өмірбаев, Омирбаев). `word` is normalised (`Token::exact`). Two names that differ share no form, or they
/// sound alike; a woman's surname is the same as a man's.
std::vector<std::string> name_forms(std::string_view word);

}  // namespace izde::analyzers
