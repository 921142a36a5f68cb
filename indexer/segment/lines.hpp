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
    std::uint32_t page = 0;  ///< place in the list of pages
    bool follows_blank = false;
    bool begins_page = false;
    const LineStyle* style = nullptr;
};

/// The lines of a file without its page furniture, and its pages with the labels that the furniture showed.
struct Lines {
    std::vector<store::PageRef> pages;
    std::vector<Line> lines;
};

/// The texts stay in `pages`, which must outlive the result.
Lines read_lines(const std::vector<Page>& pages);

}  // namespace izde::indexer
