#pragma once

#include "indexer/work_reader.hpp"

namespace izde::indexer {

/// Reads files in this process, which is for tests and measurements: it brings the parsers of all formats
/// with it, which libizde leaves to its worker (ReadingOptions::local). The analyzer must outlive the reader.
std::unique_ptr<WorkReader> make_local_reader(const ReadingOptions& options,
                                              const analyzers::Analyzer& analyzer);

}  // namespace izde::indexer
