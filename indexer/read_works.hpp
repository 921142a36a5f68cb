#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/citations.hpp"
#include "indexer/confine/limits.hpp"
#include "indexer/segment.hpp"

namespace izde::indexer {

/// What extraction says of a file besides its text.
struct ReadingFacts {
    std::string format, encoding;  ///< "" where unknown; binary formats have no encoding
    std::uint64_t pages = 0;
};

/// What was read of a file, or of one file in an archive.
struct FileContents {
    std::string member;  ///< its name in the archive; "" is the file itself
    std::vector<SegmentedWork> works;
    std::vector<std::string> warnings;
    ReadingFacts facts;
    std::string failure;  ///< why it has no works; "" where nothing went wrong
};

/// Says which member is begun: its number (0 is the file itself, members count from 1) and its name.
using OnMember = std::function<void(std::uint64_t number, const std::string& member)>;
using OnContents = std::function<void(FileContents&& contents)>;

/// Turns the bytes of a file into works with their citations. Causes of failure are told in the contents, not
/// thrown; what `on_member` and `on_contents` throw and std::bad_alloc come out. `path` tells the format and
/// names the works. Members before `first_member` are passed over.
void read_works(std::string_view bytes, const std::string& path, std::uint64_t first_member,
                const ExtractionLimits& limits, CitationReader& citations, const OnMember& on_member,
                const OnContents& on_contents);

}  // namespace izde::indexer
