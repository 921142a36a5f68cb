#include "indexer/segment.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <span>
#include <utility>

#include "indexer/segment/assemble.hpp"
#include "indexer/segment/cut.hpp"
#include "indexer/segment/paragraph.hpp"

namespace izde::indexer {
namespace {

/// A longer work is cut into sections of about the second number of words: a hit must be something that one
/// reads.
constexpr std::size_t kLongWork = 5000;
constexpr std::size_t kSectionWords = 3000;

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2099;

/// Lines of a title page are short; the first longer paragraph is text, and the years in it are those of
/// laws.
constexpr std::size_t kTitlePageWords = 20;

/// A year with its word («2021 г.», «2021 жыл», «2021 ж.») on the title page.
std::optional<int> year_in(std::span<const Paragraph> paragraphs) {
    for (const Paragraph& paragraph : paragraphs) {
        const bool is_text = paragraph.role == Role::body && paragraph.word_count > kTitlePageWords;
        if (is_text || paragraph.role == Role::references_heading) break;
        const std::string_view words = paragraph.words;
        for (std::size_t at = 0; at + 4 <= words.size(); ++at) {
            int year = 0;
            const auto [end, error] = std::from_chars(words.data() + at, words.data() + at + 4, year);
            if (error != std::errc() || end != words.data() + at + 4) continue;
            const std::string_view after = words.substr(at + 4);
            const bool is_alone = (at == 0 || words[at - 1] == ' ') && after.starts_with(" ");
            const bool has_word =
                after.starts_with(" жыл") || after.starts_with(" ж") || after.starts_with(" г");
            if (is_alone && has_word && year >= kFirstYear && year <= kLastYear) return year;
        }
    }
    return std::nullopt;
}

std::size_t words_of(const std::vector<Paragraph>& paragraphs, std::size_t begin, std::size_t end) {
    std::size_t words = 0;
    for (std::size_t place = begin; place < end; ++place) words += paragraphs[place].word_count;
    return words;
}

bool is_heading(const Paragraph& paragraph) {
    return paragraph.role == Role::title || paragraph.role == Role::chapter || paragraph.heading_level != 0;
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
    if (!metadata.authors.empty() && cuts.size() == 1) first.authors = metadata.authors;
}

}  // namespace

std::vector<SegmentedWork> segment(const Extraction& extraction, const std::string& path) {
    Source source = read_paragraphs(extraction.pages);
    std::vector<Paragraph>& paragraphs = source.paragraphs;
    if (!holds_text(paragraphs)) return {};
    classify(paragraphs);
    std::vector<Cut> cuts = cut_statute(paragraphs);
    const bool is_statute = !cuts.empty();
    if (!is_statute) cuts = cut_volume(paragraphs);
    take_metadata(extraction.metadata, cuts);

    std::optional<int> year = extraction.metadata.year;
    if (!year && (cuts.size() == 1 || cuts.front().kind == store::WorkKind::document)) {
        year = year_in(std::span(paragraphs).first(std::min<std::size_t>(cuts.front().end, 12)));
    }

    Namer namer(path);
    std::vector<SegmentedWork> works;
    for (const Cut& cut : cuts) {
        SegmentedWork segmented;
        store::Work& work = segmented.work;
        work.path = path;
        work.title = cut.title;
        work.id = namer.name(cut.title);
        work.authors = cut.authors;
        work.year = year;
        work.kind = cut.kind;
        work.url = extraction.metadata.url;
        segmented.evidence = cut.evidence;
        const std::size_t words = words_of(paragraphs, cut.begin, cut.end);
        if (words <= kLongWork) {
            write_paragraphs(std::span(paragraphs).subspan(cut.begin, cut.end - cut.begin), source, work);
            works.push_back(std::move(segmented));
            continue;
        }
        const std::vector<std::size_t> borders = section_borders(paragraphs, cut);
        for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
            SegmentedWork section = segmented;
            const Paragraph& opening = paragraphs[borders[i]];
            section.work.kind = store::WorkKind::section;
            section.work.parent = work.id;
            if (i > 0 && is_heading(opening)) {
                const std::string heading = one_line(opening.text);
                section.work.title = work.title.empty() ? heading : work.title + " \u2014 " + heading;
            }
            section.work.id = namer.name(section.work.title);
            section.evidence.push_back(
                evidence_of(is_heading(opening) ? "section-heading" : "section-length", opening, &source));
            write_paragraphs(std::span(paragraphs).subspan(borders[i], borders[i + 1] - borders[i]), source,
                             section.work);
            works.push_back(std::move(section));
        }
    }
    return works;
}

}  // namespace izde::indexer
