#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/utf8.hpp"
#include "indexer/extract/code_page.hpp"
#include "indexer/extract/compound_file.hpp"
#include "indexer/extract/doc_paragraphs.hpp"
#include "indexer/extract/formats.hpp"
#include "indexer/extract/office_metadata.hpp"
#include "indexer/extract/page_text.hpp"

namespace izde::indexer {
namespace {

/// Offsets in the file information block of Word 97 and later ([MS-DOC] 2.5).
constexpr std::size_t kVersion = 0x02, kFlags = 0x0A, kTextLength = 0x4C, kNotesLength = 0x50,
                      kHeadsLength = 0x54, kCommentsLength = 0x5C, kEndnotesLength = 0x60,
                      kBoxesLength = 0x64, kPieces = 0x1A2, kPiecesLength = 0x1A6;
constexpr std::uint16_t kWord97 = 0x00C0;  ///< Word 95 has 0x65 to 0x69
constexpr std::uint16_t kEncrypted = 0x0100, kSecondTable = 0x0200;
constexpr std::uint32_t kOneByte = 0x40000000;

/// The characters of a document in their order, as UTF-16: pieces of 8-bit (windows-1252) and 16-bit text
/// that lie where saving left them ([MS-DOC] 2.4.1).
std::u16string read_pieces(std::string_view document, std::string_view clx, std::size_t limit,
                           std::vector<DocPiece>& found) {
    std::size_t at = 0;
    while (at < clx.size() && clx[at] == 1) at += 3 + std::size_t{read_u16(clx, at + 1)};
    if (at >= clx.size() || clx[at] != 2) throw ExtractError("has no table of text pieces");
    const std::size_t size =
        std::min<std::size_t>(read_u32(clx, at + 1), clx.size() - std::min(clx.size(), at + 5));
    if (size < 4) throw ExtractError("has an empty table of text pieces");
    const std::string_view table = clx.substr(at + 5, size);
    const std::size_t pieces = (size - 4) / 12;
    std::u16string text;
    for (std::size_t piece = 0; piece < pieces; ++piece) {
        const std::size_t begin = read_u32(table, piece * 4);
        const std::size_t end = read_u32(table, piece * 4 + 4);
        const std::uint32_t place = read_u32(table, (pieces + 1) * 4 + piece * 8 + 2);
        if (begin != text.size() || end < begin) throw ExtractError("has a broken table of text pieces");
        // Pieces that name one place again and again would make a small file a large text.
        if (end > limit) throw ExtractError("has text pieces longer than the file");
        const std::size_t offset = place & (kOneByte - 1);
        const bool is_one_byte = (place & kOneByte) != 0;
        found.push_back({begin, is_one_byte ? offset / 2 : offset, is_one_byte});
        for (std::size_t index = 0; index < end - begin; ++index) {
            if ((place & kOneByte) == 0) {
                text.push_back(static_cast<char16_t>(read_u16(document, offset + 2 * index)));
            } else if (offset / 2 + index < document.size()) {
                const auto byte = static_cast<unsigned char>(document[offset / 2 + index]);
                text.push_back(static_cast<char16_t>(decoded(CodePage::windows_1252, byte)));
            } else {
                throw ExtractError("cut off: a text piece lies beyond the end");
            }
        }
    }
    return text;
}

/// Characters to pages; what Word marks by control characters ([MS-DOC] 2.4.3) becomes lines and paragraphs.
class DocWriter {
  public:
    explicit DocWriter(const DocParagraphs& paragraphs) : paragraphs_(paragraphs) {}

    /// `first` is the number of the first character in the document.
    void write(std::u16string_view text, std::size_t first) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (run_.empty()) run_begin_ = first + at;
            char32_t code_point = text[at];
            const bool is_high = code_point >= 0xD800 && code_point < 0xDC00;
            if (is_high && at + 1 < text.size() && text[at + 1] >= 0xDC00 && text[at + 1] < 0xE000)
                code_point = 0x10000 + ((code_point - 0xD800) << 10U) + (text[++at] - 0xDC00U);
            put(code_point);
        }
        flush();
        fields_.clear();
        page_.break_paragraph();
    }

    std::vector<Page> take_pages() {
        if (!page_.empty() || pages_.empty()) end_page();
        return std::move(pages_);
    }

  private:
    void put(char32_t character) {
        const bool is_row_end = character == 0x07 && is_after_cell_;
        is_after_cell_ = character == 0x07 && !is_row_end;
        if (character == 0x13) {
            fields_.push_back(true);
        } else if (character == 0x14) {
            if (!fields_.empty()) fields_.back() = false;
        } else if (character == 0x15) {
            if (!fields_.empty()) fields_.pop_back();
        } else if (!fields_.empty() && fields_.back()) {
            // A field's code; its result follows.
        } else if (character == 0x07) {
            flush();
            if (is_row_end) {
                page_.break_line();
            } else {
                page_.space();
            }
        } else if (character == 0x0D) {
            flush();
            page_.break_paragraph();
        } else if (character == 0x0B) {
            flush();
            page_.break_line();
        } else if (character == 0x0C) {
            flush();
            if (!page_.empty()) end_page();
        } else if (character == 0x1E) {
            analyzers::append_utf8(run_, U'\u2011');
        } else if (character == 0x1F) {
            analyzers::append_utf8(run_, U'\u00AD');
        } else if (character == 0x09 || character >= 0x20) {
            const bool is_lone = character >= 0xD800 && character < 0xE000;
            analyzers::append_utf8(run_, is_lone ? U'\uFFFD' : character);
        }
    }

