#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/corpus.hpp"

namespace izde::indexer {

/// What the index knows of a file, all shards together. Paths are not kept: an index may hold a million
/// files.
struct KnownFile {
    FileStamp stamp;
    std::uint64_t content_hash = 0;
    std::uint64_t works = 0;
    std::uint64_t shards = 0;  ///< a bit for each shard that has a record of it
    bool is_spread = false;
    bool has_failures = false;      ///< parts of it could not be read: a look at its stamp is not enough
    bool has_unread_pages = false;  ///< pictures of pages: for a run that recognizes scans
    bool is_whole = true;  ///< the shards that should have a record have it, all say the same, and none is
                           ///< partial or of another reading
};

/// A bit for each of `count` shards.
std::uint64_t all_shards(std::size_t count) noexcept;

/// The file records of an index as they stood when the run began. Read-only after that, so threads may share
/// it.
class KnownFiles {
  public:
    /// Reads the records of all shards; `roots` and `reading` (a file that another version of reading made
    /// works of is not whole) are those of this run. Throws Xapian::Error, store::CorruptRecord.
    KnownFiles(const std::vector<std::string>& shard_paths, const std::vector<CorpusRoot>& roots,
               std::uint64_t reading);

    /// nullptr where the file is not known.
    const KnownFile* find(std::uint64_t path_hash) const;

    /// Works below each root, in their order.
    const std::vector<std::uint64_t>& works_below() const noexcept { return works_below_; }

    /// Known files below a root of this run that the walk did not find, nor lie below a directory it could
    /// not read.
    struct Vanished {
        std::string path;
        std::uint64_t shards = 0;
    };
    std::vector<Vanished> vanished(const Corpus& corpus) const;

  private:
    std::unordered_map<std::uint64_t, KnownFile> files_;
    std::unordered_map<std::uint64_t, std::string> below_;  ///< paths below a root, by hash
    std::vector<std::uint64_t> works_below_;
};

}  // namespace izde::indexer
