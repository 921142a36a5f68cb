#include <algorithm>
#include <charconv>
#include <map>

#include "indexer/segment/affiliation.hpp"
#include "indexer/segment/names.hpp"
#include "indexer/segment/paragraph.hpp"
#include "indexer/segment/vocabulary.hpp"

namespace izde::indexer {
namespace {

/// The rest of a wrapped affiliation has no more words.
constexpr std::size_t kWrappedWords = 12;

/// «1 СЕКЦИЯ», «Секция 2», «III-секция»: a number and no name.
bool is_bare_section(const Paragraph& paragraph) {
    return paragraph.role == Role::chapter && paragraph.word_count <= 2 &&
           (paragraph.words.find("секция") != std::string::npos ||
            paragraph.words.find("section") != std::string::npos);
}

/// The number before an entry of a list of references; 0 where there is none.
unsigned entry_number(std::string_view text) {
    if (text.starts_with("[")) text.remove_prefix(1);
    unsigned number = 0;
    std::from_chars(text.data(), text.data() + std::min<std::size_t>(text.size(), 3), number);
    return number;
}

/// «… Су кодексі //», «… ресурс]. URL:»: the address of the entry stands on the next line or page.
bool ends_before_address(std::string_view text) {
    return text.ends_with("//") || text.ends_with(':') || text.ends_with(',') || text.ends_with(". –");
}

/// Entries of a list of references: numbered on, or with a year or an address in them.
bool may_be_reference(const Paragraph& paragraph, const Paragraph* next, unsigned last_number) {
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
    // «7. О праве» behind six entries, names below it: the title of the next article, which may name a year.
    const bool is_plain = paragraph.role == Role::line && text.find("//") == std::string_view::npos &&
                          text.find("\u2013 ") == std::string_view::npos &&
                          text.find(". ", 4) == std::string_view::npos;
    const bool leads_names = next != nullptr && is_plain && entry_number(next->text) == 0 &&
                             (own_role(*next) == Role::byline || own_role(*next) == Role::affiliation);
    if (leads_names) return false;
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

/// «Байжанова К.Т. О праве 17»: the number that a line of a table of contents ends in; 0 where there is none.
unsigned last_number(std::string_view text) {
    const std::size_t end = text.find_last_not_of("0123456789");
    if (end == std::string_view::npos || end + 1 >= text.size() || text.size() - end > 5 || text[end] != ' ')
        return 0;
    unsigned number = 0;
    std::from_chars(text.data() + end + 1, text.data() + text.size(), number);
    return number;
}

/// Entries without leaders: behind the heading, lines that end in numbers which never fall.
void mark_plain_contents(std::vector<Paragraph>& paragraphs) {
    constexpr std::size_t kFewest = 3;
    constexpr std::size_t kEntryWords = 50;
    constexpr std::size_t kBetween = 2;
    for (std::size_t heading = 0; heading < paragraphs.size(); ++heading) {
        if (!opens_contents(paragraphs[heading].words) || paragraphs[heading].word_count > 4) continue;
        std::size_t end = heading + 1;
        std::size_t entries = 0;
        unsigned last = 0;
        for (std::size_t next = end; next < paragraphs.size() && next < end + kBetween; ++next) {
            const unsigned number =
                paragraphs[next].word_count <= kEntryWords ? last_number(paragraphs[next].text) : 0;
            if (number == 0 || number < last) continue;
            last = number;
            ++entries;
            end = next + 1;
        }
        if (entries < kFewest) continue;
        for (std::size_t place = heading + 1; place < end; ++place) paragraphs[place].role = Role::contents;
    }
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
        // «О праве ..... 17», «Иванов И.И.» below: names below the last entry are its, where others have
        // some.
        const auto is_names = [](const Paragraph& paragraph) {
            return !paragraph.begins_page && last_number(paragraph.text) == 0 &&
                   (own_role(paragraph) == Role::byline || !find_bare_names(paragraph.text).empty());
        };
        const bool has_names_below = end > place + 3 && end < paragraphs.size() &&
                                     is_names(paragraphs[end]) && is_names(paragraphs[place + 2]);
        if (has_names_below) ++end;
        for (; place < end; ++place) paragraphs[place].role = Role::contents;
        --place;
    }
}

/// «ISSN 2307-5198» above every article belongs to its head; once it is the volume's imprint.
void mark_serial_numbers(std::vector<Paragraph>& paragraphs) {
    constexpr std::ptrdiff_t kFewest = 3;
    const auto is_serial = [](const Paragraph& paragraph) {
        return paragraph.role == Role::imprint && paragraph.words.starts_with("issn") &&
               paragraph.word_count <= 3;
    };
    if (std::ranges::count_if(paragraphs, is_serial) < kFewest) return;
    for (Paragraph& paragraph : paragraphs) {
        if (is_serial(paragraph)) paragraph.role = Role::number;
    }
}

/// «Сведения об авторах»: the persons below it are told of, they open no article.
void mark_author_facts(std::vector<Paragraph>& paragraphs) {
    constexpr std::size_t kHeadingWords = 6;
    const auto is_fact = [](const Paragraph& paragraph) {
        const std::string_view text = paragraph.text;
        const std::vector<PersonName> names = find_names(text);
        const std::size_t dash = std::min(text.find("\u2013 "), text.find("\u2014 "));
        return (paragraph.role == Role::byline && !names.empty() &&
                (dash != std::string_view::npos || affiliation_words(lower_words(text)) > 0)) ||
               is_address(paragraph);
    };
    for (std::size_t place = 0; place + 1 < paragraphs.size(); ++place) {
        // Not «© Иванов И.И., 2021», behind which the next article begins.
        const std::string_view words = paragraphs[place].words;
        const bool tells_authors =
            words.find("автор") != std::string_view::npos || words.find("author") != std::string_view::npos;
        if (paragraphs[place].role != Role::note || paragraphs[place].word_count > kHeadingWords ||
            !tells_authors)
            continue;
        while (place + 1 < paragraphs.size() && is_fact(paragraphs[place + 1])) {
            paragraphs[++place].role = Role::note;
            // What wraps behind such a line goes with it.
            while (place + 1 < paragraphs.size() && !paragraphs[place + 1].follows_blank &&
                   paragraphs[place + 1].role == Role::affiliation)
                paragraphs[++place].role = Role::note;
        }
    }
}

/// A short title that stands above several articles is a rubric of the journal: «ГРАЖДАНСКОЕ ПРАВО».
void mark_rubrics(std::vector<Paragraph>& paragraphs) {
    constexpr std::size_t kRubricWords = 8;
    const auto may_be = [](const Paragraph& paragraph) {
        return paragraph.role == Role::title && paragraph.word_count <= kRubricWords &&
               paragraph.heading_level == 0 && !is_sure_affiliation(paragraph) &&
               find_bare_names(paragraph.text).empty();
    };
    std::map<std::string_view, std::size_t> seen;
    for (const Paragraph& paragraph : paragraphs) {
        if (may_be(paragraph)) ++seen[paragraph.words];
    }
    for (Paragraph& paragraph : paragraphs) {
        if (may_be(paragraph) && seen[paragraph.words] > 1) paragraph.role = Role::chapter;
    }
}

/// The text between a head and its keywords is an abstract though nothing says so.
void mark_bare_abstracts(std::vector<Paragraph>& paragraphs) {
    constexpr std::size_t kParagraphs = 3;
    for (std::size_t place = 1; place < paragraphs.size(); ++place) {
        if (paragraphs[place].role != Role::keywords) continue;
        std::size_t begin = place;
        while (begin > 0 && place - begin < kParagraphs && paragraphs[begin - 1].role == Role::body) --begin;
        if (begin == 0 || begin == place) continue;
        switch (paragraphs[begin - 1].role) {
            case Role::title:
            case Role::byline:
            case Role::affiliation:
            case Role::line:
            case Role::number:
            case Role::classification:
            case Role::note:
                for (; begin < place; ++begin) paragraphs[begin].role = Role::abstract;
                break;
            default:
                break;
        }
    }
}

}  // namespace

void classify(std::vector<Paragraph>& paragraphs) {
    bool is_in_references = false;
    unsigned last_number = 0;
    for (std::size_t place = 0; place < paragraphs.size(); ++place) {
        Paragraph& paragraph = paragraphs[place];
        paragraph.role = paragraph.is_note ? Role::note : own_role(paragraph);
        if (paragraph.role == Role::references_heading) {
            is_in_references = true;
            last_number = 0;
        } else if (is_in_references && paragraph.text.starts_with("http") &&
                   (ends_before_address(paragraphs[place - 1].text) || !paragraph.follows_blank)) {
            paragraph.role = Role::reference;
        } else if (is_in_references &&
                   may_be_reference(paragraph,
                                    place + 1 < paragraphs.size() ? &paragraphs[place + 1] : nullptr,
                                    last_number)) {
            paragraph.role = Role::reference;
            // «480-V. URL: …» may begin the rest of an entry that a column broke: it counts no entries.
            const unsigned number = entry_number(paragraph.text);
            if (number == last_number + 1 || (last_number == 0 && number != 0)) last_number = number;
        } else if (!paragraph.is_note && (paragraph.role != Role::note || !paragraph.text.starts_with("*"))) {
            // The list goes on behind a note at the foot of the page.
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
    mark_plain_contents(paragraphs);
    mark_contents(paragraphs);
    mark_serial_numbers(paragraphs);
    mark_author_facts(paragraphs);
    mark_rubrics(paragraphs);
    mark_bare_abstracts(paragraphs);
}

}  // namespace izde::indexer
