#include "searcher/query_error.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace izde::searcher {
namespace {

using analyzers::Language;

/// `{}` takes the argument.
struct Row {
    QueryFault fault;
    std::string_view english, kazakh, russian;
};

constexpr auto kRows = std::to_array<Row>({
    {QueryFault::unclosed_quotation, "expected a closing {}", "жабатын {} күтілді",
     "ожидалась закрывающая кавычка {}"},
    {QueryFault::unclosed_parenthesis, "expected )", ") күтілді", "ожидалась )"},
    {QueryFault::unexpected_close, "unexpected ): expected words, no ( is open",
     "артық ): ашық ( жоқ, сөз күтілді", "лишняя ): ни одна ( не открыта, ожидались слова"},
    {QueryFault::too_deep, "parentheses nested too deeply: expected at most 64 levels",
     "жақшалар тым терең: ең көбі 64 деңгей күтілді",
     "слишком много вложенных скобок: ожидалось не более 64"},
    {QueryFault::no_word, "expected a word", "сөз күтілді", "ожидалось слово"},
    {QueryFault::no_words_before, "expected words before {}", "{} алдында сөз күтілді",
     "ожидались слова перед {}"},
    {QueryFault::no_words_after, "expected words after {}", "{} соңында сөз күтілді",
     "ожидались слова после {}"},
    {QueryFault::near_distance, "expected a number of words from 1 to {} after NEAR/",
     "NEAR/ соңында 1-ден {}-ға дейінгі сөз саны күтілді", "после NEAR/ ожидалось число слов от 1 до {}"},
    {QueryFault::mixed_chain, "expected the same operator as before it in this chain",
     "бұл тізбекте алдындағыдай оператор күтілді", "ожидался тот же оператор, что стоит в цепочке раньше"},
    {QueryFault::has_no_place, "expected a word, a phrase or (one OR another) beside NEAR, /s and /p",
     "NEAR, /s және /p жанында сөз, сөз тіркесі немесе (бірі НЕМЕСЕ бірі) күтілді",
     "рядом с NEAR, /s и /p ожидалось слово, фраза или (одно ИЛИ другое)"},
    {QueryFault::field_within_field, "expected words, not a field within a field",
     "өріс ішінде өріс емес, сөз күтілді", "ожидались слова, а не поле внутри поля"},
    {QueryFault::no_value, "expected a value after {}", "{} соңында мән күтілді",
     "ожидалось значение после {}"},
    {QueryFault::no_word_after_equals, "expected a word after =", "= соңында сөз күтілді",
     "ожидалось слово после ="},
    {QueryFault::no_year, "expected a year or a range as in year:2016..2021",
     "жыл немесе аралық күтілді, мысалы жыл:2016..2021", "ожидался год или промежуток, как год:2016..2021"},
    {QueryFault::no_such_years, "expected the earlier year first, as in year:2016..2021",
     "алдымен ертерек жыл күтілді, мысалы жыл:2016..2021",
     "ожидался сначала более ранний год, как год:2016..2021"},
    {QueryFault::no_field,
     "no field {}; expected title:, author:, year:, lang:, kind:, cites:, file:, abstract:, keywords:, "
     "heading: or "
     "references:, or a blank behind the colon",
     "{} деген өріс жоқ; тақырып:, автор:, жыл:, тіл:, түр:, сілтеме:, файл:, аңдатпа:, түйінсөз:, "
     "тақырыпша: немесе "
     "әдебиет: күтілді, не қос нүктеден кейін бос орын",
     "нет поля {}; ожидалось название:, автор:, год:, язык:, вид:, ссылка:, файл:, аннотация:, ключевые:, "
     "заголовок: "
     "или литература:, либо пробел после двоеточия"},
    {QueryFault::no_kind, "expected article, section, provision, book, decision or document after {}",
     "{} соңында мақала, бөлім, норма, кітап, шешім немесе құжат күтілді",
     "после {} ожидалось статья, раздел, норма, книга, решение или документ"},
    {QueryFault::no_language, "expected kk, ru or en after {}",
     "{} соңында қазақша, орысша немесе ағылшынша (kk, ru, en) күтілді",
     "после {} ожидалось казахский, русский или английский (kk, ru, en)"},
    {QueryFault::no_act,
     "expected an act after cites:, as in cites:Z050000036_ or cites:\"Еңбек кодексі 35-бап\"",
     "сілтеме: соңында акт күтілді, мысалы сілтеме:Z050000036_ немесе сілтеме:\"Еңбек кодексі 35-бап\"",
     "после ссылка: ожидался акт, как ссылка:Z050000036_ или ссылка:\"ст. 35 Трудового кодекса\""},
    {QueryFault::long_phrase, "expected at most {} words in a phrase",
     "сөз тіркесінде ең көбі {} сөз күтілді", "ожидалось не более {} слов во фразе"},
    {QueryFault::short_wildcard, "expected three letters before * or ?", "* не ? алдында үш әріп күтілді",
     "ожидались три буквы перед * или ?"},
});

std::string message_of(QueryFault fault, Language language, const std::string& argument) {
    const auto* const row = std::ranges::find(kRows, fault, &Row::fault);
    const std::string_view pattern = language == Language::kazakh    ? row->kazakh
                                     : language == Language::russian ? row->russian
                                                                     : row->english;
    const std::size_t place = pattern.find("{}");
    if (place == std::string_view::npos) return std::string(pattern);
    return std::string(pattern.substr(0, place)) + argument + std::string(pattern.substr(place + 2));
}

}  // namespace

QueryError::QueryError(QueryFault fault, std::size_t position, const std::string& argument)
    : std::runtime_error(message_of(fault, Language::english, argument)),
      fault_(fault),
      position_(position),
      argument_(argument) {}

std::string QueryError::message(analyzers::Language language) const {
    return message_of(fault_, language, argument_);
}

}  // namespace izde::searcher
