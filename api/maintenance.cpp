#include "analyzers/analyzer.hpp"
#include "api/errors.hpp"
#include "indexer/check.hpp"
#include "indexer/compact.hpp"
#include "indexer/statistics.hpp"

namespace izde {

IndexStatistics index_statistics(const std::string& directory) {
    return api::guarded([&] {
        const analyzers::Analyzer analyzer;
        indexer::Statistics from = indexer::statistics_of(directory, analyzer);
        IndexStatistics statistics;
        statistics.works = from.works;
        statistics.files = from.files;
        statistics.text_bytes = from.text_bytes;
        statistics.index_bytes = from.index_bytes;
        statistics.stems = from.stems;
        statistics.words = from.words;
        statistics.works_by_language = std::move(from.works_by_language);
        statistics.works_by_kind = std::move(from.works_by_kind);
        statistics.works_by_year = std::move(from.works_by_year);
        statistics.files_by_suffix = std::move(from.files_by_suffix);
        for (indexer::Skipped& one : from.skipped)
            statistics.skipped.push_back({std::move(one.path), std::move(one.cause), one.is_failure});
        return statistics;
    });
}

IndexCheck check_index(const std::string& directory) {
    return api::guarded([&] {
        const analyzers::Analyzer analyzer;
        indexer::CheckReport from = indexer::check_index(directory, analyzer);
        return IndexCheck{from.works, from.files, std::move(from.damages), std::move(from.lost),
                          std::move(from.changed)};
    });
}

CompactReport compact_index(const std::string& directory) {
    return api::guarded([&] {
        const analyzers::Analyzer analyzer;
        const indexer::CompactReport from = indexer::compact_index(directory, analyzer);
        return CompactReport{from.bytes_before, from.bytes_after};
    });
}

}  // namespace izde
