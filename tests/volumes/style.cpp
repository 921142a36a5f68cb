#include "tests/volumes/style.hpp"

#include "tests/volumes/material.hpp"

namespace izde::tests {

const std::vector<Style>& known_styles() {
    using P = Part;
    static const std::vector<Style> styles = [] {
        std::vector<Style> all;
        const auto add = [&](const std::string& name, std::vector<Part> parts) -> Style& {
            Style style;
            style.name = name;
            style.parts = std::move(parts);
            all.push_back(std::move(style));
            return all.back();
        };
        {
            Style& s = add("proceedings-capitals", {P::title, P::author_list, P::body, P::references});
            s.name_mark = NameMark::italic_line;
            s.page_break = PageBreak::blank_line;
            s.page_number = PageNumber::none;
            s.paragraphs = Paragraphs::unwrapped;
            s.reference_form = ReferenceForm::bare_number;
            s.has_front_matter = false;
        }
        {
            Style& s = add("journal-udc-authors-first", {P::classification, P::authors, P::affiliation,
                                                         P::title, P::abstracts, P::body, P::references});
            s.abstract_languages = 3;
            s.running_head = RunningHead::journal;
            s.hyphenates = true;
            s.new_page = true;
            s.contents = Contents::back;
        }
        {
            Style& s = add("journal-centred-sentence-case",
                           {P::classification, P::title, P::authors, P::affiliation, P::mail, P::abstract,
                            P::body, P::references, P::other_heads});
            s.title_letters = Letters::sentence;
            s.is_centred = true;
            s.name_form = NameForm::initials_surname;
            s.name_mark = NameMark::superscript;
            s.abstract_languages = 3;
            s.abstract_form = AbstractForm::inline_colon;
            s.running_head = RunningHead::alternating;
            s.page_number = PageNumber::top;
            s.reference_form = ReferenceForm::brackets;
            s.contents = Contents::front;
            s.contents_form = ContentsForm::author_leaders;
            s.new_page = true;
        }
        {
            Style& s = add("theses-short", {P::title, P::authors, P::affiliation, P::body});
            s.is_short = true;
            s.page_break = PageBreak::none;
            s.page_number = PageNumber::none;
            s.has_sections = true;
            s.name_form = NameForm::spaced_initials_surname;
        }
        {
            Style& s = add("student-sentence-case", {P::author_list, P::title, P::body, P::references});
            s.name_form = NameForm::full;
            s.title_letters = Letters::sentence;
            s.page_break = PageBreak::number_only;
            s.reference_form = ReferenceForm::parenthesis;
            s.capital_reference_heading = true;
            s.contents = Contents::front;
            s.contents_form = ContentsForm::author_own_line;
        }
        {
            Style& s = add("indented-no-blank-lines", {P::classification, P::title, P::authors,
                                                       P::affiliation, P::abstract, P::body, P::references});
            s.paragraphs = Paragraphs::indent;
            s.is_centred = true;
            s.hyphenates = true;
            s.running_head = RunningHead::with_number;
            s.page_number = PageNumber::none;
            s.width = 66;
        }
        {
            Style& s = add("numbered-articles", {P::number_line, P::authors, P::title, P::affiliation,
                                                 P::abstract, P::body, P::references, P::date_received});
            s.numbers_articles = true;
            s.name_form = NameForm::surname_spaced_initials;
            s.name_mark = NameMark::digit;
            s.has_headings = true;
            s.abstract_form = AbstractForm::own_line;
            s.page_number = PageNumber::dashed;
        }
        {
            Style& s = add("abstract-behind",
                           {P::title, P::authors, P::body, P::references, P::other_heads, P::copyright});
            s.abstract_languages = 3;
            s.capital_names = true;
            s.has_sections = true;
            s.contents = Contents::back;
            s.contents_form = ContentsForm::plain_number;
            s.new_page = true;
        }
        {
            Style& s = add("scopus-like", {P::title, P::authors, P::affiliation, P::mail, P::abstract,
                                           P::body, P::references});
            s.title_letters = Letters::sentence;
            s.name_form = NameForm::given_surname;
            s.name_mark = NameMark::digit;
            s.has_headings = true;
            s.running_head = RunningHead::alternating;
            s.new_page = true;
            s.contents = Contents::front;
        }
        {
            Style& s = add("unnumbered-references", {P::classification, P::author_list, P::mail, P::title,
                                                     P::abstracts, P::body, P::references});
            s.reference_form = ReferenceForm::unnumbered;
            s.abstract_languages = 2;
            s.degree_first = true;
            s.width = 92;
            s.page_lines = 34;
        }
        {
            Style& s = add("no-title-capitals-after-page",
                           {P::authors, P::affiliation, P::title, P::abstract, P::body, P::references});
            s.title_letters = Letters::sentence;
            s.is_centred = true;
            s.page_number = PageNumber::top;
            s.new_page = true;
            s.paragraphs = Paragraphs::indent;
            s.name_form = NameForm::full_given_first;
        }
        {
            Style& s = add("star-footnotes", {P::title, P::authors, P::affiliation, P::date_received,
                                              P::abstracts, P::body, P::references, P::copyright});
            s.name_mark = NameMark::star;
            s.abstract_languages = 2;
            s.abstract_form = AbstractForm::inline_colon;
            s.running_head = RunningHead::journal;
            s.page_break = PageBreak::form_feed;
            s.has_headings = true;
        }
        return all;
    }();
    return styles;
}

const std::vector<Style>& later_styles() {
    using P = Part;
    static const std::vector<Style> styles = [] {
        std::vector<Style> all;
        const auto add = [&](const std::string& name, std::vector<Part> parts) -> Style& {
            Style style;
            style.name = name;
            style.parts = std::move(parts);
            all.push_back(std::move(style));
            return all.back();
        };
        {
            Style& s =
                add("irsti-three-titles", {P::codes_line, P::authors, P::affiliation, P::mail, P::title,
                                           P::abstract, P::body, P::references, P::other_heads});
            s.abstract_languages = 3;
            s.name_form = NameForm::spaced_initials_surname;
            s.name_mark = NameMark::superscript;
            s.is_centred = true;
            s.title_letters = Letters::sentence;
            s.running_head = RunningHead::with_number;
            s.page_number = PageNumber::none;
            s.new_page = true;
        }
        {
            Style& s = add("dashes", {P::title, P::author_dashes, P::abstract, P::body, P::references});
            s.title_letters = Letters::sentence;
            s.name_form = NameForm::full;
            s.contents = Contents::back;
            s.page_number = PageNumber::dashed;
        }
        {
            Style& s = add("student-and-supervisor",
                           {P::authors, P::affiliation, P::supervisor, P::title, P::body, P::references});
            s.name_form = NameForm::surname_initials;
            s.number_before_section = true;
            s.has_sections = true;
            s.paragraphs = Paragraphs::indent;
            s.reference_form = ReferenceForm::bare_number;
        }
        {
            Style& s = add("blocks-of-authors", {P::classification, P::title, P::author_blocks, P::abstracts,
                                                 P::body, P::references});
            s.name_form = NameForm::full;
            s.capital_names = true;
            s.is_centred = true;
            s.abstract_languages = 3;
            s.abstract_form = AbstractForm::own_line;
            s.new_page = true;
            s.contents = Contents::front;
            s.contents_form = ContentsForm::author_leaders;
        }
        {
            Style& s = add("middle-initial", {P::title, P::authors, P::affiliation, P::mail, P::abstract,
                                              P::body, P::references});
            s.name_form = NameForm::given_initial_surname;
            s.name_mark = NameMark::digit;
            s.joins_with_and = true;
            s.title_letters = Letters::sentence;
            s.is_centred = true;
            s.has_headings = true;
            s.running_head = RunningHead::journal;
            s.new_page = true;
        }
        {
            Style& s = add("repeated-titles", {P::classification, P::title, P::repeated_titles, P::authors,
                                               P::affiliation, P::abstracts, P::body, P::references});
            s.abstract_languages = 3;
            s.name_form = NameForm::initials_surname;
            s.page_break = PageBreak::number_only;
            s.new_page = true;
        }
        {
            Style& s = add("starred-titles",
                           {P::section_line, P::title, P::authors, P::affiliation, P::body, P::references});
            s.stars_title = true;
            s.title_letters = Letters::sentence;
            s.name_form = NameForm::surname_spaced_initials;
            s.joins_with_and = true;
            s.paragraphs = Paragraphs::unwrapped;
            s.running_head = RunningHead::alternating;
        }
        {
            Style& s = add("names-below-degrees", {P::affiliation, P::authors, P::title, P::body});
            s.name_form = NameForm::full_given_first;
            s.is_centred = true;
            s.page_break = PageBreak::blank_line;
            s.page_number = PageNumber::none;
            s.is_short = true;
            s.width = 70;
        }
        return all;
    }();
    return styles;
}

Style drawn_style(unsigned seed) {
    Dice dice(seed * 2654435761U + 17);
    Style style;
    style.name = "drawn-" + std::to_string(seed);
    const auto pick = [&](auto last) {
        return static_cast<decltype(last)>(dice.below(static_cast<std::size_t>(last) + 1));
    };
    // Head: a title and names always; the rest comes or not.
    std::vector<Part> head;
    const std::vector<Part> lists = {Part::author_list, Part::author_dashes, Part::author_blocks};
    const Part names = dice.chance(40) ? dice.one_of(lists) : Part::authors;
    const bool authors_first = dice.chance(50);
    if (dice.chance(12)) head.push_back(Part::section_line);
    if (dice.chance(45)) head.push_back(dice.chance(30) ? Part::codes_line : Part::classification);
    if (dice.chance(15)) head.push_back(Part::number_line);
    if (authors_first) head.push_back(names);
    if (authors_first && names == Part::authors && dice.chance(60)) head.push_back(Part::affiliation);
    if (authors_first && dice.chance(15)) head.push_back(Part::supervisor);
    head.push_back(Part::title);
    if (dice.chance(12)) head.push_back(Part::repeated_titles);
    if (!authors_first) head.push_back(names);
    if (!authors_first && names == Part::authors && dice.chance(70)) head.push_back(Part::affiliation);
    if (dice.chance(30)) head.push_back(Part::mail);
    if (dice.chance(15)) head.push_back(Part::date_received);
    style.abstract_languages = 1 + dice.below(3);
    if (dice.chance(65)) head.push_back(dice.chance(50) ? Part::abstract : Part::abstracts);
    head.push_back(Part::body);
    if (dice.chance(85)) head.push_back(Part::references);
    if (head.back() == Part::references && dice.chance(25)) head.push_back(Part::other_heads);
    if (dice.chance(15)) head.push_back(Part::copyright);
    style.parts = std::move(head);
    style.name_form = pick(NameForm::given_initial_surname);
    style.name_mark = pick(NameMark::italic_line);
    style.capital_names = dice.chance(15);
    style.title_letters = pick(Letters::capitals);
    style.is_centred = dice.chance(40);
    style.degree_first = dice.chance(20);
    style.abstract_form = pick(AbstractForm::bare_bold);
    style.reference_form = pick(ReferenceForm::unnumbered);
    style.capital_reference_heading = dice.chance(30);
    style.page_break = pick(PageBreak::number_only);
    style.running_head = pick(RunningHead::with_number);
    style.page_number = pick(PageNumber::dashed);
    style.paragraphs = pick(Paragraphs::unwrapped);
    style.new_page = dice.chance(50);
    style.hyphenates = dice.chance(40);
    style.width = 60 + dice.below(45);
    style.page_lines = 28 + dice.below(24);
    style.contents = pick(Contents::back);
    style.contents_form = pick(ContentsForm::plain_number);
    style.has_front_matter = dice.chance(70);
    style.has_sections = dice.chance(25);
    style.has_headings = dice.chance(30);
    style.numbers_articles = dice.chance(12);
    style.is_short = dice.chance(15);
    style.joins_with_and = dice.chance(15);
    style.stars_title = dice.chance(12);
    style.number_before_section = dice.chance(50);
    // A page break that leaves no trace but a number needs one.
    if (style.page_break == PageBreak::number_only) {
        style.page_number = PageNumber::bottom;
        style.running_head = RunningHead::none;
    }
    if (style.page_break == PageBreak::none || style.page_break == PageBreak::blank_line) {
        style.page_number = PageNumber::none;
        style.running_head = RunningHead::none;
    }
    return style;
}

}  // namespace izde::tests
