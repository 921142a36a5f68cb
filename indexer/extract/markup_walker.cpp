#include "indexer/extract/markup_walker.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace izde::indexer {
namespace {

template <std::size_t size>
constexpr bool contains(const std::array<std::string_view, size>& sorted, std::string_view name) {
    return std::ranges::binary_search(sorted, name);
}

/// Elements whose content is no text of the document. Site furniture is known by its element; pages that
/// build it of `div` are served by looking for their main part first (html_extractor.cpp).
constexpr std::array<std::string_view, 23> kSkipped = {
    "aside",  "audio",  "button", "canvas", "datalist", "footer",   "form",    "head",
    "iframe", "input",  "map",    "nav",    "noscript", "object",   "option",  "rp",
    "rt",     "script", "select", "style",  "svg",      "template", "textarea"};
static_assert(std::ranges::is_sorted(kSkipped));

/// Elements that run on within a line; all others part paragraphs, known or not.
constexpr std::array<std::string_view, 32> kInline = {
    "a",    "abbr",   "acronym", "b",   "bdi", "bdo",   "big",  "cite", "code", "del",  "dfn",
    "em",   "font",   "i",       "ins", "kbd", "label", "mark", "q",    "s",    "samp", "small",
    "span", "strike", "strong",  "sub", "sup", "time",  "tt",   "u",    "var",  "wbr"};
static_assert(std::ranges::is_sorted(kInline));

std::string_view name_of(const xmlNode* node) {
    return node->name == nullptr ? std::string_view() : reinterpret_cast<const char*>(node->name);
}

bool is_hidden(const xmlNode* node) {
    if (contains(kSkipped, name_of(node))) return true;
    const std::string_view role = attribute(node, "role");
    return role == "navigation" || role == "banner" || role == "contentinfo" || role == "search";
}

bool is_centring(const xmlNode* node) {
    if (name_of(node) == "center" || attribute(node, "align") == "center") return true;
    const std::string_view style = attribute(node, "style");
    const std::size_t place = style.find("text-align:");
    return place != std::string_view::npos && style.substr(place + 11, 8).find("center") < 3;
}

std::uint8_t heading_level(const xmlNode* node) {
    const std::string_view name = name_of(node);
    const bool is_heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    return is_heading ? static_cast<std::uint8_t>(name[1] - '0') : std::uint8_t{0};
}

/// Calls `enter` for each node below and with `root` and `leave` after its children; where `enter` says false
/// the children are left out, and so is the call of `leave`.
template <typename Enter, typename Leave>
void walk(const xmlNode* root, Enter&& enter, Leave&& leave) {
    const xmlNode* node = root;
    while (node != nullptr) {
        if (enter(node)) {
            // An entity reference's child is its declaration, which leads out of the tree (and into bombs).
            if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
                node = node->children;
                continue;
            }
            leave(node);
        }
        while (node != root && node->next == nullptr) {
            node = node->parent;
            leave(node);
        }
        if (node == root) return;
        node = node->next;
    }
}

class Writer {
  public:
    explicit Writer(PageText& page) : page_(page) {}

    bool enter(const xmlNode* node) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            if (node->content == nullptr) return false;
            const std::string_view text = reinterpret_cast<const char*>(node->content);
            if (preformatted_ > 0) {
                page_.add_preformatted(text, style());
            } else {
                page_.add(text, style());
            }
            return false;
        }
        if (node->type != XML_ELEMENT_NODE || is_hidden(node)) return false;
        const std::string_view name = name_of(node);
        if (name == "br") {
            page_.break_line();
            return false;
        }
        if (name == "td" || name == "th") {
            page_.space();
        } else if (!contains(kInline, name)) {
            page_.break_paragraph();
        }
        change(node, 1);
        return true;
    }

    void leave(const xmlNode* node) {
        change(node, -1);
        const std::string_view name = name_of(node);
        if (name != "td" && name != "th" && !contains(kInline, name)) page_.break_paragraph();
    }

  private:
    void change(const xmlNode* node, int by) {
        const std::string_view name = name_of(node);
        if (name == "b" || name == "strong") bold_ += by;
        if (name == "i" || name == "em") italic_ += by;
        if (name == "pre") preformatted_ += by;
        if (is_centring(node)) centred_ += by;
        if (const std::uint8_t level = heading_level(node); level != 0)
            heading_ = by > 0 ? level : std::uint8_t{0};
    }

    TextStyle style() const { return {heading_, centred_ > 0, bold_ > 0, italic_ > 0}; }

    PageText& page_;
    int bold_ = 0, italic_ = 0, centred_ = 0, preformatted_ = 0;
    std::uint8_t heading_ = 0;
};

}  // namespace

std::string_view attribute(const xmlNode* node, std::string_view name) {
    for (const xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next) {
        if (reinterpret_cast<const char*>(attribute->name) != name) continue;
        const xmlNode* const value = attribute->children;
        if (value == nullptr || value->content == nullptr) return {};
        return reinterpret_cast<const char*>(value->content);
    }
    return {};
}

void write_markup(const xmlNode* root, PageText& page) {
    Writer writer(page);
    walk(
        root, [&](const xmlNode* node) { return writer.enter(node); },
        [&](const xmlNode* node) { writer.leave(node); });
    page.break_paragraph();
}

std::size_t text_size(const xmlNode* root) {
    std::size_t size = 0;
    walk(
        root,
        [&](const xmlNode* node) {
            if (node->type == XML_TEXT_NODE && node->content != nullptr) {
                size += std::string_view(reinterpret_cast<const char*>(node->content)).size();
            }
            return node->type == XML_ELEMENT_NODE && !is_hidden(node);
        },
        [](const xmlNode*) {});
    return size;
}

}  // namespace izde::indexer
