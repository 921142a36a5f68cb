#include <algorithm>
#include <array>
#include <utility>

#include "analyzers/characters.hpp"
#include "analyzers/utf8.hpp"
#include "tests/volumes/setter.hpp"

namespace izde::tests {
namespace {

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
        {"and", {{Tongue::kazakh, "және"}, {Tongue::russian, "и"}, {Tongue::english, "and"}}},
        {"supervisor",
         {{Tongue::kazakh, "Ғылыми жетекшісі"},
          {Tongue::russian, "Научный руководитель"},
          {Tongue::english, "Scientific supervisor"}}},
        {"section", {{Tongue::kazakh, "Секция"}, {Tongue::russian, "Секция"}, {Tongue::english, "Section"}}},
        {"star",
         {{Tongue::kazakh, "* Зерттеу грант аясында орындалды."},
          {Tongue::russian, "* Исследование выполнено в рамках гранта."},
          {Tongue::english, "* The study was carried out under a grant."}}},
        {"contents",
         {{Tongue::kazakh, "МАЗМҰНЫ"}, {Tongue::russian, "СОДЕРЖАНИЕ"}, {Tongue::english, "CONTENTS"}}},
    };
    return kWords.at(kind);
}

}  // namespace

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
        case NameForm::given_initial_surname:
            author.printed = person.given + " " + first_letter(person.patronymic) + ". " + surname;
            author.expected = person.given + " " + first_letter(person.patronymic) + ". " + person.surname;
            break;
        case NameForm::given_surname:
            author.printed = person.given + " " + surname;
            author.expected = person.given + " " + person.surname;
            break;
        case NameForm::surname_one_initial:
            author.printed = surname + " " + first_letter(person.given) + ".";
            author.expected = person.surname + " " + first_letter(person.given) + ".";
            break;
        case NameForm::one_initial_surname:
            author.printed = first_letter(person.given) + ". " + surname;
            author.expected = person.surname + " " + first_letter(person.given) + ".";
            break;
        case NameForm::surname_comma_initials:
            author.printed = surname + ", " + initials;
            break;
        case NameForm::given_capital_surname:
            author.printed = person.given + " " + upper(person.surname);
            author.expected = person.given + " " + person.surname;
            break;
        case NameForm::surname_given:
            author.printed = surname + " " + person.given;
            author.expected = person.surname + " " + person.given;
            break;
        case NameForm::initials_glued:
            author.printed = initials + surname;
            break;
        case NameForm::initials_no_break:
            author.printed = first_letter(person.given) + ".\u00A0" + first_letter(person.patronymic) +
                             ".\u00A0" + surname;
            break;
        case NameForm::full_capitals:
            author.printed = upper(person.surname + " " + person.given + " " + person.patronymic);
            author.expected = person.surname + " " + person.given + " " + person.patronymic;
            break;
    }
    return author;
}

std::string Setter::names_line(const Article& article, bool with_marks) {
    std::string line;
    for (std::size_t i = 0; i < article.authors.size(); ++i) {
        const bool is_last = i + 1 == article.authors.size();
        if (i > 0)
            line +=
                style_.joins_with_and && is_last ? " " + in_tongues("and").at(article.tongue) + " " : ", ";
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
        if (i == 0) notes_ = 0;
        if (style_.has_notes && notes_ < 3 && dice_.chance(70)) {
            const std::string number = std::to_string(++notes_);
            paragraph(article.paragraphs[i] + superscript(notes_));
            const Tongue tongue = dice_.chance(50) ? Tongue::russian : Tongue::kazakh;
            note(number + " " +
                 (dice_.chance(25) ? "Там же. – С. 41." : dice_.one_of(material().of("reference", tongue))));
        } else {
            paragraph(article.paragraphs[i]);
        }
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
    const std::vector<Tongue> others = other_tongues(tongue);
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
                 lettered(article.title) + (style_.stars_title ? "*" : ""));
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
        case Part::codes_line:
            head("IRSTI 10." + std::to_string(11 + dice_.below(70)) + ".01        UDC 34" +
                 std::to_string(dice_.below(10)) + "." + std::to_string(1 + dice_.below(90)));
            head("https://doi.org/10.31489/2021L1/" + std::to_string(10 + article.number));
            blank();
            return;
        case Part::author_dashes:
            for (const Author& author : article.authors)
                head(author.printed + " – " + degree() + ", " + place());
            blank();
            return;
        case Part::author_blocks:
            for (const Author& author : article.authors) {
                head(author.printed);
                head(degree());
                head(place());
                head("e-mail: author" + std::to_string(article.number) + "@mail.example");
                if (dice_.chance(50)) blank();
            }
            blank();
            return;
        case Part::supervisor:
            head(in_tongues("supervisor").at(tongue) + ": " + degree() + " " +
                 name(dice_.one_of(material().persons.at(tongue))).printed);
            blank();
            return;
        case Part::repeated_titles:
            for (const Tongue other : others) {
                const std::string title = take_title(other);
                if (!title.empty()) head(lettered(title));
                blank();
            }
            return;
        case Part::section_line:
            head(in_tongues("section").at(tongue) + ": " + dice_.one_of(material().of("section", tongue)));
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
            if (style_.stars_title) {
                text(in_tongues("star").at(tongue));
                blank();
            }
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
            case ContentsForm::numbered:
                text(std::to_string(i + 1) + ". " + names + " " + title + leaders + " " + page);
                break;
            case ContentsForm::one_space:
                text(names + " " + title + " " + page);
                break;
            case ContentsForm::author_below:
                text(title + " " + leaders + " " + page);
                text(names);
                break;
        }
    }
    blank();
    end_page();
}

}  // namespace izde::tests
