#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/formats.hpp"
#include "indexer/extract/office_metadata.hpp"
#include "indexer/extract/page_text.hpp"
#include "indexer/extract/word_numbering.hpp"
#include "indexer/extract/xml_cursor.hpp"
#include "indexer/extract/zip_reader.hpp"

namespace izde::indexer {
namespace {

/// What a paragraph style of word/styles.xml says to segmentation.
struct ParagraphStyle {
    std::string parent;
    std::uint8_t heading_level = 0;
    bool is_centred = false;
    bool is_bold = false;
};
using ParagraphStyles = std::map<std::string, ParagraphStyle>;

std::uint8_t level_of(std::string_view outline) {
    unsigned level = 9;
    std::from_chars(outline.data(), outline.data() + outline.size(), level);
    return level < 6 ? static_cast<std::uint8_t>(level + 1) : std::uint8_t{0};
}

/// <w:b/> is on, <w:b w:val="0"/> off.
bool is_on(const XmlCursor& cursor) {
    const std::string value = cursor.attribute("val");
    return value != "0" && value != "false" && value != "off" && value != "none";
}

ParagraphStyles read_styles(std::string_view xml) {
    ParagraphStyles styles;
    XmlCursor cursor(xml, "word/styles.xml");
    ParagraphStyle* style = nullptr;
    while (cursor.next()) {
        if (cursor.node() != XmlCursor::Node::start) continue;
        const std::string_view name = cursor.name();
        if (name == "style") {
            style = cursor.attribute("type") == "paragraph" ? &styles[cursor.attribute("styleId")] : nullptr;
        } else if (style == nullptr) {
            continue;
        } else if (name == "basedOn") {
            style->parent = cursor.attribute("val");
        } else if (name == "outlineLvl") {
            style->heading_level = level_of(cursor.attribute("val"));
        } else if (name == "name" && cursor.attribute("val") == "Title") {
            style->heading_level = 1;
        } else if (name == "jc") {
            style->is_centred = cursor.attribute("val") == "center";
        } else if (name == "b") {
            style->is_bold = is_on(cursor);
        }
    }
    return styles;
}

/// With what it inherits; a chain of styles that closes on itself ends.
ParagraphStyle resolved(const ParagraphStyles& styles, std::string id) {
    ParagraphStyle result;
    for (int depth = 0; depth < 10 && !id.empty(); ++depth) {
        const auto style = styles.find(id);
        if (style == styles.end()) break;
        if (result.heading_level == 0) result.heading_level = style->second.heading_level;
        result.is_centred |= style->second.is_centred;
        result.is_bold |= style->second.is_bold;
        id = style->second.parent;
    }
    return result;
}

/// Writes the body of a document (ECMA-376, part 1, 17) as pages of lines.
class BodyWriter {
  public:
    BodyWriter(const ParagraphStyles& styles, WordNumbering& numbering)
        : styles_(styles), numbering_(numbering) {}

    void write(std::string_view xml, const std::string& part) {
        XmlCursor cursor(xml, part);
        while (cursor.next()) {
            if (cursor.node() == XmlCursor::Node::start) {
                start(cursor);
            } else if (cursor.node() == XmlCursor::Node::end) {
                end(cursor.name());
            } else if (in_text_) {
                page_.add(cursor.text(), style());
            }
        }
        page_.break_paragraph();
    }

    std::vector<Page> take_pages() {
        if (!page_.empty() || pages_.empty()) end_page();
        return std::move(pages_);
    }

  private:
    void start(XmlCursor& cursor) {
        const std::string_view name = cursor.name();
        // Deleted text, field codes and the old form of what stands beside it are no text of the document.
        if (name == "del" || name == "moveFrom" || name == "instrText" || name == "delText" ||
            name == "Fallback" || name == "annotationRef") {
            cursor.skip();
        } else if (name == "pPr") {
            read_paragraph_properties(cursor);
        } else if (name == "rPr") {
            read_run_properties(cursor);
        } else if (name == "p") {
            paragraph_ = {};
        } else if (name == "r") {
            run_ = {};
            is_hidden_ = false;
        } else if (name == "t") {
            in_text_ = !is_hidden_;
        } else if (name == "tab") {
            page_.space();
        } else if (name == "noBreakHyphen") {
            page_.add("\u2011", style());
        } else if (name == "softHyphen") {
            page_.add("\u00AD", style());
        } else if (name == "br" && cursor.attribute("type") == "page") {
            end_page();
        } else if (name == "br" || name == "cr") {
            page_.break_line();
        } else if (name == "lastRenderedPageBreak") {
            // Word writes it behind a break of its own too: an empty page is no page.
            if (!page_.empty()) end_page();
        } else if (name == "tr") {
            ++rows_;
        } else if (name == "footnote" || name == "endnote") {
            // The separators that every file holds are notes without text.
            if (const std::string type = cursor.attribute("type"); !type.empty() && type != "normal")
                cursor.skip();
        }
    }

