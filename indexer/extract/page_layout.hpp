#pragma once

#include <string>
#include <vector>

#include "indexer/extract/extractor.hpp"

namespace izde::indexer {

/// A word as a page shows it. Points (1/72 inch), from the page's upper left corner.
struct PlacedWord {
    std::string text;  ///< UTF-8, without white space
    double left = 0, top = 0, right = 0, bottom = 0;
    double size = 0;  ///< of the font
    bool is_bold = false, is_italic = false;
    bool has_space_after = true;
};

/// The size in which most letters are set; 0 where there are no words.
double body_size(const std::vector<PlacedWord>& words);

/// Words in reading order → lines and paragraphs. A paragraph begins where the distance to the line above
/// grows, a line is indented, the type changes, or the line above ends short with the end of a sentence. What
/// goes on in the next column is one paragraph. Marks of footnotes are left out: they are no words. Lines
/// that are centred, bold, italic or larger than `body` have a style.
void lay_out(const std::vector<PlacedWord>& words, double body, Page& page);

}  // namespace izde::indexer
