#include <algorithm>
#include <array>
#include <charconv>

#include "analyzers/characters.hpp"
#include "analyzers/normalizer.hpp"
#include "analyzers/tokenizer.hpp"
#include "analyzers/utf8.hpp"
#include "indexer/segment/affiliation.hpp"
#include "indexer/segment/imprint.hpp"
#include "indexer/segment/lines.hpp"
#include "indexer/segment/names.hpp"
#include "indexer/segment/paragraph.hpp"
#include "indexer/segment/vocabulary.hpp"

namespace izde::indexer {
namespace {

/// Titles are rarely longer; longer capitals are emphasis.
constexpr std::size_t kTitleWords = 40;

constexpr std::size_t kCitationWords = 90;

/// A byline holds names, degrees and one or two affiliations; longer paragraphs only mention people.
constexpr std::size_t kBylineWords = 60;

/// The rest of a wrapped affiliation has no more words.
constexpr std::size_t kWrappedWords = 12;

bool is_provision(const Paragraph& paragraph) {
    return provision_number(paragraph.text).has_value();
}

/// «Секция: Азаматтық құқық», «Направление: …» above an article.
bool names_section(const Paragraph& paragraph) {
    static constexpr std::array<std::string_view, 6> kOpenings = {"секция", "section", "направление",
                                                                  "бағыт",  "бағыты",  "рубрика"};
    const std::string_view words = paragraph.words;
    const std::size_t colon = paragraph.text.find(':');
    return paragraph.word_count <= kWrappedWords && colon != std::string::npos &&
           paragraph.text.find(' ') == colon + 1 && colon + 2 < paragraph.text.size() &&
           analyzers::is_upper(analyzers::decode(paragraph.text, colon + 2).code) &&
           std::ranges::find(kOpenings, words.substr(0, words.find(' '))) != kOpenings.end();
}

/// «2-тарау», «3-бөлім», «Глава 2», «Раздел I», «СЕКЦИЯ 3».
bool is_chapter(const Paragraph& paragraph) {
    if (paragraph.word_count > kTitleWords) return false;
    if (names_section(paragraph)) return true;
    static constexpr std::array<std::string_view, 10> kOpenings = {
        "глава", "раздел", "часть", "секция", "параграф", "chapter", "подраздел", "лекция", "тема", "part"};
    static constexpr std::array<std::string_view, 7> kUnits = {"-тарау", "-бөлім", "-секция", "-параграф",
                                                               "-бөлік", "-дәріс", "-тақырып"};
    const std::string_view words = paragraph.words;
    const std::string_view first = words.substr(0, words.find(' '));
    // «2-СЕКЦИЯ», «1 СЕКЦИЯ», «II тарау»: the number first.
    const std::string_view rest = first.size() < words.size() ? words.substr(first.size() + 1) : "";
    const std::string_view second = rest.substr(0, rest.find(' '));
    const bool is_number = first.find_first_not_of("0123456789ivx") == std::string_view::npos;
    const bool has_unit = std::ranges::any_of(kUnits, [&](std::string_view unit) {
        return first.ends_with(unit) || (is_number && second == unit.substr(1));
    });
    const bool stands_out = paragraph.heading_level != 0 || paragraph.is_bold || paragraph.is_centred ||
                            paragraph.capitals > 0.3 || paragraph.word_count <= 12;
    return stands_out &&
           (has_unit || (std::ranges::find(kOpenings, first) != kOpenings.end() && paragraph.word_count > 1 &&
                         paragraph.text.find_first_of("0123456789IVXІХ") < 24));
}

/// Capitals, a heading of the format, or a short centred or bold line.
bool is_title(const Paragraph& paragraph) {
    if (paragraph.word_count == 0 || paragraph.word_count > kTitleWords) return false;
    if (paragraph.heading_level == 1 || paragraph.heading_level == 2) return true;
    if (paragraph.capitals > 0.8 && paragraph.word_count >= 2 && letters_of(paragraph.text) >= 8) return true;
    return (paragraph.is_centred || paragraph.is_bold) && paragraph.word_count >= 2 &&
           !ends_with_full_stop(paragraph.text);
}

/// «Автор: Иванов И.И.», «Авторлары: …».
bool is_author_word(std::string_view lead) {
    return lead == "автор" || lead == "авторы" || lead == "авторлар" || lead == "авторлары" ||
           lead == "author" || lead == "authors";
}

/// Words of a name as the tokenizer parts it: «Петров-Водкин И.М.» has three.
std::size_t words_of(const PersonName& name) {
    return 1 + static_cast<std::size_t>(
                   std::ranges::count_if(name.name, [](char byte) { return byte == ' ' || byte == '-'; }));
}

/// «Иванова Т.П., 2018», «А. Серікұлы, Б. Ахметова, 2021 ж.»: nothing but names, and a year last. An entry of
/// a list of references has a title besides.
bool is_byline_with_year(const Paragraph& paragraph) {
    if (!head_year(paragraph, Role::byline)) return false;
    std::size_t words = 1;
    for (const PersonName& name : find_names(paragraph.text)) words += words_of(name);
    return words > 1 && paragraph.word_count <= words;
}

/// «Елена СМИРНОВА, НИИ частного права», «Иванов И.И. (ОмГУ)», «Ахметов Д. – судья»: what stands behind such
/// a sign is about the person, whatever its words.
bool is_parted_from_rest(std::string_view text, const PersonName& first) {
    std::string_view behind = text.substr(first.span.end);
    while (!behind.empty() && std::string_view(" *0123456789").find(behind.front()) != std::string_view::npos)
        behind.remove_prefix(1);
    return behind.starts_with(',') || behind.starts_with('(') || behind.starts_with("\u2013 ") ||
           behind.starts_with("\u2014 ") || behind.starts_with("- ");
}

/// Names come first, or right behind a degree; what else stands there is about the persons. A sentence that
/// mentions a person holds other words, an entry of a list of references a year.
bool is_byline(const Paragraph& paragraph) {
    const std::string_view text = paragraph.text;
    // Numbers of persons and addresses may look like years.
    const std::string_view without_address =
        text.substr(0, std::min({text.find("http"), text.find("ORCID"), text.find("e-mail")}));
    if (paragraph.word_count > kBylineWords || paragraph.word_count < 2 || holds_year(without_address))
        return false;
    if (without_address.find("//") != std::string_view::npos || text.starts_with("[")) return false;
    const std::vector<PersonName> names = find_names(text);
    if (names.empty()) return false;
    std::size_t name_words = 0;
    for (const PersonName& name : names) name_words += words_of(name);
    const std::size_t others = paragraph.word_count - std::min(paragraph.word_count, name_words);
    const std::size_t affiliations = affiliation_words(lower_words(text));
    const std::string_view before = text.substr(0, names.front().span.begin);
    if (before.find_first_not_of(" *_0123456789.") != std::string_view::npos) {
        const std::string lead = lower_words(before);
        if (is_author_word(lead)) return true;
        const auto spaces = static_cast<std::size_t>(std::ranges::count(lead, ' '));
        if (affiliation_words(lead) > 0 && spaces < 12) return true;
        // A post that no table knows, the name last: «начальник управления С.П. Иванов», or an address
        // behind.
        const std::string_view behind = text.substr(names.back().span.end);
        const bool ends = behind.find_first_not_of(" *.,0123456789") == std::string_view::npos ||
                          behind.find('@') != std::string_view::npos;
        return spaces < 8 && !begins_line(text) && ends;
    }
    if (is_parted_from_rest(text, names.front()) && !ends_sentence(paragraph)) return true;
    const bool has_mail = text.find('@') != std::string_view::npos && others <= 8 * names.size();
    return others <= 1 + names.size() || has_mail || (affiliations > 0 && others <= 25 * names.size()) ||
           (others <= 6 && is_place(text.substr(names.back().span.end)));
}

/// Editors, «Караганда, 2021 год», «№ 3 (2019)».
bool is_front_line(const Paragraph& paragraph) {
    if (paragraph.word_count > 25) return false;
    if (is_imprint(paragraph.words)) return paragraph.capitals < 0.8 || paragraph.word_count <= 4;
    return paragraph.word_count <= 5 && holds_year(paragraph.text) && !ends_sentence(paragraph) &&
           (paragraph.text.starts_with("№") || paragraph.words.ends_with(" жыл") ||
            paragraph.words.ends_with(" год") || paragraph.text.find(',') != std::string::npos);
}

bool is_note(const Paragraph& paragraph) {
    // How to cite an article says its title.
    if (paragraph.word_count > (opens_citation(paragraph.words) ? kCitationWords : 25)) return false;
    return opens_note(paragraph.words) || paragraph.words.starts_with("creative commons") ||
           paragraph.text.starts_with("©") || paragraph.text.starts_with("(c) ");
}

/// «* Байжанова Кулаш Тулеуовна – к.ю.н., доцент»: what a mark beside a name refers to, at a page's foot.
/// Italic lines of Markdown end in the star too.
bool is_noted_author(const Paragraph& paragraph) {
    const std::string_view text = paragraph.text;
    return text.starts_with("*") && std::ranges::count(text, '*') == 1 && paragraph.word_count <= 60 &&
           paragraph.word_count > 3 && (affiliation_words(paragraph.words) > 0 || !find_names(text).empty());
}

/// «https://journal.example/2021/3»: the address of what stands below it.
bool is_lone_address(std::string_view text) {
    return text.starts_with("http") && text.find(' ') == std::string_view::npos;
}

/// A heading that opens a part alone («Аннотация»), or before a stop or colon («Аннотация. …»).
bool opens_part(const Paragraph& paragraph) {
    const char32_t first = analyzers::decode(paragraph.text, 0).code;
    const bool is_marked = first == '*' || first == '_';
    return is_marked || analyzers::is_upper(first);
}

/// Short, begins with a capital, a digit or a quotation mark, ends no sentence.
bool is_line(const Paragraph& paragraph) {
    return paragraph.word_count > 0 && paragraph.word_count <= kTitleWords && !ends_sentence(paragraph) &&
           begins_line(paragraph.text);
}

}  // namespace

std::optional<ProvisionNumber> provision_number(std::string_view text) {
    const auto read = [](std::string_view& rest, unsigned& number) {
        const auto [end, error] =
            std::from_chars(rest.data(), rest.data() + std::min<std::size_t>(rest.size(), 5), number);
        if (error != std::errc()) return false;
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
        return true;
    };
    const auto read_number = [&](std::string_view& rest, ProvisionNumber& number) {
        if (!read(rest, number.article) || number.article == 0) return false;
        if (rest.starts_with("-")) {
            std::string_view after = rest.substr(1);
            if (read(after, number.insert)) rest = after;
        }
        return true;
    };
    ProvisionNumber number;
    for (const std::string_view word : {"Статья ", "СТАТЬЯ ", "Статья\u00A0", "Article "}) {
        if (!text.starts_with(word)) continue;
        std::string_view rest = text.substr(word.size());
        if (!read_number(rest, number)) return std::nullopt;
        const bool is_heading =
            rest.empty() || rest.starts_with(".") || rest.starts_with(" ") || rest.starts_with("\u00A0");
        return is_heading ? std::optional(number) : std::nullopt;
    }
    std::string_view rest = text;
    if (!read_number(rest, number)) return std::nullopt;
    for (const std::string_view word : {"-бап", "-БАП", " бап"}) {
        if (!rest.starts_with(word)) continue;
        rest.remove_prefix(word.size());
        const bool is_heading =
            rest.empty() || rest.starts_with(".") || (text.size() < 200 && rest.starts_with(" "));
        return is_heading ? std::optional(number) : std::nullopt;
    }
    return std::nullopt;
}

Role own_role(const Paragraph& paragraph) {
    if (paragraph.word_count == 0) return Role::body;
    // «[[st-143|Статья 143. …]]»: a list of links is a table of contents.
    if (is_contents_line(paragraph.text) || paragraph.text.starts_with("[[")) return Role::contents;
    if (opens_classification(paragraph.words) && paragraph.word_count < 20) return Role::classification;
    if (opens_part(paragraph)) {
        if (opens_keywords(paragraph.words)) return Role::keywords;
        if (opens_abstract(paragraph.words)) return Role::abstract;
    }
    if (opens_references(paragraph.words) && paragraph.word_count <= 7) return Role::references_heading;
    if (is_provision(paragraph)) return Role::provision;
    if (is_chapter(paragraph)) return Role::chapter;
    if (is_note(paragraph)) return Role::note;
    if (is_noted_author(paragraph)) return Role::note;
    if (is_byline_with_year(paragraph)) return Role::byline;
    if (is_front_line(paragraph)) return Role::imprint;
    if (opens_identifier(paragraph.words) && paragraph.word_count <= 8) return Role::number;
    if (is_lone_address(paragraph.text)) return Role::number;
    if (is_inner_heading(paragraph.words)) return Role::heading;
    if (is_byline(paragraph)) return Role::byline;
    if (is_address(paragraph)) return Role::affiliation;
    const bool is_capital = paragraph.capitals > 0.8 && paragraph.word_count >= 2;
    if (!is_capital && paragraph.heading_level == 0 && is_affiliation(paragraph)) return Role::affiliation;
    if (is_title(paragraph)) return Role::title;
    if (is_affiliation(paragraph)) return Role::affiliation;
    return is_line(paragraph) ? Role::line : Role::body;
}

}  // namespace izde::indexer
