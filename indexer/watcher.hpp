#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace izde::indexer {

/// Tells that something below the roots of a corpus may have changed, by inotify. It is a hint and no more: a
/// run looks at every file itself, so what the kernel does not tell (network file systems, too many
/// directories, events lost in a burst) is found by the next run after `kRescanEvery`. Belongs to one thread.
class Watcher {
  public:
    /// How long nothing must happen after a change before it is told: who copies a folder is let finish.
    static constexpr std::chrono::milliseconds kQuiet{1000};
    /// A folder that never comes to rest is told all the same.
    static constexpr std::chrono::milliseconds kLongest{15000};
    /// Without any sign of a change.
    static constexpr std::chrono::milliseconds kRescanEvery{60000};

    /// A root that is missing, or a directory that cannot be watched, is left to the rescans.
    /// What happens below `index`, which may lie within a root, is no change of the corpus.
    Watcher(const std::vector<std::filesystem::path>& roots, const std::filesystem::path& index);
    ~Watcher();
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;

    /// Waits for a change or for the next rescan; asks `is_stopped` several times a second. False: it was
    /// stopped.
    bool wait(const std::function<bool()>& is_stopped);

  private:
    void watch(const std::filesystem::path& directory);
    /// Reads what has come within `wait`; whether anything has.
    bool read_events(std::chrono::milliseconds wait);

    std::string index_;
    int descriptor_ = -1;
    std::unordered_map<int, std::string> directories_;  ///< by watch
};

}  // namespace izde::indexer
