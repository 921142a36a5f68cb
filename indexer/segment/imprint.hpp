#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "indexer/segment.hpp"
#include "indexer/segment/paragraph.hpp"

namespace izde::indexer {

/// What a volume says of itself: its name, number and year, for each of its works.
struct Imprint {
    std::string container;
    std::string volume;
    std::optional<int> year;
    std::vector<Evidence> evidence;
};

/// Reads the front matter (paragraphs [0, end)), and where that says nothing the running heads.
Imprint read_imprint(const Source& source, std::size_t end);

/// The year of a line that is no more than a title page's («Қарағанды, 2021 жыл», «№ 3 (2019)», «2021 г.»).
/// The date of an act that the line cites is no year of the work; that of the act itself is, where the file
/// is one (`is_act`).
std::optional<int> imprint_year(const Paragraph& paragraph, bool is_act);

/// The year beside a work's authors: at the end of the byline («Иванова Т.П., 2018») or a line by itself.
/// `role` is what the paragraph would be without it.
std::optional<int> head_year(const Paragraph& paragraph, Role role);

}  // namespace izde::indexer
