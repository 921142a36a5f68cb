#include "tests/volumes/style.hpp"

namespace izde::tests {

const std::vector<Style>& press_styles() {
    static const std::vector<Style> styles = [] {
        std::vector<Style> all;
        const auto add = [&](const std::string& name, const std::string& lines,
                             const std::string& other_lines = "") -> Style& {
            Style style;
            style.name = name;
            style.lines = lines;
            style.other_lines = other_lines;
            style.abstract_languages = 2;
            all.push_back(std::move(style));
            return all.back();
        };
        {
            // The standard of 2021 for articles: kind of article, codes, both heads, facts at the end.
            Style& s = add(
                "standard-of-2021",
                "{=Ғылыми мақала|Научная статья|Original article}\n{=ӘОЖ|УДК|UDC} {code}\n"
                "doi: 10.17803/{year}.{number}\n\n{title}\n\n{names¹}\n\n@ {sup} {university}, {city}\n"
                "@ {sup} {mail}, https://orcid.org/{orcid}\n\n"
                "¶ {=Аңдатпа|Аннотация|Abstract}. {abstract}\n"
                "¶ {=Түйін сөздер|Ключевые слова|Keywords}: {words}\n"
                "¶ {=Дәйексөз үшін|Для цитирования|For citation}: {names} {title} // {journal}. {year}. № 2. "
                "С. {pages}. doi: 10.17803/{year}.{number}\n\n%others\n%body\n%references\nReferences\n\n"
                "%transliterated\n{=Авторлар туралы ақпарат|Информация об авторах|Information about the "
                "authors}\n"
                "@ {name} – {degree}, {university}.\n\n"
                "¶ Статья поступила в редакцию 12.03.{year}; одобрена после рецензирования 03.06.{year}; "
                "принята к публикации 01.07.{year}.\n",
                "{=Ғылыми мақала|Научная статья|Original article}\n\n{title}\n\n{names¹}\n\n"
                "@ {sup} {university}, {city}\n\n¶ {=Аңдатпа|Аннотация|Abstract}. {abstract}\n"
                "¶ {=Түйін сөздер|Ключевые слова|Keywords}: {words}\n\n");
            s.name_form = NameForm::full_given_first;
            s.title_letters = Letters::sentence;
            s.is_centred = true;
            s.new_page = true;
            s.running_head = RunningHead::author_title;
            s.page_number = PageNumber::none;
        }
        {
            // Postal addresses and numbers of author indexes below every name.
            Style& s = add("addresses-and-indexes",
                           "{=ӘОЖ|УДК|UDC} {code}\nББК 67.400\n\n{title}\n\n@ {name}\n{degree}\n"
                           "{university} (адрес: 190000, {town}, ул. Садовая, д. {number})\nE-mail: {mail}\n"
                           "SPIN-код: 1234-5678, AuthorID: 987654\n\n%abstracts\n%body\n%references");
            s.name_form = NameForm::full;
            s.contents = Contents::back;
            s.contents_form = ContentsForm::author_own_line;
        }
        {
            // International: kind of article, marks with stars, correspondence, keywords by semicolons.
            Style& s = add("correspondence-line",
                           "{=Мақала|Статья|Article}\n\n{title}\n\n{each {name} {i}}\n\n@ {i} {university}, "
                           "{city}; {mail}\n"
                           "* {=Хат алмасу|Корреспонденция|Correspondence}: {mail}\n\n"
                           "¶ {=Аңдатпа|Аннотация|Abstract}: {abstract}\n\n"
                           "¶ {=Түйін сөздер|Ключевые слова|Keywords}: {keyword}; {keyword}; "
                           "{keyword}\n\n%body\n%references");
            s.name_form = NameForm::given_surname;
            s.title_letters = Letters::sentence;
            s.has_headings = true;
            s.new_page = true;
            s.reference_form = ReferenceForm::brackets;
            s.running_head = RunningHead::with_number;
            s.page_number = PageNumber::none;
        }
        {
            // Practitioners: the title, below it name, court and rank line by line; no lists of references.
            Style& s = add("court-magazine", "{title}\n\n{names},\n{position},\n{degree}\n\n%body\n");
            s.name_form = NameForm::given_surname;
            s.title_letters = Letters::sentence;
            s.contents = Contents::front;
            s.contents_form = ContentsForm::author_below;
            s.page_number = PageNumber::dashed;
        }
        {
            // Collection of theses: numbers before titles in capitals, city in brackets behind the name.
            Style& s =
                add("theses-with-towns", "{number}. {title}\n{each {name} ({town})}\n\n%body\n%references");
            s.name_form = NameForm::initials_surname;
            s.is_short = true;
            s.page_break = PageBreak::number_only;
            s.paragraphs = Paragraphs::indent;
            s.reference_form = ReferenceForm::dotted;
        }
        {
            // Name and rank above the title, codes between, telephone; abstracts behind the text.
            Style& s =
                add("telephone-and-abstracts-behind",
                    "@ {name} – {degree}, {university}, {town}\nТел.: +7 701 000 00 0{i}, e-mail: {mail}\n\n"
                    "{=ӘОЖ|УДК|UDC} {code}\n\n{title}\n\n%body\n%references\n%others\n",
                    "{names}\n\n{title}\n\n¶ {=Түйін|Резюме|Summary}. {abstract}\n\n");
            s.name_form = NameForm::full;
            s.is_centred = true;
            s.abstract_languages = 3;
            s.running_head = RunningHead::journal;
        }
        {
            // Yearbook: a rubric for some articles, the title with a star, names in capitals, a footnote.
            Style& s = add(
                "yearbook",
                "{names}\n\n{title}*\n\n^ * {=Мақала дөңгелек үстел материалдары бойынша дайындалған.|"
                "Статья подготовлена по материалам круглого стола.|The paper was read at a round table.}\n"
                "%body\n%references");
            s.name_form = NameForm::initials_surname;
            s.capital_names = true;
            s.is_centred = true;
            s.articles_per_rubric = 3;
            s.running_head = RunningHead::alternating;
            s.contents = Contents::front;
            s.contents_form = ContentsForm::numbered;
        }
        {
            // Two languages side by side: title and names in both before one text.
            Style& s = add("two-heads-then-codes",
                           "{title}\n{names}\n{university}\n\n%others\n{=ҒТАМР|МРНТИ|IRSTI} "
                           "{grnti}\n\n%abstract\n%body\n"
                           "%references\nREFERENCES\n\n%transliterated",
                           "{title}\n{names}\n{university}\n\n");
            s.name_form = NameForm::surname_spaced_initials;
            s.title_letters = Letters::capitals;
            s.is_centred = true;
            s.new_page = true;
            s.page_number = PageNumber::top;
        }
        return all;
    }();
    return styles;
}

}  // namespace izde::tests
