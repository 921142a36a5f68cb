#include <algorithm>
#include <array>
#include <charconv>

#include "indexer/segment/names.hpp"
#include "indexer/segment/paragraph.hpp"

namespace izde::indexer {
namespace {

/// Titles are rarely longer; longer capitals are emphasis.
constexpr std::size_t kTitleWords = 40;

/// A byline holds names, degrees and one or two affiliations; longer paragraphs only mention people.
constexpr std::size_t kBylineWords = 60;

template <std::size_t size>
bool begins_with_any(std::string_view words, const std::array<std::string_view, size>& openings) {
    return std::ranges::any_of(openings, [&](std::string_view opening) {
        return words.starts_with(opening) && (words.size() == opening.size() || words[opening.size()] == ' ');
    });
}

// The words below are normalised as the analyzers do it: lower case, ё → е.
constexpr std::array<std::string_view, 10> kClassification = {"удк",   "әож",   "эож",   "ббк", "кбж",
                                                              "мрнти", "ғтамр", "хғтар", "udc", "irsti"};
constexpr std::array<std::string_view, 9> kAbstract = {
    "аңдатпа", "андатпа", "түйіндеме", "аннотация", "резюме", "abstract", "annotation", "summary", "түйін"};
constexpr std::array<std::string_view, 8> kKeywords = {"түйін сөздер",  "түйінді сөздер", "кілт сөздер",
                                                       "кілтті сөздер", "тірек сөздер",   "ключевые слова",
                                                       "key words",     "keywords"};
constexpr std::array<std::string_view, 16> kReferences = {"список литературы",
                                                          "список использованной литературы",
                                                          "список использованных источников",
                                                          "список источников",
                                                          "использованная литература",
                                                          "использованные источники",
                                                          "литература",
                                                          "библиографический список",
                                                          "библиография",
                                                          "әдебиеттер",
                                                          "әдебиет",
                                                          "пайдаланылған әдебиеттер",
                                                          "қолданылған әдебиеттер",
                                                          "пайдаланылған дереккөздер",
                                                          "references",
                                                          "bibliography"};
constexpr std::array<std::string_view, 8> kAffiliations = {
    "университет", "институт", "академия", "доцент", "профессор", "магистр", "докторант", "university"};

bool is_provision(const Paragraph& paragraph) {
    return provision_number(paragraph.text).has_value();
}

/// «2-тарау», «3-бөлім», «Глава 2», «Раздел I», «СЕКЦИЯ 3».
bool is_chapter(const Paragraph& paragraph) {
    if (paragraph.word_count > kTitleWords) return false;
    static constexpr std::array<std::string_view, 7> kOpenings = {"глава",    "раздел",  "часть",    "секция",
                                                                  "параграф", "chapter", "подраздел"};
    static constexpr std::array<std::string_view, 5> kUnits = {"-тарау", "-бөлім", "-секция", "-параграф",
                                                               "-бөлік"};
    const std::string_view first = std::string_view(paragraph.words).substr(0, paragraph.words.find(' '));
    const bool has_unit =
        std::ranges::any_of(kUnits, [&](std::string_view unit) { return first.ends_with(unit); });
    const bool stands_out = paragraph.heading_level != 0 || paragraph.is_bold || paragraph.is_centred ||
                            paragraph.capitals > 0.3 || paragraph.word_count <= 12;
    return stands_out &&
           (has_unit || (begins_with_any(paragraph.words, kOpenings) && paragraph.word_count > 1 &&
                         paragraph.text.find_first_of("0123456789IVXІХ") < 24));
}

/// «Кіріспе ..... 5»: leaders and a number at the end.
bool is_contents(std::string_view text) {
    const std::size_t end = text.find_last_not_of("0123456789");
    if (end == std::string_view::npos || end + 1 == text.size() || text.size() - end > 5) return false;
    const std::string_view before = text.substr(0, end + 1);
    return before.ends_with("....") || before.ends_with(". . . ") || before.ends_with("……") ||
           before.ends_with("…… ") || before.ends_with(".... ");
}

bool ends_with_full_stop(std::string_view text) {
    return text.ends_with(".") || text.ends_with(";") || text.ends_with(":");
}

/// Capitals, a heading of the format, or a short centred or bold line.
bool is_title(const Paragraph& paragraph) {
    if (paragraph.word_count == 0 || paragraph.word_count > kTitleWords) return false;
    if (paragraph.heading_level == 1 || paragraph.heading_level == 2) return true;
    if (paragraph.capitals > 0.8 && paragraph.word_count >= 2 && paragraph.text.size() > 12) return true;
    return (paragraph.is_centred || paragraph.is_bold) && paragraph.word_count >= 2 &&
           !ends_with_full_stop(paragraph.text);
}

/// Names come first, or right behind a degree; a sentence that mentions a person is longer and ends in a full
/// stop far from the name.
bool is_byline(const Paragraph& paragraph) {
    if (paragraph.word_count > kBylineWords || paragraph.word_count < 2) return false;
    const std::vector<PersonName> names = find_names(paragraph.text);
    if (names.empty()) return false;
    const std::size_t begin = names.front().span.begin;
    if (begin <= 4) return paragraph.word_count <= 25 || names.size() > 1 || paragraph.text.starts_with("*");
    return paragraph.word_count <= 25 && begin < 160 && !ends_with_full_stop(paragraph.text.substr(0, begin));
}

bool is_affiliation(const Paragraph& paragraph) {
    if (paragraph.word_count > 25) return false;
    if (paragraph.text.find('@') != std::string::npos && paragraph.word_count <= 12) return true;
    return std::ranges::any_of(kAffiliations, [&](std::string_view word) {
        return paragraph.words.find(word) != std::string::npos;
    });
}

Role role_of(const Paragraph& paragraph) {
    if (is_contents(paragraph.text)) return Role::contents;
    if (begins_with_any(paragraph.words, kClassification) && paragraph.word_count < 20)
        return Role::classification;
    if (begins_with_any(paragraph.words, kKeywords)) return Role::keywords;
    if (begins_with_any(paragraph.words, kAbstract)) return Role::abstract;
    if (begins_with_any(paragraph.words, kReferences) && paragraph.word_count <= 6)
        return Role::references_heading;
    if (is_provision(paragraph)) return Role::provision;
    if (is_chapter(paragraph)) return Role::chapter;
    if (is_byline(paragraph)) return Role::byline;
    if (is_title(paragraph)) return Role::title;
    return is_affiliation(paragraph) ? Role::affiliation : Role::body;
}

/// Entries of a list of references: numbered, or with a year or an address in them.
bool may_be_reference(const Paragraph& paragraph) {
    if (paragraph.word_count > 120 || paragraph.role == Role::title || paragraph.role == Role::classification)
        return false;
    const char first = paragraph.text.front();
    if ((first >= '0' && first <= '9') || first == '[') return true;
    return paragraph.text.find("//") != std::string::npos ||
           paragraph.text.find("\u2013 ") != std::string::npos ||
           paragraph.text.find(" с.") != std::string::npos ||
           paragraph.text.find(" б.") != std::string::npos || paragraph.text.find("- ") != std::string::npos;
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

void classify(std::vector<Paragraph>& paragraphs) {
    bool is_in_references = false;
    for (Paragraph& paragraph : paragraphs) {
        paragraph.role = role_of(paragraph);
        if (paragraph.role == Role::references_heading) {
            is_in_references = true;
        } else if (is_in_references && may_be_reference(paragraph)) {
            paragraph.role = Role::reference;
        } else {
            is_in_references = false;
        }
    }
}

}  // namespace izde::indexer
