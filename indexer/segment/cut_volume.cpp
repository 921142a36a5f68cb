#include <algorithm>

#include "indexer/segment/cut.hpp"
#include "indexer/segment/names.hpp"

namespace izde::indexer {
namespace {

/// A head of an article (УДК, title, authors, affiliations) runs over at most so many paragraphs, and its
/// abstract comes within so many behind it.
constexpr std::size_t kHeadParagraphs = 14;
constexpr std::size_t kAbstractWithin = 8;

/// An article has at least so many words of text; a head with less behind it is the same article's head in
/// another language, or its abstract at the end.
constexpr std::size_t kFewestBodyWords = 60;

bool is_head(const Paragraph& paragraph) {
    switch (paragraph.role) {
        case Role::classification:
        case Role::title:
        case Role::byline:
        case Role::affiliation:
            return true;
        default:
            return false;
    }
}

/// A run of head paragraphs and what speaks for an article beginning there.
struct Head {
    std::size_t begin = 0;
    std::size_t end = 0;
    double score = 0;
    std::vector<Evidence> evidence;
};

/// A title, a byline and a УДК line are each worth less than a start; any two of them make one. Where the
/// list of references of the article before has just ended, a title or byline alone is enough with one more
/// sign.
constexpr double kStart = 4;
constexpr double kClassificationWeight = 3;
constexpr double kCapitalTitleWeight = 2;
constexpr double kStyledTitleWeight = 1.5;
constexpr double kBylineWeight = 2;
constexpr double kAbstractWeight = 1.5;
constexpr double kAfterReferencesWeight = 2;
constexpr double kPageWeight = 0.5;

Head read_head(const std::vector<Paragraph>& paragraphs, std::size_t begin) {
    Head head;
    head.begin = begin;
    head.end = begin;
    bool has_classification = false;
    bool has_byline = false;
    double title = 0;
    const auto note = [&](const char* rule, const Paragraph& paragraph) {
        head.evidence.push_back(evidence_of(rule, paragraph));
    };
    while (head.end < paragraphs.size() && head.end - begin < kHeadParagraphs &&
           is_head(paragraphs[head.end])) {
        const Paragraph& paragraph = paragraphs[head.end];
        // УДК opens a head: after other lines of one it opens the next.
        if (paragraph.role == Role::classification && (title > 0 || has_byline)) break;
        if (paragraph.role == Role::classification && !has_classification) {
            has_classification = true;
            note("classification-line", paragraph);
        }
        if (paragraph.role == Role::byline && !has_byline) {
            has_byline = true;
            note("byline", paragraph);
        }
        if (paragraph.role == Role::title && title == 0) {
            const bool is_capital = paragraph.capitals > 0.8;
            title = is_capital ? kCapitalTitleWeight : kStyledTitleWeight;
            note(is_capital ? "capital-title" : "styled-title", paragraph);
        }
        ++head.end;
    }
    head.score = title + (has_classification ? kClassificationWeight : 0) + (has_byline ? kBylineWeight : 0);
    for (std::size_t place = head.end; place < std::min(head.end + kAbstractWithin, paragraphs.size());
         ++place) {
        const Role role = paragraphs[place].role;
        if (role != Role::abstract && role != Role::keywords) continue;
        head.score += kAbstractWeight;
        note("abstract", paragraphs[place]);
        break;
    }
    if (begin > 0 && paragraphs[begin - 1].role == Role::reference) {
        head.score += kAfterReferencesWeight;
        note("after-references", paragraphs[begin - 1]);
    }
    if (paragraphs[begin].begins_page) head.score += kPageWeight;
    // A title alone is a heading or the volume's own name, unless the article before has just ended.
    const bool is_named =
        has_byline || has_classification || (begin > 0 && paragraphs[begin - 1].role == Role::reference);
    if (!is_named) head.score = std::min(head.score, kCapitalTitleWeight);
    return head;
}

std::size_t body_words(const std::vector<Paragraph>& paragraphs, std::size_t begin, std::size_t end) {
    std::size_t words = 0;
    for (std::size_t place = begin; place < end; ++place) {
        const Role role = paragraphs[place].role;
        if (role == Role::body || role == Role::title || role == Role::provision)
            words += paragraphs[place].word_count;
    }
    return words;
}

std::vector<std::string> authors_of(const std::vector<Paragraph>& paragraphs, const Head& head) {
    std::vector<std::string> authors;
    for (std::size_t place = head.begin; place < head.end; ++place) {
        if (paragraphs[place].role != Role::byline) continue;
        for (PersonName& person : find_names(paragraphs[place].text)) {
            // «Е.А.Бөкетов атындағы университет», «им. Е.А. Букетова»: whose name a university bears is no
            // author.
            const std::string_view after = std::string_view(paragraphs[place].text).substr(person.span.end);
            const std::string_view before =
                std::string_view(paragraphs[place].text).substr(0, person.span.begin);
            if (after.starts_with(" атындағы") || before.ends_with("им. ") || before.ends_with("имени "))
                continue;
            if (std::ranges::find(authors, person.name) == authors.end())
                authors.push_back(std::move(person.name));
        }
    }
    return authors;
}

/// The first title of a head, with the lines over which it goes on.
std::string title_of(const std::vector<Paragraph>& paragraphs, const Head& head) {
    std::string title;
    for (std::size_t place = head.begin; place < head.end; ++place) {
        const Paragraph& paragraph = paragraphs[place];
        if (paragraph.role == Role::title) {
            const bool is_next_line = !title.empty() && paragraphs[place - 1].role == Role::title &&
                                      (paragraph.capitals > 0.8) == (paragraphs[place - 1].capitals > 0.8);
            if (!title.empty() && !is_next_line) break;
            if (!title.empty()) title += ' ';
            title += paragraph.text;
        } else if (!title.empty()) {
            break;
        }
    }
    title = one_line(title);
    const auto is_mark = [](char character) {
        return character == '*' || character == '#' || character == ' ';
    };
    while (!title.empty() && is_mark(title.front())) title.erase(0, 1);
    while (!title.empty() && is_mark(title.back())) title.pop_back();
    return title;
}

std::vector<Head> starts_of(const std::vector<Paragraph>& paragraphs) {
    std::vector<Head> starts;
    for (std::size_t place = 0; place < paragraphs.size();) {
        if (!is_head(paragraphs[place])) {
            ++place;
            continue;
        }
        Head head = read_head(paragraphs, place);
        place = std::max(head.end, place + 1);
        if (head.score >= kStart) starts.push_back(std::move(head));
    }
    return starts;
}

/// Heads without a text of their own: of the same article's in other languages. One that follows references
/// ends the article before; another opens the article behind it.
void merge_bare_heads(const std::vector<Paragraph>& paragraphs, std::vector<Head>& starts) {
    for (std::size_t i = 0; i < starts.size();) {
        const std::size_t end = i + 1 < starts.size() ? starts[i + 1].begin : paragraphs.size();
        if (body_words(paragraphs, starts[i].end, end) >= kFewestBodyWords || starts.size() == 1) {
            ++i;
            continue;
        }
        const bool ends_article =
            i > 0 && starts[i].begin > 0 && paragraphs[starts[i].begin - 1].role == Role::reference &&
            authors_of(paragraphs, starts[i]) != std::vector<std::string>{} &&
            (i + 1 == starts.size() || paragraphs[starts[i + 1].begin].role == Role::classification ||
             paragraphs[starts[i + 1].begin].begins_page);
        if (ends_article || i + 1 == starts.size()) {
            if (i == 0) return;
            starts.erase(starts.begin() + static_cast<std::ptrdiff_t>(i));
        } else {
            // The first head names the article; the next is read on as its text.
            starts.erase(starts.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        }
    }
}

}  // namespace

std::vector<Cut> cut_volume(const std::vector<Paragraph>& paragraphs) {
    // A journal's name above its one article belongs to the article; before several articles it is front
    // matter.
    std::vector<Head> starts = starts_of(paragraphs);
    merge_bare_heads(paragraphs, starts);
    std::vector<Cut> cuts;
    const std::size_t first = starts.empty() ? paragraphs.size() : starts.front().begin;
    const bool is_front_matter = starts.size() > 1 || body_words(paragraphs, 0, first) >= kFewestBodyWords;
    if (first > 0 && (starts.empty() || is_front_matter)) {
        cuts.push_back({0, first, store::WorkKind::document, {}, {}, {}});
        if (!starts.empty() && paragraphs[first - 1].role == Role::reference) {
            cuts.back().kind = store::WorkKind::article;
            cuts.back().evidence.push_back(evidence_of("ends-with-references", paragraphs[first - 1]));
        }
    }
    for (std::size_t i = 0; i < starts.size(); ++i) {
        Cut cut;
        cut.begin = cuts.empty() ? 0 : starts[i].begin;
        cut.end = i + 1 < starts.size() ? starts[i + 1].begin : paragraphs.size();
        cut.kind = store::WorkKind::article;
        cut.title = title_of(paragraphs, starts[i]);
        cut.authors = authors_of(paragraphs, starts[i]);
        cut.evidence = std::move(starts[i].evidence);
        cuts.push_back(std::move(cut));
    }
    if (cuts.size() == 1 && starts.empty()) {
        // One work: its head names it though nothing proved that an article begins.
        const auto head_at = std::ranges::find_if(paragraphs, is_head);
        if (head_at != paragraphs.end() &&
            head_at - paragraphs.begin() < static_cast<std::ptrdiff_t>(kAbstractWithin)) {
            const Head head = read_head(paragraphs, static_cast<std::size_t>(head_at - paragraphs.begin()));
            cuts[0].title = title_of(paragraphs, head);
            cuts[0].authors = authors_of(paragraphs, head);
            cuts[0].evidence = head.evidence;
        }
    }
    return cuts;
}

}  // namespace izde::indexer
