#include "indexer/index_directory.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <ctime>
#include <system_error>

namespace izde::indexer {
namespace {

namespace fs = std::filesystem;
using store::IndexError;
using Code = IndexError::Code;

constexpr std::string_view kLockName = "izde.lock";
constexpr std::string_view kShardPrefix = "shard-";

[[noreturn]] void fail_io(const std::string& doing, const fs::path& path, int error) {
    throw IndexError(Code::io,
                     "cannot " + doing + " " + path.string() + ": " + std::generic_category().message(error));
}

fs::path made_directory(const fs::path& path) {
    fs::path absolute = fs::absolute(path).lexically_normal();
    std::error_code error;
    fs::create_directories(absolute, error);
    if (error || !fs::is_directory(absolute, error)) {
        fail_io("make the index directory", absolute, error ? error.value() : ENOTDIR);
    }
    return absolute;
}

/// "process 4711 on HOST since 2026-01-31 12:00:00 UTC"
std::string who_am_i() {
    std::array<char, 256> host{};
    if (::gethostname(host.data(), host.size() - 1) != 0) host = {'?'};
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::array<char, 64> time{};
    const std::size_t size = std::strftime(time.data(), time.size(), "%Y-%m-%d %H:%M:%S UTC", &parts);
    return "process " + std::to_string(::getpid()) + " on " + host.data() + " since " +
           std::string(time.data(), size);
}

std::string read_owner(int descriptor) {
    std::array<char, 512> text{};
    const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
    std::string owner(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    if (const std::size_t end = owner.find('\n'); end != std::string::npos) owner.resize(end);
    return owner.empty() ? "another process" : owner;
}

std::string shard_name(std::size_t shard, std::uint64_t generation) {
    return std::string(kShardPrefix) + std::to_string(shard) + "-" + std::to_string(generation);
}

/// The last part of shard-NUMBER-GENERATION; 0 for any other name.
std::uint64_t generation_of(std::string_view name) {
    if (!name.starts_with(kShardPrefix)) return 0;
    const std::string_view digits = name.substr(name.rfind('-') + 1);
    std::uint64_t generation = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), generation);
    return error == std::errc() && end == digits.data() + digits.size() ? generation : 0;
}

}  // namespace

IndexLock::IndexLock(const fs::path& index) {
    const fs::path path = index / kLockName;
    descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor_ < 0) fail_io("open", path, errno);
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        const std::string owner = read_owner(descriptor_);
        ::close(descriptor_);
        if (error != EWOULDBLOCK) fail_io("lock", path, error);
        throw IndexError(Code::locked,
                         index.string() + " is locked by " + owner + "; wait until it has finished");
    }
    const std::string text = who_am_i() + "\n";
    if (::ftruncate(descriptor_, 0) != 0 || ::pwrite(descriptor_, text.data(), text.size(), 0) < 0) {
        const int error = errno;
        ::close(descriptor_);
        fail_io("write", path, error);
    }
}

// The file stays: to remove it would let a third process lock a new file while a second waits for this one.
IndexLock::~IndexLock() {
    ::close(descriptor_);
}

IndexDirectory::IndexDirectory(const fs::path& path, std::uint64_t fingerprint, unsigned shards, bool rebuild)
    : path_(made_directory(path)), lock_((refuse_foreign_directory(), path_)) {
    const bool has_manifest = fs::exists(path_ / store::kManifestName);
    if (has_manifest) {
        try {
            published_ = store::read_manifest(path_);
        } catch (const IndexError&) {
            if (!rebuild) throw;  // a rebuild needs nothing of what was there
        }
    }
    if (has_manifest && !rebuild) {
        store::check_fingerprint(path_, published_, fingerprint);
        remove_leftovers(published_);
        manifest_ = published_;
        generation_ = last_generation();
        return;
    }
    if (!published_.shards.empty() || !has_manifest) remove_leftovers(published_);
    manifest_.analysis_fingerprint = fingerprint;
    generation_ = last_generation();
    make_shards(shards);
    // A first build can be searched, and taken up again, from its first commit on.
    if (!has_manifest) publish();
}

std::string IndexDirectory::shard_path(std::size_t shard) const {
    return (path_ / manifest_.shards.at(shard)).string();
}

std::string IndexDirectory::next_shard_path(std::size_t shard) const {
    return (path_ / shard_name(shard, generation_ + 1)).string();
}

void IndexDirectory::shard_was_replaced(std::size_t shard) {
    manifest_.shards.at(shard) = shard_name(shard, generation_ + 1);
}

void IndexDirectory::publish() {
    if (manifest_ != published_) store::write_manifest(path_, manifest_);
    published_ = manifest_;
    generation_ = last_generation();
    remove_leftovers(manifest_);
}

/// A directory that holds other things is not ours to write into, let alone to remove from.
void IndexDirectory::refuse_foreign_directory() const {
    if (fs::exists(path_ / store::kManifestName)) return;
    for (const fs::directory_entry& entry : fs::directory_iterator(path_)) {
        const std::string name = entry.path().filename().string();
        if (name == kLockName || name == std::string(store::kManifestName) + ".tmp" ||
            generation_of(name) != 0)
            continue;
        throw IndexError(Code::not_an_index, path_.string() + " is no izde index, and not empty (it holds " +
                                                 name + "); name a new directory");
    }
}

void IndexDirectory::make_shards(unsigned shards) {
    ++generation_;
    for (unsigned shard = 0; shard < shards; ++shard) {
        manifest_.shards.push_back(shard_name(shard, generation_));
        Xapian::WritableDatabase(shard_path(shard), Xapian::DB_CREATE).commit();
    }
}

void IndexDirectory::remove_leftovers(const store::Manifest& keep) const {
    for (const fs::directory_entry& entry : fs::directory_iterator(path_)) {
        const std::string name = entry.path().filename().string();
        if (generation_of(name) == 0 ||
            std::find(keep.shards.begin(), keep.shards.end(), name) != keep.shards.end()) {
            continue;
        }
        std::error_code error;
        fs::remove_all(entry.path(), error);
        if (error) fail_io("remove", entry.path(), error.value());
    }
}

std::uint64_t IndexDirectory::last_generation() const {
    std::uint64_t last = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(path_)) {
        last = std::max(last, generation_of(entry.path().filename().string()));
    }
    return last;
}

}  // namespace izde::indexer
