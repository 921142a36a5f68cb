#pragma once

#include "indexer/citations.hpp"
#include "indexer/confine/limits.hpp"
#include "indexer/extract/text_recognizer.hpp"
#include "indexer/file_contents.hpp"

namespace izde::indexer {

/// What reading takes.
struct ReadingMeans {
    ExtractionLimits limits;
    CitationReader& citations;
    TextRecognizer* recognizer = nullptr;  ///< of scanned pages; without one they are reported
};

/// Turns an open file, or the files in the archive that it is, into works with their citations. Causes of
/// failure are told in the contents, not thrown; what `on_member` and `on_contents` throw and std::bad_alloc
/// come out. `path` tells the format and names the works. Members before `first_member` are passed over.
void read_works(int descriptor, const std::string& path, std::uint64_t first_member,
                const ReadingMeans& means, const OnMember& on_member, const OnContents& on_contents);

}  // namespace izde::indexer
