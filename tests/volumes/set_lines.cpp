#include <algorithm>
#include <map>

#include "analyzers/utf8.hpp"
#include "tests/volumes/setter.hpp"

// The language of templates, a line each:
//   %body %references %abstract %abstracts %headings   parts that are set elsewhere
//   %others   `other_lines` for each of the other languages
//   @ …       once for every author;   ¶ …   a paragraph;   | …   a line that is no head;   ^ …   a footnote
//   {=kk|ru|en}   what stands there in the language of the article
//   {title} {names} {name} …   see `value_of`; whatever tests/data/volume_words.tsv has a kind for is drawn

namespace izde::tests {
namespace {

const std::map<std::string, Part>& named_parts() {
    static const std::map<std::string, Part> kParts = {{"%body", Part::body},
                                                       {"%references", Part::references},
                                                       {"%abstract", Part::abstract},
                                                       {"%abstracts", Part::abstracts}};
    return kParts;
}

std::vector<std::string> split(const std::string& text, char by) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(by, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

std::string superscript(std::size_t number) {
    static const std::vector<std::string> kDigits = {"⁰", "¹", "²", "³", "⁴"};
    return kDigits.at(number);
}

}  // namespace

std::string latin(const std::string& text) {
    static const std::map<char32_t, std::string> kLetters = {
        {U'а', "a"}, {U'ә', "a"},  {U'б', "b"},  {U'в', "v"},  {U'г', "g"},  {U'ғ', "g"},  {U'д', "d"},
        {U'е', "e"}, {U'ё', "yo"}, {U'ж', "zh"}, {U'з', "z"},  {U'и', "i"},  {U'й', "i"},  {U'к', "k"},
        {U'қ', "k"}, {U'л', "l"},  {U'м', "m"},  {U'н', "n"},  {U'ң', "n"},  {U'о', "o"},  {U'ө', "o"},
        {U'п', "p"}, {U'р', "r"},  {U'с', "s"},  {U'т', "t"},  {U'у', "u"},  {U'ұ', "u"},  {U'ү', "u"},
        {U'ф', "f"}, {U'х', "kh"}, {U'һ', "h"},  {U'ц', "ts"}, {U'ч', "ch"}, {U'ш', "sh"}, {U'щ', "shch"},
        {U'ъ', ""},  {U'ы', "y"},  {U'і', "i"},  {U'ь', ""},   {U'э', "e"},  {U'ю', "yu"}, {U'я', "ya"}};
    static const std::map<char32_t, char32_t> kSmall = [] {
        std::map<char32_t, char32_t> small;
        for (const auto& [letter, ignored] : kLetters) {
            std::string one;
            analyzers::append_utf8(one, letter);
            small[analyzers::decode(upper(one), 0).code] = letter;
        }
        return small;
    }();
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = analyzers::decode(text, at);
        at += character.length;
        const auto capital = kSmall.find(character.code);
        const auto letter = kLetters.find(capital == kSmall.end() ? character.code : capital->second);
        if (letter == kLetters.end()) {
            analyzers::append_utf8(result, character.code);
            continue;
        }
        std::string spelt = letter->second;
        if (capital != kSmall.end() && !spelt.empty()) spelt[0] = static_cast<char>(spelt[0] - 'a' + 'A');
        result += spelt;
    }
    return result;
}

std::vector<Tongue> Setter::other_tongues(Tongue tongue) const {
    std::vector<Tongue> others;
    for (const Tongue other : {Tongue::kazakh, Tongue::russian, Tongue::english}) {
        if (other != tongue && others.size() + 1 < style_.abstract_languages) others.push_back(other);
    }
    return others;
}

/// A rubric stands above the first of its articles, or above each where they share it one by one.
std::string Setter::write_rubric(const Article& article) {
    if (style_.articles_per_rubric == 0 || (article.number - 1) % style_.articles_per_rubric != 0) return {};
    std::string rubric = upper(dice_.one_of(material().of("section", article.tongue)));
    head(rubric);
    blank();
    return rubric;
}

std::string Setter::value_of(const std::string& key, const Article& article, Tongue tongue,
                             std::size_t author) {
    const auto digits = [&](std::size_t count) {
        std::string number;
        for (std::size_t i = 0; i < count; ++i) number += std::to_string(dice_.below(10));
        return number;
    };
    const auto printed = [&](std::size_t place) {
        const std::string& name = article.authors[place].printed;
        return tongue == Tongue::english && article.tongue != tongue ? latin(name) : name;
    };
    if (key.starts_with('=')) return split(key.substr(1), '|').at(static_cast<std::size_t>(tongue));
    if (key == "title") return lettered(tongue == article.tongue ? article.title : take_title(tongue));
    if (key == "name") return printed(author);
    if (key == "full") {
        const Person& person = article.authors[author].person;
        return person.surname + " " + person.given + " " + person.patronymic;
    }
    if (key == "person") return this->name(dice_.one_of(material().persons.at(tongue))).printed;
    if (key == "i") return std::to_string(author + 1);
    if (key == "sup") return superscript(author + 1);
    if (key == "comma") return author + 1 < article.authors.size() ? "," : "";
    if (key.starts_with("names")) {
        std::string names;
        const std::string mark = key.substr(5);
        for (std::size_t i = 0; i < article.authors.size(); ++i) {
            names += (i > 0 ? (mark == ";" ? "; " : ", ") : "") + printed(i);
            if (mark == "1") names += std::to_string(i + 1);
            if (mark == "¹") names += superscript(i + 1);
            if (mark == "*" && i == 0) names += "*";
            if (mark == "**") names += std::string(i + 1, '*');
        }
        return names;
    }
    // {each PATTERN}: the pattern for every author, commas between.
    if (key.starts_with("each ")) {
        std::string all;
        for (std::size_t i = 0; i < article.authors.size(); ++i)
            all += (i > 0 ? ", " : "") + filled(key.substr(5), article, tongue, i);
        return all;
    }
    if (key == "code") return "34" + digits(1) + "." + std::to_string(1 + dice_.below(90));
    if (key == "grnti") return "10." + std::to_string(11 + dice_.below(70)) + ".01";
    if (key == "number") return std::to_string(article.number);
    if (key == "year") return std::to_string(volume_.year);
    if (key == "journal") return journal_;
    if (key == "orcid") return "0000-0002-" + digits(4) + "-" + digits(4);
    if (key == "mail")
        return latin(article.authors[author].person.surname) + "_" + digits(2) + "@mail.example";
    if (key == "pages")
        return std::to_string(10 * article.number) + "–" + std::to_string(10 * article.number + 8);
    if (key == "words") {
        std::vector<std::string> keywords = material().of("keyword", tongue);
        dice_.shuffle(keywords);
        return keywords[0] + ", " + keywords[1] + ", " + keywords[2] + ", " + keywords[3];
    }
    if (key == "abstract") {
        std::vector<std::string> sentences = material().of("abstract", tongue);
        dice_.shuffle(sentences);
        return sentences[0] + " " + sentences[1] + " " + sentences[2];
    }
    return dice_.one_of(material().of(key, tongue));
}

std::string Setter::filled(const std::string& line, const Article& article, Tongue tongue,
                           std::size_t author) {
    std::string result;
    for (std::size_t at = 0; at < line.size();) {
        if (line[at] != '{') {
            result += line[at++];
            continue;
        }
        std::size_t depth = 1;
        std::size_t end = at + 1;
        for (; depth > 0; ++end) {
            if (line.at(end) == '{') ++depth;
            if (line.at(end) == '}') --depth;
        }
        result += value_of(line.substr(at + 1, end - at - 2), article, tongue, author);
        at = end;
    }
    return result;
}

void Setter::write_lines(const std::string& lines, const Article& article, Tongue tongue) {
    if (lines.empty()) return;
    for (const std::string& line : split(lines, '\n')) {
        const auto part = named_parts().find(line);
        const auto fill = [&](std::size_t lead) { return filled(line.substr(lead), article, tongue, 0); };
        if (line.empty()) {
            blank();
        } else if (part != named_parts().end()) {
            write_part(part->second, article);
        } else if (line == "%others") {
            for (const Tongue other : other_tongues(tongue)) write_lines(style_.other_lines, article, other);
        } else if (line == "%transliterated") {
            std::vector<std::string> entries = material().of("reference", Tongue::russian);
            dice_.shuffle(entries);
            for (std::size_t i = 0; i < 4; ++i) paragraph(std::to_string(i + 1) + ". " + latin(entries[i]));
            blank();
        } else if (line.starts_with("@ ")) {
            for (std::size_t author = 0; author < article.authors.size(); ++author)
                head(filled(line.substr(2), article, tongue, author));
        } else if (line.starts_with("¶ ")) {
            paragraph(fill(3));
        } else if (line.starts_with("| ")) {
            text(fill(2));
        } else if (line.starts_with("^ ")) {
            note(fill(2));
        } else {
            head(fill(0));
        }
    }
}

}  // namespace izde::tests
