#pragma once

#include <string>
#include <vector>

namespace izde::tests {

/// The parts of an article in the order in which they are printed.
enum class Part {
    classification,
    codes_line,   ///< «IRSTI 10.15.01 … UDC 342.5» on one line, and a DOI as an address below it
    number_line,  ///< «№ 3» or «DOI …» above the head
    title,
    authors,          ///< all on one line
    author_list,      ///< an author a line, with degree and university
    author_dashes,    ///< an author a line, a dash, what he is
    author_blocks,    ///< an author a line, below it his degree, his university, his address
    supervisor,       ///< «Научный руководитель: …», who is no author
    repeated_titles,  ///< the title in the other languages, one below the other
    section_line,     ///< «Секция: …» above every article
    affiliation,      ///< one line of degree, university, city
    mail,
    abstract,     ///< in the article's language, with keywords
    abstracts,    ///< in the other languages too
    other_heads,  ///< title, authors, abstract in the other languages
    date_received,
    body,
    references,
    copyright,
};

enum class NameForm {
    surname_initials,         ///< Байжанова К.Т.
    surname_spaced_initials,  ///< Байжанова К. Т.
    initials_surname,         ///< К.Т. Байжанова
    spaced_initials_surname,  ///< К. Т. Байжанова
    full,                     ///< Байжанова Кулаш Тулеуовна
    full_given_first,         ///< Кулаш Тулеуовна Байжанова
    given_surname,            ///< Кулаш Байжанова
    given_initial_surname,    ///< Кулаш Т. Байжанова
    surname_one_initial,      ///< Байжанова К.
    one_initial_surname,      ///< К. Байжанова
    surname_comma_initials,   ///< Байжанова, К.Т.
    given_capital_surname,    ///< Кулаш БАЙЖАНОВА
    surname_given,            ///< Байжанова Кулаш
    full_capitals,            ///< БАЙЖАНОВА КУЛАШ ТУЛЕУОВНА
    initials_glued,           ///< К.Т.Байжанова
    initials_no_break,        ///< К. Т. Байжанова with no-break spaces
};
enum class NameMark { none, digit, superscript, star, italic_line };
enum class Letters { sentence, capitals };
enum class PageBreak { none, form_feed, blank_line, number_only };
enum class RunningHead {
    none,
    journal,
    alternating,
    with_number,
    author_title  ///< «Байжанова К.Т. О праве    17» on odd pages, «16    Вестник» on even ones
};
enum class PageNumber { none, top, bottom, dashed };
enum class Paragraphs { blank_line, indent, unwrapped };
enum class AbstractForm { inline_stop, inline_colon, own_line, bare_bold };
enum class ReferenceForm { dotted, bare_number, brackets, parenthesis, unnumbered };
enum class Contents { none, front, back };
enum class ContentsForm {
    leaders,
    author_leaders,
    author_own_line,
    plain_number,
    numbered,     ///< «3. Байжанова К.Т. О праве..... 17»
    one_space,    ///< «Байжанова К.Т. О праве 17»
    author_below  ///< «О праве ..... 17», «Байжанова К.Т.» below
};

/// How a volume is laid out.
struct Style {
    std::string name;
    std::vector<Part> parts;
    /// Instead of `parts`: the article line by line, in the language of templates of set_lines.cpp.
    std::string lines;
    std::string other_lines;  ///< what `%others` sets for each of the other languages
    NameForm name_form = NameForm::surname_initials;
    NameMark name_mark = NameMark::none;
    bool capital_names = false;
    Letters title_letters = Letters::capitals;
    bool is_centred = false;  ///< heads are centred by spaces
    bool degree_first = false;
    std::size_t abstract_languages = 1;
    AbstractForm abstract_form = AbstractForm::inline_stop;
    ReferenceForm reference_form = ReferenceForm::dotted;
    bool capital_reference_heading = false;
    PageBreak page_break = PageBreak::form_feed;
    RunningHead running_head = RunningHead::none;
    PageNumber page_number = PageNumber::bottom;
    Paragraphs paragraphs = Paragraphs::blank_line;
    bool new_page = false;  ///< each article begins one
    bool hyphenates = false;
    std::size_t width = 78;
    std::size_t page_lines = 42;
    Contents contents = Contents::none;
    ContentsForm contents_form = ContentsForm::leaders;
    bool has_front_matter = true;
    bool has_sections = false;
    bool has_headings = false;
    bool numbers_articles = false;
    bool joins_with_and = false;         ///< the last author behind «және», «и», «and»
    bool stars_title = false;            ///< a star behind the title, explained in a line behind the head
    bool number_before_section = false;  ///< «1 СЕКЦИЯ» on a line of its own, its name below
    bool is_short = false;               ///< theses of one paragraph
    std::size_t columns = 1;             ///< of bodies and references, in PDF
    bool has_notes = false;              ///< notes to the text at the foot of the page
    std::size_t articles_per_rubric = 0;  ///< so many share a rubric in capitals («ГРАЖДАНСКОЕ ПРАВО»)
};

/// The styles that the segmenter was written with.
const std::vector<Style>& known_styles();
/// Styles written after it had passed those and the drawn ones, for a first reading that is honest.
const std::vector<Style>& later_styles();
/// Styles after law journals and proceedings of Kazakhstan and Russia, written before it was mended for them.
const std::vector<Style>& journal_styles();
/// The same again, written when it passed all of those.
const std::vector<Style>& press_styles();
/// Six more, mended for in their turn; the first reading of each batch stands in CHANGELOG.
const std::vector<Style>& six_more_styles();
/// Six after those, with a first reading of their own.
const std::vector<Style>& last_styles();
/// Styles that it was not tuned on: every choice drawn by seed.
Style drawn_style(unsigned seed);

}  // namespace izde::tests
