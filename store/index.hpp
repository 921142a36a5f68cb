#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace izde::store {

/// Version of everything in terms.hpp and codec.hpp. A reader refuses any other.
inline constexpr std::uint32_t kFormatVersion = 9;

/// Why an index cannot be used; the message names the directory and says what to do.
class IndexError : public std::runtime_error {
  public:
    enum class Code { not_found, not_an_index, other_format, other_analysis, corrupt, locked, io };
    IndexError(Code code, const std::string& message) : std::runtime_error(message), code_(code) {}
    Code code() const noexcept { return code_; }

  private:
    Code code_;
};

/// A record that does not parse: the index is damaged.
class CorruptRecord : public IndexError {
  public:
    explicit CorruptRecord(const std::string& message) : IndexError(Code::corrupt, message) {}
};

/// The file `izde.json` of an index directory: which shard directories make up the index. Replaced by rename,
/// so that readers see the old shards or the new ones, never a mixture.
struct Manifest {
    std::uint32_t format_version = kFormatVersion;
    std::uint64_t analysis_fingerprint = 0;
    std::vector<std::string> shards;  ///< directory names below the index directory
    friend bool operator==(const Manifest&, const Manifest&) = default;
};

inline constexpr std::string_view kManifestName = "izde.json";

/// Throws IndexError (not_found, not_an_index, corrupt, other_format, io).
Manifest read_manifest(const std::filesystem::path& directory);
/// Durable when it returns. Throws IndexError (io).
void write_manifest(const std::filesystem::path& directory, const Manifest& manifest);

/// Replaces a small file by rename: whoever reads it sees the old one or the new one, whole. Durable when it
/// returns. Throws IndexError (io).
void replace_file(const std::filesystem::path& file, std::string_view bytes);

/// Throws IndexError (other_analysis) unless the index was built with this analysis.
void check_fingerprint(const std::filesystem::path& directory, const Manifest& manifest,
                       std::uint64_t analysis_fingerprint);

/// What to say of a damaged index: where, why and what to do.
std::string damaged(const std::filesystem::path& directory, const std::string& cause);

/// Opens all shards for reading, checking format version and analysis fingerprint. Throws IndexError.
///
/// What is open stays readable while a writer replaces its shards by new directories, and over one commit
/// into the shards themselves; after a second one Xapian throws DatabaseModifiedError. Then, and to see what
/// was written since, call this again: `Xapian::Database::reopen` does not see a shard that was replaced.
Xapian::Database open_for_reading(const std::filesystem::path& directory, std::uint64_t analysis_fingerprint);

/// The same, shard by shard: Xapian tells the revision of a shard, not of several together.
std::vector<Xapian::Database> open_shards_for_reading(const std::filesystem::path& directory,
                                                      std::uint64_t analysis_fingerprint);

/// Shards as one database, which stays what they are: reopened, it reopens them.
Xapian::Database join_shards(const std::vector<Xapian::Database>& shards);

}  // namespace izde::store
