#pragma once

#include <filesystem>
#include <string>

#include "store/index.hpp"

namespace izde::indexer {

/// The right to write an index: held from construction to destruction, freed by the system if the process
/// dies.
class IndexLock {
  public:
    /// Throws store::IndexError: locked (naming process, host and start), io.
    explicit IndexLock(const std::filesystem::path& index);
    ~IndexLock();
    IndexLock(const IndexLock&) = delete;
    IndexLock& operator=(const IndexLock&) = delete;

  private:
    int descriptor_ = -1;
};

/// An index directory as its writer sees it.
///
/// Shard directories are named `shard-NUMBER-GENERATION`. Those that the manifest does not name are leftovers
/// of a run that was killed; they are removed when the next writer comes.
class IndexDirectory {
  public:
    /// Makes the directory and locks it; opens what is there, or begins anew where nothing is or `rebuild`
    /// asks for it. Throws store::IndexError (locked, not_an_index, other_analysis, other_format, corrupt,
    /// io).
    IndexDirectory(const std::filesystem::path& path, std::uint64_t fingerprint, unsigned shards,
                   bool rebuild);

    const std::filesystem::path& path() const noexcept { return path_; }
    std::size_t shards() const noexcept { return manifest_.shards.size(); }
    std::string shard_path(std::size_t shard) const;

    /// A directory that does not exist yet, to write the shard anew.
    std::string next_shard_path(std::size_t shard) const;

    /// The shard now stands in `next_shard_path`.
    void shard_was_replaced(std::size_t shard);

    /// Makes the shards as they now are the index, and removes what they replace.
    void publish();

  private:
    void refuse_foreign_directory() const;
    void make_shards(unsigned shards);
    void remove_leftovers(const store::Manifest& keep) const;
    std::uint64_t last_generation() const;

    std::filesystem::path path_;
    IndexLock lock_;
    store::Manifest manifest_;      ///< as it will be published
    store::Manifest published_;     ///< as it stands in the directory; no shards where there is none
    std::uint64_t generation_ = 0;  ///< the highest in use
};

}  // namespace izde::indexer
