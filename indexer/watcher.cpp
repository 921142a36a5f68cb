#include "indexer/watcher.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <system_error>

#include "indexer/corpus.hpp"

namespace izde::indexer {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// How long a stop may go unheard.
constexpr milliseconds kSlice{200};

constexpr std::uint32_t kChanges = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
                                   IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;

}  // namespace

Watcher::Watcher(const std::vector<fs::path>& roots, const fs::path& index)
    : index_(normal_path(index)), descriptor_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    for (const fs::path& root : roots) watch(normal_path(root));
}

Watcher::~Watcher() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

/// A file that is a root is watched by itself. Where the kernel has no more watches the rest is left to the
/// rescans.
void Watcher::watch(const fs::path& directory) {
    if (descriptor_ < 0 || directory == index_) return;
    const int watch = ::inotify_add_watch(descriptor_, directory.c_str(), kChanges | IN_EXCL_UNLINK);
    if (watch < 0) return;
    directories_[watch] = directory.string();
    std::error_code error;
    for (fs::directory_iterator entry(directory, error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code ignored;  // links to directories are not followed, by the walk neither
        if (!entry->is_symlink(ignored) && entry->is_directory(ignored)) this->watch(entry->path());
    }
}

bool Watcher::read_events(milliseconds wait) {
    pollfd waiting{descriptor_, POLLIN, 0};
    const int ready = ::poll(&waiting, descriptor_ < 0 ? 0 : 1, static_cast<int>(wait.count()));
    if (ready <= 0) return false;
    bool has_changed = false;
    alignas(inotify_event) std::array<char, 16384> buffer{};
    while (true) {
        const ssize_t size = ::read(descriptor_, buffer.data(), buffer.size());
        if (size <= 0) return has_changed;
        has_changed = true;
        for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            const char* const name = buffer.data() + at + sizeof event;
            const auto parent = directories_.find(event.wd);
            const bool is_new_directory =
                (event.mask & IN_ISDIR) != 0 && (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0;
            if (is_new_directory && parent != directories_.end()) watch(fs::path(parent->second) / name);
            if ((event.mask & IN_IGNORED) != 0) directories_.erase(event.wd);
            at += sizeof event + event.len;
        }
    }
}

bool Watcher::wait(const std::function<bool()>& is_stopped) {
    const Clock::time_point begin = Clock::now();
    Clock::time_point first_change{};
    Clock::time_point last_change{};
    while (!is_stopped()) {
        const bool has_changed = read_events(kSlice);
        const Clock::time_point now = Clock::now();
        if (has_changed) {
            last_change = now;
            if (first_change == Clock::time_point{}) first_change = now;
        }
        if (first_change == Clock::time_point{}) {
            if (now - begin >= kRescanEvery) return true;
        } else if (now - last_change >= kQuiet || now - first_change >= kLongest) {
            return true;
        }
    }
    return false;
}

}  // namespace izde::indexer
