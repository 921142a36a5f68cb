#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <xapian.h>

namespace izde::searcher {

/// Open databases of one index. Xapian's objects belong to one thread at a time: each search borrows one. A
/// database that is borrowed sees the last commit; one whose index was rebuilt or compacted meanwhile is
/// opened anew.
class DatabasePool {
  public:
    /// Opens the index once, to fail early. Throws store::IndexError.
    DatabasePool(std::filesystem::path directory, std::uint64_t analysis_fingerprint);

    /// A borrowed database; goes back to the pool when it is destroyed.
    class Lease {
      public:
        Lease(Lease&&) noexcept = default;
        Lease& operator=(Lease&&) = delete;
        ~Lease();
        Xapian::Database& operator*() const noexcept { return entry_->database; }
        /// Names the state of the index that the database shows: another commit has another.
        std::string revision() const;
        /// Sees the newest commit; what was read before is void.
        void reopen();

      private:
        friend class DatabasePool;
        struct Entry {
            std::vector<Xapian::Database> shards;
            Xapian::Database database;  ///< of all shards
            struct stat manifest {};
        };
        Lease(DatabasePool& pool, std::unique_ptr<Entry> entry) : pool_(&pool), entry_(std::move(entry)) {}
        DatabasePool* pool_;
        std::unique_ptr<Entry> entry_;
    };

    Lease borrow();

  private:
    std::unique_ptr<Lease::Entry> open() const;
    struct stat manifest_now() const;

    std::filesystem::path directory_;
    std::uint64_t analysis_fingerprint_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Lease::Entry>> idle_;
};

}  // namespace izde::searcher
