#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/extractor.hpp"
#include "store/work.hpp"

namespace izde::indexer {

/// What a paragraph is to the file, by its own look.
enum class Role : std::uint8_t {
    body,
    classification,  ///< УДК, ӘОЖ, МРНТИ
    number,          ///< «№ 3», «DOI 10.…» above a head
    title,           ///< may be the title of a work: capitals, a heading, a short centred or bold line
    byline,          ///< names authors
    affiliation,     ///< a short line about them: degree, university, e-mail
    imprint,         ///< of a volume's front matter: its editors, place and year
    note,            ///< «Поступила в редакцию …», «© Иванов И.И., 2021»
    line,            ///< a short line that ends no sentence: may be a title where a byline stands beside it
    abstract,
    keywords,
    references_heading,
    reference,  ///< an entry below such a heading
    provision,  ///< «35-бап. …», «Статья 35. …»
    heading,    ///< inside an article: «Введение», «Қорытынды»
    chapter,    ///< «2-тарау», «Глава 2», «СЕКЦИЯ 1»
    contents,   ///< a line of a table of contents
};

/// A paragraph of the file, page furniture removed and page breaks inside it healed.
struct Paragraph {
    std::string text;        ///< one line, but for a line break kept after a hyphen at a line's end
    std::uint32_t page = 0;  ///< place in `Source::pages` where it begins
    std::vector<store::PageTurn> turns;  ///< where it goes on upon other pages, places in `Source::pages`
    std::uint8_t heading_level = 0;
    bool is_centred = false;
    bool is_bold = false;
    bool is_note = false;  ///< the file's layout tells that it is a footnote
    bool begins_page = false;
    bool follows_blank = false;  ///< an empty line stands before it
    bool fills_lines = false;    ///< its last line but for the end of a page was a full one: it may go on
    Role role = Role::body;
    std::string words;           ///< its first words, normalised, one space between them
    std::size_t word_count = 0;  ///< of long paragraphs by their spaces
    double capitals = 0;         ///< share of capitals among its letters
};

/// A file as paragraphs.
struct Source {
    std::vector<store::PageRef> pages;  ///< empty where the file shows no pages
    std::vector<Paragraph> paragraphs;
    std::vector<std::string> running_heads;
};

/// Lines → paragraphs: running heads and page numbers go (the number becomes the page's label), wrapped lines
/// are joined, and a paragraph that a page break (a form feed, a page number, or a bare empty line in
/// mid-sentence) cut in two is one again. No character of any other line is lost.
Source read_paragraphs(const std::vector<Page>& pages);

/// Decides every paragraph's role.
void classify(std::vector<Paragraph>& paragraphs);

/// What a line or paragraph is by its own words; `line` or `body` where they do not tell. Needs `text`,
/// `words`, `word_count` and `capitals`.
Role own_role(const Paragraph& paragraph);

/// A line as a paragraph of its own, counted.
Paragraph paragraph_of(std::string_view line);

/// Fills `words`, `word_count` and `capitals` from `text`.
void count_words(Paragraph& paragraph);

/// Number of a provision's heading: {35, 1} for «35-1-бап. …»; nothing for other paragraphs.
struct ProvisionNumber {
    unsigned article = 0;
    unsigned insert = 0;  ///< of «146-1»; 0 where there is none
    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the 0 that <=> is compared with for a
    // pointer
    friend auto operator<=>(const ProvisionNumber&, const ProvisionNumber&) = default;
};
std::optional<ProvisionNumber> provision_number(std::string_view text);

}  // namespace izde::indexer
