#include "indexer/extract/xml_cursor.hpp"

#include <limits>
#include <utility>

#include "indexer/extract/attribute_bound.hpp"
#include "indexer/extract/extractor.hpp"

namespace izde::indexer {
namespace {

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

void ignore(void* /*context*/, const char* /*message*/, xmlParserSeverities /*severity*/,
            xmlTextReaderLocatorPtr /*place*/) {}

}  // namespace

XmlCursor::XmlCursor(std::string_view xml, std::string name) : document_(std::move(name)) {
    if (xml.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        throw ExtractError(document_ + ": longer than 2 GB");
    if (takes_squared_time(xml))
        throw ExtractError(document_ + ": a tag of more than 1000 attributes or a comment of hyphens");
    reader_.reset(xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
                                     XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT));
    if (!reader_) throw ExtractError(document_ + ": not readable as XML");
    xmlTextReaderSetErrorHandler(reader_.get(), ignore, nullptr);
}

bool XmlCursor::next() {
    if (std::exchange(ends_empty_, false)) {
        node_ = Node::end;
        return true;
    }
    while (true) {
        const int status = xmlTextReaderRead(reader_.get());
        if (status == 0) return false;
        if (status < 0) {
            throw ExtractError(document_ + ": broken XML at line " +
                               std::to_string(xmlTextReaderGetParserLineNumber(reader_.get())));
        }
        switch (xmlTextReaderNodeType(reader_.get())) {
            case XML_READER_TYPE_ELEMENT:
                node_ = Node::start;
                name_ = view(xmlTextReaderConstLocalName(reader_.get()));
                ends_empty_ = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
                return true;
            case XML_READER_TYPE_END_ELEMENT:
                node_ = Node::end;
                name_ = view(xmlTextReaderConstLocalName(reader_.get()));
                return true;
            case XML_READER_TYPE_TEXT:
            case XML_READER_TYPE_CDATA:
            case XML_READER_TYPE_WHITESPACE:
            case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
                node_ = Node::text;
                name_ = {};
                text_ = view(xmlTextReaderConstValue(reader_.get()));
                return true;
            default:
                break;
        }
    }
}

std::string XmlCursor::attribute(std::string_view name) const {
    std::string value;
    xmlTextReader* const reader = reader_.get();
    if (node_ != Node::start || xmlTextReaderMoveToFirstAttribute(reader) != 1) return value;
    do {
        if (view(xmlTextReaderConstLocalName(reader)) == name) {
            value = view(xmlTextReaderConstValue(reader));
            break;
        }
    } while (xmlTextReaderMoveToNextAttribute(reader) == 1);
    xmlTextReaderMoveToElement(reader);
    return value;
}

void XmlCursor::skip() {
    for (std::size_t depth = 1; depth > 0 && next();) {
        if (node_ == Node::start) ++depth;
        if (node_ == Node::end) --depth;
    }
}

std::string XmlCursor::inner_text() {
    std::string text;
    for (std::size_t depth = 1; depth > 0 && next();) {
        if (node_ == Node::start) ++depth;
        if (node_ == Node::end) --depth;
        if (node_ == Node::text) text += text_;
    }
    return text;
}

}  // namespace izde::indexer
