#pragma once

#include <vector>

#include "learner/parallel_text.hpp"

namespace izde::learner {

/// A translation that the texts bear out.
struct Translation {
    StemId kazakh = 0, russian = 0;
    double weight = 0;  ///< the mean of p(kazakh | russian) and p(russian | kazakh), in (0, 1]
};

/// Word translations by IBM model 1 (Brown et al. 1993, «The mathematics of statistical machine
/// translation»), learned in both directions; a pair is kept where it is among the best of both its words.
/// Sorted by Kazakh, then by falling weight. Deterministic. Throws LearnError where the texts hold more than
/// 50 million co-occurrences.
std::vector<Translation> learn_model(const ParallelText& text);

}  // namespace izde::learner
