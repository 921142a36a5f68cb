#pragma once

#include <filesystem>

#include "indexer/confine/limits.hpp"

namespace izde::indexer {

/// Where and within which limits files are read.
struct ReadingOptions {
    /// The program izde-extract, which reads in confinement. Empty: files are read in this process, which is
    /// for files that are trusted.
    std::filesystem::path worker;
    ExtractionLimits limits;
    bool wants_evidence = false;  ///< of the segmenter, for `izde segment`
};

}  // namespace izde::indexer
