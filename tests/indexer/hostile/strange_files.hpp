#pragma once

#include <atomic>
#include <filesystem>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace izde::tests {

/// Fills a directory with what a file system can hold besides readable files: names that are no text, links
/// in circles, pipes, sockets, devices, files larger than any disk, directories deeper than a path may be
/// long.
void make_strange_files(const std::filesystem::path& directory);

/// Writes, lengthens, shortens, replaces and removes files of a directory as long as it lives.
class RestlessFiles {
  public:
    RestlessFiles(std::filesystem::path directory, std::vector<std::pair<std::string, std::string>> files,
                  std::uint64_t seed);
    ~RestlessFiles();
    RestlessFiles(const RestlessFiles&) = delete;
    RestlessFiles& operator=(const RestlessFiles&) = delete;

  private:
    void disturb();

    std::filesystem::path directory_;
    std::vector<std::pair<std::string, std::string>> files_;  // name, bytes
    std::mt19937_64 random_;
    std::atomic<bool> is_over_{false};
    std::thread thread_;
};

}  // namespace izde::tests
