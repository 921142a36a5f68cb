#include "indexer/segment/head.hpp"

#include <algorithm>
#include <optional>

#include "analyzers/characters.hpp"
#include "analyzers/language.hpp"
#include "analyzers/utf8.hpp"

#include "indexer/segment/affiliation.hpp"
#include "indexer/segment/assemble.hpp"
#include "indexer/segment/cut.hpp"
#include "indexer/segment/names.hpp"
#include "indexer/segment/vocabulary.hpp"

namespace izde::indexer {
namespace {

/// An abstract comes within so many paragraphs behind its head.
constexpr std::size_t kAbstractWithin = 4;

/// The text of an article comes within so many paragraphs behind its head, and is no shorter.
constexpr std::size_t kTextWithin = 12;
constexpr std::size_t kTextWords = 20;

/// What speaks for a title in the language of the text: more than standing beside the names (0.4), less than
/// capitals among other lines (2).
constexpr double kOwnLanguage = 1;

/// A line of degree or university is a title only where the contents name it, or nothing else may be one.
constexpr double kAffiliationAsTitle = 3;

/// What a rubric above the names loses against the title below them.
constexpr double kRubricAboveNames = 1.5;

/// Share of a volume's articles that have bylines, at least: chapters of a guide are in its contents too.
constexpr double kVolumeBylines = 0.5;

/// A line of a title that goes on upon the next one has at least so many bytes.
constexpr std::size_t kWrappedTitleBytes = 60;

/// A title and a byline, or a УДК line alone, make a start: what else speaks for it outweighs a sign that is
/// missing. Set with tests/volumes, known styles; the drawn ones measure them.
constexpr double kClassificationWeight = 3;
constexpr double kCapitalTitleWeight = 2;
constexpr double kStyledTitleWeight = 1.5;
constexpr double kLineTitleWeight = 1;
constexpr double kContentsWeight = 2;
constexpr double kBylineWeight = 2;
/// Two capitalised words may be a table's row: they need a university, an abstract or a page beside them.
constexpr double kBareBylineWeight = 1.5;
constexpr double kAffiliationWeight = 0.5;
constexpr double kNumberWeight = 1;
constexpr double kAbstractWeight = 1.5;
constexpr double kAfterReferencesWeight = 2;
constexpr double kPageWeight = 0.5;

bool is_capital(const Paragraph& paragraph) {
    return paragraph.capitals > 0.8;
}

bool stands_out(const Paragraph& paragraph) {
    return paragraph.is_centred || paragraph.is_bold || paragraph.heading_level != 0;
}

bool begins_capital(const std::string& text) {
    return analyzers::is_upper(analyzers::decode(text, 0).code);
}

/// Whether `next` goes on with the title that ends in `paragraph`.
bool goes_on(const Paragraph& paragraph, const Paragraph& next, const std::string& contents) {
    const auto may_be = [](Role role) { return role == Role::title || role == Role::line; };
    if (!(next.role == paragraph.role || (may_be(next.role) && may_be(paragraph.role))) ||
        is_capital(paragraph) != is_capital(next) || next.follows_blank ||
        paragraph.heading_level != next.heading_level || paragraph.is_centred != next.is_centred) {
        return false;
    }
    // The title in another language is another title.
    const analyzers::Language language = analyzers::identify_language(paragraph.text);
    const analyzers::Language other = analyzers::identify_language(next.text);
    if (language != other && begins_capital(next.text)) return false;
    if (is_capital(next) || next.heading_level != 0) return true;
    if (!contents.empty()) {
        const std::string both = title_key(paragraph.text + " " + next.text);
        if (contents.find(both) != std::string::npos) return true;
    }
    return paragraph.text.size() >= kWrappedTitleBytes;
}

/// Paragraphs [begin, end) that may be a title.
struct Candidate {
    std::size_t begin = 0;
    std::size_t end = 0;
    double score = 0;
    bool is_in_contents = false;
    bool is_capital = false;
    bool is_affiliation = false;
    analyzers::Language language = analyzers::Language::unknown;
};

/// Of two in the same letters, one above the names and one below them, the upper is a rubric of the journal.
void prefer_below_names(std::vector<Candidate>& candidates, std::optional<std::size_t> byline) {
    if (!byline) return;
    for (Candidate& upper : candidates) {
        if (upper.begin > *byline || upper.is_in_contents) continue;
        const bool has_lower = std::ranges::any_of(candidates, [&](const Candidate& lower) {
            return lower.begin > *byline && lower.is_capital == upper.is_capital &&
                   lower.language == upper.language && !lower.is_affiliation;
        });
        if (has_lower) upper.score -= kRubricAboveNames;
    }
}

class HeadReader {
  public:
    HeadReader(const std::vector<Paragraph>& paragraphs, const std::string& contents, const Layout& layout)
        : paragraphs_(paragraphs), contents_(contents), layout_(layout) {}

