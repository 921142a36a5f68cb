#include "indexer/build.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <memory>
#include <thread>

#include "indexer/corpus.hpp"
#include "indexer/index_directory.hpp"
#include "indexer/known_files.hpp"
#include "indexer/producer.hpp"
#include "indexer/shard_writer.hpp"
#include "indexer/skipped_files.hpp"
#include "indexer/statistics.hpp"
#include "store/terms.hpp"

namespace izde::indexer {
namespace {

namespace fs = std::filesystem;
using store::IndexError;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// Measured on 29 MB and 177 MB of law, two shards (seconds of processor, peak memory): 1 MB 4.7, 32 MB; 2
/// MB 4.7 and 31.6, 39 MB; 4 MB 4.8, 51 MB; 8 MB 5.1 and 34.7, 73 MB; 16 MB 5.4, 115 MB; 24 MB 37.3, 161 MB.
/// Small batches stay in the processor's cache; below 2 MB the writes of tables begin to tell, the more the
/// larger the index is.
constexpr std::size_t kCommitBytes = std::size_t{4} * 1024 * 1024;

/// How long what a shard has taken in may wait for its commit: what a kill loses of a slow run.
constexpr std::chrono::seconds kCommitEvery{20};

/// Works that wait between the producers and a shard. Enough to ride out a commit; more only takes memory.
constexpr std::size_t kQueueBytes = std::size_t{4} * 1024 * 1024;

constexpr milliseconds kProgressEvery{200};

/// What queues, writers and their tables take with the sizes above, and some (80 MB measured, two shards).
constexpr std::uint64_t kWriterMemory = std::uint64_t{128} << 20U;
/// Address space that a worker takes for its libraries and a volume of some hundred pages.
constexpr std::uint64_t kLeastWorkerMemory = std::uint64_t{384} << 20U;

/// How many producers read side by side, and what the worker of each may take.
struct Reading {
    unsigned producers;
    ReadingOptions options;
};

Reading plan_reading(const BuildOptions& options) {
    Reading reading{std::clamp(std::thread::hardware_concurrency(), 1U, 8U), options.reading};
    if (options.memory_bytes == 0) return reading;
    const std::uint64_t left = options.memory_bytes - kWriterMemory;
    reading.producers =
        static_cast<unsigned>(std::clamp<std::uint64_t>(left / kLeastWorkerMemory, 1, reading.producers));
    std::uint64_t& worker = reading.options.limits.memory_bytes;
    worker = std::min(worker, left / reading.producers);
    return reading;
}

[[noreturn]] void rethrow_xapian(const fs::path& index, const Xapian::Error& error) {
    const std::string_view type = error.get_type();  // Xapian's errors are not polymorphic
    IndexError::Code code = IndexError::Code::io;
    if (type == "DatabaseCorruptError") code = IndexError::Code::corrupt;
    if (type == "DatabaseLockError") code = IndexError::Code::locked;
    const bool is_damaged = code == IndexError::Code::corrupt;
    throw IndexError(code, is_damaged
                               ? store::damaged(index, error.get_description())
                               : "cannot write the index " + index.string() + ": " + error.get_description());
}

/// Tables of a shard that do not fit each other are damage that Xapian does not see: a lost table reads as an
/// empty one, and an update would go on as if nothing were missing.
void check_shards(const fs::path& index, const std::vector<std::string>& shard_paths) {
    for (const std::string& path : shard_paths) {
        const Xapian::Database shard(path);
        std::uint64_t works = 0;
        for (const auto& [language, count] : count_languages(shard)) works += count;
        bool is_whole = works == shard.get_doccount();
        if (const auto first = shard.postlist_begin({}); is_whole && first != shard.postlist_end({}))
            is_whole = !shard.get_document(*first).get_data().empty();
        if (!is_whole)
            throw IndexError(IndexError::Code::corrupt, store::damaged(index, path + " has lost works"));
    }
}

void check(const BuildOptions& options) {
    if (options.roots.empty()) throw BuildError("no corpus was named");
    if (options.index.empty()) throw BuildError("no index directory was named");
    if (options.memory_bytes != 0 && options.memory_bytes < kWriterMemory + kLeastWorkerMemory)
        throw BuildError("an index run takes 512 MB of memory at least");
    if (options.shards < 1 || options.shards > 64) throw BuildError("an index has 1 to 64 shards");
}

void check_no_root_is_missing(const Corpus& corpus) {
    for (const CorpusRoot& root : corpus.roots) {
        if (!root.is_missing) continue;
        throw BuildError(root.path + " does not exist; if its works are to go from the index, say --prune");
    }
}

/// --prune takes the works of a root that went; one that never was is mistyped.
void check_missing_roots_are_known(const Corpus& corpus, const KnownFiles& known) {
    for (std::size_t i = 0; i < corpus.roots.size(); ++i) {
        if (corpus.roots[i].is_missing && known.works_below()[i] == 0)
            throw BuildError(corpus.roots[i].path + " does not exist, and the index holds nothing of it");
    }
}

/// A disk that is not mounted looks like a corpus that was deleted.
void check_no_root_was_emptied(const Corpus& corpus, const KnownFiles& known) {
    for (std::size_t i = 0; i < corpus.roots.size(); ++i) {
        const CorpusRoot& root = corpus.roots[i];
        const std::uint64_t works = known.works_below()[i];
        if (root.files_seen > 0 || works == 0) continue;
        const bool is_unread =
            std::find(corpus.unread.begin(), corpus.unread.end(), root.path) != corpus.unread.end();
        if (is_unread) continue;  // reported as a failure; nothing of it is taken as vanished
        throw BuildError(root.path + " is empty, but the index holds " + std::to_string(works) +
                         " works of it; if they are to go, say --prune");
    }
}

/// The threads of a run: producers, a queue and a writer for each shard.
class Run {
  public:
    Run(const Corpus& corpus, const KnownFiles& known, IndexDirectory& directory,
        const analyzers::Analyzer& analyzer, std::size_t commit_bytes, const Reading& reading,
        const OnFile& on_file)
        : corpus_(corpus),
          directory_(directory),
          producers_(reading.producers),
          state_(on_file),
          is_compact_(directory.shards(), 0) {
        for (std::size_t shard = 0; shard < directory.shards(); ++shard) {
            queues_.push_back(std::make_unique<ShardQueue>(kQueueBytes));
            writers_.push_back(
                std::make_unique<ShardWriter>(directory.shard_path(shard), analyzer, commit_bytes));
        }
        std::vector<ShardQueue*> queues;
        for (const auto& queue : queues_) queues.push_back(queue.get());
        ReadingOptions options = reading.options;
        options.stop = state_.stop.get_token();
        producer_ = std::make_unique<Producer>(corpus, known, analyzer, std::move(queues), std::move(options),
                                               state_);
        vanished_ = known.vanished(corpus);
    }

