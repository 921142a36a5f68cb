#include "analyzers/analyzer.hpp"
#include "api/errors.hpp"
#include "api/worker_program.hpp"
#include "indexer/build.hpp"

namespace izde {

IndexReport build_index(const IndexOptions& options,
                        const std::function<void(const IndexProgress&)>& on_progress) {
    return api::guarded([&] {
        indexer::BuildOptions build;
        build.roots.assign(options.corpus.begin(), options.corpus.end());
        build.index = options.directory;
        build.include = options.include;
        build.exclude = options.exclude;
        build.prune = options.prune;
        build.rebuild = options.rebuild;
        build.shards = options.shards;
        build.reading.worker = api::worker_program();
        std::function<void(const indexer::BuildProgress&)> forward;
        if (on_progress) {
            forward = [&](const indexer::BuildProgress& from) {
                on_progress({from.files_done, from.files_total, from.bytes_done, from.bytes_total, from.works,
                             from.elapsed, from.current});
            };
        }
        const analyzers::Analyzer analyzer;
        indexer::BuildReport from = indexer::build(build, analyzer, forward);
        IndexReport report;
        report.files_added = from.files_added;
        report.files_changed = from.files_changed;
        report.files_removed = from.files_removed;
        report.files_unchanged = from.files_unchanged;
        report.works_added = from.works_added;
        report.works_changed = from.works_changed;
        report.works_removed = from.works_removed;
        report.works_unchanged = from.works_unchanged;
        report.works_total = from.works_total;
        report.bytes_read = from.bytes_read;
        report.works_by_language = std::move(from.works_by_language);
        for (indexer::Skipped& one : from.skipped) {
            report.skipped.push_back({std::move(one.path), std::move(one.cause), one.is_failure});
        }
        report.warnings = std::move(from.warnings);
        report.elapsed = from.elapsed;
        return report;
    });
}

}  // namespace izde
