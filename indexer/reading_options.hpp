#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>

#include "analyzers/analyzer.hpp"
#include "indexer/confine/limits.hpp"
#include "indexer/reading_version.hpp"

namespace izde::indexer {

class WorkReader;

/// Where and within which limits files are read.
struct ReadingOptions {
    /// The program izde-extract, which reads in confinement.
    std::filesystem::path worker;
    /// Set, it reads instead of the worker: `make_local_reader` (local_reader.hpp).
    std::function<std::unique_ptr<WorkReader>(const ReadingOptions&, const analyzers::Analyzer&)> local;
    ExtractionLimits limits;
    /// Of extraction and segmentation, kept with every file: what another one has read is read again.
    std::uint64_t version = reading_version();
    std::stop_token stop;           ///< the run is over: the file that a worker reads then is given up
    bool wants_evidence = false;    ///< of the segmenter, for `izde segment`
    bool recognizes_scans = false;  ///< pictures of pages are read (text_recognizer.hpp)

    /// Has pictures of pages read. A page takes a second to six, so the times become those of a volume of a
    /// thousand; a page for itself has a minute.
    void recognize_scans() {
        recognizes_scans = true;
        limits.processor = std::chrono::hours(2);
        limits.clock = std::chrono::hours(3);
    }
};

}  // namespace izde::indexer
