#pragma once

#include <vector>

#include "indexer/extract/page_layout.hpp"

namespace izde::indexer {

/// Puts the words of a page that is set in columns into the order in which it is read: what runs over the
/// whole width stays in its place, and between two such stretches each column comes whole. Poppler's own
/// order goes from column to column with each paragraph, and takes the page numbers of a table of contents
/// for a column: they go behind their entries. Words of other pages stay as they are.
void order_words(std::vector<PlacedWord>& words);

}  // namespace izde::indexer
