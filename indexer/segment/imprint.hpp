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
std::optional<int> imprint_year(const Paragraph& paragraph);

}  // namespace izde::indexer
