#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "indexer/build.hpp"

namespace izde::indexer {

/// What an index holds.
struct Statistics {
    std::uint64_t works = 0, files = 0;
    std::uint64_t text_bytes = 0;                            ///< of the stored texts
    std::uint64_t index_bytes = 0;                           ///< of all shards on disk
    std::uint64_t stems = 0;                                 ///< different stems
    std::uint64_t words = 0;                                 ///< occurrences of stems, stopwords included
    std::map<std::string, std::uint64_t> works_by_language;  ///< "kk", "ru", "en", "mixed", "und"
    std::map<std::string, std::uint64_t> works_by_kind;      ///< "article", "provision" …
    std::map<int, std::uint64_t> works_by_year;              ///< of those whose year is known
    std::map<std::string, std::uint64_t> files_by_suffix;    ///< ".pdf", "" where a name has none; lower case
    std::vector<Skipped> skipped;  ///< by the last run over their root, sorted by path
};

/// Counts languages alone: what a run reports at its end.
std::map<std::string, std::uint64_t> count_languages(const Xapian::Database& database);

/// Of all regular files below a directory.
std::uint64_t bytes_below(const std::filesystem::path& directory);

/// Reads the whole index, texts excepted: about a second for a hundred thousand works. Throws
/// store::IndexError.
Statistics statistics_of(const std::filesystem::path& index, const analyzers::Analyzer& analyzer);

}  // namespace izde::indexer
