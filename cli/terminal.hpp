#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "izde/izde.hpp"

namespace izde::cli {

/// What may be shown on a terminal: control characters (C0, C1, bidirectional overrides) and bytes that are
/// no UTF-8 become spaces or U+FFFD, so that no title or path can move the cursor or hide text. `keeps_lines`
/// leaves \n.
std::string printable(std::string_view text, bool keeps_lines = false);

bool is_terminal(int descriptor);

/// Columns that printable text takes on a terminal: one a character, none for combining marks and for
/// colours (ESC [ … m). The scripts of the corpus have no wide characters.
std::size_t width_of(std::string_view text);

/// The byte behind the first `columns` columns of printable text.
std::size_t offset_of(std::string_view text, std::size_t columns);

/// Columns of the terminal that standard output is, at most 100: longer lines are hard to read. 0 where it is
/// none.
std::size_t columns_of_output();

/// Rows of the terminal that standard output is; 24 where it does not say.
std::size_t rows_of_output();

/// Printable text with line breaks between words, so that no line is wider than the terminal; lines but the
/// first begin with `indent` blanks. Where standard output is no terminal, lines stay whole.
std::string wrapped(std::string_view text, std::size_t indent);

/// The same for a given width.
std::string wrapped_to(std::string_view text, std::size_t indent, std::size_t columns);

/// `text` with its marked bytes highlighted: in colour on a terminal, as they stand elsewhere.
std::string highlighted(std::string_view text, const std::vector<Mark>& marks, bool has_colours,
                        bool keeps_lines = false);

/// Writes to standard output. A reader that has gone away (a closed pipe) is no error: the command ends with
/// what it would have returned. Throws izde::Error (io) for anything else, a full disk for example.
void print(std::string_view text);

/// 12.3
std::string decimal(double value, int digits);

}  // namespace izde::cli
