#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/encoding.hpp"
#include "indexer/extract/formats.hpp"
#include "indexer/extract/markup_walker.hpp"

namespace izde::indexer {
namespace {

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

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

/// `<meta name|property="key" content="…">` of the page; several values for several tags.
std::vector<std::string> meta(xmlXPathContext* context, const std::string& key) {
    std::vector<std::string> values;
    const std::string path = "//meta[@name='" + key + "' or @property='" + key + "']/@content";
    xmlXPathObject* const found =
        xmlXPathEvalExpression(reinterpret_cast<const xmlChar*>(path.c_str()), context);
    if (found == nullptr) return values;
    for (int place = 0; found->nodesetval != nullptr && place < found->nodesetval->nodeNr; ++place) {
        xmlChar* const content = xmlNodeGetContent(found->nodesetval->nodeTab[place]);
        if (content != nullptr && *content != 0) values.emplace_back(reinterpret_cast<const char*>(content));
        xmlFree(content);
    }
    xmlXPathFreeObject(found);
    return values;
}

/// Nodes that an XPath finds, in document order.
std::vector<const xmlNode*> nodes(xmlXPathContext* context, const char* path) {
    std::vector<const xmlNode*> result;
    xmlXPathObject* const found = xmlXPathEvalExpression(reinterpret_cast<const xmlChar*>(path), context);
    if (found == nullptr) return result;
    if (found->nodesetval != nullptr) {
        result.assign(found->nodesetval->nodeTab, found->nodesetval->nodeTab + found->nodesetval->nodeNr);
    }
    xmlXPathFreeObject(found);
    return result;
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

/// Title and citation data by the tags that journals write for Google Scholar and Dublin Core. A lone `<h1>`
/// is a better title than `<title>`, which carries the site's name.
Metadata metadata_of(xmlXPathContext* context) {
    Metadata metadata;
    const auto first = [&](std::initializer_list<const char*> keys) {
        for (const char* key : keys) {
            const std::vector<std::string> values = meta(context, key);
            if (!values.empty()) return values.front();
        }
        return std::string();
    };
    metadata.title = first({"citation_title", "DC.Title", "dc.title"});
    if (metadata.title.empty()) {
        const std::vector<const xmlNode*> headings = nodes(context, "//h1");
        if (headings.size() == 1) metadata.title = line_of(headings.front());
    }
    if (metadata.title.empty()) metadata.title = first({"og:title"});
    if (metadata.title.empty()) {
        // <title> stands in <head>, whose text write_markup leaves out.
        const std::vector<const xmlNode*> titles = nodes(context, "//title/text()");
        if (!titles.empty()) metadata.title = line_of(titles.front());
    }
    for (const char* key : {"citation_author", "DC.Creator", "dc.creator"}) {
        if (metadata.authors.empty()) metadata.authors = meta(context, key);
    }
    const std::string date =
        first({"citation_publication_date", "citation_date", "DC.Date", "article:published_time"});
    int year = 0;
    std::from_chars(date.data(), date.data() + std::min<std::size_t>(date.size(), 4), year);
    if (year > 999) metadata.year = year;
    const std::vector<const xmlNode*> languages = nodes(context, "/html/@lang");
    if (!languages.empty()) {
        xmlChar* const language = xmlNodeGetContent(languages.front());
        if (language != nullptr)
            metadata.language = std::string(reinterpret_cast<const char*>(language)).substr(0, 2);
        xmlFree(language);
    }
    metadata.url = first({"citation_abstract_html_url", "og:url"});
    return metadata;
}

/// The part of the page that is the document. An element that says so is believed if it holds at least half
/// of the text of <body> that is no furniture by its element: on pages of adilet.zan.kz <article> holds 90%
/// and more, while news pages use <article> for teasers.
const xmlNode* main_part(xmlXPathContext* context, const xmlNode* root) {
    const std::size_t whole = text_size(root);
    for (const char* path : {"//article", "//main", "//*[@role='main']",
                             "//div[contains(concat(' ', @class, ' '), ' container_gamma text ')]"}) {
        for (const xmlNode* node : nodes(context, path)) {
            if (text_size(node) * 2 >= whole) return node;
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
    return extraction;
}

class HtmlExtractor final : public Extractor {
  public:
    HtmlExtractor() = default;

    Extraction extract(std::string_view bytes, const std::string& path) const override {
        DecodedText decoded = decode_text(bytes, declared_encoding(bytes));
        Extraction extraction = extraction_of("html", decoded);
        const Document document(
            htmlReadMemory(decoded.text.data(), static_cast<int>(decoded.text.size()), path.c_str(), "UTF-8",
                           HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                               HTML_PARSE_COMPACT));
        const xmlNode* const root = document ? xmlDocGetRootElement(document.get()) : nullptr;
        if (root == nullptr) {
            if (decoded.text.find_first_not_of(" \t\n") == std::string::npos) return extraction;
            throw ExtractError("not readable as HTML");
        }
        const std::unique_ptr<xmlXPathContext, decltype(&xmlXPathFreeContext)> context(
            xmlXPathNewContext(document.get()), &xmlXPathFreeContext);
        if (!context) throw std::bad_alloc();
        extraction.metadata = metadata_of(context.get());
        PageText page;
        write_markup(main_part(context.get(), root), page);
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
        const Document document(xmlReadMemory(decoded.text.data(), static_cast<int>(decoded.text.size()),
                                              path.c_str(), "UTF-8",
                                              XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                                  XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT));
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
