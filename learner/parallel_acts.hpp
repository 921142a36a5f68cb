#pragma once

#include <cstddef>
#include <filesystem>

#include "analyzers/analyzer.hpp"
#include "learner/parallel_text.hpp"

namespace izde::learner {

/// Adds the acts, and articles of acts, that an index holds in Kazakh and in Russian, paragraph beside
/// paragraph (align.hpp). Of several copies of a version the one of the least id is read. Acts beyond
/// kMostCooccurrences are left: more text of one kind teaches little more. Returns how many such pairs of
/// works there are. Throws store::IndexError for an index that cannot be opened, and Xapian's errors for a
/// damaged one.
std::size_t read_acts(const std::filesystem::path& index, const analyzers::Analyzer& analyzer,
                      ParallelText& text);

}  // namespace izde::learner
