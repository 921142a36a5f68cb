#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "indexer/corpus.hpp"

namespace izde::indexer {

/// A file that cannot be read: `what()` is the cause without the path.
class FileError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

FileStamp stamp_of(const struct stat& status) noexcept;

/// A regular file, open for reading from its beginning.
class FileReader {
  public:
    /// Throws FileError. Never waits on a pipe that took the file's place.
    explicit FileReader(const std::string& path);
    ~FileReader();
    FileReader(const FileReader&) = delete;
    FileReader& operator=(const FileReader&) = delete;

    /// Of the file that is open, as it is now.
    FileStamp stamp() const;

    /// The next bytes, at most `limit`; fewer only at the end.
    std::string read(std::size_t limit);

    /// Hash of all bytes that the file had at the call, holding a piece at a time; what is written behind
    /// them meanwhile shows in the stamp. Reading goes on behind them.
    std::uint64_t hash_all();

    /// Open as long as the reader lives.
    int descriptor() const noexcept { return descriptor_; }

  private:
    int descriptor_ = -1;
};

/// The first bytes of an open file, at most `limit`, wherever reading of it stands. Throws FileError.
std::string read_first(int descriptor, std::size_t limit);

/// Bytes of an open file as it is now. Throws FileError.
std::uint64_t size_of(int descriptor);

/// All bytes of an open file, wherever reading of it stands. Throws FileError.
std::string read_whole(int descriptor);

/// Whether a later change is sure to show in the stamp: false where the file changed so recently that another
/// change may fall into the same tick of the file system's clock. `now_ns` is the wall clock.
bool is_settled(const FileStamp& stamp, std::int64_t now_ns) noexcept;

std::int64_t wall_clock_ns();

}  // namespace izde::indexer
