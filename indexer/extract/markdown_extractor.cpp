#include <libxml/HTMLparser.h>
#include <md4c.h>

#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/utf8.hpp"
#include "indexer/extract/encoding.hpp"
#include "indexer/extract/formats.hpp"
#include "indexer/extract/page_text.hpp"

namespace izde::indexer {
namespace {

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

/// Reads the `key: value` lines between the two `---` lines with which many Markdown files begin, and takes
/// them off `text`. Only top-level scalars are read: title, author, date or year, lang, url.
void take_front_matter(std::string_view& text, Metadata& metadata) {
    if (!text.starts_with("---\n")) return;
    const std::size_t end = text.find("\n---", 3);
    if (end == std::string_view::npos) return;
    std::string_view matter = text.substr(4, end - 3);
    text.remove_prefix(std::min(text.size(), text.find('\n', end + 1)));
    std::string label;
    std::string heading;
    while (!matter.empty()) {
        const std::size_t line_end = std::min(matter.find('\n'), matter.size() - 1);
        const std::string_view line = matter.substr(0, line_end);
        matter.remove_prefix(line_end + 1);
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        const std::string_view key = line.substr(0, colon);
        std::string_view value = trimmed(line.substr(colon + 1));
        if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
            value.back() == value.front()) {
            value = value.substr(1, value.size() - 2);
        }
        if (value.empty()) continue;
        if (key == "title") metadata.title = value;
        if (key == "author") metadata.authors.emplace_back(value);
        if (key == "lang" || key == "language") metadata.language = value.substr(0, 2);
        if (key == "url" || key == "source_url") metadata.url = value;
        if (key == "article_label") label = value;
        if (key == "heading") heading = value;
        if (key == "year" || key == "date") {
            int year = 0;
            const auto result =
                std::from_chars(value.data(), value.data() + std::min<std::size_t>(4, value.size()), year);
            if (result.ec == std::errc() && year > 999) metadata.year = year;
        }
    }
    if (metadata.title.empty() && !heading.empty()) {
        metadata.title = label.empty() ? heading : label + ". " + heading;
    }
}

/// What md4c's callbacks build. They are C functions: nothing may be thrown through them but what ends the
/// parse.
class MarkdownReader {
  public:
    static int enter_block(MD_BLOCKTYPE type, void* detail, void* self) {
        auto& reader = *static_cast<MarkdownReader*>(self);
        if (type == MD_BLOCK_H) {
            reader.style_.heading_level =
                static_cast<std::uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        }
        if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
            reader.page_.space();
        } else if (!reader.follows_item_number_) {
            reader.page_.break_paragraph();
        }
        reader.follows_item_number_ = false;
        if (type == MD_BLOCK_OL) {
            const auto* const list = static_cast<MD_BLOCK_OL_DETAIL*>(detail);
            reader.lists_.push_back({list->start, list->mark_delimiter});
        } else if (type == MD_BLOCK_UL) {
            reader.lists_.push_back({});
        } else if (type == MD_BLOCK_LI && !reader.lists_.empty() && reader.lists_.back().delimiter != 0) {
            reader.add_item_number(reader.lists_.back());
        }
        return 0;
    }

    static int leave_block(MD_BLOCKTYPE type, void* /*detail*/, void* self) {
        auto& reader = *static_cast<MarkdownReader*>(self);
        if (type != MD_BLOCK_TH && type != MD_BLOCK_TD) reader.page_.break_paragraph();
        if (type == MD_BLOCK_H) reader.style_.heading_level = 0;
        if ((type == MD_BLOCK_OL || type == MD_BLOCK_UL) && !reader.lists_.empty()) reader.lists_.pop_back();
        return 0;
    }

    static int enter_span(MD_SPANTYPE type, void* /*detail*/, void* self) {
        static_cast<MarkdownReader*>(self)->change_depth(type, 1);
        return 0;
    }

