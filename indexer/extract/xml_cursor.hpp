#pragma once

#include <libxml/xmlreader.h>

#include <memory>
#include <string>
#include <string_view>

namespace izde::indexer {

/// Walks an XML document once, node by node, without building its tree: a book's body may be a hundred MB.
/// Entities are not expanded and nothing outside the text is read. One object belongs to one thread.
class XmlCursor {
  public:
    enum class Node : std::uint8_t { start, end, text };

    /// `xml` must outlive the cursor; `name` stands in messages. Throws ExtractError.
    XmlCursor(std::string_view xml, std::string name);

    /// Moves to the next start, end or text; false at the end of the document. Throws ExtractError where the
    /// document is broken.
    bool next();

    Node node() const noexcept { return node_; }
    /// Of an element, without its prefix: the formats' prefixes are a custom of their writers.
    std::string_view name() const noexcept { return name_; }
    std::string_view text() const noexcept { return text_; }
    /// Of the element that starts here, by its name without prefix; "" where it has none.
    std::string attribute(std::string_view name) const;
    bool is_start(std::string_view name) const noexcept { return node_ == Node::start && name_ == name; }
    bool is_end(std::string_view name) const noexcept { return node_ == Node::end && name_ == name; }

    /// At a start: moves to the end of the same element, past all that it holds.
    void skip();

    /// At a start: all text of the element; moves to its end.
    std::string inner_text();

  private:
    struct Free {
        void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
    };

    std::string document_;
    std::unique_ptr<xmlTextReader, Free> reader_;
    Node node_ = Node::text;
    std::string_view name_, text_;
    bool ends_empty_ = false;  ///< the element that starts here is <empty/>: its end comes next
};

}  // namespace izde::indexer
