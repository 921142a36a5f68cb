#include "tests/volumes/style.hpp"

namespace izde::tests {

// Names of the styles say what they look like.
const std::vector<Style>& journal_styles() {
    static const std::vector<Style> styles = [] {
        std::vector<Style> all;
        const auto add = [&](const std::string& name, const std::string& lines,
                             const std::string& other_lines = "") -> Style& {
            Style style;
            style.name = name;
            style.lines = lines;
            style.other_lines = other_lines;
            style.abstract_languages = 3;
            all.push_back(std::move(style));
            return all.back();
        };
        {
            // University bulletin: names with marks, the same heads at the end, facts about the authors.
            Style& s =
                add("bulletin-facts-about-authors",
                    "{=ҒТАМР|МРНТИ|IRSTI} {grnti}\n\n{names¹}\n\n@ {sup}{university}, {city}\n"
                    "(E-mail: {mail})\n\n{title}\n\n"
                    "¶ {=Аңдатпа|Аннотация|Abstract}. {abstract}\n"
                    "¶ {=Түйін сөздер|Ключевые слова|Keywords}: {words}.\n\n"
                    "DOI: https://doi.org/10.32523/2616-6844-{year}-{number}\n\n%body\n%references\n%others\n"
                    "References\n\n%transliterated\n"
                    "{=Авторлар туралы мәлімет|Сведения об авторах|Information about authors}:\n\n"
                    "@ {full} – {degree}, {university}, {city}.\n",
                    "{names}\n{university}, {city}\n\n{title}\n\n"
                    "¶ {=Аңдатпа|Аннотация|Abstract}. {abstract}\n"
                    "¶ {=Түйін сөздер|Ключевые слова|Keywords}: {words}.\n");
            s.name_form = NameForm::initials_surname;
            s.title_letters = Letters::sentence;
            s.is_centred = true;
            s.new_page = true;
            s.running_head = RunningHead::journal;
        }
        {
            // Three heads in a row, then the text.
            Style& s =
                add("three-heads-in-a-row",
                    "IRSTI {grnti}        https://doi.org/10.26577/JAPJ.{year}.v97.i{number}\n\n{names*}\n\n"
                    "{university}, {city}\n*e-mail: {mail}\n\n{title}\n\n¶ {abstract}\n"
                    "¶ {=Түйін сөздер|Ключевые слова|Key words}: {words}.\n\n%others\n%body\n%references",
                    "{names*}\n{university}, {city}\n*e-mail: {mail}\n\n{title}\n\n¶ {abstract}\n"
                    "¶ {=Түйін сөздер|Ключевые слова|Key words}: {words}.\n");
            s.name_form = NameForm::initials_surname;
            s.new_page = true;
            s.has_headings = true;
            s.is_centred = true;
            s.running_head = RunningHead::alternating;
        }
        {
            // Practitioners' magazine: no codes, names in full with the surname in capitals, post below.
            Style& s = add("magazine", "@ {name},\n{position}\n\n{title}\n\n%body\n");
            s.name_form = NameForm::given_capital_surname;
            s.articles_per_rubric = 1;
            s.contents = Contents::front;
            s.contents_form = ContentsForm::one_space;
        }
        {
            // Academy journal: copyright line with the names, citation line, English head, two lists.
            Style& s = add(
                "academy",
                "{=ӘОЖ|УДК|UDC} {code}\n\n© {year} г. {names}\n\n{title}\n\n{university}, {city}\n\n"
                "E-mail: {mail}\n\nПоступила в редакцию 12.03.{year} г.\n\n"
                "¶ {=Аңдатпа|Аннотация|Abstract}. {abstract}\n\n"
                "¶ {=Түйін сөздер|Ключевые слова|Keywords}: {words}.\n\n"
                "¶ Для цитирования: {names} {title} // {journal}. {year}. № 2. С. {pages}.\n\n"
                "DOI: "
                "10.31857/S{year}00{number}\n\n%others\n%body\n%references\nREFERENCES\n\n%transliterated\n"
                "Сведения об авторе\n\n@ {full} – {degree}, {university}\n\n",
                "© {year} {names}\n\n{title}\n\n{university}, {city}\n\nE-mail: {mail}\n\n"
                "¶ Abstract. {abstract}\n\n¶ Key words: {words}.\n\n");
            s.name_form = NameForm::spaced_initials_surname;
            s.abstract_languages = 2;
            s.new_page = true;
            s.running_head = RunningHead::author_title;
            s.page_number = PageNumber::none;
        }
        {
            // Students: supervisor in brackets, university and city below.
            Style& s =
                add("students-supervisor-in-brackets",
                    "{names}\n(науч. рук. – {degree} {person})\n{university} ({town})\n\n{title}\n\n%body\n"
                    "%references");
            s.is_centred = true;
            s.is_short = true;
            s.paragraphs = Paragraphs::indent;
            s.page_number = PageNumber::bottom;
            s.contents = Contents::back;
            s.contents_form = ContentsForm::numbered;
        }
        {
            // Affiliations in brackets behind each name, on one line.
            Style& s = add("brackets-on-one-line",
                           "{title}\n\n{each {name} ({university}, {town})}\n\n{=ӘОЖ|УДК|UDC} "
                           "{code}\n\n%body\n%references");
            s.title_letters = Letters::sentence;
            s.contents = Contents::front;
            s.contents_form = ContentsForm::author_below;
            s.reference_form = ReferenceForm::parenthesis;
        }
        {
            // The author is told at the foot of the page.
            Style& s = add(
                "author-at-the-foot",
                "{title}\n\n{names*}\n\n^ * {full} – {degree}, {university}, {mail}\n"
                "¶ {abstract}\n\n¶ {=Түйін сөздер|Ключевые слова|Keywords}: {words}.\n\n%body\n%references");
            s.name_form = NameForm::one_initial_surname;
            s.new_page = true;
            s.is_centred = true;
            s.running_head = RunningHead::author_title;
            s.page_number = PageNumber::none;
        }
        {
            // Conference: numbered articles, names behind the title in a list with ORCID and address.
            Style& s = add("numbered-with-orcid",
                           "{number}. {title}\n\n@ {name}, {degree}, ORCID: {orcid}, e-mail: {mail}\n\n"
                           "¶ {=Түйіндеме|Резюме|Summary}: {abstract}\n"
                           "¶ {=Кілт сөздер|Ключевые слова|Keywords}: {words}\n\n%body\n%references");
            s.name_form = NameForm::surname_given;
            s.title_letters = Letters::sentence;
            s.page_break = PageBreak::number_only;
        }
        {
            // Titles in three languages in a row before the names, codes behind them.
            Style& s = add("three-titles-before-names",
                           "{title}\n%others\n\n{names}\n{degree}, {university}\n\n{=ӘОЖ|УДК|UDC} {code}\n\n"
                           "%abstracts\n%body\n%references",
                           "{title}\n");
            s.name_form = NameForm::surname_spaced_initials;
            s.title_letters = Letters::sentence;
            s.is_centred = true;
            s.running_head = RunningHead::with_number;
            s.page_number = PageNumber::none;
        }
        {
            // Abstracts at the end with titles and names, no codes, nothing centred.
            Style& s = add("summaries-at-the-end",
                           "{title}\n{names}\n{=ӘОЖ|УДК|UDC} {code}\n\n%body\n%references\n%others\n",
                           "{=Түйін|Резюме|Summary}\n\n{names}\n{title}\n\n¶ {abstract}\n");
            s.name_form = NameForm::surname_comma_initials;
            s.title_letters = Letters::sentence;
            s.paragraphs = Paragraphs::indent;
            s.width = 70;
        }
        {
            // International review: names with capital surnames, dates in a line, notes instead of a list.
            Style& s =
                add("review-with-dates",
                    "{title}\n\n@ {name}, {university}\n@ ORCID: https://orcid.org/{orcid}\n\n"
                    "Received: 12 March {year} | Accepted: 3 June {year} | Published: 1 July {year}\n\n"
                    "{=Аңдатпа|Аннотация|Abstract}\n¶ {abstract}\n\n"
                    "{=Түйін сөздер|Ключевые слова|Keywords}\n¶ {words}\n\n%body\n%references");
            s.name_form = NameForm::given_capital_surname;
            s.title_letters = Letters::sentence;
            s.new_page = true;
            s.has_headings = true;
            s.reference_form = ReferenceForm::unnumbered;
            s.columns = 2;
        }
        {
            // Rubrics in capitals over some articles, codes, capital names with degrees behind.
            Style& s = add(
                "rubrics",
                "{=ӘОЖ|УДК|UDC} {code}\n\n@ {name}, {degree}\n\n{title}\n\n%abstract\n%body\n%references");
            s.name_form = NameForm::full_capitals;
            s.articles_per_rubric = 3;
            s.contents = Contents::back;
            s.contents_form = ContentsForm::author_leaders;
            s.abstract_form = AbstractForm::bare_bold;
        }
        {
            // Degrees before the names, in one line, mail in brackets.
            Style& s = add("degrees-before-names",
                           "{title}\n\n@ {degree} {name} (e-mail: "
                           "{mail})\n{university}\n\n%abstract\n%body\n%references");
            s.name_form = NameForm::spaced_initials_surname;
            s.page_break = PageBreak::blank_line;
            s.page_number = PageNumber::none;
            s.paragraphs = Paragraphs::unwrapped;
        }
        {
            // Collection of essays: title, one surname and initial, years of study, no list of references.
            Style& s = add("essays", "{names}\n{title}\n\n%body\n");
            s.name_form = NameForm::surname_one_initial;
            s.title_letters = Letters::sentence;
            s.is_centred = true;
            s.articles_per_rubric = 4;
            s.page_number = PageNumber::top;
            s.paragraphs = Paragraphs::indent;
            s.contents = Contents::front;
            s.contents_form = ContentsForm::leaders;
        }
        return all;
    }();
    return styles;
}

}  // namespace izde::tests