    void end(std::string_view name) {
        if (name == "t") {
            in_text_ = false;
        } else if (name == "p") {
            // The cells of a row are words of one line.
            if (rows_ > 0) {
                page_.space();
            } else {
                page_.break_paragraph();
            }
        } else if (name == "tr") {
            rows_ -= rows_ > 0 ? 1 : 0;
            if (rows_ == 0) page_.break_line();
        } else if (name == "tbl") {
            if (rows_ == 0) page_.break_paragraph();
        }
    }

    void read_paragraph_properties(XmlCursor& cursor) {
        std::string list;
        std::size_t level = 0;
        bool begins_page = false;
        for (std::size_t depth = 1; depth > 0 && cursor.next();) {
            if (cursor.node() == XmlCursor::Node::end) --depth;
            if (cursor.node() != XmlCursor::Node::start) continue;
            ++depth;
            const std::string_view name = cursor.name();
            if (name == "pStyle") {
                const ParagraphStyle style = resolved(styles_, cursor.attribute("val"));
                paragraph_ = {style.heading_level, style.is_centred, style.is_bold, false};
            } else if (name == "jc") {
                paragraph_.is_centred = cursor.attribute("val") == "center";
            } else if (name == "outlineLvl") {
                paragraph_.heading_level = level_of(cursor.attribute("val"));
            } else if (name == "pageBreakBefore") {
                begins_page = is_on(cursor);
            } else if (name == "numId") {
                list = cursor.attribute("val");
            } else if (name == "ilvl") {
                const std::string value = cursor.attribute("val");
                std::from_chars(value.data(), value.data() + value.size(), level);
            }
        }
        if (begins_page && !page_.empty()) end_page();
        run_ = {};
        if (list.empty()) return;
        if (const std::string label = numbering_.next(list, level); !label.empty()) {
            page_.add(label, style());
            page_.space();
        }
    }

    void read_run_properties(XmlCursor& cursor) {
        run_.is_bold = paragraph_.is_bold;
        for (std::size_t depth = 1; depth > 0 && cursor.next();) {
            if (cursor.node() == XmlCursor::Node::end) --depth;
            if (cursor.node() != XmlCursor::Node::start) continue;
            ++depth;
            const std::string_view name = cursor.name();
            if (name == "b") run_.is_bold = is_on(cursor);
            if (name == "i") run_.is_italic = is_on(cursor);
            if (name == "vanish") is_hidden_ = is_on(cursor);
        }
    }

    TextStyle style() const {
        return {paragraph_.heading_level, paragraph_.is_centred, run_.is_bold || paragraph_.is_bold,
                run_.is_italic};
    }

    void end_page() { pages_.push_back(page_.take(static_cast<std::uint32_t>(pages_.size() + 1))); }

    const ParagraphStyles& styles_;
    WordNumbering& numbering_;
    PageText page_;
    std::vector<Page> pages_;
    TextStyle paragraph_, run_;
    bool in_text_ = false;
    bool is_hidden_ = false;
    std::size_t rows_ = 0;
};

class DocxExtractor final : public Extractor {
  public:
    DocxExtractor() = default;

    Extraction extract(std::string_view bytes, const std::string& /*path*/) const override {
        const auto parts = read_zip(bytes, [](std::string_view name) {
            return name.starts_with("word/") || name == "docProps/core.xml";
        });
        const auto part = [&](const std::string& name) -> std::string_view {
            const auto found = parts.find(name);
            return found == parts.end() ? std::string_view() : found->second;
        };
        const std::string_view body = part("word/document.xml");
        if (body.empty()) throw ExtractError("no word/document.xml: not a Word document");
        Extraction extraction;
        extraction.format = "docx";
        if (const auto core = part("docProps/core.xml"); !core.empty())
            extraction.metadata = read_dublin_core(core, "docProps/core.xml");
        drop_typist(extraction.metadata);
        const ParagraphStyles styles =
            part("word/styles.xml").empty() ? ParagraphStyles() : read_styles(part("word/styles.xml"));
        WordNumbering numbering;
        if (const auto xml = part("word/numbering.xml"); !xml.empty()) numbering = WordNumbering(xml);
        BodyWriter writer(styles, numbering);
        writer.write(body, "word/document.xml");
        for (const std::string notes : {"word/footnotes.xml", "word/endnotes.xml"}) {
            if (const auto xml = part(notes); !xml.empty()) writer.write(xml, notes);
        }
        extraction.pages = writer.take_pages();
        return extraction;
    }
};

}  // namespace

const Extractor& docx_extractor() {
    static const DocxExtractor extractor;
    return extractor;
}

}  // namespace izde::indexer
