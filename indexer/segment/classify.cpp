#include <algorithm>
#include <array>
#include <charconv>

#include "analyzers/characters.hpp"
#include "analyzers/normalizer.hpp"
#include "analyzers/tokenizer.hpp"
#include "analyzers/utf8.hpp"
#include "indexer/segment/imprint.hpp"
#include "indexer/segment/lines.hpp"
#include "indexer/segment/names.hpp"
#include "indexer/segment/paragraph.hpp"
#include "indexer/segment/vocabulary.hpp"

namespace izde::indexer {
namespace {

/// Titles are rarely longer; longer capitals are emphasis.
constexpr std::size_t kTitleWords = 40;

/// A byline holds names, degrees and one or two affiliations; longer paragraphs only mention people.
constexpr std::size_t kBylineWords = 60;

/// The rest of a wrapped affiliation has no more words.
constexpr std::size_t kWrappedWords = 12;

/// Marks of a year in what a line says: bylines have none, references and copyright lines have.
bool holds_year(std::string_view text) {
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
        const bool begins = at == 0 || text[at - 1] < '0' || text[at - 1] > '9';
        if (!begins || (text[at] != '1' && text[at] != '2')) continue;
        std::size_t end = at;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
        const std::string_view century = text.substr(at, 2);
        if (end - at == 4 && (century == "18" || century == "19" || century == "20")) return true;
    }
    return false;
}

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
           paragraph.text.find(' ') > colon &&
           std::ranges::find(kOpenings, words.substr(0, words.find(' '))) != kOpenings.end();
}

/// «2-тарау», «3-бөлім», «Глава 2», «Раздел I», «СЕКЦИЯ 3».
bool is_chapter(const Paragraph& paragraph) {
    if (paragraph.word_count > kTitleWords) return false;
    if (names_section(paragraph)) return true;
    static constexpr std::array<std::string_view, 7> kOpenings = {"глава",    "раздел",  "часть",    "секция",
                                                                  "параграф", "chapter", "подраздел"};
    static constexpr std::array<std::string_view, 5> kUnits = {"-тарау", "-бөлім", "-секция", "-параграф",
                                                               "-бөлік"};
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

/// «1 СЕКЦИЯ», «Секция 2», «III-секция»: a number and no name.
bool is_bare_section(const Paragraph& paragraph) {
    return paragraph.role == Role::chapter && paragraph.word_count <= 2 &&
           (paragraph.words.find("секция") != std::string::npos ||
            paragraph.words.find("section") != std::string::npos);
}

/// Letters of a line, up to the few that matter.
std::size_t letters_of(std::string_view text) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size() && letters < 20;) {
        const analyzers::Character character = analyzers::decode(text, at);
        at += character.length;
        if (analyzers::class_of(character.code) == analyzers::CharacterClass::letter) ++letters;
    }
    return letters;
}

bool ends_with_full_stop(std::string_view text) {
    return text.ends_with(".") || text.ends_with(";") || text.ends_with(":");
}

bool ends_sentence(const Paragraph& paragraph) {
    return ends_with_full_stop(paragraph.text) && !paragraph.text.ends_with("...");
}

/// «Астана қ.», «д.ю.н., проф.»: a full stop behind a few small letters.
bool ends_in_abbreviation(std::string_view text) {
    constexpr std::size_t kLetters = 4;
    if (!text.ends_with('.')) return false;
    text.remove_suffix(1);
    const std::size_t begin =
        text.find_last_of(" .,") == std::string_view::npos ? 0 : text.find_last_of(" .,") + 1;
    const std::string_view word = text.substr(begin);
    if (word.empty() || analyzers::is_upper(analyzers::decode(word, 0).code)) return false;
    return letters_of(word) <= kLetters;
}

/// All words of a text, normalised.
std::string lower_words(std::string_view text) {
    analyzers::Tokenizer tokenizer;
    analyzers::Normalizer normalizer;
    tokenizer.reset(text);
    analyzers::Piece piece;
    std::string exact;
    std::string words;
    while (tokenizer.next(piece)) {
        normalizer.normalize(text.substr(piece.span.begin, piece.span.end - piece.span.begin), exact);
        if (!words.empty()) words += ' ';
        words += exact;
    }
    return words;
}