    BuildReport go(const std::function<void(const BuildProgress&)>& on_progress) {
        std::vector<std::jthread> threads;  // joined whatever happens below
        try {
            for (const Skipped& one : corpus_.skipped)
                state_.fates.tell(one.path, one.is_failure ? FileAction::failed : FileAction::skipped,
                                  one.cause);
            running_ = producers_running_ = producers_;
            for (unsigned i = 0; i < producers_; ++i) threads.emplace_back([this] { produce(); });
            for (std::size_t shard = 0; shard < writers_.size(); ++shard) {
                const std::scoped_lock lock(mutex_);
                ++running_;
                threads.emplace_back([this, shard] { write(shard); });
            }
            watch(on_progress);
        } catch (...) {
            stop(std::current_exception());
        }
        threads.clear();
        if (failure_) std::rethrow_exception(failure_);
        return report();
    }

  private:
    void produce() {
        guarded([&] { producer_->run(); });
        bool is_last = false;
        {
            const std::scoped_lock lock(mutex_);
            is_last = --producers_running_ == 0;
        }
        if (is_last) guarded([&] { remove_vanished(); });
        finished();
    }

    /// After everything else, so that a file that was moved is found at its new place before it goes from the
    /// old.
    void remove_vanished() {
        for (const KnownFiles::Vanished& file : vanished_) {
            const std::uint64_t hash = store::stable_hash(file.path);
            for (std::size_t shard = 0; shard < queues_.size(); ++shard) {
                if ((file.shards >> shard & 1U) == 0) continue;
                if (!queues_[shard]->push(RemoveFile{hash, store::file_record_key(file.path)}, 0)) return;
            }
            state_.fates.tell(file.path, FileAction::removed);
        }
        for (const auto& queue : queues_) queue->finish();
    }

    void write(std::size_t shard) {
        guarded([&] {
            ShardWriter& writer = *writers_[shard];
            // While a slow file is read nothing comes; what came before it is committed in the meantime.
            for (bool is_over = false; !is_over;) {
                if (auto message = queues_[shard]->pop(kCommitEvery, is_over))
                    writer.take(std::move(*message));
                writer.commit_if_older(kCommitEvery);
            }
            if (!state_.stop.stop_requested())
                is_compact_[shard] = writer.finish(directory_.next_shard_path(shard)) ? 1 : 0;
        });
        finished();
    }

    template <typename Work>
    void guarded(const Work& work) {
        try {
            work();
        } catch (...) {
            stop(std::current_exception());
        }
    }

    /// The first failure is the one that is told.
    void stop(const std::exception_ptr& failure) {
        {
            const std::scoped_lock lock(mutex_);
            if (!failure_) failure_ = failure;
        }
        state_.stop.request_stop();
        for (const auto& queue : queues_) queue->abandon();
    }

