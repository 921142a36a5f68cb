#include "tests/volumes/volume.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "analyzers/characters.hpp"
#include "analyzers/utf8.hpp"

namespace izde::tests {
namespace {

using Line = SetLine;

std::string upper(const std::string& text) {
    static constexpr std::array<std::pair<char32_t, char32_t>, 10> kOthers = {{{U'ә', U'Ә'},
                                                                               {U'ғ', U'Ғ'},
                                                                               {U'қ', U'Қ'},
                                                                               {U'ң', U'Ң'},
                                                                               {U'ө', U'Ө'},
                                                                               {U'ұ', U'Ұ'},
                                                                               {U'ү', U'Ү'},
                                                                               {U'һ', U'Һ'},
                                                                               {U'і', U'І'},
                                                                               {U'ё', U'Ё'}}};
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = analyzers::decode(text, at);
        at += character.length;
        char32_t code = character.code;
        const auto* const other = std::find_if(kOthers.begin(), kOthers.end(),
                                               [&](const auto& pair) { return pair.first == code; });
        if (other != kOthers.end()) {
            code = other->second;
        } else if ((code >= U'а' && code <= U'я') || (code >= U'a' && code <= U'z')) {
            code -= 32;
        }
        analyzers::append_utf8(result, code);
    }
    return result;
}

std::size_t width_of(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

std::string first_letter(const std::string& word) {
    return word.substr(0, analyzers::decode(word, 0).length);
}

std::string superscript(std::size_t number) {
    static const std::vector<std::string> kDigits = {"⁰", "¹", "²", "³", "⁴"};
    return kDigits.at(number);
}

const std::map<Tongue, std::string>& in_tongues(const std::string& kind) {
    static const std::map<std::string, std::map<Tongue, std::string>> kWords = {
        {"abstract",
         {{Tongue::kazakh, "Аңдатпа"}, {Tongue::russian, "Аннотация"}, {Tongue::english, "Abstract"}}},
        {"keywords",
         {{Tongue::kazakh, "Түйін сөздер"},
          {Tongue::russian, "Ключевые слова"},
          {Tongue::english, "Keywords"}}},
        {"received",
         {{Tongue::kazakh, "Редакцияға 12.03.2021 түсті"},
          {Tongue::russian, "Поступила в редакцию 12.03.2021 г."},
          {Tongue::english, "Received 12 March 2021"}}},
        {"contents",
         {{Tongue::kazakh, "МАЗМҰНЫ"}, {Tongue::russian, "СОДЕРЖАНИЕ"}, {Tongue::english, "CONTENTS"}}},
    };
    return kWords.at(kind);
}

/// Sets one volume.
class Setter {
  public:
    Setter(const Style& style, unsigned seed) : style_(style), dice_(seed) {}
    /// All titles that are still to be had, for volumes that share none.
    void take_titles(std::map<Tongue, std::vector<std::string>> titles) { titles_ = std::move(titles); }
    Volume make(std::vector<const Body*> bodies);

  private:
    struct Author {
        Person person;
        std::string printed, expected;
    };
    struct Article {
        Tongue tongue = Tongue::kazakh;
        std::string title;
        std::vector<Author> authors;
        std::vector<std::string> paragraphs;
        std::size_t number = 0;
    };

    void text(const std::string& line) {
        volume_.lines.push_back({Line::Kind::text, line, false, take_article()});
    }
    void head(const std::string& line) {
        volume_.lines.push_back({Line::Kind::heading, line, false, take_article()});
    }
    void paragraph(const std::string& line) {
        volume_.lines.push_back({Line::Kind::text, line, true, take_article()});
    }
    void blank() {
        if (!volume_.lines.empty() && volume_.lines.back().kind != Line::Kind::blank)
            volume_.lines.push_back({Line::Kind::blank, {}, false, -1});
    }
    void end_page() { volume_.lines.push_back({Line::Kind::page_end, {}, false, -1}); }
    int take_article() { return std::exchange(opens_, -1); }

    std::string take_title(Tongue tongue);
    std::string lettered(const std::string& title) const {
        return style_.title_letters == Letters::capitals ? upper(title) : title;
    }
    Author name(const Person& person) const;
    std::string names_line(const Article& article, bool with_marks);
    void write_abstract(Tongue tongue);
    void write_part(Part part, const Article& article);
    void write_body(const Article& article);
    void write_references(const Article& article);
    void write_front_matter();
    void write_contents();
    void set_pages();

    const Style& style_;
    Dice dice_;
    Volume volume_;
    std::vector<Article> articles_;
    std::map<Tongue, std::vector<std::string>> titles_;
    std::map<std::size_t, std::string> first_pages_;
    std::string journal_;
    int opens_ = -1;
};

std::string Setter::take_title(Tongue tongue) {
    auto [found, is_new] = titles_.try_emplace(tongue);
    if (is_new) {
        found->second = material().of("title", tongue);
        dice_.shuffle(found->second);
    }
    if (found->second.empty()) return {};
    std::string title = found->second.back();
    found->second.pop_back();
    return title;
}

Setter::Author Setter::name(const Person& person) const {
    const std::string initials = first_letter(person.given) + "." + first_letter(person.patronymic) + ".";
    const std::string spaced = first_letter(person.given) + ". " + first_letter(person.patronymic) + ".";
    Author author{person, {}, person.surname + " " + initials};
    const std::string surname = style_.capital_names ? upper(person.surname) : person.surname;
    switch (style_.name_form) {
        case NameForm::surname_initials:
            author.printed = surname + " " + initials;
            break;
        case NameForm::surname_spaced_initials:
            author.printed = surname + " " + spaced;
            break;
        case NameForm::initials_surname:
            author.printed = initials + " " + surname;
            break;
        case NameForm::spaced_initials_surname:
            author.printed = spaced + " " + surname;
            break;
        case NameForm::full:
            author.printed = surname + " " + person.given + " " + person.patronymic;
            author.expected = person.surname + " " + person.given + " " + person.patronymic;
            break;
        case NameForm::full_given_first:
            author.printed = person.given + " " + person.patronymic + " " + surname;
            author.expected = person.given + " " + person.patronymic + " " + person.surname;
            break;
        case NameForm::given_surname:
            author.printed = person.given + " " + surname;
            author.expected = person.given + " " + person.surname;
            break;
    }
    return author;
}

std::string Setter::names_line(const Article& article, bool with_marks) {
    std::string line;
    for (std::size_t i = 0; i < article.authors.size(); ++i) {
        if (i > 0) line += ", ";
        line += article.authors[i].printed;
        if (!with_marks) continue;
        if (style_.name_mark == NameMark::digit && article.authors.size() > 1) line += std::to_string(i + 1);
        if (style_.name_mark == NameMark::superscript) line += superscript(i + 1);
        if (style_.name_mark == NameMark::star && i == 0) line += "*";
    }
    return line;
}

void Setter::write_abstract(Tongue tongue) {
    std::vector<std::string> sentences = material().of("abstract", tongue);
    dice_.shuffle(sentences);
    std::string abstract;
    for (std::size_t i = 0; i < 2 + dice_.below(2); ++i) abstract += (i > 0 ? " " : "") + sentences[i];
    std::vector<std::string> keywords = material().of("keyword", tongue);
    dice_.shuffle(keywords);
    const std::string words =
        keywords[0] + ", " + keywords[1] + ", " + keywords[2] + (dice_.chance(50) ? "." : "");
    const std::string& name = in_tongues("abstract").at(tongue);
    const std::string& keyword_name = in_tongues("keywords").at(tongue);
    switch (style_.abstract_form) {
        case AbstractForm::inline_stop:
            paragraph(name + ". " + abstract);
            break;
        case AbstractForm::inline_colon:
            paragraph(name + ": " + abstract);
            break;
        case AbstractForm::own_line:
            head(name);
            paragraph(abstract);
            break;
        case AbstractForm::bare_bold:
            head(upper(name));
            blank();
            paragraph(abstract);
            break;
    }
    if (style_.paragraphs != Paragraphs::indent) blank();
    if (style_.abstract_form == AbstractForm::bare_bold) blank();
    paragraph(keyword_name + ": " + words);
    blank();
}

void Setter::write_body(const Article& article) {
    for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
        if (style_.has_headings && !style_.is_short && (i == 0 || i + 1 == article.paragraphs.size())) {
            blank();
            const auto& headings = material().of("heading", article.tongue);
            head(i == 0 ? headings.front() : headings.back());
            blank();
        }
        paragraph(article.paragraphs[i]);
        if (style_.paragraphs != Paragraphs::indent) blank();
    }
    blank();
}

void Setter::write_references(const Article& article) {
    const auto kazakh = std::vector<std::string>{"Әдебиеттер тізімі", "Пайдаланылған әдебиеттер тізімі",
                                                 "Әдебиеттер", "Пайдаланылған әдебиеттер"};
    const auto russian = std::vector<std::string>{"Список литературы", "Список использованной литературы",
                                                  "Литература", "Список использованных источников"};
    std::string heading = dice_.one_of(article.tongue == Tongue::kazakh ? kazakh : russian);
    if (style_.capital_reference_heading) heading = upper(heading);
    if (dice_.chance(40)) heading += ":";
    head(heading);
    if (style_.paragraphs != Paragraphs::indent) blank();
    std::vector<std::string> entries = material().of("reference", Tongue::kazakh);
    for (const Tongue tongue : {Tongue::russian, Tongue::english}) {
        const auto& more = material().of("reference", tongue);
        entries.insert(entries.end(), more.begin(), more.end());
    }
    dice_.shuffle(entries);
    const std::size_t count = 2 + dice_.below(5);
    for (std::size_t i = 0; i < count; ++i) {
        const std::string number = std::to_string(i + 1);
        switch (style_.reference_form) {
            case ReferenceForm::dotted:
                paragraph(number + ". " + entries[i]);
                break;
            case ReferenceForm::bare_number:
                paragraph(number + " " + entries[i]);
                break;
            case ReferenceForm::brackets:
                paragraph("[" + number + "] " + entries[i]);
                break;
            case ReferenceForm::parenthesis:
                paragraph(number + ") " + entries[i]);
                break;
            case ReferenceForm::unnumbered:
                paragraph(entries[i]);
                break;
        }
        if (style_.paragraphs == Paragraphs::unwrapped) blank();
    }
    blank();
}

void Setter::write_part(Part part, const Article& article) {
    const Tongue tongue = article.tongue;
    const auto degree = [&] { return dice_.one_of(material().of("degree", tongue)); };
    const auto place = [&] {
        return dice_.one_of(material().of("university", tongue)) + ", " +
               dice_.one_of(material().of("city", tongue));
    };
    std::vector<Tongue> others;
    for (const Tongue other : {Tongue::kazakh, Tongue::russian, Tongue::english}) {
        if (other != tongue && others.size() + 1 < style_.abstract_languages) others.push_back(other);
    }
    switch (part) {
        case Part::classification: {
            const std::string code =
                std::to_string(340 + dice_.below(10)) + "." + std::to_string(1 + dice_.below(90));
            head((tongue == Tongue::kazakh ? "ӘОЖ " : "УДК ") + code);
            if (dice_.chance(30))
                head((tongue == Tongue::kazakh ? "ҒТАМР 10." : "МРНТИ 10.") +
                     std::to_string(11 + dice_.below(70)) + ".01");
            if (style_.paragraphs != Paragraphs::indent) blank();
            return;
        }
        case Part::number_line:
            head(style_.numbers_articles ? "№ " + std::to_string(article.number)
                                         : "DOI 10.31489/2021L1/" + std::to_string(10 + article.number));
            blank();
            return;
        case Part::title:
            head((style_.numbers_articles && dice_.chance(50) ? std::to_string(article.number) + ". " : "") +
                 lettered(article.title));
            blank();
            return;
        case Part::authors: {
            const std::string line = names_line(article, true);
            if (style_.name_mark == NameMark::italic_line) {
                head("*" + line + "*");
            } else if (style_.degree_first) {
                head(degree() + " " + line);
            } else if (article.authors.size() == 1 && dice_.chance(20)) {
                head(line + ", " + degree());
            } else {
                head(line);
            }
            if (dice_.chance(50)) blank();
            return;
        }
        case Part::author_list:
            for (const Author& author : article.authors) {
                const std::string line =
                    style_.degree_first
                        ? degree() + ", " + author.printed + ", " + place()
                        : author.printed + (dice_.chance(50) ? " " : ", ") + degree() + ", " + place();
                head(style_.name_mark == NameMark::italic_line ? "*" + line + "*" : line);
            }
            blank();
            return;
        case Part::affiliation:
            if (style_.name_mark == NameMark::digit && article.authors.size() > 1) {
                for (std::size_t i = 0; i < article.authors.size(); ++i)
                    head(std::to_string(i + 1) + (dice_.chance(50) ? " " : "") + place());
            } else if (style_.name_mark == NameMark::superscript) {
                for (std::size_t i = 0; i < article.authors.size(); ++i) head(superscript(i + 1) + place());
            } else if (dice_.chance(60)) {
                head(degree());
                head(place());
            } else {
                head(place());
            }
            blank();
            return;
        case Part::mail:
            head(dice_.chance(50) ? "e-mail: zhanna.k@example.kz" : "author@mail.example");
            if (dice_.chance(50)) head("ORCID: 0000-0002-1825-0097");
            blank();
            return;
        case Part::abstract:
            write_abstract(tongue);
            return;
        case Part::abstracts:
            write_abstract(tongue);
            for (const Tongue other : others) write_abstract(other);
            return;
        case Part::other_heads:
            for (const Tongue other : others) {
                const std::string title = take_title(other);
                if (title.empty()) continue;
                // Names of the same persons in the other language: here as in the article's own.
                if (dice_.chance(50)) {
                    head(lettered(title));
                    head(names_line(article, false));
                } else {
                    head(names_line(article, false));
                    head(lettered(title));
                }
                blank();
                write_abstract(other);
            }
            return;
        case Part::date_received:
            text(in_tongues("received").at(tongue));
            blank();
            return;
        case Part::body:
            write_body(article);
            return;
        case Part::references:
            write_references(article);
            return;
        case Part::copyright:
            text("© " + article.authors.front().printed + ", " + std::to_string(volume_.year));
            blank();
            return;
    }
}

void Setter::write_front_matter() {
    head(upper(journal_));
    head(dice_.chance(50) ? "Ғылыми журнал" : "Научный журнал");
    blank();
    head("№ " + std::to_string(1 + dice_.below(4)) + " (" + std::to_string(volume_.year) + ")");
    blank();
    text("Бас редактор: " + name(dice_.one_of(material().persons.at(Tongue::kazakh))).printed);
    text("Редакционная коллегия: " + name(dice_.one_of(material().persons.at(Tongue::russian))).printed +
         ", " + name(dice_.one_of(material().persons.at(Tongue::russian))).printed);
    blank();
    text("ISSN 1234-5678");
    text("Қарағанды, " + std::to_string(volume_.year) + " жыл");
    blank();
    end_page();
}

void Setter::write_contents() {
    head(in_tongues("contents").at(dice_.chance(50) ? Tongue::kazakh : Tongue::russian));
    blank();
    for (std::size_t i = 0; i < articles_.size(); ++i) {
        const auto known = first_pages_.find(i);
        const std::string page = known == first_pages_.end() ? "00" : known->second;
        const std::string names = names_line(articles_[i], false);
        const std::string title = lettered(articles_[i].title);
        const std::string leaders(6 + dice_.below(20), '.');
        switch (style_.contents_form) {
            case ContentsForm::leaders:
                text(title + " " + leaders + " " + page);
                break;
            case ContentsForm::author_leaders:
                text(names + " " + title + " " + leaders + " " + page);
                break;
            case ContentsForm::author_own_line:
                text(names);
                text(title + " " + leaders + page);
                break;
            case ContentsForm::plain_number:
                text(names + ". " + title + "   " + page);
                break;
        }
    }
    blank();
    end_page();
}

/// Words of a paragraph in lines of the volume's width.
std::vector<std::string> wrapped(const std::string& text, std::size_t width, std::size_t indent,
                                 bool hyphenates) {
    std::vector<std::string> lines;
    std::string line(indent, ' ');
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        std::string word = text.substr(begin, end - begin);
        begin = end + 1;
        const std::size_t used = width_of(line);
        const bool is_first = line.find_first_not_of(' ') == std::string::npos;
        if (used + width_of(word) + (is_first ? 0 : 1) <= width || is_first) {
            line += (is_first ? "" : " ") + word;
            continue;
        }
        // Long words of Cyrillic letters only are broken in their middle.
        const std::size_t room = width - used;
        const bool is_plain =
            std::all_of(word.begin(), word.end(),
                        [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; }) &&
            word.find("«") == std::string::npos && word.find("–") == std::string::npos;
        if (hyphenates && is_plain && width_of(word) >= 8 && room >= 7) {
            const std::size_t letters = std::min<std::size_t>(room - 2, width_of(word) - 3);
            lines.push_back(line + " " + word.substr(0, letters * 2) + "-");
            line = word.substr(letters * 2);
            continue;
        }
        lines.push_back(line);
        line = word;
    }
    lines.push_back(line);
    return lines;
}

