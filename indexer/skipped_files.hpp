#pragma once

#include <filesystem>
#include <vector>

#include "indexer/build.hpp"
#include "indexer/corpus.hpp"

namespace izde::indexer {

/// What runs passed over or failed to read is kept beside the shards, a JSON line a file, for people to ask
/// later; no run depends on it. Bytes of a path that are no UTF-8 are kept as U+FFFD.
inline constexpr const char* kSkippedName = "izde-skipped.jsonl";

/// Empty where there is no list; lines that are damaged are left out.
std::vector<Skipped> read_skipped(const std::filesystem::path& index);

/// Replaces the entries below `roots` by those of this run. Throws store::IndexError (io).
void renew_skipped(const std::filesystem::path& index, const std::vector<CorpusRoot>& roots,
                   const std::vector<Skipped>& skipped);

}  // namespace izde::indexer
