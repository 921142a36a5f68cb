#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/language.hpp"

namespace izde::store {

using analyzers::Language;

/// What a reader would cite. The values are written into the index: never renumber them.
enum class WorkKind : std::uint8_t {
    document = 0,   ///< nothing better is known
    article = 1,    ///< of a journal or of proceedings
    section = 2,    ///< of a work too long to be one hit; `Work::parent` is its work
    provision = 3,  ///< an article of a statute
    book = 4,
    decision = 5,  ///< of a court
};

/// "document", "article", "section", "provision", "book", "decision": the names of the JSON output.
std::string_view name_of(WorkKind kind) noexcept;
std::optional<WorkKind> work_kind_from_name(std::string_view name) noexcept;

/// What a block is to its work; decides its terms, its weight and whether it is shown. The values are written
/// into the index: never renumber them.
enum class BlockKind : std::uint8_t {
    body = 0,
    title = 1,
    heading = 2,
    byline = 3,  ///< authors
    abstract = 4,
    keywords = 5,
    reference = 6,     ///< an entry of the list of references
    affiliation = 7,   ///< degrees, universities, e-mail, ORCID; УДК/ӘОЖ lines
    footnote = 8,      ///< at the foot of a page
    front_matter = 9,  ///< of a volume: its name, editors, imprint
    contents = 10,     ///< a line of a table of contents
};
inline constexpr BlockKind kLastBlockKind = BlockKind::contents;

/// A page break inside a paragraph.
struct PageTurn {
    std::uint32_t offset = 0;  ///< byte of the block with which the page begins
    std::uint32_t page = 0;    ///< index into `Work::pages`
    friend bool operator==(const PageTurn&, const PageTurn&) = default;
};

/// A paragraph of a work's stored text.
struct Block {
    std::uint32_t begin = 0;           ///< byte offset in `Work::text`; the block ends where the next begins
    std::uint32_t first_position = 0;  ///< term position of its first token; filled by the writer
    std::uint32_t page = 0;            ///< index into `Work::pages` of its first byte
    Language language = Language::unknown;
    BlockKind kind = BlockKind::body;
    std::vector<std::uint32_t>
        sentences;                ///< byte offsets of sentence starts, relative to `begin`; first is 0
    std::vector<PageTurn> turns;  ///< ascending; empty where it stands on one page
};

/// A page that a work stands on.
struct PageRef {
    std::string label;        ///< as printed, "" where the text shows none
    std::uint32_t index = 0;  ///< physical page of the file, from 1
    friend bool operator==(const PageRef&, const PageRef&) = default;
};

/// A place of a work's text that cites an act, resolved.
struct Citation {
    std::uint32_t begin = 0, end = 0;     ///< bytes of `Work::text`
    std::string act;                      ///< canonical id (analyzers/citation/acts.hpp)
    std::vector<std::string> provisions;  ///< "35/p2/s1"; empty: the act as a whole
    std::string title;  ///< the id by its title alone, where the text gives that too; else ""
    friend bool operator==(const Citation&, const Citation&) = default;
};

/// One hit-sized piece of a corpus: an article, a provision, a section, or a whole file.
struct Work {
    std::string id;     ///< stable across runs; for JSONL the line's `_id`
    std::string path;   ///< of the file, as the corpus names it (bytes; usually UTF-8)
    std::string title;  ///< "" where none was found
    std::vector<std::string> authors;
    std::optional<int> year;
    std::string container;  ///< the journal or the proceedings that it stands in, "" where unknown
    std::string volume;     ///< as printed: "№ 3", "2-том"; "" where unknown
    std::string url;        ///< "" where unknown
    std::string parent;     ///< id of the work that a section belongs to; "" otherwise
    WorkKind kind = WorkKind::document;
    Language language = Language::unknown;  ///< the language of most of its body
    bool is_mixed = false;                  ///< a second language holds a sizeable share of the body
    std::vector<std::string> keywords;
    std::string act;        ///< canonical id of the act that the work is or is a part of; "" where it is none
    std::string provision;  ///< the article of it that the work is ("35"); "" where it is the whole
    std::vector<Citation> citations;  ///< in the order of the text
    std::vector<PageRef> pages;       ///< ascending; empty where the format knows no pages
    std::vector<Block> blocks;        ///< ascending, cover `text` from its first byte to its last
    std::string text;  ///< the stored text: decoded, page furniture removed, nothing normalised
};

/// The page, as an index into `Work::pages`, of byte `offset` of the block.
std::uint32_t page_at(const Block& block, std::size_t offset) noexcept;

}  // namespace izde::store