    static int leave_span(MD_SPANTYPE type, void* /*detail*/, void* self) {
        static_cast<MarkdownReader*>(self)->change_depth(type, -1);
        return 0;
    }

    static int text(MD_TEXTTYPE type, const MD_CHAR* bytes, MD_SIZE size, void* self) {
        auto& reader = *static_cast<MarkdownReader*>(self);
        const std::string_view text(bytes, size);
        switch (type) {
            case MD_TEXT_BR:
                reader.page_.break_line();
                break;
            case MD_TEXT_SOFTBR:
                reader.page_.space();
                break;
            case MD_TEXT_HTML:
            case MD_TEXT_NULLCHAR:
                break;
            case MD_TEXT_ENTITY:
                reader.add_entity(text);
                break;
            case MD_TEXT_CODE:
                reader.page_.add_preformatted(text, reader.style_);
                break;
            default:
                reader.page_.add(text, reader.style_);
                break;
        }
        return 0;
    }

    Page take() { return page_.take(1); }

  private:
    /// A list that is being read; one without numbers has no delimiter.
    struct List {
        unsigned next = 1;
        char delimiter = 0;
    };

    /// The numbers of points and of references are part of the text: law is cited by them.
    void add_item_number(List& list) {
        page_.add(std::to_string(list.next++) + list.delimiter, style_);
        page_.space();
        follows_item_number_ = true;
    }

    void change_depth(MD_SPANTYPE type, int change) {
        if (type == MD_SPAN_STRONG) style_.is_bold = (bold_depth_ += change) > 0;
        if (type == MD_SPAN_EM) style_.is_italic = (italic_depth_ += change) > 0;
    }

    /// `&nbsp;`, `&#1179;`, `&#x49B;`; one that is unknown stays as it stands.
    void add_entity(std::string_view entity) {
        std::uint32_t point = 0;
        if (entity.starts_with("&#")) {
            const bool is_hex = entity.size() > 2 && (entity[2] == 'x' || entity[2] == 'X');
            const char* begin = entity.data() + (is_hex ? 3 : 2);
            std::from_chars(begin, entity.data() + entity.size(), point, is_hex ? 16 : 10);
        } else {
            const std::string name(entity.substr(1, entity.size() - 2));
            const auto* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
            if (known != nullptr) point = known->value;
        }
        if (point == 0 || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) {
            page_.add(entity, style_);
            return;
        }
        std::string text;
        analyzers::append_utf8(text, point);
        page_.add(text, style_);
    }

    PageText page_;
    TextStyle style_;
    std::vector<List> lists_;
    bool follows_item_number_ = false;
    int bold_depth_ = 0;
    int italic_depth_ = 0;
};

/// Markdown (CommonMark with tables): marks go, headings and emphasis become line styles.
class MarkdownExtractor final : public Extractor {
  public:
    MarkdownExtractor() = default;

    Extraction extract(std::string_view bytes, const std::string& /*path*/) const override {
        DecodedText decoded = decode_text(bytes);
        Extraction extraction;
        extraction.format = "markdown";
        extraction.encoding = std::move(decoded.encoding);
        if (!decoded.warning.empty()) extraction.warnings.push_back(std::move(decoded.warning));
        std::string_view text = decoded.text;
        take_front_matter(text, extraction.metadata);

        MarkdownReader reader;
        MD_PARSER parser{};
        parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS;
        parser.enter_block = MarkdownReader::enter_block;
        parser.leave_block = MarkdownReader::leave_block;
        parser.enter_span = MarkdownReader::enter_span;
        parser.leave_span = MarkdownReader::leave_span;
        parser.text = MarkdownReader::text;
        if (md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &reader) != 0) {
            throw ExtractError("not readable as Markdown (out of memory)");
        }
        extraction.pages.push_back(reader.take());
        return extraction;
    }
};

}  // namespace

const Extractor& markdown_extractor() {
    static const MarkdownExtractor extractor;
    return extractor;
}

}  // namespace izde::indexer
