#pragma once

#include <cstdint>
#include <filesystem>

#include "analyzers/analyzer.hpp"

namespace izde::indexer {

/// Bytes of all shards on disk.
struct CompactReport {
    std::uint64_t bytes_before = 0, bytes_after = 0;
};

/// Writes every shard anew without the free space that updates leave; needs that much room beside the index.
/// Searches go on meanwhile; a kill at any moment leaves the index as it was. Throws store::IndexError
/// (locked, io, and where there is no index of this format and analysis).
CompactReport compact_index(const std::filesystem::path& index, const analyzers::Analyzer& analyzer);

}  // namespace izde::indexer
