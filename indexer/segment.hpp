#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/extractor.hpp"
#include "store/work.hpp"

namespace izde::indexer {

/// Why the segmenter decided something: a line of `izde segment FILE`.
struct Evidence {
    std::string rule;        ///< short name of the rule: "udc-line", "capital-title", "statute-article" …
    std::string text;        ///< the words of the file it saw, at most a line
    std::uint32_t page = 0;  ///< physical page
};

/// A work and the evidence for its borders and fields.
struct SegmentedWork {
    store::Work work;
    std::vector<Evidence> evidence;
};

/// Cuts an extracted file into works, in the order in which they stand; at least one if it holds any letter.
/// Language is decided per block; positions are left to the writer. `path` names the works.
std::vector<SegmentedWork> segment(const Extraction& extraction, const std::string& path);

/// A work that was declared whole (a JSONL line): blocks and languages, no cutting.
store::Work assemble(const DeclaredWork& declared, const std::string& path);

}  // namespace izde::indexer
