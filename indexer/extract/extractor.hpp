#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace izde::indexer {

/// What a line looked like in the file: evidence for segmentation, never part of the text.
struct LineStyle {
    std::uint32_t begin = 0;  ///< byte offsets in `Page::text`
    std::uint32_t end = 0;
    std::uint8_t heading_level = 0;  ///< 1..6 as in HTML; 0 is no heading
    bool is_centred = false;
    bool is_bold = false;
    bool is_italic = false;
    bool is_note = false;  ///< small type below the text of its column, behind a mark: a footnote
};

/// One page of a file. Formats without pages give one page with an empty label.
struct Page {
    std::string label;              ///< as printed, where the format says it (PDF page labels); "" otherwise
    std::uint32_t index = 1;        ///< physical number, from 1
    std::string text;               ///< UTF-8; lines end in \n, paragraphs are parted by an empty line
    std::vector<LineStyle> styles;  ///< ascending by `begin`; only lines that stand out
};

/// A work that the file itself declares (a JSONL line, a file's own metadata).
struct DeclaredWork {
    std::string id;
    std::string title;
    std::vector<std::string> authors;
    std::optional<int> year;
    std::string language;  ///< "kk", "ru", "en" or ""
    std::string kind;      ///< as in store::WorkKind's names, or ""
    std::string url;
    std::string text;
};

/// What a file says about itself; empty fields are unknown.
struct Metadata {
    std::string title;
    std::vector<std::string> authors;
    std::optional<int> year;
    std::optional<int> year_made;  ///< when an office program made the file: the weakest evidence of a year
    bool is_stamp = false;         ///< an office program wrote it: what the text says goes before its authors
    std::string language;          ///< "kk", "ru", "en" or ""
    std::string url;
};

/// A file turned into text.
struct Extraction {
    std::string format;    ///< "text", "markdown", "html", "jsonl" …
    std::string encoding;  ///< the encoding it was decoded from, IANA name; "" for binary formats
    Metadata metadata;
    std::vector<Page> pages;            ///< empty for formats whose lines are works of their own
    std::uint64_t unread_pages = 0;     ///< pictures of pages that nothing has read
    std::vector<std::string> warnings;  ///< for example a declared encoding that was wrong
};

/// Turns the bytes of one format into text. Implementations are stateless and thread-safe.
class Extractor {
  public:
    virtual ~Extractor() = default;
    Extractor(const Extractor&) = delete;
    Extractor& operator=(const Extractor&) = delete;

    /// `bytes` is the whole file, `path` only for messages. Throws ExtractError.
    virtual Extraction extract(std::string_view bytes, const std::string& path) const = 0;

  protected:
    Extractor() = default;
};

/// Why a file could not be read: says the cause and, where there is one, the place (line, byte offset).
class ExtractError : public std::exception {
  public:
    explicit ExtractError(std::string message) : message_(std::move(message)) {}
    const char* what() const noexcept override { return message_.c_str(); }

  private:
    std::string message_;
};

/// The extractor of a file's format (`format_of`); nullptr where that is unknown.
const Extractor* find_extractor(std::string_view path, std::string_view first_bytes);

/// Gets each good line's work with its line number (from 1) and the line's own bytes.
using OnDeclaredWork = std::function<void(DeclaredWork&&, std::uint64_t line, std::string_view bytes)>;
/// Gets a bad line's number and cause; reading goes on.
using OnBadLine = std::function<void(std::uint64_t line, const std::string& cause)>;

/// Reads an open JSONL file from its beginning, line by line, as long as it is at the call. Throws
/// ExtractError if the file cannot be read.
void read_jsonl(int descriptor, const OnDeclaredWork& on_work, const OnBadLine& on_error);

/// The same of JSONL that is in memory.
void read_jsonl_text(std::string_view bytes, const OnDeclaredWork& on_work, const OnBadLine& on_error);

}  // namespace izde::indexer