/// «г. Караганда, Казахстан», «Алматы қ.», «Омск, Россия»: places, parted by commas, every word of them
/// with a capital but the abbreviations.
bool is_place(std::string_view text) {
    analyzers::Tokenizer tokenizer;
    tokenizer.reset(text);
    analyzers::Piece piece;
    std::size_t capitals = 0;
    bool has_sign = text.find(',') != std::string_view::npos;
    while (tokenizer.next(piece)) {
        const std::string_view word = text.substr(piece.span.begin, piece.span.end - piece.span.begin);
        if (piece.kind != analyzers::TokenKind::word) return false;
        if (word == "г" || word == "қ" || word == "город" || word == "қаласы" || word == "республикасы") {
            has_sign = true;
        } else if (analyzers::is_upper(analyzers::decode(word, 0).code)) {
            ++capitals;
        } else {
            return false;
        }
    }
    return has_sign && capitals > 0 && capitals <= 5;
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

/// Names come first, or right behind a degree; what else stands there is about the persons. A sentence that
/// mentions a person holds other words, an entry of a list of references a year.
bool is_byline(const Paragraph& paragraph) {
    if (paragraph.word_count > kBylineWords || paragraph.word_count < 2 || holds_year(paragraph.text))
        return false;
    const std::string_view text = paragraph.text;
    if (text.find("//") != std::string_view::npos || text.starts_with("[")) return false;
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
        return affiliation_words(lead) > 0 && static_cast<std::size_t>(std::ranges::count(lead, ' ')) < 12;
    }
    const bool has_mail = text.find('@') != std::string_view::npos && others <= 8 * names.size();
    return others <= 1 + names.size() || has_mail || (affiliations > 0 && others <= 25 * names.size()) ||
           (others <= 6 && is_place(text.substr(names.back().span.end)));
}

/// «e-mail: …», «ORCID …».
bool is_address(const Paragraph& paragraph) {
    return (paragraph.text.find('@') != std::string::npos && paragraph.word_count <= 12) ||
           paragraph.words.starts_with("orcid") || paragraph.words.starts_with("e mail");
}

bool is_affiliation(const Paragraph& paragraph) {
    if (paragraph.word_count > 30) return false;
    const std::string_view text = paragraph.text;
    if (paragraph.word_count <= 8 && is_place(text)) return true;
    // «Институт президентства: этапы развития» is a title.
    const bool has_part_behind_colon = text.find(": ") != std::string_view::npos &&
                                       text.find(',') == std::string_view::npos &&
                                       text.find('@') == std::string_view::npos;
    if (has_part_behind_colon) return false;
    return (!ends_sentence(paragraph) || ends_in_abbreviation(text)) &&
           affiliation_words(paragraph.words) > 0;
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
    if (paragraph.word_count > 25) return false;
    return opens_note(paragraph.words) || paragraph.text.starts_with("©") ||
           paragraph.text.starts_with("(c) ");
}

/// A heading that opens a part alone («Аннотация»), or before a stop or colon («Аннотация. …»).
bool opens_part(const Paragraph& paragraph) {
    const char32_t first = analyzers::decode(paragraph.text, 0).code;
    const bool is_marked = first == '*' || first == '_';
    return is_marked || analyzers::is_upper(first);
}

bool begins_line(std::string_view text) {
    const char32_t first = analyzers::decode(text, 0).code;
    return analyzers::class_of(first) != analyzers::CharacterClass::letter || analyzers::is_upper(first);
}

/// Short, begins with a capital, a digit or a quotation mark, ends no sentence.
bool is_line(const Paragraph& paragraph) {
    return paragraph.word_count > 0 && paragraph.word_count <= kTitleWords && !ends_sentence(paragraph) &&
           begins_line(paragraph.text);
}

/// The number before an entry of a list of references; 0 where there is none.
unsigned entry_number(std::string_view text) {
    if (text.starts_with("[")) text.remove_prefix(1);
    unsigned number = 0;
    std::from_chars(text.data(), text.data() + std::min<std::size_t>(text.size(), 3), number);
    return number;
}

