#include "indexer/segment.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <map>
#include <span>
#include <utility>

#include "indexer/segment/assemble.hpp"
#include "indexer/segment/cut.hpp"
#include "indexer/segment/imprint.hpp"
#include "indexer/segment/paragraph.hpp"
#include "indexer/segment/vocabulary.hpp"

namespace izde::indexer {
namespace {

/// A longer work is cut into sections of about the second number of words: a hit must be something that one
/// reads.
constexpr std::size_t kLongWork = 5000;
constexpr std::size_t kSectionWords = 3000;

/// A file's own title page: its first paragraphs, as long as they are short.
constexpr std::size_t kTitlePage = 12;
constexpr std::size_t kTitlePageWords = 20;

/// A book has at least so many chapters, and they hold at least so many words each.
constexpr std::size_t kFewestChapters = 2;
constexpr std::size_t kChapterWords = 20;
constexpr std::ptrdiff_t kFewestContents = 3;

std::size_t words_of(const std::vector<Paragraph>& paragraphs, std::size_t begin, std::size_t end) {
    std::size_t words = 0;
    for (std::size_t place = begin; place < end; ++place) words += paragraphs[place].word_count;
    return words;
}

bool is_heading(const Paragraph& paragraph) {
    return paragraph.role == Role::title || paragraph.role == Role::chapter ||
           paragraph.role == Role::heading || paragraph.role == Role::references_heading ||
           paragraph.heading_level != 0;
}

/// Words of plain text alone: a title page and a table of contents are no chapter.
std::size_t body_words(const std::vector<Paragraph>& paragraphs, std::size_t begin, std::size_t end) {
    std::size_t words = 0;
    for (std::size_t place = begin; place < end; ++place) {
        if (paragraphs[place].role == Role::body) words += paragraphs[place].word_count;
    }
    return words;
}

/// Whether a paragraph opens a chapter of a book: «Глава 2», «3-тарау», «Кіріспе», «Заключение».
bool opens_chapter(const Paragraph& paragraph) {
    return paragraph.role == Role::chapter ||
           (paragraph.role == Role::heading && paragraph.word_count <= 3) ||
           paragraph.role == Role::references_heading;
}

/// «1 ТЕОРИЯЛЫҚ НЕГІЗДЕР», «2. ҚҰҚЫҚТЫҚ РЕТТЕУ»: the number of a chapter without a word for it; 0 for other
/// paragraphs.
unsigned numbered_chapter(const Paragraph& paragraph) {
    if (paragraph.role == Role::contents || paragraph.capitals < 0.8 || paragraph.word_count < 2) return 0;
    const std::string_view text = paragraph.text;
    unsigned number = 0;
    const char* const end = std::from_chars(text.data(), text.data() + text.size(), number).ptr;
    const auto size = static_cast<std::size_t>(end - text.data());
    const bool is_number = size > 0 && size <= 2 && size + 2 < text.size();
    const bool is_chapter = is_number && (text[size] == ' ' || (text[size] == '.' && text[size + 1] == ' '));
    return is_chapter ? number : 0;
}

/// Borders of a book's chapters, one beyond the last; empty where the work is no book. A heading with little
/// behind it («РАЗДЕЛ I» above «Глава 1») opens the same chapter as the next.
std::vector<std::size_t> chapter_borders(const std::vector<Paragraph>& paragraphs, const Cut& cut) {
    std::vector<std::size_t> borders = {cut.begin};
    std::size_t chapters = 0;
    // Bare numbers are chapters where a table of contents says that the file has some: articles number their
    // headings too.
    const auto listed = std::ranges::count(std::span(paragraphs).subspan(cut.begin, cut.end - cut.begin),
                                           Role::contents, &Paragraph::role);
    unsigned number = 0;
    for (std::size_t place = cut.begin; place < cut.end; ++place) {
        const bool is_next = listed >= kFewestContents && numbered_chapter(paragraphs[place]) == number + 1;
        if (is_next) {
            ++number;
            ++chapters;
        } else if (!opens_chapter(paragraphs[place])) {
            continue;
        }
        if (place > cut.begin && body_words(paragraphs, borders.back(), place) >= kChapterWords)
            borders.push_back(place);
        if (paragraphs[place].role == Role::chapter) ++chapters;
    }
    if (chapters < kFewestChapters || borders.size() < kFewestChapters + 1) return {};
    borders.push_back(cut.end);
    return borders;
}

/// A book's title page looks like the head of an article, the one of its file: its chapters tell that it is
/// none.
std::vector<Cut> join_book(const std::vector<Paragraph>& paragraphs, std::vector<Cut> cuts) {
    const auto is_article = [](const Cut& cut) { return cut.kind == store::WorkKind::article; };
    if (std::ranges::count_if(cuts, is_article) > 1) return cuts;
    Cut whole{0, paragraphs.size(), store::WorkKind::document, {}, {}, {}};
    if (chapter_borders(paragraphs, whole).empty()) return cuts;
    const auto named = std::ranges::find_if(cuts, [](const Cut& cut) { return !cut.title.empty(); });
    if (named != cuts.end()) {
        whole.title = std::move(named->title);
        whole.authors = std::move(named->authors);
        whole.evidence = std::move(named->evidence);
    }
    return {std::move(whole)};
}

/// «ГЛАВА 1» and the line below it that says what it is about.
std::string heading_text(const std::vector<Paragraph>& paragraphs, std::size_t place, std::size_t end) {
    std::string heading = one_line(paragraphs[place].text);
    for (std::size_t next = place + 1; next < std::min(place + 3, end); ++next) {
        const Paragraph& line = paragraphs[next];
        const bool is_head = line.role == Role::title || line.role == Role::chapter ||
                             (line.role == Role::line && line.capitals > 0.8);
        // «ЧАСТЬ ПЕРВАЯ. ОБЩИЕ ВОПРОСЫ» above «Глава 1. …»; a chapter that says its name needs no line below
        // it.
        const bool is_named = paragraphs[next - 1].word_count > 3 && line.role != Role::chapter;
        if (paragraphs[place].role != Role::chapter || !is_head || is_named) break;
        heading += (heading.ends_with('.') ? " " : ". ") + one_line(paragraphs[next].text);
    }
    return heading;
}

/// Borders of the sections of a long work: at a heading once the section is half full, at any paragraph when
/// it is full. One border beyond the last.
std::vector<std::size_t> section_borders(const std::vector<Paragraph>& paragraphs, const Cut& cut) {
    std::vector<std::size_t> borders = {cut.begin};
    std::size_t words = 0;
    for (std::size_t place = cut.begin; place < cut.end; ++place) {
        const bool is_new_section =
            is_heading(paragraphs[place]) ? words >= kSectionWords / 2 : words >= kSectionWords;
        // The list of references and the last page stay with the section that they end.
        if (is_new_section && words_of(paragraphs, place, cut.end) > kSectionWords / 4) {
            borders.push_back(place);
            words = 0;
        }
        words += paragraphs[place].word_count;
    }
    borders.push_back(cut.end);
    return borders;
}

/// Gives the works of one file their names.
class Namer {
  public:
    explicit Namer(const std::string& path) : path_(path) {}
    std::string name(const std::string& title) {
        return work_id(path_, title, ordinals_[title_key(title)]++);
    }

