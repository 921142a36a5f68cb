#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <vector>

#include "indexer/bounded_queue.hpp"
#include "indexer/build.hpp"
#include "indexer/citations.hpp"
#include "indexer/corpus.hpp"
#include "indexer/file_fates.hpp"
#include "indexer/known_files.hpp"
#include "indexer/shard_writer.hpp"
#include "indexer/work_reader.hpp"

namespace izde::indexer {

using ShardQueue = BoundedQueue<ShardMessage>;

/// What the threads of a run share.
struct RunState {
    explicit RunState(OnFile on_file) : fates(std::move(on_file)) {}

    FileFates fates;
    std::atomic<std::size_t> next_file{0};
    std::atomic<std::uint64_t> files_done{0}, bytes_done{0}, bytes_read{0}, works{0};
    std::stop_source stop;
    std::mutex mutex;     ///< guards what follows
    BuildReport report;   ///< files and what was skipped; the shards count the works
    std::string current;  ///< a file being read
};

/// Takes files from the list, extracts and segments them, and sends their works to the shards' queues.
/// Several producers run on one list, each in its own thread.
class Producer {
  public:
    Producer(const Corpus& corpus, const KnownFiles& known, const analyzers::Analyzer& analyzer,
             std::vector<ShardQueue*> queues, ReadingOptions reading, RunState& state);

    /// Until the list is empty or the run is stopped. A file that cannot be read is reported, whatever its
    /// cause. Throws WorkerUnavailable.
    void run();

  private:
    enum class Outcome { added, changed, unchanged, none };

    /// What a thread reads with.
    struct Readers {
        std::unique_ptr<WorkReader> works;
        CitationReader citations;
    };

    void take(const CorpusFile& file, Readers& readers);
    Outcome take_plain(const CorpusFile& file, std::uint64_t hash, const KnownFile* known,
                       WorkReader& reading);
    static Outcome outcome_of(const KnownFile* known, const store::FileRecord& record);
    Outcome take_archive(const CorpusFile& file, store::FileRecord record, const FileReader& reader,
                         const KnownFile* known, WorkReader& reading);
    Outcome take_lines(const CorpusFile& file, std::uint64_t hash, const KnownFile* known,
                       CitationReader& citations);
    void begin(const std::string& path, std::uint64_t hash, std::uint64_t shards, const KnownFile* known);
    void send_work(store::Work&& work, std::uint64_t file, bool is_spread, std::string place);
    void end(const store::FileRecord& record, std::uint64_t hash, std::uint64_t shards, bool is_cut_short);
    void restamp(store::FileRecord record, std::uint64_t hash, const KnownFile& known);
    void drop(const std::string& path, std::uint64_t hash, std::uint64_t shards);
    void send(std::size_t shard, ShardMessage message, std::size_t bytes);
    void skip(const std::string& path, const std::string& cause, bool is_failure);
    void warn(const std::string& path, const std::string& cause);

    const Corpus& corpus_;
    const KnownFiles& known_;
    std::vector<ShardQueue*> queues_;
    ReadingOptions reading_;
    RunState& state_;
    const analyzers::Analyzer& analyzer_;
};

}  // namespace izde::indexer
