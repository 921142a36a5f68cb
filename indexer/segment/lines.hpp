#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/extractor.hpp"
#include "store/work.hpp"

namespace izde::indexer {

/// A line of a page, without the white space around it; empty lines are not kept but counted.
struct Line {
    std::string_view text;
    std::uint32_t page = 0;    ///< place in the list of pages
    std::uint32_t indent = 0;  ///< columns of white space before it
    std::uint32_t width = 0;   ///< characters of `text`
    bool follows_blank = false;
    bool begins_page = false;
    const LineStyle* style = nullptr;
};

/// The lines of a file without its page furniture, and its pages with the labels that the furniture showed.
struct Lines {
    std::vector<store::PageRef> pages;
    std::vector<Line> lines;
    std::vector<std::string> running_heads;  ///< each once, without its page number
};

/// The texts stay in `pages`, which must outlive the result.
Lines read_lines(const std::vector<Page>& pages);

/// «Кіріспе ..... 5», «Иванов И.И. О праве    17»: leaders or a wide gap, and a number at the end: a line of
/// a table of contents.
bool is_contents_line(std::string_view line);

}  // namespace izde::indexer