/// Lays the lines out in pages.
void Setter::set_pages() {
    std::vector<std::pair<std::string, int>> page;
    std::size_t number = 3 + dice_.below(4);
    const bool has_number =
        style_.page_number != PageNumber::none || style_.running_head == RunningHead::with_number;
    std::string running = journal_;
    const auto finish_page = [&] {
        while (!page.empty() && page.back().first.empty()) page.pop_back();
        while (!page.empty() && page.front().first.empty()) page.erase(page.begin());
        if (page.empty()) return;
        const std::string label = std::to_string(number);
        std::string out;
        const bool is_odd = number % 2 == 1;
        switch (style_.running_head) {
            case RunningHead::journal:
                out += journal_ + ". № 2. " + std::to_string(volume_.year) + "\n\n";
                break;
            case RunningHead::alternating: {
                // The page on which an article begins has the journal's name.
                const bool begins =
                    std::any_of(page.begin(), page.end(), [](const auto& line) { return line.second >= 0; });
                out += (is_odd && !begins ? running : journal_) + "\n\n";
                break;
            }
            case RunningHead::with_number:
                out += is_odd ? journal_ + "    " + label + "\n\n" : label + "    " + journal_ + "\n\n";
                break;
            case RunningHead::none:
                break;
        }
        if (style_.page_number == PageNumber::top) out = label + "\n" + out;
        for (const auto& [line, article] : page) {
            if (article >= 0) {
                auto& truth = volume_.articles[static_cast<std::size_t>(article)];
                truth.first_page = has_number ? label : "";
                first_pages_[static_cast<std::size_t>(article)] = label;
                running = articles_[static_cast<std::size_t>(article)].authors.front().printed;
            }
            out += line + "\n";
        }
        if (style_.page_number == PageNumber::bottom) out += "\n" + label + "\n";
        if (style_.page_number == PageNumber::dashed) out += "\n- " + label + " -\n";
        switch (style_.page_break) {
            case PageBreak::form_feed:
                out += "\f";
                break;
            case PageBreak::blank_line:
            case PageBreak::number_only:
                out += "\n";
                break;
            case PageBreak::none:
                break;
        }
        volume_.text += out;
        page.clear();
        ++number;
    };
    const bool has_pages = style_.page_break != PageBreak::none;
    for (const Line& line : volume_.lines) {
        if (line.kind == Line::Kind::page_end) {
            if (has_pages) finish_page();
            continue;
        }
        if (line.kind == Line::Kind::blank) {
            page.emplace_back("", -1);
            continue;
        }
        std::vector<std::string> rows;
        if (style_.paragraphs == Paragraphs::unwrapped && line.is_paragraph) {
            rows = {line.text};
        } else {
            const bool is_indented = style_.paragraphs == Paragraphs::indent && line.is_paragraph;
            rows = wrapped(line.text, line.is_paragraph ? style_.width : style_.width - 10,
                           is_indented ? 4 : 0, style_.hyphenates && line.is_paragraph);
            if (style_.is_centred && line.kind == Line::Kind::heading) {
                for (std::string& row : rows)
                    row.insert(0, (style_.width - std::min(style_.width, width_of(row))) / 2, ' ');
            }
        }
        // A head is not parted from itself.
        if (has_pages && line.kind == Line::Kind::heading &&
            page.size() + rows.size() + 3 > style_.page_lines)
            finish_page();
        int article = line.article;
        for (const std::string& row : rows) {
            if (has_pages && page.size() >= style_.page_lines) finish_page();
            page.emplace_back(row, std::exchange(article, -1));
        }
    }
    finish_page();
}

