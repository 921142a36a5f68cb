#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <algorithm>
#include <cctype>
#include <limits>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/extract/attribute_bound.hpp"
#include "indexer/extract/encoding.hpp"
#include "indexer/extract/formats.hpp"
#include "indexer/extract/markup_walker.hpp"
#include "indexer/extract/office_metadata.hpp"

namespace izde::indexer {
namespace {

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

struct FreeParser {
    void operator()(xmlParserCtxt* parser) const { xmlFreeParserCtxt(parser); }
};
using Parser = std::unique_ptr<xmlParserCtxt, FreeParser>;

/// In recovery the parser stops only at its own limits: 256 elements deep, 10 MB in one piece of text.
void warn_if_stopped(const Parser& parser, Extraction& extraction) {
    if (parser->disableSAX == 0) return;
    extraction.warnings.emplace_back("markup beyond the parser's limits: what follows is left out");
}

/// The encoding that the first bytes declare: `<?xml encoding="…"`, `<meta charset=…`, `content="…;
/// charset=…"`.
std::string declared_encoding(std::string_view bytes) {
    const std::string_view opening = bytes.substr(0, 4096);
    for (const std::string_view key : {std::string_view("encoding="), std::string_view("charset=")}) {
        const std::size_t place = opening.find(key);
        if (place == std::string_view::npos) continue;
        std::string_view value = opening.substr(place + key.size());
        value.remove_prefix(std::min(value.find_first_not_of(" \"'"), value.size()));
        return std::string(value.substr(0, value.find_first_of("\"'/>; ?")));
    }
    return {};
}

/// What a page says of itself, found in one walk over its tree: an XPath for each question walked it anew,
/// and took as long as parsing.
struct Landmarks {
    std::vector<std::pair<std::string_view, std::string_view>>
        meta;                              ///< name or property, content; as they stand
    std::vector<const xmlNode*> headings;  ///< <h1>
    const xmlNode* title = nullptr;        ///< the text in <title>
    std::vector<const xmlNode*> articles, mains, main_roles, containers;
};

bool has_word(std::string_view words, std::string_view sought) {
    for (std::size_t at = words.find(sought); at != std::string_view::npos; at = words.find(sought, at + 1)) {
        const std::size_t end = at + sought.size();
        if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
    }
    return false;
}

void note(const xmlNode* node, Landmarks& landmarks) {
    const std::string_view name = node->name == nullptr ? "" : reinterpret_cast<const char*>(node->name);
    if (name == "meta") {
        const std::string_view content = attribute(node, "content");
        if (content.empty()) return;
        for (const std::string_view key : {attribute(node, "name"), attribute(node, "property")}) {
            if (!key.empty()) landmarks.meta.emplace_back(key, content);
        }
    } else if (name == "h1") {
        landmarks.headings.push_back(node);
    } else if (name == "title") {
        if (landmarks.title == nullptr) landmarks.title = node->children;
    } else if (name == "article") {
        landmarks.articles.push_back(node);
    } else if (name == "main") {
        landmarks.mains.push_back(node);
    } else if (name == "div" && has_word(attribute(node, "class"), "container_gamma text")) {
        landmarks.containers.push_back(node);
    }
    if (attribute(node, "role") == "main") landmarks.main_roles.push_back(node);
}

/// In document order, without recursion: hostile pages nest deeply.
Landmarks landmarks_of(const xmlNode* root) {
    Landmarks landmarks;
    const xmlNode* node = root;
    while (node != nullptr) {
        if (node->type == XML_ELEMENT_NODE) note(node, landmarks);
        if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
            node = node->children;
            continue;
        }
        while (node != root && node->next == nullptr) node = node->parent;
        node = node == root ? nullptr : node->next;
    }
    return landmarks;
}

/// The text of one element on one line.
std::string line_of(const xmlNode* node) {
    PageText page;
    write_markup(node, page);
    std::string text = page.take(1).text;
    std::ranges::replace(text, '\n', ' ');
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

bool equal_letters(std::string_view left, std::string_view right) {
    return std::ranges::equal(
        left, right, [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

/// Title and citation data by the tags that journals write for Google Scholar, Dublin Core and Highwire, in
/// whatever case: «DC.Creator», «dc.creator». A lone `<h1>` is a better title than `<title>`, which carries
/// the site's name.
Metadata metadata_of(const Landmarks& landmarks, const xmlNode* root) {
    Metadata metadata;
    const auto all = [&](std::initializer_list<std::string_view> keys) {
        std::vector<std::string_view> contents;
        for (const std::string_view key : keys) {
            for (const auto& [name, content] : landmarks.meta) {
                if (equal_letters(name, key)) contents.push_back(content);
            }
            if (!contents.empty()) break;
        }
        return contents;
    };
    const auto first = [&](std::initializer_list<std::string_view> keys) {
        const auto contents = all(keys);
        return contents.empty() ? std::string() : std::string(contents.front());
    };
    metadata.title = first({"citation_title", "dc.title", "dcterms.title"});
    if (metadata.title.empty() && landmarks.headings.size() == 1) {
        metadata.title = line_of(landmarks.headings.front());
    }
    if (metadata.title.empty()) metadata.title = first({"og:title"});
    // <title> stands in <head>, whose text write_markup leaves out; often it is a program's («Complex»).
    if (metadata.title.empty() && landmarks.title != nullptr) set_title(metadata, line_of(landmarks.title));
    for (std::string_view rest :
         all({"citation_author", "citation_authors", "dc.creator", "dcterms.creator", "author"})) {
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(';'), rest.size());
            add_author(metadata, std::string(rest.substr(0, end)));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    metadata.year =
        year_of_date(first({"citation_publication_date", "citation_date", "citation_year", "dc.date.issued",
                            "dcterms.issued", "dc.date", "article:published_time", "date"}));
    metadata.language = std::string(attribute(root, "lang").substr(0, 2));
    metadata.url = first({"citation_abstract_html_url", "og:url"});
    return metadata;
}

bool is_inside(const xmlNode* node, const xmlNode* outer) {
    while (node != nullptr && node != outer) node = node->parent;
    return node != nullptr;
}

/// The part of the page that is the document. An element that says so is believed if it holds at least half
/// of the text of <body> that is no furniture by its element: on pages of adilet.zan.kz <article> holds 90%
/// and more, while news pages use <article> for teasers.
const xmlNode* main_part(const Landmarks& landmarks, const xmlNode* root) {
    const std::size_t whole = text_size(root);
    for (const auto* candidates :
         {&landmarks.articles, &landmarks.mains, &landmarks.main_roles, &landmarks.containers}) {
        // What stands in an element that holds too little holds too little: nested ones are not counted
        // again.
        const xmlNode* too_small = nullptr;
        for (const xmlNode* node : *candidates) {
            if (too_small != nullptr && is_inside(node, too_small)) continue;
            if (text_size(node) * 2 >= whole) return node;
            too_small = node;
        }
    }
    return root;
}

Extraction extraction_of(const char* format, DecodedText& decoded) {
    Extraction extraction;
    extraction.format = format;
    extraction.encoding = std::move(decoded.encoding);
    if (!decoded.warning.empty()) extraction.warnings.push_back(std::move(decoded.warning));
    if (decoded.text.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        throw ExtractError("longer than 2 GB");
    }
    if (bound_attributes(decoded.text))
        extraction.warnings.emplace_back("a tag of more than 1000 attributes: the others are left out");
    return extraction;
}

class HtmlExtractor final : public Extractor {
  public:
    HtmlExtractor() = default;

    Extraction extract(std::string_view bytes, const std::string& path) const override {
        DecodedText decoded = decode_text(bytes, declared_encoding(bytes));
        Extraction extraction = extraction_of("html", decoded);
        const Parser parser(htmlNewParserCtxt());
        if (!parser) throw std::bad_alloc();
        const Document document(htmlCtxtReadMemory(
            parser.get(), decoded.text.data(), static_cast<int>(decoded.text.size()), path.c_str(), "UTF-8",
            HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                HTML_PARSE_COMPACT));
        warn_if_stopped(parser, extraction);
        const xmlNode* const root = document ? xmlDocGetRootElement(document.get()) : nullptr;
        if (root == nullptr) {
            if (decoded.text.find_first_not_of(" \t\n") == std::string::npos) return extraction;
            throw ExtractError("not readable as HTML");
        }
        const Landmarks landmarks = landmarks_of(root);
        extraction.metadata = metadata_of(landmarks, root);
        PageText page;
        write_markup(main_part(landmarks, root), page);
        extraction.pages.push_back(page.take(1));
        return extraction;
    }
};

/// XML of unknown kind (feeds, exports): its text, an element a paragraph. Entities are never expanded, so
/// that no document grows by them, and nothing outside the file is read.
class XmlExtractor final : public Extractor {
  public:
    XmlExtractor() = default;

    Extraction extract(std::string_view bytes, const std::string& path) const override {
        DecodedText decoded = decode_text(bytes, declared_encoding(bytes));
        Extraction extraction = extraction_of("xml", decoded);
        bound_comments(decoded.text);
        const Parser parser(xmlNewParserCtxt());
        if (!parser) throw std::bad_alloc();
        const Document document(xmlCtxtReadMemory(
            parser.get(), decoded.text.data(), static_cast<int>(decoded.text.size()), path.c_str(), "UTF-8",
            XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET |
                XML_PARSE_NOCDATA | XML_PARSE_COMPACT));
        warn_if_stopped(parser, extraction);
        const xmlNode* const root = document ? xmlDocGetRootElement(document.get()) : nullptr;
        if (root == nullptr) throw ExtractError("not readable as XML");
        PageText page;
        write_markup(root, page);
        extraction.pages.push_back(page.take(1));
        return extraction;
    }
};

}  // namespace

const Extractor& html_extractor() {
    static const HtmlExtractor extractor;
    return extractor;
}

const Extractor& xml_extractor() {
    static const XmlExtractor extractor;
    return extractor;
}

}  // namespace izde::indexer
