#include "tests/volumes/style.hpp"

namespace izde::tests {

const std::vector<Style>& six_more_styles() {
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
            // Title and names in capitals side by side with the codes, place and country in a third line.
            Style& s = add(
                "announcer",
                "{=ҒТАМР|МРНТИ|IRSTI} {grnti} {=ӘОЖ|УДК|UDC} {code}\n{names1}\n\n"
                "@ {i} {degree}, {university}\n\n{town}\n\n{title}\n\n¶ {=Түйін|Аннотация|Abstract}: "
                "{abstract}\n"
                "¶ {=Тірек сөздер|Ключевые слова|Keywords}: {words}.\n\n%body\n"
                "{=Алғыс|Благодарности|Acknowledgements}. Зерттеу AP0{number} гранты аясында орындалды.\n\n"
                "%references\n%others\n{=Мақала түсті|Дата поступления|Received}: 10.02.{year}\n",
                "{names}\n{university}, {town}\n{title}\n¶ {=Түйін|Аннотация|Abstract}: {abstract}\n"
                "¶ {=Тірек сөздер|Ключевые слова|Keywords}: {words}.\n\n");
            s.name_form = NameForm::surname_initials;
            s.capital_names = true;
            s.is_centred = true;
            s.paragraphs = Paragraphs::indent;
            s.running_head = RunningHead::with_number;
            s.page_number = PageNumber::none;
            s.contents = Contents::back;
            s.contents_form = ContentsForm::one_space;
        }
        {
            // Conference of one day: time of the talk, a colon between name and title in the contents, post
            // below.
            Style& s =
                add("talks", "{names}\n{degree}\n{university}, {town}\n\n«{title}»\n\n%body\n%references");
            s.name_form = NameForm::surname_given;
            s.contents = Contents::front;
            s.contents_form = ContentsForm::numbered;
            s.page_number = PageNumber::bottom;
            s.running_head = RunningHead::journal;
            s.title_letters = Letters::sentence;
        }
        {
            // Kandidat's journal of commission: names with numbers in brackets, ORCID as addresses, a box of
            // dates.
            Style& s =
                add("brackets-with-numbers",
                    "{title}\n\n{each {name} [{i}]}\n\n@ [{i}] {university}, {city}. ORCID: {orcid}\n\n"
                    "{=Редакцияға түсті|Поступила|Received}: 12.03.{year}. {=Қабылданды|Принята|Accepted}: "
                    "01.06.{year}.\n\n"
                    "¶ {=Аңдатпа|Аннотация|Abstract} – {abstract}\n"
                    "¶ {=Кілт сөздер|Ключевые слова|Index terms} – {words}\n\n%body\n%references");
            s.name_form = NameForm::one_initial_surname;
            s.new_page = true;
            s.columns = 2;
            s.has_headings = true;
            s.reference_form = ReferenceForm::brackets;
            s.page_number = PageNumber::top;
        }
        {
            // Old bulletin: no codes, the name below the title at the right, a dash instead of a list's
            // numbers.
            Style& s = add("old-bulletin", "{title}\n\n                    {names}\n\n%body\n%references");
            s.name_form = NameForm::initials_surname;
            s.paragraphs = Paragraphs::indent;
            s.reference_form = ReferenceForm::unnumbered;
            s.capital_reference_heading = true;
            s.articles_per_rubric = 4;
            s.hyphenates = true;
            s.width = 62;
        }
        {
            // Kazakh journal for teachers: full names with posts on two lines each, abstracts in three
            // languages below.
            Style& s =
                add("posts-on-two-lines",
                    "{title}\n\n{each {name} – {degree}, {university}}\n\n%abstracts\n%body\n%references\n"
                    "{=Рецензент|Рецензент|Reviewer}: {degree} {person}\n");
            s.name_form = NameForm::full_capitals;
            s.is_centred = true;
            s.new_page = true;
            s.abstract_form = AbstractForm::inline_colon;
            s.running_head = RunningHead::alternating;
        }
        {
            // Electronic journal: address of the article, section, names by semicolons, licence at the end.
            Style& s = add(
                "electronic",
                "https://journal.example/{year}/"
                "{number}\n{section}\n\n{title}\n\n{names;}\n\n{university}\n\n"
                "¶ {abstract}\n\n¶ {=Түйінді сөздер|Ключевые слова|Keywords}: {words}\n\n%body\n%references\n"
                "| Creative Commons Attribution 4.0 International License\n");
            s.name_form = NameForm::full;
            s.title_letters = Letters::sentence;
            s.page_break = PageBreak::number_only;
            s.reference_form = ReferenceForm::bare_number;
        }
        return all;
    }();
    return styles;
}

}  // namespace izde::tests