/// Five words from the middle of a paragraph.
std::string middle_of(const std::string& paragraph) {
    const std::size_t from = paragraph.find(' ', paragraph.size() / 3) + 1;
    std::size_t to = from;
    for (int words = 0; words < 5; ++words) to = std::min(paragraph.find(' ', to + 1), paragraph.size());
    return paragraph.substr(from, to - from);
}

Volume Setter::make(std::vector<const Body*> bodies) {
    volume_.name = style_.name;
    volume_.year = 2005 + static_cast<int>(dice_.below(19));
    journal_ = dice_.one_of(material().of("journal", dice_.chance(50) ? Tongue::kazakh : Tongue::russian));
    dice_.shuffle(bodies);
    for (const Body* const body : bodies) {
        Article article;
        article.tongue = body->tongue;
        article.number = articles_.size() + 1;
        article.title = take_title(article.tongue);
        article.paragraphs = body->paragraphs;
        if (style_.is_short) article.paragraphs.resize(1);
        std::vector<Person> persons = material().persons.at(
            dice_.chance(75) ? article.tongue
                             : (article.tongue == Tongue::kazakh ? Tongue::russian : Tongue::kazakh));
        dice_.shuffle(persons);
        const std::size_t authors = dice_.chance(60) ? 1 : 2 + dice_.below(2);
        for (std::size_t i = 0; i < authors; ++i) article.authors.push_back(name(persons[i]));
        articles_.push_back(std::move(article));
    }
    const unsigned again = static_cast<unsigned>(dice_.below(1000000));
    const auto taken = titles_;
    // Set twice: the first time tells the pages that the table of contents names.
    for (int round = 0; round < 2; ++round) {
        dice_ = Dice(again);
        titles_ = taken;
        volume_.text.clear();
        volume_.lines.clear();
        volume_.articles.assign(articles_.size(), {});
        if (style_.has_front_matter) write_front_matter();
        if (style_.contents == Contents::front) write_contents();
        for (std::size_t i = 0; i < articles_.size(); ++i) {
            const Article& article = articles_[i];
            if (style_.has_sections && i % 4 == 0) {
                const std::string& section = dice_.one_of(material().of("section", article.tongue));
                head(article.tongue == Tongue::kazakh
                         ? std::to_string(i / 4 + 1) + "-СЕКЦИЯ. " + upper(section)
                         : "СЕКЦИЯ " + std::to_string(i / 4 + 1) + ". " + upper(section));
                blank();
            }
            const std::size_t begin = volume_.lines.size();
            opens_ = static_cast<int>(i);
            for (const Part part : style_.parts) write_part(part, article);
            opens_ = -1;
            if (style_.new_page) end_page();
            Truth& truth = volume_.articles[i];
            truth.title = lettered(article.title);
            for (const Author& author : article.authors) truth.authors.push_back(author.expected);
            truth.opening = volume_.lines[begin].text;
            const std::string& first = article.paragraphs.front();
            truth.first_sentence = first.substr(0, first.find(". "));
            for (const std::string& paragraph : article.paragraphs)
                truth.phrases.push_back(middle_of(paragraph));
        }
        if (style_.contents == Contents::back) write_contents();
        set_pages();
    }
    return std::move(volume_);
}

}  // namespace

Volume make_volume(const Style& style, unsigned seed, std::size_t size) {
    std::vector<const Body*> bodies;
    for (const Body& body : material().bodies) bodies.push_back(&body);
    Dice(seed).shuffle(bodies);
    bodies.resize(std::min(size, bodies.size()));
    return Setter(style, seed).make(std::move(bodies));
}

std::vector<Volume> make_volumes(const std::vector<Style>& styles, unsigned seed) {
    std::vector<Volume> volumes;
    for (std::size_t number = 0; number < styles.size(); ++number) {
        std::vector<const Body*> bodies;
        for (std::size_t i = number; i < material().bodies.size(); i += styles.size())
            bodies.push_back(&material().bodies[i]);
        std::map<Tongue, std::vector<std::string>> titles;
        for (const Tongue tongue : {Tongue::kazakh, Tongue::russian, Tongue::english}) {
            const auto& all = material().of("title", tongue);
            for (std::size_t i = number; i < all.size(); i += styles.size()) titles[tongue].push_back(all[i]);
        }
        Setter setter(styles[number], seed + static_cast<unsigned>(number));
        setter.take_titles(std::move(titles));
        volumes.push_back(setter.make(std::move(bodies)));
    }
    return volumes;
}

}  // namespace izde::tests
