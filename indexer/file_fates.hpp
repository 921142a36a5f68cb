#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/build.hpp"
#include "indexer/read_works.hpp"

namespace izde::indexer {

/// Follows the files that are being read and tells what became of each. Thread-safe; a file is named by the
/// stable hash of its path.
class FileFates {
  public:
    /// `on_file` may be empty: then nothing is kept. What it throws comes out of what called it.
    explicit FileFates(OnFile on_file) : on_file_(std::move(on_file)) {}

    void begin(const std::string& path, std::uint64_t file);
    void add_reading(std::uint64_t file, const ReadingFacts& facts);
    void add_work(std::uint64_t file, std::string_view text);
    /// `path` is that of the file, or begins with it: a line of it, a file in it. The first cause is told.
    void add_cause(std::string_view path, const std::string& cause, bool is_failure);
    /// Tells it. A file of which nothing could be taken is skipped or failed, whatever `action` says.
    /// `known_works` are those that it has without having been read.
    void finish(std::uint64_t file, FileAction action, std::uint64_t known_works);

    /// A file that was never begun.
    void tell(const std::string& path, FileAction action, const std::string& cause = {});

  private:
    struct Open {
        FileFate fate;
        std::uint64_t file = 0;
        bool has_failed = false;  ///< itself, not a line of it
        std::chrono::steady_clock::time_point since;
    };
    Open* find(std::uint64_t file);

    OnFile on_file_;
    std::mutex mutex_;
    std::vector<Open> open_;  ///< as many as there are threads
};

}  // namespace izde::indexer