    void flush() {
        if (!run_.empty()) page_.add(run_, paragraphs_.style_at(run_begin_));
        run_.clear();
    }

    void end_page() { pages_.push_back(page_.take(static_cast<std::uint32_t>(pages_.size() + 1))); }

    const DocParagraphs& paragraphs_;
    PageText page_;
    std::vector<Page> pages_;
    std::string run_;
    std::size_t run_begin_ = 0;
    std::vector<bool> fields_;  ///< open fields: whether still in the code
    bool is_after_cell_ = false;
};

/// Title and author of a "\5SummaryInformation" stream ([MS-OLEPS] 2.21).
Metadata read_summary(std::string_view summary) {
    Metadata metadata;
    if (summary.size() < 0x30) return metadata;
    const std::size_t section = read_u32(summary, 0x2C);
    const std::size_t count = std::min<std::size_t>(read_u32(summary, section + 4), 64);
    std::optional<CodePage> page;
    bool is_utf8 = false;
    std::string title, author;
    for (std::size_t number = 0; number < count; ++number) {
        const std::uint32_t id = read_u32(summary, section + 8 + number * 8);
        const std::size_t at = section + read_u32(summary, section + 12 + number * 8);
        if (id == 1) {
            page = code_page_of_number(read_u16(summary, at + 4));
            is_utf8 = read_u16(summary, at + 4) == 65001;
        } else if ((id == 2 || id == 4) && read_u32(summary, at) == 0x1E) {
            const std::size_t size = read_u32(summary, at + 4);
            std::string_view value = summary.substr(std::min(at + 8, summary.size()), size);
            value = value.substr(0, value.find('\0'));
            (id == 2 ? title : author) = value;
        }
    }
    const auto as_utf8 = [&](const std::string& value) {
        if (is_utf8) return value;
        std::string text;
        for (const char byte : value) {
            analyzers::append_utf8(
                text, decoded(page.value_or(CodePage::windows_1252), static_cast<unsigned char>(byte)));
        }
        return text;
    };
    set_title(metadata, as_utf8(title));
    add_author(metadata, as_utf8(author));
    drop_typist(metadata);
    return metadata;
}

class DocExtractor final : public Extractor {
  public:
    DocExtractor() = default;

    Extraction extract(std::string_view bytes, const std::string& /*path*/) const override {
        const CompoundFile file(bytes);
        const std::string document = file.stream("WordDocument");
        if (document.empty()) throw ExtractError("an OLE file without a Word document");
        if (read_u16(document, kVersion) < kWord97) throw ExtractError("of a Word older than Word 97");
        const std::uint16_t flags = read_u16(document, kFlags);
        if ((flags & kEncrypted) != 0) throw ExtractError("encrypted: a password is needed");

        const std::string table = file.stream((flags & kSecondTable) != 0 ? "1Table" : "0Table");
        const std::size_t begin = std::min<std::size_t>(read_u32(document, kPieces), table.size());
        const std::string_view clx = std::string_view(table).substr(begin, read_u32(document, kPiecesLength));
        std::vector<DocPiece> pieces;
        const std::u16string text = read_pieces(document, clx, bytes.size(), pieces);
        const DocParagraphs paragraphs(document, table, std::move(pieces));

        Extraction extraction;
        extraction.format = "doc";
        extraction.metadata = summary_of(file, extraction);
        DocWriter writer(paragraphs);
        std::size_t place = 0;
        // The parts lie one behind the other; running heads and comments are no text of the document.
        for (const std::size_t length :
             {kTextLength, kNotesLength, kHeadsLength, kCommentsLength, kEndnotesLength, kBoxesLength}) {
            const std::size_t size = std::min<std::size_t>(read_u32(document, length), text.size() - place);
            if (length != kHeadsLength && length != kCommentsLength)
                writer.write(std::u16string_view(text).substr(place, size), place);
            place += size;
        }
        extraction.pages = writer.take_pages();
        return extraction;
    }

  private:
    /// Properties are no reason to give up the text.
    static Metadata summary_of(const CompoundFile& file, Extraction& extraction) {
        try {
            return read_summary(file.stream("\5SummaryInformation"));
        } catch (const ExtractError&) {
            extraction.warnings.emplace_back("its properties are broken");
            return {};
        }
    }
};

}  // namespace

const Extractor& doc_extractor() {
    static const DocExtractor extractor;
    return extractor;
}

}  // namespace izde::indexer
