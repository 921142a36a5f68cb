#pragma once

#include <cstdint>

namespace izde::indexer {

/// What turns a file into works: a hash of the sources of extraction, segmentation and citations, made by the
/// build (CMakeLists.txt), so that no one has to remember to raise it. What the analysis is, its own
/// fingerprint says.
std::uint64_t reading_version() noexcept;

}  // namespace izde::indexer
