#pragma once

#include <string>
#include <vector>

#include "tests/volumes/volume.hpp"

namespace izde::tests {

/// A book, a collection of decisions or a statute, laid out line by line.
struct BookStyle {
    std::string name;
    Tongue tongue = Tongue::russian;
    std::string whole;  ///< the title of the whole: the title page and the contents stand with the first
                        ///< part, which bears it; "" where every part stands for itself
    /// Lines above the first part, `|` breaks them.
    std::string front;
    bool has_contents = false;
    /// Headings of the parts in their order, `|` breaks lines: what is expected is what `titles` says, or the
    /// same.
    std::vector<std::string> headings;
    std::vector<std::string> titles;
    /// What stands behind the text of every part; "" for nothing.
    std::string behind;
};

const std::vector<BookStyle>& book_styles();

/// Truths hold the titles of the parts, their first lines and first sentences.
Volume make_book(const BookStyle& style, unsigned seed);

}  // namespace izde::tests
