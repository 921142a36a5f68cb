#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/build.hpp"

namespace izde::indexer {

/// What the file system says of a file: equal stamps, equal contents (but for changes within one clock tick;
/// see `is_settled`).
struct FileStamp {
    std::uint64_t size = 0;
    std::int64_t mtime_ns = 0;
    std::int64_t ctime_ns = 0;
    std::uint64_t inode = 0;
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

struct CorpusFile {
    std::string path;  ///< absolute, lexically normal; bytes
    FileStamp stamp;
};

/// A directory or file that was named.
struct CorpusRoot {
    std::string path;
    bool is_missing = false;
    std::uint64_t files_seen = 0;  ///< before include and exclude
};

/// What a walk found.
struct Corpus {
    std::vector<CorpusRoot> roots;
    std::vector<CorpusFile> files;  ///< ascending by path, each once
    std::vector<Skipped> skipped;
    std::vector<std::string>
        unread;  ///< directories that could not be listed: what lies below has not vanished
};

/// Walks the roots. Passed over below a root: hidden names, names that begin with `~$` or end in `~`, `.tmp`,
/// `.temp`, `.swp`, `.part`, `.crdownload` (drafts of editors and browsers), what is no regular file, links
/// to directories (they may lead in circles), and directories that are an izde index. A root that is a file
/// is taken whatever its name is.
Corpus walk_corpus(const BuildOptions& options);

/// Why a file or directory of this name is passed over; empty where it is not.
std::string_view unwanted_name(std::string_view name);

/// Whether `path` is `directory` or lies below it. Both are normal.
bool is_below(std::string_view path, std::string_view directory) noexcept;

std::string normal_path(const std::filesystem::path& path);

}  // namespace izde::indexer
