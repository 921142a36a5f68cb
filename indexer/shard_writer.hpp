#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <variant>
#include <vector>

#include "indexer/document.hpp"
#include "store/codec.hpp"
#include "store/work.hpp"

namespace izde::indexer {

/// Works of a file will follow. Files may interleave; a file is named by the stable hash of its path.
struct BeginFile {
    std::uint64_t file = 0;
    std::string path;
    bool is_known = false;  ///< the shard has a record of it
};

struct AddWork {
    std::uint64_t file = 0;
    store::Work work;
    std::string place;  ///< for messages: "line 7", or empty
};

/// All works of a file have come: what it held besides goes. `record.works` is filled by the shard.
struct EndFile {
    std::uint64_t file = 0;
    store::FileRecord record;
    /// Reading broke off: nothing is known to be gone, and the record says that the file is to be read again.
    bool is_cut_short = false;
};

/// The file's contents are those of its record, only its stamp has changed.
struct RestampFile {
    std::uint64_t file = 0;
    store::FileRecord record;  ///< `works` is kept
};

struct RemoveFile {
    std::uint64_t file = 0;
    std::string record_key;
};

using ShardMessage = std::variant<BeginFile, AddWork, EndFile, RestampFile, RemoveFile>;

/// What a shard did.
struct ShardReport {
    std::uint64_t works_added = 0, works_changed = 0, works_removed = 0, works_unchanged = 0;
    std::vector<std::string> warnings;
};

/// The one writer of a shard; belongs to one thread.
///
/// Everything between two commits is one Xapian transaction, so that nothing is written behind our back:
/// neither at Xapian's own flush threshold nor when a run is given up. A file's record is committed with its
/// works; a commit amid a file's works leaves a record marked partial, and the next run reads that file
/// again. Every call may throw Xapian::Error or store::IndexError.
class ShardWriter {
  public:
    ShardWriter(const std::string& path, const analyzers::Analyzer& analyzer, std::size_t commit_bytes);
    ~ShardWriter();
    ShardWriter(const ShardWriter&) = delete;
    ShardWriter& operator=(const ShardWriter&) = delete;

    void take(ShardMessage&& message);

    /// Commits where the last commit was so long ago and something has been taken since.
    void commit_if_older(std::chrono::milliseconds age);

    /// Commits what is left. Where most works of the shard were written in this run, writes it anew, compact,
    /// to `compact_path`, and returns true; where that cannot be done (a full disk) it warns.
    bool finish(const std::string& compact_path);

    const ShardReport& report() const noexcept { return report_; }

  private:
    struct Existing {
        Xapian::docid document = 0;
        std::uint64_t content_hash = 0;
    };
    struct OpenFile {
        std::string path;
        std::unordered_map<std::uint64_t, Existing>
            existing;  ///< by hash of the work's id; seen ones are taken out
        std::unordered_set<std::uint64_t> seen;
        bool is_marked_partial = false;
    };

    void begin(BeginFile&& message);
    void add(AddWork&& message);
    void end(EndFile&& message);
    void restamp(RestampFile&& message);
    void remove(const RemoveFile& message);
    void erase(Xapian::docid document);
    void changed(std::size_t bytes);
    void commit();
    bool compact(const std::string& path);

    Xapian::WritableDatabase database_;
    DocumentMaker maker_;
    std::size_t commit_bytes_;
    std::size_t uncommitted_bytes_ = 0;
    std::chrono::steady_clock::time_point last_commit_ = std::chrono::steady_clock::now();
    std::uint64_t works_written_ = 0;
    std::unordered_map<std::uint64_t, OpenFile> open_files_;
    ShardReport report_;
};

}  // namespace izde::indexer