    void finished() {
        const std::scoped_lock lock(mutex_);
        --running_;
        all_finished_.notify_all();
    }

    void watch(const std::function<void(const BuildProgress&)>& on_progress) {
        std::unique_lock lock(mutex_);
        while (!all_finished_.wait_for(lock, kProgressEvery, [&] { return running_ == 0; })) {
            if (!on_progress) continue;
            lock.unlock();
            on_progress(progress());
            lock.lock();
        }
    }

    BuildProgress progress() {
        BuildProgress progress;
        progress.files_done = state_.files_done;
        progress.files_total = corpus_.files.size();
        progress.bytes_done = state_.bytes_done;
        for (const CorpusFile& file : corpus_.files) progress.bytes_total += file.stamp.size;
        progress.works = state_.works;
        progress.elapsed = std::chrono::duration_cast<milliseconds>(Clock::now() - start_);
        const std::scoped_lock lock(state_.mutex);
        progress.current = state_.current;
        return progress;
    }

    BuildReport report() {
        for (std::size_t shard = 0; shard < writers_.size(); ++shard) {
            if (is_compact_[shard] != 0) directory_.shard_was_replaced(shard);
        }
        BuildReport report = std::move(state_.report);
        report.files_removed = vanished_.size();
        report.bytes_read = state_.bytes_read;
        for (const auto& writer : writers_) {
            const ShardReport& part = writer->report();
            report.works_added += part.works_added;
            report.works_changed += part.works_changed;
            report.works_removed += part.works_removed;
            report.works_unchanged += part.works_unchanged;
            report.warnings.insert(report.warnings.end(), part.warnings.begin(), part.warnings.end());
        }
        report.skipped.insert(report.skipped.end(), corpus_.skipped.begin(), corpus_.skipped.end());
        std::sort(report.skipped.begin(), report.skipped.end(),
                  [](const Skipped& a, const Skipped& b) { return a.path < b.path; });
        std::sort(report.warnings.begin(), report.warnings.end());
        return report;
    }

    const Corpus& corpus_;
    IndexDirectory& directory_;
    const unsigned producers_;
    const Clock::time_point start_ = Clock::now();
    RunState state_;
    std::vector<std::unique_ptr<ShardQueue>> queues_;
    std::vector<std::unique_ptr<ShardWriter>> writers_;
    std::unique_ptr<Producer> producer_;
    std::vector<KnownFiles::Vanished> vanished_;
    std::vector<char> is_compact_;  // one a thread: no vector<bool>
    std::mutex mutex_;
    std::condition_variable all_finished_;
    unsigned running_ = 0, producers_running_ = 0;
    std::exception_ptr failure_;
};

BuildReport build_locked(const BuildOptions& options, const analyzers::Analyzer& analyzer,
                         const std::function<void(const BuildProgress&)>& on_progress,
                         const OnFile& on_file) {
    const Clock::time_point start = Clock::now();
    const Corpus corpus = walk_corpus(options);
    if (!options.prune) check_no_root_is_missing(corpus);
    IndexDirectory directory(options.index, analyzer.fingerprint(), options.shards, options.rebuild);
    std::vector<std::string> shard_paths;
    for (std::size_t shard = 0; shard < directory.shards(); ++shard)
        shard_paths.push_back(directory.shard_path(shard));
    check_shards(options.index, shard_paths);
    const KnownFiles known(shard_paths, corpus.roots, options.reading.version);
    if (options.prune) {
        check_missing_roots_are_known(corpus, known);
    } else {
        check_no_root_was_emptied(corpus, known);
    }

    BuildReport report =
        Run(corpus, known, directory, analyzer,
            options.commit_bytes == 0 ? kCommitBytes : options.commit_bytes, plan_reading(options), on_file)
            .go(on_progress);
    directory.publish();
    renew_skipped(directory.path(), corpus.roots, report.skipped);
    const Xapian::Database database = store::open_for_reading(directory.path(), analyzer.fingerprint());
    report.works_total = database.get_doccount();
    report.works_by_language = count_languages(database);
    report.elapsed = std::chrono::duration_cast<milliseconds>(Clock::now() - start);
    return report;
}

}  // namespace

BuildReport build(const BuildOptions& options, const analyzers::Analyzer& analyzer,
                  const std::function<void(const BuildProgress&)>& on_progress, const OnFile& on_file) {
    check(options);
    try {
        return build_locked(options, analyzer, on_progress, on_file);
    } catch (const Xapian::Error& error) {
        rethrow_xapian(options.index, error);
    } catch (const WorkerUnavailable& error) {
        throw BuildError(error.what());
    } catch (const fs::filesystem_error& error) {
        throw IndexError(IndexError::Code::io, error.what());
    }
}

}  // namespace izde::indexer
