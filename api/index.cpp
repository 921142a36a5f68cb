#include <optional>

#include "analyzers/analyzer.hpp"
#include "api/errors.hpp"
#include "api/worker_program.hpp"
#include "indexer/build.hpp"
#include "indexer/watcher.hpp"

namespace izde {
namespace {

indexer::BuildOptions build_options(const IndexOptions& options) {
    indexer::BuildOptions build;
    build.roots.assign(options.corpus.begin(), options.corpus.end());
    build.index = options.directory;
    build.include = options.include;
    build.exclude = options.exclude;
    build.prune = options.prune;
    build.rebuild = options.rebuild;
    build.shards = options.shards;
    build.memory_bytes = options.memory_bytes;
    build.reading.worker = api::worker_program();
    if (options.ocr) build.reading.recognize_scans();
    return build;
}

IndexReport report_of(indexer::BuildReport&& from) {
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
}

bool has_changed(const IndexReport& report) {
    return report.files_added + report.files_changed + report.files_removed > 0;
}

static_assert(static_cast<int>(FileAction::failed) == static_cast<int>(indexer::FileAction::failed));

/// Comes out of a run that is stopped.
struct Stopped {};

}  // namespace

std::string_view name_of(FileAction action) noexcept {
    return indexer::name_of(static_cast<indexer::FileAction>(action));
}

IndexReport build_index(const IndexOptions& options,
                        const std::function<void(const IndexProgress&)>& on_progress,
                        const std::function<void(const FileFate&)>& on_file) {
    return api::guarded([&] {
        std::function<void(const indexer::BuildProgress&)> forward;
        if (on_progress) {
            forward = [&](const indexer::BuildProgress& from) {
                on_progress({from.files_done, from.files_total, from.bytes_done, from.bytes_total, from.works,
                             from.elapsed, from.current});
            };
        }
        indexer::OnFile tell;
        if (on_file) {
            tell = [&](const indexer::FileFate& from) {
                on_file({from.path, static_cast<FileAction>(from.action), from.cause, from.format,
                         from.encoding, from.pages, from.works, from.characters, from.elapsed});
            };
        }
        const analyzers::Analyzer analyzer;
        return report_of(indexer::build(build_options(options), analyzer, forward, tell));
    });
}

void follow_index(const IndexOptions& options, const FollowCallbacks& callbacks) {
    api::guarded([&] {
        indexer::BuildOptions build = build_options(options);
        // Before the first run, so that nothing that changes during it is missed.
        indexer::Watcher watcher(build.roots, build.index);
        const analyzers::Analyzer analyzer;
        // Nothing where the run was stopped: the index stands as of its last commit.
        const auto run = [&]() -> std::optional<IndexReport> {
            try {
                return report_of(indexer::build(build, analyzer, [&](const indexer::BuildProgress&) {
                    if (callbacks.is_stopped()) throw Stopped();
                }));
            } catch (const Stopped&) {
                return std::nullopt;
            }
        };
        if (const auto report = run()) callbacks.on_report(*report);
        build.rebuild = false;
        while (watcher.wait(callbacks.is_stopped)) {
            try {
                const auto report = api::guarded(run);
                if (report && has_changed(*report)) callbacks.on_report(*report);
            } catch (const Error& error) {
                callbacks.on_failure(error);
            }
        }
    });
}

}  // namespace izde
