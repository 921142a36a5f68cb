#pragma once

#include <cstddef>
#include <string_view>

namespace izde::indexer {

/// The words by which the parts of an article tell themselves, Kazakh, Russian and English. All of these take
/// normalised words («к ю н доцент»), one space between them.

bool opens_classification(std::string_view words);  ///< «удк 342 5», «әож», «мрнти»
bool opens_identifier(
    std::string_view words);  ///< «doi 10 …»; a number alone: «№ 3»; the kind alone: «научная статья»
bool opens_abstract(std::string_view words);
bool opens_keywords(std::string_view words);
bool opens_references(std::string_view words);  ///< «список литературы», «әдебиеттер тізімі»
bool opens_contents(std::string_view words);  ///< «мазмұны», «содержание»
bool opens_note(
    std::string_view words);  ///< «поступила в редакцию», «авторлар туралы мәлімет»: neither head nor text
bool opens_citation(std::string_view words);  ///< «для цитирования», «how to cite»

bool mentions_act(
    std::string_view words);  ///< some word is of a kind of act: «закон», «жарлығы», «кодексінің»
bool is_imprint(
    std::string_view words);  ///< «бас редактор», «научный журнал», «issn»: of a volume's front matter

/// Words of degrees, posts and institutions in a line: «доцент», «ғылымдарының кандидаты», «университеті»;
/// but not where a title speaks of them: «роль прокурора».
std::size_t affiliation_words(std::string_view words);

/// A state, or a city with universities, Kazakh, Russian or English: «қазақстан республикасы», «москва».
bool names_place(std::string_view words);

/// A heading inside an article: «введение», «1 кіріспе», «заключение».
bool is_inner_heading(std::string_view words);

/// Whether a person's name may not hold the word: «республика», «университет», «институт».
bool is_no_name(std::string_view word);

}  // namespace izde::indexer
