#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "indexer/reading_options.hpp"

/// Corpus → index: the one entry point of this room.
namespace izde::indexer {

/// What to index, where to.
struct BuildOptions {
    std::vector<std::filesystem::path> roots;  ///< directories or files
    std::filesystem::path index;               ///< directory of the index; made where it is absent
    /// Globs on the path below its root: `*` and `?` stay within a name, `**` crosses directories, a glob
    /// without `/` is tried on the name alone. No include means all; an exclude wins over an include.
    std::vector<std::string> include, exclude;
    bool prune = false;    ///< a root that is missing or empty loses its works instead of being an error
    bool rebuild = false;  ///< starts anew; readers see the old index until the new one is whole
    unsigned shards = 2;   ///< of a new index, 1 to 64; an existing one keeps its number
    /// A shard commits when it has taken in this many bytes of text: what a kill loses, and what bounds
    /// memory (measured: see kCommitBytes in build.cpp). 0 takes the default.
    std::size_t commit_bytes = 0;
    /// What the run may take of memory, the workers included; 0: the defaults of `commit_bytes` and
    /// `reading`.
    std::uint64_t memory_bytes = 0;
    ReadingOptions reading;  ///< where files are turned into works, and what that may cost
};

/// How far a run is.
struct BuildProgress {
    std::uint64_t files_done = 0, files_total = 0;
    std::uint64_t bytes_done = 0, bytes_total = 0;
    std::uint64_t works = 0;
    std::chrono::milliseconds elapsed{0};
    std::string current;  ///< a file being read
};

/// A file (or directory) that holds no works in the index, and why.
struct Skipped {
    std::string path;
    std::string cause;
    bool is_failure = false;  ///< false: passed over by rule (format unknown, hidden, no text)
};

/// What a run did with a file.
enum class FileAction : std::uint8_t { added, changed, unchanged, removed, skipped, failed };
std::string_view name_of(FileAction action) noexcept;

struct FileFate {
    std::string path;
    FileAction action = FileAction::failed;
    std::string cause;             ///< why it has no works, or a line or a file in it has none
    std::string format, encoding;  ///< as extraction names them; "" where it was not read, or has none
    std::uint64_t pages = 0;       ///< 0 where it was not read
    std::uint64_t works = 0;       ///< in the file; of one that was not read, those known
    std::uint64_t characters = 0;  ///< of the works' texts, 0 where it was not read
    std::chrono::microseconds elapsed{0};
};

/// Called for every file as soon as its fate is decided, from any thread of the run, one call at a time.
using OnFile = std::function<void(const FileFate&)>;

/// What a run did.
struct BuildReport {
    std::uint64_t files_added = 0, files_changed = 0, files_removed = 0, files_unchanged = 0;
    std::uint64_t works_added = 0, works_changed = 0, works_removed = 0, works_unchanged = 0;
    std::uint64_t works_total = 0;  ///< in the whole index after the run
    std::uint64_t bytes_read = 0;
    std::map<std::string, std::uint64_t>
        works_by_language;  ///< of the whole index: "kk", "ru", "en", "mixed", "und"
    std::vector<Skipped> skipped;
    std::vector<std::string> warnings;  ///< "path: cause"
    std::chrono::milliseconds elapsed{0};
};

/// A root that cannot be taken, or an option that makes no sense.
class BuildError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Brings the index up to date with the roots; indexer/README.md says in which order it commits.
///
/// `on_progress` is called from the calling thread several times a second; it may be empty; what it throws
/// stops the run and comes out; so with `on_file`. Returning normally means that all is committed; a file
/// that cannot be read is reported, not thrown. Throws BuildError, store::IndexError (locked, other_analysis,
/// other_format, not_an_index, corrupt, io). After a throw or a kill the index stands as of its last commit,
/// and the next run finishes the work. One process writes an index at a time.
BuildReport build(const BuildOptions& options, const analyzers::Analyzer& analyzer,
                  const std::function<void(const BuildProgress&)>& on_progress = {},
                  const OnFile& on_file = {});

}  // namespace izde::indexer
