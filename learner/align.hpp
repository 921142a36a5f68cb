#pragma once

#include <cstddef>
#include <vector>

namespace izde::learner {

/// Paragraphs [first, first + count) of either side that translate each other.
struct Bead {
    std::size_t kazakh = 0, kazakh_count = 0;
    std::size_t russian = 0, russian_count = 0;
};

/// Aligns the paragraphs of a text and of its translation by their lengths (Gale and Church 1993, «A program
/// for aligning sentences in bilingual corpora»): one to one, one to two or two to one; what has no
/// counterpart is left out. Lengths in any unit of text, the same on both sides. Cost grows with the product
/// of the counts: of more than 1,000 paragraphs on a side nothing is aligned.
std::vector<Bead> align(const std::vector<std::size_t>& kazakh, const std::vector<std::size_t>& russian);

}  // namespace izde::learner
