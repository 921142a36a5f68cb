#include "tests/volumes/style.hpp"

namespace izde::tests {

const std::vector<Style>& last_styles() {
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
            // Initials without a space, abstract without a label, heads of the other languages behind the
            // list.
            Style& s = add(
                "initials-without-space",
                "{=ӘОЖ|УДК|UDC} {code}\n\n{names}\n\n{university}, {town}\n(E-mail: {mail})\n\n{title}\n\n"
                "¶ {abstract}\n\n¶ {=Кілт сөздер|Ключевые слова|Key words}: {words}.\n\n%body\n%references\n"
                "%others\nReferences\n\n%transliterated",
                "{names}\n\n{title}\n\n¶ {abstract}\n\n");
            s.name_form = NameForm::initials_glued;
            s.is_centred = true;
            s.title_letters = Letters::sentence;
            s.running_head = RunningHead::with_number;
            s.page_number = PageNumber::none;
            s.has_headings = true;
        }
        {
            // Names in capitals with a comma, what they are on three lines; the English head follows at once.
            Style& s = add(
                "justice",
                "{title}\n\n{names},\n{degree},\n{university}\n\n%others\n¶ {=Аңдатпа|Аннотация|Abstract}. "
                "{abstract}\n\n¶ {=Түйін сөздер|Ключевые слова|Keywords}: {words}.\n\n%body\n%references",
                "{title}\n\n{names}\n\n");
            s.name_form = NameForm::surname_initials;
            s.capital_names = true;
            s.abstract_languages = 2;
            s.contents = Contents::front;
            s.contents_form = ContentsForm::plain_number;
            s.running_head = RunningHead::journal;
        }
        {
            // Who the author is stands behind the abstract.
            Style& s = add("about-the-author",
                           "{title}\n\n¶ {=Түйіндеме|Резюме|Summary}. {abstract}\n\n{=Авторы|Автор|Author}: "
                           "{each {name}, {degree}, "
                           "{university}}\n\n%body\n%references");
            s.name_form = NameForm::full_given_first;
            s.is_centred = true;
            s.new_page = true;
            s.page_number = PageNumber::top;
        }
        {
            // Degrees in front of the names on one line, sections in words, notes instead of references.
            Style& s = add("degrees-on-one-line",
                           "{each {short_degree} {name}}\n{university}, {town}\n\n{title}\n\n%body\n");
            s.name_form = NameForm::surname_initials;
            s.has_sections = true;
            s.has_notes = true;
            s.paragraphs = Paragraphs::indent;
            s.page_number = PageNumber::dashed;
        }
        {
            // Capital surname, name and patronymic, the country in brackets; ISSN above every page.
            Style& s = add("countries-in-brackets",
                           "ISSN 2307-5198\n{=ӘОЖ|УДК|UDC} {code}\n\n@ {name} ({country})\n@ "
                           "{degree}\n\n{title}\n\n%abstracts\n"
                           "%body\n%references");
            s.name_form = NameForm::full;
            s.capital_names = true;
            s.new_page = true;
            s.contents = Contents::back;
            s.contents_form = ContentsForm::author_leaders;
        }
        {
            // No-break spaces between initials and surname, as word processors are told to set them.
            Style& s = add(
                "no-break-spaces",
                "{title}\n\n{names}\n\n@ {full}, {degree}, {town}, {mail}\n\n%abstract\n%body\n%references\n"
                "{=Қабылданды|Принято|Accepted} 12.03.{year}\n");
            s.name_form = NameForm::initials_no_break;
            s.title_letters = Letters::sentence;
            s.page_break = PageBreak::number_only;
            s.reference_form = ReferenceForm::brackets;
        }
        return all;
    }();
    return styles;
}

}  // namespace izde::tests
