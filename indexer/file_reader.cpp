#include "indexer/file_reader.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <system_error>

#include "store/terms.hpp"

namespace izde::indexer {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{256} * 1024;

/// Linux stamps files with the time of the last timer interrupt: 10 ms at the slowest usual rate (100 Hz).
/// Twice that is safe; what is wrongly taken as unsettled costs one more hash of the file.
constexpr std::int64_t kTickNs = 20'000'000;

std::int64_t nanoseconds(const struct timespec& time) noexcept {
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

std::string cause_of_failure() {
    return std::generic_category().message(errno);
}

}  // namespace

FileStamp stamp_of(const struct stat& status) noexcept {
    return {static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim),
            nanoseconds(status.st_ctim), static_cast<std::uint64_t>(status.st_ino)};
}

FileReader::FileReader(const std::string& path)
    : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)) {
    if (descriptor_ < 0) throw FileError(cause_of_failure());
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor_);
        throw FileError("not a regular file");
    }
}

FileReader::~FileReader() {
    ::close(descriptor_);
}

FileStamp FileReader::stamp() const {
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0) throw FileError(cause_of_failure());
    return stamp_of(status);
}

// NOLINTNEXTLINE(readability-make-member-function-const): it moves the place in the file
std::string FileReader::read(std::size_t limit) {
    std::string bytes(limit, '\0');
    std::size_t size = 0;
    while (size < limit) {
        const ssize_t got = ::read(descriptor_, bytes.data() + size, limit - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw FileError(cause_of_failure());
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    bytes.resize(size);
    return bytes;
}

std::uint64_t FileReader::hash_all() {
    if (::lseek(descriptor_, 0, SEEK_SET) != 0) throw FileError(cause_of_failure());
    store::StableHasher hasher;
    for (std::uint64_t left = stamp().size; left > 0;) {
        const std::string piece = read(static_cast<std::size_t>(std::min<std::uint64_t>(left, kPieceBytes)));
        if (piece.empty()) break;  // it has shrunk
        hasher.update(piece);
        left -= piece.size();
    }
    return hasher.finish();
}

std::string read_first(int descriptor, std::size_t limit) {
    std::string bytes(limit, '\0');
    std::size_t size = 0;
    while (size < bytes.size()) {
        const ssize_t got =
            ::pread(descriptor, bytes.data() + size, bytes.size() - size, static_cast<off_t>(size));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw FileError(cause_of_failure());
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    bytes.resize(size);
    return bytes;
}

std::uint64_t size_of(int descriptor) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) throw FileError(cause_of_failure());
    return static_cast<std::uint64_t>(status.st_size);
}

std::string read_whole(int descriptor) {
    return read_first(descriptor, size_of(descriptor));  // less where it has shrunk meanwhile
}

bool is_settled(const FileStamp& stamp, std::int64_t now_ns) noexcept {
    return now_ns - stamp.ctime_ns > kTickNs;
}

std::int64_t wall_clock_ns() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

}  // namespace izde::indexer