  private:
    const std::string& path_;
    std::map<std::string, std::size_t> ordinals_;
};

bool holds_text(const std::vector<Paragraph>& paragraphs) {
    return std::ranges::any_of(paragraphs,
                               [](const Paragraph& paragraph) { return paragraph.word_count > 0; });
}

/// What the file says of itself belongs to its one work; of a volume or statute, to the part before the
/// first.
void take_metadata(const Metadata& metadata, std::vector<Cut>& cuts) {
    Cut& first = cuts.front();
    if (cuts.size() > 1 && first.kind != store::WorkKind::document) return;
    if (!metadata.title.empty() && (first.title.empty() || cuts.size() == 1)) {
        first.title = metadata.title;
        first.evidence.push_back({"metadata-title", metadata.title, 0});
    }
    if (metadata.authors.empty() || cuts.size() > 1 || (metadata.is_stamp && !first.authors.empty())) return;
    first.authors = metadata.authors;
    first.evidence.push_back({"metadata-author", first.authors.front(), 0});
}

/// «УКАЗ ПРЕЗИДЕНТА РЕСПУБЛИКИ КАЗАХСТАН от 5 марта 2018 года»: the date is the file's own.
bool opens_as_act(const Paragraph& paragraph) {
    return mentions_act(std::string_view(paragraph.words).substr(0, paragraph.words.find(' ')));
}

/// The year that an article's own head gives, above its text.
std::optional<int> year_beside_authors(const std::vector<Paragraph>& paragraphs, const Cut& cut) {
    bool has_byline = false;
    for (std::size_t place = cut.begin; place < std::min(cut.end, cut.begin + kTitlePage); ++place) {
        const Paragraph& paragraph = paragraphs[place];
        if (paragraph.role == Role::body && paragraph.word_count > kTitlePageWords) break;
        has_byline = has_byline || paragraph.role == Role::byline;
        if (const auto year = head_year(paragraph, paragraph.role); year && has_byline) return year;
    }
    return std::nullopt;
}

}  // namespace

std::vector<SegmentedWork> segment(const Extraction& extraction, const std::string& path) {
    Source source = read_paragraphs(extraction.pages);
    std::vector<Paragraph>& paragraphs = source.paragraphs;
    if (!holds_text(paragraphs)) return {};
    classify(paragraphs);
    std::vector<Cut> cuts = cut_decisions(paragraphs);
    if (cuts.empty()) cuts = cut_statute(paragraphs);
    if (cuts.empty()) cuts = join_book(paragraphs, cut_volume(paragraphs));
    take_metadata(extraction.metadata, cuts);

    // What stands before the first article of a volume speaks of them all.
    const bool is_volume =
        std::ranges::any_of(cuts, [](const Cut& cut) { return cut.kind == store::WorkKind::article; });
    const bool has_front = cuts.size() > 1 && cuts.front().kind == store::WorkKind::document;
    Imprint imprint;
    if (is_volume) imprint = read_imprint(source, has_front ? cuts.front().end : 0);
    if (extraction.metadata.year) imprint.year = extraction.metadata.year;
    const bool is_statute = cuts.back().kind == store::WorkKind::provision;
    if (!imprint.year && (cuts.size() == 1 || has_front)) {
        for (std::size_t place = 0; !imprint.year && place < std::min(cuts.front().end, kTitlePage);
             ++place) {
            const Paragraph& paragraph = paragraphs[place];
            if (paragraph.role == Role::body && paragraph.word_count > kTitlePageWords) break;
            imprint.year = imprint_year(paragraph, is_statute || opens_as_act(paragraph));
        }
    }
    if (!imprint.year && cuts.size() == 1 && !year_beside_authors(paragraphs, cuts.front())) {
        imprint.year = extraction.metadata.year_made;
        if (imprint.year) cuts.front().evidence.push_back({"file-made", std::to_string(*imprint.year), 0});
    }
    if (is_statute && has_front) imprint.container = cuts.front().title;

    Namer namer(path);
    std::vector<SegmentedWork> works;
    for (const Cut& cut : cuts) {
        SegmentedWork segmented;
        store::Work& work = segmented.work;
        work.path = path;
        work.title = cut.title;
        work.id = namer.name(cut.title);
        work.authors = cut.authors;
        work.year = year_beside_authors(paragraphs, cut);
        if (!work.year) work.year = imprint.year;
        work.kind = cut.kind;
        if (cut.kind == store::WorkKind::article || cut.kind == store::WorkKind::provision) {
            work.container = imprint.container;
            work.volume = imprint.volume;
        }
        work.url = extraction.metadata.url;
        segmented.evidence = cut.evidence;
        const std::size_t words = words_of(paragraphs, cut.begin, cut.end);
        const bool may_be_book = cuts.size() == 1 && cut.kind == store::WorkKind::document;
        std::vector<std::size_t> borders;
        if (may_be_book) borders = chapter_borders(paragraphs, cut);
        const bool is_book = !borders.empty();
        // An article of a law is cited whole, however long.
        if ((words <= kLongWork || cut.kind == store::WorkKind::provision) && !is_book) {
            write_paragraphs(std::span(paragraphs).subspan(cut.begin, cut.end - cut.begin), source, work);
            works.push_back(std::move(segmented));
            continue;
        }
        if (!is_book) borders = section_borders(paragraphs, cut);
        for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
            SegmentedWork section = segmented;
            const Paragraph& opening = paragraphs[borders[i]];
            section.work.kind = store::WorkKind::section;
            section.work.parent = work.id;
            if (i > 0 && is_heading(opening)) {
                const std::string heading = heading_text(paragraphs, borders[i], borders[i + 1]);
                section.work.title = work.title.empty() ? heading : work.title + " \u2014 " + heading;
            }
            section.work.id = namer.name(section.work.title);
            section.evidence.push_back(evidence_of(is_book               ? "chapter"
                                                   : is_heading(opening) ? "section-heading"
                                                                         : "section-length",
                                                   opening, &source));
            write_paragraphs(std::span(paragraphs).subspan(borders[i], borders[i + 1] - borders[i]), source,
                             section.work);
            works.push_back(std::move(section));
        }
    }
    return works;
}

}  // namespace izde::indexer
