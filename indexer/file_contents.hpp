#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "indexer/extract/extractor.hpp"
#include "indexer/segment.hpp"

namespace izde::indexer {

/// What extraction says of a file besides its text.
struct ReadingFacts {
    std::string format, encoding;  ///< "" where unknown; binary formats have no encoding
    std::uint64_t pages = 0;
    std::uint64_t unread_pages = 0;  ///< of `pages`, pictures that nothing has read
};

/// A line of a JSON Lines file that is no work.
struct BadLine {
    std::uint64_t number = 0;  ///< from 1
    std::string cause;
};

/// What was read of a file, or of one file in an archive.
struct FileContents {
    std::string member;  ///< its name in the archive; "" is the file itself
    std::vector<SegmentedWork> works;
    std::vector<std::string> warnings;
    ReadingFacts facts;
    std::vector<BadLine> bad_lines;
    std::string failure;          ///< why it has no works; "" where nothing went wrong
    bool is_passed_over = false;  ///< by rule, for a format that izde does not read; `failure` says so
};

/// Says which member is begun: its number (0 is the file itself, members count from 1) and its name.
using OnMember = std::function<void(std::uint64_t number, const std::string& member)>;
using OnContents = std::function<void(FileContents&& contents)>;

/// The path of a file in an archive: `archive.zip!/volume/article.pdf`.
std::string path_of_member(const std::string& archive, const std::string& member);

}  // namespace izde::indexer
