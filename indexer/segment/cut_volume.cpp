#include <algorithm>
#include <charconv>

#include "analyzers/language.hpp"
#include "analyzers/normalizer.hpp"
#include "analyzers/person_name.hpp"
#include "indexer/segment/cut.hpp"
#include "indexer/segment/head.hpp"

namespace izde::indexer {
namespace {

/// An article has at least so many words of text; a head with less behind it is the same article's head in
/// another language, or its abstract at the end.
constexpr std::size_t kFewestBodyWords = 25;

/// A summary in another language behind the article has fewer; the shortest theses of tests/volumes have 120.
constexpr std::size_t kSummaryWords = 80;

/// A volume's own name and imprint are front matter; more text than this is not.
constexpr std::size_t kFrontMatterWords = 60;

/// A file that is one work names itself within its first paragraphs.
constexpr std::size_t kTitleWithin = 8;

std::size_t body_words(const std::vector<Paragraph>& paragraphs, std::size_t begin, std::size_t end) {
    std::size_t words = 0;
    for (std::size_t place = begin; place < end; ++place) {
        const Role role = paragraphs[place].role;
        if (role == Role::body || role == Role::title || role == Role::line || role == Role::provision)
            words += paragraphs[place].word_count;
    }
    return words;
}

/// The surname as it is the same in Kazakh, Russian and Latin writing: of the longest word of the name.
std::vector<std::string> surname_forms(const std::string& author) {
    analyzers::Normalizer normalizer;
    std::string longest;
    std::string exact;
    for (std::size_t begin = 0; begin < author.size();) {
        const std::size_t end = std::min(author.find(' ', begin), author.size());
        normalizer.normalize(std::string_view(author).substr(begin, end - begin), exact);
        if (author.find('.', begin) >= end && exact.size() > longest.size()) longest = exact;
        begin = end + 1;
    }
    return analyzers::name_forms(longest);
}

/// An article's heads in other languages name the same persons, in other letters: the share of the authors of
/// both that they have in common.
double shared_authors(const Head& left, const Head& right) {
    const auto names = [](const std::string& author, const std::vector<std::string>& forms) {
        return std::ranges::any_of(surname_forms(author), [&](const std::string& form) {
            return std::ranges::find(forms, form) != forms.end();
        });
    };
    std::vector<std::string> forms;
    for (const std::string& author : left.authors) {
        for (std::string& form : surname_forms(author)) forms.push_back(std::move(form));
    }
    const auto shared = static_cast<double>(std::ranges::count_if(
        right.authors, [&](const std::string& author) { return names(author, forms); }));
    const auto all = static_cast<double>(left.authors.size() + right.authors.size()) - shared;
    return all == 0 ? 0 : shared / all;
}

/// Title and names again behind an article, in another language, and a few words below: its summary.
bool is_summary_of(const std::vector<Paragraph>& paragraphs, const Head& head, const Head& article) {
    if (head.has_classification || head.title.empty() || shared_authors(head, article) < 1) return false;
    for (std::size_t place = article.end; place < head.begin; ++place) {
        const Paragraph& paragraph = paragraphs[place];
        if (paragraph.role == Role::body && paragraph.word_count >= kFewestBodyWords)
            return analyzers::identify_language(paragraph.text) != analyzers::identify_language(head.title);
    }
    return false;
}

/// Whether a head without a text of its own belongs to the article before it rather than to the one behind.
bool ends_article(const Head& head, const Head& last, const Head& next) {
    const double of_next = shared_authors(head, next);
    const double of_last = shared_authors(head, last);
    const bool next_opens = next.has_classification || next.begins_page || next.is_after_references;
    // Codes stand above the first of an article's heads alone.
    const bool opens = head.has_classification && !next.has_classification;
    if (of_next == of_last) return !opens && (of_last > 0 || (next_opens && !head.begins_page));
    return of_last > of_next && !opens;
}

/// Heads without a text of their own are the same article's in other languages: of the one before, where its
/// authors are the same or it has just ended, or of the one behind. A file may be nothing but heads: each is
/// looked at once.
std::vector<Head> merge_bare_heads(const std::vector<Paragraph>& paragraphs, std::vector<Head> heads) {
    std::vector<std::size_t> words_before = {0};
    for (std::size_t place = 0; place < paragraphs.size(); ++place)
        words_before.push_back(words_before.back() + body_words(paragraphs, place, place + 1));
    std::vector<Head> kept;
    for (std::size_t at = 0; at < heads.size();) {
        Head head = std::move(heads[at++]);
        bool is_dropped = false;
        while (true) {
            const bool is_last = at == heads.size();
            const std::size_t end = is_last ? paragraphs.size() : heads[at].begin;
            const auto has_fewer = [&](std::size_t words) {
                return words_before[end] < words_before[head.end] + words;
            };
            const bool has_article =
                !kept.empty() && words_before[head.begin] >= words_before[kept.back().end] + kFewestBodyWords;
            is_dropped =
                has_article && has_fewer(kSummaryWords) && is_summary_of(paragraphs, head, kept.back());
            if (is_dropped) break;
            const bool is_bare = has_fewer(kFewestBodyWords);
            if (!is_bare || (is_last && kept.empty())) break;
            is_dropped = is_last || (!kept.empty() && ends_article(head, kept.back(), heads[at]));
            if (is_dropped) break;
            // The first head names the article; the next is read on as its text.
            Head& next = heads[at++];
            if (head.authors.empty()) head.authors = std::move(next.authors);
            const bool is_named = !head.title.empty() && (!head.has_doubtful_title || head.has_byline);
            if (!is_named && !next.title.empty()) head.title = std::move(next.title);
        }
        if (!is_dropped) kept.push_back(std::move(head));
    }
    return kept;
}

/// Articles that are numbered («12. О праве») do not have the number in their titles: the numbers ascend.
void strip_numbers(std::vector<Head>& starts) {
    std::vector<std::pair<unsigned, std::size_t>> numbers;  // with the bytes that they take
    std::size_t numbered = 0;
    unsigned last = 0;
    for (const Head& head : starts) {
        const std::string& title = head.title;
        unsigned number = 0;
        const char* const end = std::from_chars(title.data(), title.data() + title.size(), number).ptr;
        auto size = static_cast<std::size_t>(end - title.data());
        const bool has_stop = size > 0 && size <= 3 && size + 1 < title.size() &&
                              (title[size] == '.' || title[size] == ')') && title[size + 1] == ' ';
        numbers.emplace_back(has_stop ? number : 0, has_stop ? size + 2 : 0);
        if (!has_stop) continue;
        if (number <= last) return;
        last = number;
        ++numbered;
    }
    if (numbered < 2) return;
    for (std::size_t i = 0; i < starts.size(); ++i) starts[i].title.erase(0, numbers[i].second);
}

/// The table of contents at the end is no part of the last article.
std::size_t begin_of_back_matter(const std::vector<Paragraph>& paragraphs, std::size_t from) {
    std::size_t begin = paragraphs.size();
    for (std::size_t place = from; place < paragraphs.size(); ++place) {
        if (paragraphs[place].role == Role::contents) {
            begin = place;
            break;
        }
    }
    const auto listed =
        std::count_if(paragraphs.begin() + static_cast<std::ptrdiff_t>(begin), paragraphs.end(),
                      [](const Paragraph& paragraph) { return paragraph.role == Role::contents; });
    // Before the text of a book they are no back matter.
    std::size_t last = begin;
    for (std::size_t place = begin; place < paragraphs.size(); ++place) {
        if (paragraphs[place].role == Role::contents) last = place + 1;
    }
    const bool has_text = body_words(paragraphs, last, paragraphs.size()) >= kFrontMatterWords;
    return listed >= 3 && !has_text ? begin : paragraphs.size();
}

/// One work: its head names it though nothing proved that an article begins; a heading of the format above it
/// does so first. An article of a law in a file of its own is a provision. A list of links has no title: it
/// would be found before what it lists.
void name_single_work(const std::vector<Paragraph>& paragraphs, const std::vector<Head>& heads, Cut& cut) {
    const auto listed =
        static_cast<std::size_t>(std::ranges::count(paragraphs, Role::contents, &Paragraph::role));
    if (listed * 2 >= paragraphs.size()) return;
    for (std::size_t place = 0; place < std::min(kTitleWithin, paragraphs.size()); ++place) {
        if (paragraphs[place].heading_level != 1) continue;
        cut.title = one_line(paragraphs[place].text);
        cut.evidence.push_back(evidence_of("heading", paragraphs[place]));
        if (paragraphs[place].role == Role::provision) cut.kind = store::WorkKind::provision;
        break;
    }
    if (heads.empty() || heads.front().begin >= kTitleWithin) return;
    if (cut.title.empty()) cut.title = heads.front().title;
    cut.authors = heads.front().authors;
    // Authors and an abstract or references: an article, though no volume is around it.
    const bool has_parts = std::ranges::any_of(paragraphs, [](const Paragraph& paragraph) {
        return paragraph.role == Role::abstract || paragraph.role == Role::keywords ||
               paragraph.role == Role::references_heading;
    });
    if (!cut.authors.empty() && has_parts && cut.kind == store::WorkKind::document)
        cut.kind = store::WorkKind::article;
    cut.evidence.insert(cut.evidence.end(), heads.front().evidence.begin(), heads.front().evidence.end());
}

}  // namespace

std::vector<Cut> cut_volume(const std::vector<Paragraph>& paragraphs) {
    const std::string contents = contents_key(paragraphs);
    std::vector<Head> heads = find_heads(paragraphs, contents, {});
    const Layout layout = layout_of(paragraphs, heads);
    if (layout.heads > 1) heads = find_heads(paragraphs, contents, layout);
    std::vector<Head> starts;
    std::ranges::copy_if(heads, std::back_inserter(starts),
                         [](const Head& head) { return head.score >= kStart; });
    starts = merge_bare_heads(paragraphs, std::move(starts));
    strip_numbers(starts);

    std::vector<Cut> cuts;
    const std::size_t first = starts.empty() ? paragraphs.size() : starts.front().begin;
    const std::size_t last =
        starts.empty() ? paragraphs.size() : begin_of_back_matter(paragraphs, starts.back().end);
    // A journal's name above its one article belongs to the article; before several articles it is front
    // matter.
    const bool is_front_matter = starts.size() > 1 || body_words(paragraphs, 0, first) >= kFrontMatterWords;
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
        cut.end = i + 1 < starts.size() ? starts[i + 1].begin : last;
        cut.kind = store::WorkKind::article;
        cut.title = std::move(starts[i].title);
        cut.authors = std::move(starts[i].authors);
        cut.evidence = std::move(starts[i].evidence);
        cuts.push_back(std::move(cut));
    }
    if (last < paragraphs.size()) {
        cuts.push_back({last, paragraphs.size(), store::WorkKind::document, {}, {}, {}});
        cuts.back().evidence.push_back(evidence_of("contents", paragraphs[last]));
    }
    if (cuts.size() == 1 && starts.empty()) name_single_work(paragraphs, heads, cuts.front());
    return cuts;
}

}  // namespace izde::indexer
