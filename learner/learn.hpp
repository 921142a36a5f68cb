#pragma once

#include <filesystem>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "learner/parallel_text.hpp"

/// Parallel texts → a table of weighted word translations.
namespace izde::learner {

struct LearnReport {
    std::size_t pairs = 0;                            ///< that held words on both sides
    std::size_t kazakh_words = 0, russian_words = 0;  ///< different stems
    std::size_t acts = 0;                             ///< works of an index found in both languages
    std::size_t translations = 0;                     ///< rows written
};

/// What to learn from: TSV files of pairs, indexes that hold acts in both languages.
struct LearnInput {
    std::vector<std::filesystem::path> parallel, indexes;
};

/// Learns and writes the table `out`, replacing it as a whole: rows of Kazakh word, Russian word, weight. The
/// words are the usual forms of their stems, so that a table outlives a change of the stemmers.
/// Deterministic. Throws LearnError, and what opening an index throws.
LearnReport learn(const LearnInput& input, const std::filesystem::path& out,
                  const analyzers::Analyzer& analyzer);

}  // namespace izde::learner
