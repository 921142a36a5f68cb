#pragma once

#include <cstdint>
#include <filesystem>

#include "indexer/confine/limits.hpp"
#include "indexer/reading_version.hpp"

namespace izde::indexer {

/// Where and within which limits files are read.
struct ReadingOptions {
    /// The program izde-extract, which reads in confinement. Empty: files are read in this process, which is
    /// for files that are trusted.
    std::filesystem::path worker;
    ExtractionLimits limits;
    /// Of extraction and segmentation, kept with every file: what another one has read is read again.
    std::uint64_t version = reading_version();
    bool wants_evidence = false;  ///< of the segmenter, for `izde segment`
};

}  // namespace izde::indexer