    Head read(std::size_t begin, std::size_t end) const;

  private:
    analyzers::Language language_behind(std::size_t end) const;
    std::optional<std::size_t> first_byline(std::size_t begin, std::size_t end) const;
    std::optional<std::size_t> copyright_line(std::size_t begin, std::size_t end) const;
    std::optional<std::size_t> byline_behind_abstract(std::size_t end) const;
    std::vector<Candidate> candidates(std::size_t begin, std::size_t end,
                                      std::optional<std::size_t> byline) const;
    double score_of(Candidate& candidate, std::optional<std::size_t> byline,
                    analyzers::Language language) const;
    bool leads_byline(std::size_t place, std::size_t end, std::optional<std::size_t> byline) const;
    void weigh(Head& head, const Candidate* title) const;

    const std::vector<Paragraph>& paragraphs_;
    const std::string& contents_;
    const Layout& layout_;
};

/// A line that names persons; without one, a line that is a list of names without patronymics.
std::optional<std::size_t> HeadReader::first_byline(std::size_t begin, std::size_t end) const {
    for (std::size_t place = begin; place < end; ++place) {
        if (paragraphs_[place].role == Role::byline) return place;
    }
    for (std::size_t place = begin; place < end; ++place) {
        const Paragraph& paragraph = paragraphs_[place];
        const bool may_name = paragraph.role == Role::line || paragraph.role == Role::affiliation ||
                              (paragraph.role == Role::title && !is_capital(paragraph));
        if (may_name && !find_bare_names(paragraph.text).empty()) return place;
    }
    return std::nullopt;
}

/// «© 2021 г. С. П. Иванов» above a title names the authors where no other line does.
std::optional<std::size_t> HeadReader::copyright_line(std::size_t begin, std::size_t end) const {
    for (std::size_t place = begin; place + 1 < end; ++place) {
        const Paragraph& paragraph = paragraphs_[place];
        if (paragraph.role == Role::note && paragraph.text.starts_with("©") &&
            !find_names(paragraph.text).empty())
            return place;
    }
    return std::nullopt;
}

/// «Об авторе: …», «Автор: Байжанова К.Т., …» between the abstract and the text.
std::optional<std::size_t> HeadReader::byline_behind_abstract(std::size_t end) const {
    std::size_t place = end;
    while (place < std::min(end + kAbstractWithin, paragraphs_.size()) &&
           (paragraphs_[place].role == Role::abstract || paragraphs_[place].role == Role::keywords))
        ++place;
    const bool is_byline = place > end && place + 1 < paragraphs_.size() &&
                           paragraphs_[place].role == Role::byline &&
                           paragraphs_[place + 1].role == Role::body;
    return is_byline ? std::optional(place) : std::nullopt;
}

/// The language of the text that a head opens.
analyzers::Language HeadReader::language_behind(std::size_t end) const {
    for (std::size_t place = end; place < std::min(end + kTextWithin, paragraphs_.size()); ++place) {
        const Paragraph& paragraph = paragraphs_[place];
        if (paragraph.role == Role::body && paragraph.word_count >= kTextWords)
            return analyzers::identify_language(paragraph.text);
    }
    return analyzers::Language::unknown;
}

double HeadReader::score_of(Candidate& candidate, std::optional<std::size_t> byline,
                            analyzers::Language language) const {
    const Paragraph& first = paragraphs_[candidate.begin];
    double score = is_capital(first) && first.word_count > 1 ? 3 : 1;
    if (first.heading_level == 1 || first.heading_level == 2) score = 3.2;
    if (stands_out(first)) score += 0.7;
    candidate.is_capital = is_capital(first);
    candidate.is_affiliation = first.role == Role::affiliation || is_affiliation(first);
    if (candidate.is_affiliation) score -= is_capital(first) ? 0.5 : kAffiliationAsTitle;
    std::string text;
    std::size_t words = 0;
    for (std::size_t place = candidate.begin; place < candidate.end; ++place) {
        text += (text.empty() ? "" : " ") + paragraphs_[place].text;
        words += paragraphs_[place].word_count;
    }
    // The title is printed in other languages too: the article's own is that of its text.
    candidate.language = analyzers::identify_language(text);
    if (language != analyzers::Language::unknown && candidate.language == language) score += kOwnLanguage;
    if (words == 1) score -= 0.8;
    if (layout_.recurring.contains(first.words)) score -= kRubricAboveNames;
    if (words > 30) score -= 0.5;
    const std::string key = title_key(text);
    candidate.is_in_contents = words >= 2 && !contents_.empty() && contents_.find(key) != std::string::npos;
    if (candidate.is_in_contents) score += 4;
    if (byline) {
        const bool is_after = candidate.begin > *byline;
        if (layout_.heads > 0)
            score += 1.5 * (is_after ? layout_.title_after_byline : 1 - layout_.title_after_byline);
        std::size_t between = 0;
        for (std::size_t place = std::min(candidate.end, *byline + 1);
             place < std::max(candidate.begin, *byline); ++place) {
            const Role role = paragraphs_[place].role;
            if (role == Role::title || role == Role::line) ++between;
        }
        if (between == 0) score += 0.4;
    }
    if (layout_.heads > 0) {
        score += is_capital(first) ? layout_.capital_title : 1 - layout_.capital_title;
        score += 0.6 * (first.is_centred ? layout_.centred_title : 1 - layout_.centred_title);
    }
    return score;
}

std::vector<Candidate> HeadReader::candidates(std::size_t begin, std::size_t end,
                                              std::optional<std::size_t> byline) const {
    std::vector<Candidate> found;
    const analyzers::Language language = language_behind(end);
    for (std::size_t place = begin; place < end;) {
        const Paragraph& paragraph = paragraphs_[place];
        const bool may_be = paragraph.role == Role::title || paragraph.role == Role::line ||
                            (paragraph.role == Role::affiliation && !is_sure_affiliation(paragraph) &&
                             paragraph.word_count > 2);
        const char32_t first = analyzers::decode(paragraph.text, 0).code;
        const bool begins_small =
            analyzers::class_of(first) == analyzers::CharacterClass::letter && !analyzers::is_upper(first);
        if (!may_be || is_sure_affiliation(paragraph) || begins_small || first == '[' || first == '(' ||
            (byline && place == *byline)) {
            ++place;
            continue;
        }
        Candidate candidate;
        candidate.begin = place;
        candidate.end = place + 1;
        while (candidate.end < end && (!byline || candidate.end != *byline) &&
               goes_on(paragraphs_[candidate.end - 1], paragraphs_[candidate.end], contents_))
            ++candidate.end;
        candidate.score = score_of(candidate, byline, language);
        place = candidate.end;
        found.push_back(candidate);
    }
    prefer_below_names(found, byline);
    return found;
}

std::string title_text(const std::vector<Paragraph>& paragraphs, const Candidate& candidate) {
    std::string title;
    for (std::size_t place = candidate.begin; place < candidate.end; ++place) {
        if (!title.empty()) title += ' ';
        title += paragraphs[place].text;
    }
    title = one_line(title);
    const auto is_mark = [](char character) {
        return character == '*' || character == '#' || character == ' ' || character == '_';
    };
    while (!title.empty() && is_mark(title.front())) title.erase(0, 1);
    while (!title.empty() && is_mark(title.back())) title.pop_back();
    // «О праве»: quoted as a whole.
    constexpr std::string_view kOpen = "«";
    constexpr std::string_view kClose = "»";
    // Quotation marks within it may share their last with the whole.
    const bool is_quoted = title.starts_with(kOpen) && title.ends_with(kClose) &&
                           title.find(kClose) + 2 * kClose.size() >= title.size() &&
                           (title.find(kOpen, kOpen.size()) == std::string::npos ||
                            title.find(kClose) + kClose.size() < title.size());
    if (is_quoted) title = title.substr(kOpen.size(), title.size() - kOpen.size() - kClose.size());
    return title;
}

void HeadReader::weigh(Head& head, const Candidate* title) const {
    const auto note = [&](const char* rule, std::size_t place) {
        head.evidence.push_back(evidence_of(rule, paragraphs_[place]));
    };
    bool has_affiliation = false;
    bool has_number = false;
    for (std::size_t place = head.begin; place < head.end; ++place) {
        const Role role = paragraphs_[place].role;
        if (role == Role::classification && !head.has_classification) {
            head.has_classification = true;
            head.score += kClassificationWeight;
            note("classification-line", place);
        }
        if (role == Role::number) {
            has_number = true;
            head.score += kNumberWeight;
            note("number-line", place);
        }
        if (role == Role::affiliation && !has_affiliation) {
            has_affiliation = true;
            head.score += kAffiliationWeight;
            note("affiliation", place);
        }
    }
    bool is_line = false;
    if (title != nullptr) {
        const Paragraph& first = paragraphs_[title->begin];
        is_line = !is_capital(first) && !stands_out(first);
        head.score += is_capital(first) ? kCapitalTitleWeight
                      : is_line         ? kLineTitleWeight
                                        : kStyledTitleWeight;
        note(is_capital(first) ? "capital-title" : is_line ? "line-title" : "styled-title", title->begin);
        if (title->is_in_contents) {
            head.score += kContentsWeight;
            note("contents-entry", title->begin);
        }
    }
    if (head.has_byline) head.score += head.has_bare_byline ? kBareBylineWeight : kBylineWeight;
    bool has_abstract = false;
    for (std::size_t place = head.end; place < std::min(head.end + kAbstractWithin, paragraphs_.size());
         ++place) {
        const Role role = paragraphs_[place].role;
        if (role != Role::abstract && role != Role::keywords) continue;
        has_abstract = true;
        head.score += kAbstractWeight;
        note("abstract", place);
        break;
    }
    if (head.is_after_references) {
        head.score += kAfterReferencesWeight;
        note("after-references", head.begin - 1);
    }
    head.begins_page = paragraphs_[head.begin].begins_page;
    if (head.begins_page) head.score += kPageWeight;
    // A title alone is a heading or the volume's own name, unless the article before has just ended or the
    // contents name it: those of a volume, whose other heads have bylines. Two capitalised words name nobody
    // where nothing else says so.
    const bool is_volume = layout_.heads <= 1 || layout_.byline >= kVolumeBylines;
    const bool has_author =
        head.has_byline && (!head.has_bare_byline || has_affiliation || has_abstract || has_number ||
                            head.is_after_references || head.has_classification);
    const bool is_named =
        has_author || head.has_classification ||
        (title != nullptr && title->is_in_contents && is_volume && (head.begins_page || has_abstract)) ||
        (head.is_after_references && (!is_line || has_abstract));
    if (head.is_summary || !is_named || (title == nullptr && !head.has_classification))
        head.score = std::min(head.score, kStart - 1);
}

/// «доцент, к.ю.н.» above the names: lines of degree and university up to the names, where none stand below
/// them.
bool HeadReader::leads_byline(std::size_t place, std::size_t end, std::optional<std::size_t> byline) const {
    if (!byline || place >= *byline || is_address(paragraphs_[place])) return false;
    const auto is_affiliation = [&](std::size_t at) { return paragraphs_[at].role == Role::affiliation; };
    for (std::size_t at = place; at < *byline; ++at) {
        if (!is_affiliation(at)) return false;
    }
    for (std::size_t at = *byline + 1; at < end; ++at) {
        if (is_affiliation(at) && !is_address(paragraphs_[at])) return false;
    }
    return true;
}

Head HeadReader::read(std::size_t begin, std::size_t end) const {
    Head head;
    head.end = end;
    // What ends the article before: the date it was received, its copyright.
    while (begin < end && paragraphs_[begin].role == Role::note) ++begin;
    head.begin = begin;
    if (begin == end) return head;
    std::optional<std::size_t> byline = first_byline(begin, end);
    if (!byline) byline = copyright_line(begin, end);
    const bool is_behind = !byline && (byline = byline_behind_abstract(end)).has_value();
    std::vector<Candidate> titles = candidates(begin, end, byline);
    const auto best = std::ranges::max_element(titles, {}, &Candidate::score);
    const Candidate* const title = best == titles.end() ? nullptr : &*best;

    // The head begins with the first line that is more than a line: a table's last row is no head.
    while (head.begin < end) {
        const Role role = paragraphs_[head.begin].role;
        const bool is_title = title != nullptr && head.begin >= title->begin;
        const bool is_byline = byline && head.begin >= *byline;
        if (is_title || is_byline || role == Role::classification || role == Role::number ||
            role == Role::chapter || leads_byline(head.begin, end, byline))
            break;
        ++head.begin;
    }
    if (head.begin == end) {
        head.begin = begin;
        return head;
    }
    // «Резюме», then names and title in another language: a summary, no new article.
    head.is_summary =
        begin > 0 && paragraphs_[begin - 1].role == Role::abstract && paragraphs_[begin - 1].word_count <= 3;
    head.is_after_references =
        begin > 0 && paragraphs_[begin - 1].role == Role::reference && head.begin == begin;
    if (title != nullptr) {
        head.title_begin = title->begin;
        head.title_end = title->end;
        head.title = title_text(paragraphs_, *title);
        head.has_doubtful_title = title->is_affiliation && !title->is_in_contents;
    }
    if (byline) {
        head.has_byline = true;
        head.title_after_byline = title != nullptr && title->begin > *byline;
        head.evidence.push_back(evidence_of("byline", paragraphs_[*byline]));
        // The lines that name persons, up to the head of the same article in another language.
        bool has_title = head.title_after_byline;
        const bool is_bare = find_names(paragraphs_[*byline].text).empty();
        head.has_bare_byline = is_bare;
        for (std::size_t place = *byline; place < (is_behind ? *byline + 1 : end); ++place) {
            const Paragraph& paragraph = paragraphs_[place];
            if (title != nullptr && place >= title->begin && place < title->end) {
                has_title = false;
                continue;
            }
            const bool is_second_title =
                paragraph.role == Role::title && title != nullptr && place >= title->end;
            if (is_second_title && !has_title && place != *byline) break;
            std::vector<PersonName> names;
            if (paragraph.role == Role::byline || place == *byline) names = find_names(paragraph.text);
            // A list of authors with their posts may wrap before the next name.
            const bool is_wrapped = place > *byline && !paragraph.follows_blank &&
                                    paragraph.role == Role::affiliation && !begins_line(paragraph.text);
            if (is_wrapped) names = find_names(paragraph.text);
            const bool may_name_bare = is_bare && (place == *byline || paragraph.role == Role::line ||
                                                   paragraph.role == Role::affiliation);
            if (names.empty() && may_name_bare) names = find_bare_names(paragraph.text);
            for (PersonName& person : names) {
                const bool is_known = std::ranges::any_of(head.authors, [&](const std::string& author) {
                    return name_same_person(author, person.name);
                });
                if (!is_known) head.authors.push_back(std::move(person.name));
            }
        }
    }
    weigh(head, title);
    return head;
}

}  // namespace

Head read_head(const std::vector<Paragraph>& paragraphs, const std::string& contents, const Layout& layout,
               std::size_t begin, std::size_t end) {
    return HeadReader(paragraphs, contents, layout).read(begin, end);
}

}  // namespace izde::indexer
