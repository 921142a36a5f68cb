#pragma once

#include <libxml/tree.h>

#include <string_view>

#include "indexer/extract/page_text.hpp"

namespace izde::indexer {

/// Writes the text below `root` as a reader sees it: block elements part paragraphs, `<br>` ends a line
/// (adilet pages separate words by it alone), table cells are words of a row, and what is no text (scripts,
/// forms, navigation) is left out. Iterative: the depth of hostile nesting costs no stack.
void write_markup(const xmlNode* root, PageText& page);

/// The value of an element's attribute, as long as the tree lives; empty where it has none.
std::string_view attribute(const xmlNode* node, std::string_view name);

/// Bytes of text below `root` that `write_markup` would write, white space included.
std::size_t text_size(const xmlNode* root);

}  // namespace izde::indexer
