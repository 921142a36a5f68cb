#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/formats.hpp"
#include "indexer/extract/office_metadata.hpp"
#include "indexer/extract/page_text.hpp"
#include "indexer/extract/xml_cursor.hpp"
#include "indexer/extract/zip_reader.hpp"

namespace izde::indexer {
namespace {

/// A repeated space may say any number; layout needs no more.
constexpr std::size_t kMostSpaces = 100;

/// What a style of paragraphs or characters says to segmentation.
struct OdfStyle {
    std::string parent;
    bool is_centred = false, is_bold = false, is_italic = false, begins_page = false, is_hidden = false;
};
using OdfStyles = std::map<std::string, OdfStyle>;

OdfStyle resolved(const OdfStyles& styles, std::string name) {
    OdfStyle result;
    for (int depth = 0; depth < 10 && !name.empty(); ++depth) {
        const auto found = styles.find(name);
        if (found == styles.end()) break;
        result.is_centred |= found->second.is_centred;
        result.is_bold |= found->second.is_bold;
        result.is_italic |= found->second.is_italic;
        result.is_hidden |= found->second.is_hidden;
        if (depth == 0) result.begins_page = found->second.begins_page;
        name = found->second.parent;
    }
    return result;
}

/// Writes the text of an OpenDocument file (OASIS ODF 1.2) as pages of lines: content.xml of a package, or a
/// flat file whole.
class OdfWriter {
  public:
    void write(std::string_view xml, const std::string& part) {
        XmlCursor cursor(xml, part);
        while (cursor.next()) {
            if (cursor.node() == XmlCursor::Node::start) {
                start(cursor);
            } else if (cursor.node() == XmlCursor::Node::end) {
                end(cursor.name());
            } else if (depth_ > 0) {
                write_text(cursor.text());
            }
        }
    }

    std::vector<Page> take_pages() {
        page_.break_paragraph();
        // Notes stand at the end: in their place they would cut the sentence that they explain.
        for (const std::string& note : notes_) {
            page_.add(note, {});
            page_.break_paragraph();
        }
        if (!page_.empty() || pages_.empty()) end_page();
        return std::move(pages_);
    }

  private:
    void start(XmlCursor& cursor) {
        const std::string_view name = cursor.name();
        if (name == "style" || name == "default-style") {
            style_ = &styles_[cursor.attribute("name")];
            style_->parent = cursor.attribute("parent-style-name");
        } else if (style_ != nullptr && name == "paragraph-properties") {
            style_->is_centred = cursor.attribute("text-align") == "center";
            style_->begins_page = cursor.attribute("break-before") == "page";
        } else if (style_ != nullptr && name == "text-properties") {
            style_->is_bold = cursor.attribute("font-weight") == "bold";
            style_->is_italic = cursor.attribute("font-style") == "italic";
            style_->is_hidden = cursor.attribute("display") == "none";
        } else if (name == "tracked-changes" || name == "annotation" || name == "note-citation" ||
                   name == "meta" || name == "scripts" || name == "settings" || name == "binary-data" ||
                   name == "forms" || name == "sequence-decls" || name == "master-styles") {
            cursor.skip();
        } else if (name == "note-body") {
            notes_.push_back(cursor.inner_text());
        } else if (name == "p" || name == "h") {
            start_paragraph(cursor);
        } else if (name == "span") {
            spans_.push_back(resolved(styles_, cursor.attribute("style-name")));
        } else if (name == "s" || name == "tab") {
            const std::string value = cursor.attribute("c");
            std::size_t count = 1;
            std::from_chars(value.data(), value.data() + value.size(), count);
            if (std::min(count, kMostSpaces) > 0) page_.space();
        } else if (name == "line-break") {
            page_.break_line();
        } else if (name == "soft-page-break") {
            if (!page_.empty()) end_page();
        } else if (name == "table-row") {
            ++rows_;
        }
    }

    void start_paragraph(const XmlCursor& cursor) {
        ++depth_;
        spans_.assign(1, resolved(styles_, cursor.attribute("style-name")));
        if (spans_.front().begins_page && rows_ == 0 && !page_.empty()) end_page();
        heading_level_ = 0;
        if (cursor.name() != "h") return;
        unsigned level = 1;
        const std::string value = cursor.attribute("outline-level");
        std::from_chars(value.data(), value.data() + value.size(), level);
        heading_level_ = static_cast<std::uint8_t>(std::clamp(level, 1U, 6U));
    }

    void end(std::string_view name) {
        if (name == "style" || name == "default-style") {
            style_ = nullptr;
        } else if (name == "p" || name == "h") {
            depth_ -= depth_ > 0 ? 1 : 0;
            if (rows_ > 0) {
                page_.space();
            } else {
                page_.break_paragraph();
            }
        } else if (name == "span") {
            if (spans_.size() > 1) spans_.pop_back();
        } else if (name == "table-row") {
            rows_ -= rows_ > 0 ? 1 : 0;
            if (rows_ == 0) page_.break_line();
        } else if (name == "table" && rows_ == 0) {
            page_.break_paragraph();
        }
    }

    void write_text(std::string_view text) {
        TextStyle style;
        style.heading_level = heading_level_;
        for (const OdfStyle& span : spans_) {
            if (span.is_hidden) return;
            style.is_centred |= span.is_centred;
            style.is_bold |= span.is_bold;
            style.is_italic |= span.is_italic;
        }
        page_.add(text, style);
    }

    void end_page() { pages_.push_back(page_.take(static_cast<std::uint32_t>(pages_.size() + 1))); }

    OdfStyles styles_;
    OdfStyle* style_ = nullptr;
    PageText page_;
    std::vector<Page> pages_;
    std::vector<std::string> notes_;
    std::vector<OdfStyle> spans_;  ///< of the paragraph and of the spans within it
    std::uint8_t heading_level_ = 0;
    std::size_t depth_ = 0;
    std::size_t rows_ = 0;
};

class OdtExtractor final : public Extractor {
  public:
    OdtExtractor() = default;

    Extraction extract(std::string_view bytes, const std::string& /*path*/) const override {
        const auto parts = read_zip(bytes, [](std::string_view name) {
            return name == "content.xml" || name == "styles.xml" || name == "meta.xml";
        });
        if (!parts.contains("content.xml")) throw ExtractError("no content.xml: not an OpenDocument text");
        Extraction extraction;
        extraction.format = "odt";
        if (const auto meta = parts.find("meta.xml"); meta != parts.end())
            extraction.metadata = read_dublin_core(meta->second, "meta.xml");
        extraction.metadata.is_stamp = true;
        OdfWriter writer;
        if (const auto styles = parts.find("styles.xml"); styles != parts.end())
            writer.write(styles->second, "styles.xml");
        writer.write(parts.at("content.xml"), "content.xml");
        extraction.pages = writer.take_pages();
        return extraction;
    }
};

class FodtExtractor final : public Extractor {
  public:
    FodtExtractor() = default;

    Extraction extract(std::string_view bytes, const std::string& /*path*/) const override {
        Extraction extraction;
        extraction.format = "fodt";
        extraction.metadata = read_dublin_core(bytes, "the document");
        extraction.metadata.is_stamp = true;
        OdfWriter writer;
        writer.write(bytes, "the document");
        extraction.pages = writer.take_pages();
        return extraction;
    }
};

}  // namespace

const Extractor& odt_extractor() {
    static const OdtExtractor extractor;
    return extractor;
}

const Extractor& fodt_extractor() {
    static const FodtExtractor extractor;
    return extractor;
}

}  // namespace izde::indexer
