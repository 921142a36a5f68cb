#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/segment/lines.hpp"

namespace izde::indexer {

/// Whether a line goes on with the paragraph of the line before.

/// The usual shape of the file's lines.
struct Geometry {
    std::uint32_t full = 0;    ///< characters of a full line: the ninth decile
    std::uint32_t margin = 0;  ///< columns before most lines
    std::uint32_t axis =
        0;  ///< twice the column in the middle of most indented lines; 0 where they have none
};
Geometry geometry_of(const std::vector<Line>& lines);

/// Where in the text a line stands.
struct Place {
    unsigned item = 0;              ///< the number of the list item that is open
    bool is_in_references = false;  ///< behind a heading of such a list, up to the next head
    bool is_in_contents = false;    ///< behind the heading of a table of contents, up to the next page or gap
};

bool continues(const Line& before, const Line& line, const Geometry& geometry, const Place& place);

/// A line is centred by spaces where those on both sides are nearly the same, or by its style.
bool is_centred(const Line& line, const Geometry& geometry);
/// So long that the paragraph may go on behind it.
bool fills_line(const Line& line, const Geometry& geometry);

/// Ends in «.», «!», «?», «:», «;» or «…», whatever quotation mark or mark of a note stands behind.
bool ends_sentence(std::string_view text);
/// Ends in a hyphen behind a letter.
bool ends_in_hyphen(std::string_view text);
/// Begins with a small letter.
bool begins_small(std::string_view text);
/// «1.», «2)», «3 Автор»: the number that an item of a list begins with; 0 where there is none.
unsigned item_number(std::string_view text);
/// «Байжанова К.Т. О праве 17»
bool ends_in_number(std::string_view text);

}  // namespace izde::indexer
