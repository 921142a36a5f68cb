#pragma once

#include <string>
#include <vector>

#include "tests/volumes/material.hpp"
#include "tests/volumes/style.hpp"

namespace izde::tests {

/// What is true of an article of a generated volume.
struct Truth {
    std::string title;  ///< as printed, on one line
    std::vector<std::string>
        authors;          ///< as the segmenter writes them: surname and initials, or the full name as printed
    std::string opening;  ///< the first line of its head
    std::string rubric;   ///< of the journal, above it; "" where there is none
    std::string first_sentence;        ///< of its body: in no other article of the volume
    std::string first_page;            ///< label of the page that it begins upon; "" where pages have none
    std::vector<std::string> phrases;  ///< five words from the middle of each paragraph of its body
};

/// A line to be set.
struct SetLine {
    enum class Kind { text, heading, blank, page_end, note } kind = Kind::text;
    std::string text;           ///< a whole paragraph; wrapped when the volume is set
    bool is_paragraph = false;  ///< justified body text: wrapped, hyphenated
    int article = -1;           ///< the article whose first line it is
};

struct Volume {
    std::string name;
    std::string text;            ///< as a plain-text file
    std::vector<SetLine> lines;  ///< before it was set in pages
    std::vector<Truth> articles;
    int year = 0;
    std::string journal;  ///< for running heads
};

/// A volume of `size` articles in a style, all else drawn with the seed. Bodies are unique within it.
Volume make_volume(const Style& style, unsigned seed, std::size_t size);

/// The volume as a DOCX file: a paragraph a line, heads centred and bold where the style centres them, page
/// breaks between articles where the style has them. No page furniture: that stands in parts of its own.
std::string docx_of(const Volume& volume, const Style& style);

/// A PDF file, and the labels of the pages on which the articles begin ("" where none are printed).
struct SetPdf {
    std::string bytes;
    std::vector<std::string> first_pages;
};

/// The volume as a PDF file in proportional type: heads bold and centred where the style says so, justified
/// text in one column or two, running heads, page numbers and footnotes as the style has them.
SetPdf pdf_of(const Volume& volume, const Style& style);

/// A volume in each of the styles; no body and no title stands in two of them.
std::vector<Volume> make_volumes(const std::vector<Style>& styles, unsigned seed);

}  // namespace izde::tests
