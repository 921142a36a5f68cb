#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "analyzers/analyzer.hpp"

namespace izde::indexer {

/// What a look at every record of an index found.
struct CheckReport {
    std::uint64_t works = 0, files = 0;
    /// What is wrong with the index itself, a line each; empty: it is sound. At most 100.
    std::vector<std::string> damages;
    std::vector<std::string> lost;  ///< files whose works the index holds and that are gone from the disk
    std::vector<std::string>
        changed;  ///< files that have changed since, or whose works a killed run left unfinished
};

/// Reads the whole index: Xapian's own check of every table, every work's record and text against its hash,
/// the works of every file against its record, and every file against the disk. Nothing is written, and no
/// lock is needed: a commit in the meantime is told as a damage only if the check sees half of it. Throws
/// store::IndexError where there is no index, or one of another format or analysis.
CheckReport check_index(const std::filesystem::path& index, const analyzers::Analyzer& analyzer);

}  // namespace izde::indexer