/// Entries of a list of references: numbered on, or with a year or an address in them.
bool may_be_reference(const Paragraph& paragraph, unsigned last_number) {
    switch (paragraph.role) {
        case Role::title:
        case Role::classification:
        case Role::abstract:
        case Role::keywords:
        case Role::contents:
        case Role::note:
            return false;
        default:
            break;
    }
    if (paragraph.word_count > 120) return false;
    const std::string_view text = paragraph.text;
    const unsigned number = entry_number(text);
    if (number != 0 && number == last_number + 1) return true;
    if (paragraph.role == Role::byline || paragraph.role == Role::number) return false;
    const bool has_address =
        text.find("//") != std::string_view::npos || text.find("www.") != std::string_view::npos;
    const bool has_dash =
        text.find("\u2013 ") != std::string_view::npos || text.find(" - ") != std::string_view::npos;
    const bool has_pages = text.find(" с.") != std::string_view::npos ||
                           text.find(" б.") != std::string_view::npos ||
                           text.find(" p.") != std::string_view::npos;
    return has_address || has_pages || (holds_year(text) && (has_dash || paragraph.word_count < 60));
}

/// Lines of a table of contents, from its heading on: those that end in a page number, and what stands
/// between two of them.
void mark_contents(std::vector<Paragraph>& paragraphs) {
    constexpr std::size_t kBetween = 3;
    for (std::size_t place = 0; place < paragraphs.size(); ++place) {
        if (!opens_contents(paragraphs[place].words) || paragraphs[place].word_count > 4) continue;
        std::size_t end = place + 1;
        for (std::size_t next = end; next < paragraphs.size() && next < end + kBetween; ++next) {
            if (paragraphs[next].role == Role::contents) end = next + 1;
        }
        if (end == place + 1) continue;
        for (; place < end; ++place) paragraphs[place].role = Role::contents;
        --place;
    }
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
    if (is_byline_with_year(paragraph)) return Role::byline;
    if (is_front_line(paragraph)) return Role::imprint;
    if (opens_identifier(paragraph.words) && paragraph.word_count <= 8) return Role::number;
    if (is_inner_heading(paragraph.words)) return Role::heading;
    if (is_byline(paragraph)) return Role::byline;
    if (is_address(paragraph)) return Role::affiliation;
    const bool is_capital = paragraph.capitals > 0.8 && paragraph.word_count >= 2;
    if (!is_capital && paragraph.heading_level == 0 && is_affiliation(paragraph)) return Role::affiliation;
    if (is_title(paragraph)) return Role::title;
    if (is_affiliation(paragraph)) return Role::affiliation;
    return is_line(paragraph) ? Role::line : Role::body;
}

void classify(std::vector<Paragraph>& paragraphs) {
    bool is_in_references = false;
    unsigned last_number = 0;
    for (std::size_t place = 0; place < paragraphs.size(); ++place) {
        Paragraph& paragraph = paragraphs[place];
        paragraph.role = own_role(paragraph);
        if (paragraph.role == Role::references_heading) {
            is_in_references = true;
            last_number = 0;
        } else if (is_in_references && may_be_reference(paragraph, last_number)) {
            paragraph.role = Role::reference;
            // «480-V. URL: …» may begin the rest of an entry that a column broke: it counts no entries.
            const unsigned number = entry_number(paragraph.text);
            if (number == last_number + 1 || (last_number == 0 && number != 0)) last_number = number;
        } else {
            is_in_references = false;
        }
        // «1 СЕКЦИЯ»: the section's name stands on the next line.
        if (place > 0 && (paragraph.role == Role::title || paragraph.role == Role::line) &&
            is_bare_section(paragraphs[place - 1]) &&
            (paragraph.capitals > 0.8) == (paragraphs[place - 1].capitals > 0.8)) {
            paragraph.role = Role::chapter;
        }
        // What wraps behind a byline or an affiliation belongs to it.
        if (place > 0 && !paragraph.follows_blank &&
            (paragraph.role == Role::body || paragraph.role == Role::line) &&
            (paragraphs[place - 1].role == Role::byline || paragraphs[place - 1].role == Role::affiliation) &&
            paragraph.word_count <= kWrappedWords &&
            (!begins_line(paragraph.text) || paragraph.word_count == 1 || is_place(paragraph.text))) {
            paragraph.role = Role::affiliation;
        }
        // «Аннотация» on a line of its own: what follows it is the abstract.
        if (place > 0 && (paragraph.role == Role::body || paragraph.role == Role::line) &&
            paragraphs[place - 1].role == Role::abstract && paragraphs[place - 1].word_count <= 3) {
            paragraph.role = Role::abstract;
        }
    }
    mark_contents(paragraphs);
}

}  // namespace izde::indexer
