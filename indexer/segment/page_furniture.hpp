#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/segment/lines.hpp"

namespace izde::indexer {

/// What repeats from page to page and is no text: running heads, page numbers.

using Pages = std::vector<std::vector<Line>>;

/// Without white space around it, no-break spaces included.
std::string_view trimmed(std::string_view text);

/// «17», «- 17 -», «— 17 —»: a page number alone on its line.
std::optional<unsigned> lone_number(std::string_view line);

/// Takes the furniture of files whose pages are told apart: page numbers become the labels in `refs`, running
/// heads go into `heads`, each once and without its number.
void remove_page_edges(Pages& pages, std::vector<store::PageRef>& refs, std::set<std::string>& heads);

}  // namespace izde::indexer
