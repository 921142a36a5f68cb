#include "indexer/producer.hpp"

#include <algorithm>
#include <new>
#include <utility>

#include "indexer/extract/extractor.hpp"
#include "indexer/extract/format.hpp"
#include "indexer/file_reader.hpp"
#include "indexer/segment.hpp"
#include "store/codec.hpp"
#include "store/terms.hpp"

namespace izde::indexer {
namespace {

/// Enough to tell a format by its content; what has no extractor is not read further.
constexpr std::size_t kFirstBytes = 4096;

/// A file of several works with more text than this is spread over the shards, so that one thick volume does
/// not keep one shard busy while the others are done: on the laws of one corpus (27 MB, of it five codes with
/// half the text) the shards were 9 and 19 MB, and one core idled for a third of the build.
constexpr std::size_t kSpreadBytes = std::size_t{256} * 1024;

/// Bytes a queued message takes besides the text in it.
constexpr std::size_t kMessageBytes = 512;

std::uint64_t bit(std::size_t shard) {
    return std::uint64_t{1} << shard;
}

std::size_t weight(const store::Work& work) {
    return kMessageBytes + work.text.size() + work.blocks.size() * sizeof(store::Block);
}

store::FileRecord record_of(const std::string& path, const FileStamp& stamp, std::uint64_t content_hash,
                            std::uint64_t reading) {
    store::FileRecord record;
    record.path = path;
    record.size = stamp.size;
    record.mtime_ns = stamp.mtime_ns;
    // An unsettled file is hashed again by the next run: no file has changed at the beginning of time.
    record.ctime_ns = is_settled(stamp, wall_clock_ns()) ? stamp.ctime_ns : 0;
    record.inode = stamp.inode;
    record.content_hash = content_hash;
    record.reading = reading;
    return record;
}

void check_size(const FileStamp& stamp, std::uint64_t most_bytes) {
    if (stamp.size > most_bytes)
        throw ExtractError("larger than " + std::to_string(most_bytes >> 20U) + " MB");
}

const char* const kChangedMeanwhile = "changed while it was read; the next run reads it again";

}  // namespace

Producer::Producer(const Corpus& corpus, const KnownFiles& known, const analyzers::Analyzer& analyzer,
                   std::vector<ShardQueue*> queues, ReadingOptions reading, RunState& state)
    : corpus_(corpus),
      known_(known),
      queues_(std::move(queues)),
      reading_(std::move(reading)),
      state_(state),
      analyzer_(analyzer) {}

void Producer::run() {
    Readers readers{make_work_reader(reading_, analyzer_), CitationReader(analyzer_)};
    while (!state_.stop.stop_requested()) {
        const std::size_t number = state_.next_file++;
        if (number >= corpus_.files.size()) return;
        take(corpus_.files[number], readers);
    }
}

void Producer::take(const CorpusFile& file, Readers& readers) {
    {
        const std::scoped_lock lock(state_.mutex);
        state_.current = file.path;
    }
    const std::uint64_t hash = store::stable_hash(file.path);
    const KnownFile* const known = known_.find(hash);
    state_.fates.begin(file.path, hash);
    FileAction action = FileAction::skipped;
    std::string failure;
    bool drops_works = true;
    try {
        const Outcome outcome = is_jsonl(file.path) ? take_lines(file, hash, known, readers.citations)
                                                    : take_plain(file, hash, known, *readers.works);
        const std::scoped_lock lock(state_.mutex);
        if (outcome == Outcome::added) ++state_.report.files_added;
        if (outcome == Outcome::changed) ++state_.report.files_changed;
        if (outcome == Outcome::unchanged) ++state_.report.files_unchanged;
        if (outcome == Outcome::added) action = FileAction::added;
        if (outcome == Outcome::changed) action = FileAction::changed;
        if (outcome == Outcome::unchanged) action = FileAction::unchanged;
    } catch (const WorkerUnavailable&) {
        throw;  // no file would fare better
    } catch (const FileError& error) {
        failure = error.what();
        drops_works = false;  // it could not be looked at: what is known of it may still hold
    } catch (const std::bad_alloc&) {
        failure = "too large for this machine's memory";
    } catch (const std::exception& error) {
        failure = error.what();
    }
    if (!failure.empty()) {
        skip(file.path, failure, true);
        if (drops_works && known != nullptr) drop(file.path, hash, known->shards);
    }
    state_.fates.finish(hash, action, action == FileAction::unchanged ? known->works : 0);
    ++state_.files_done;
    state_.bytes_done += file.stamp.size;
}

Producer::Outcome Producer::take_plain(const CorpusFile& file, std::uint64_t hash, const KnownFile* known,
                                       WorkReader& reading) {
    const bool is_known = known != nullptr && known->is_whole && !known->has_failures &&
                          !(known->has_unread_pages && reading_.recognizes_scans);
    const auto report_empty = [&] { skip(file.path, "holds no text", false); };
    if (is_known && known->stamp == file.stamp) {
        if (known->works == 0) report_empty();
        return Outcome::unchanged;
    }
    FileReader reader(file.path);
    const FileStamp stamp = reader.stamp();
    const std::string first_bytes = reader.read(kFirstBytes);
    const bool is_packed = is_archive(file.path, first_bytes);
    if (!is_packed && format_of(file.path, first_bytes) == Format::unknown) {
        skip(file.path, "of a format that izde does not read", false);
        if (known != nullptr) drop(file.path, hash, known->shards);
        return Outcome::none;
    }
    check_size(stamp, is_packed ? reading_.limits.stream_bytes : reading_.limits.file_bytes);
    store::FileRecord record = record_of(file.path, stamp, reader.hash_all(), reading_.version);
    state_.bytes_read += stamp.size;
    if (is_known && known->content_hash == record.content_hash && reader.stamp() == stamp) {
        restamp(record, hash, *known);
        if (known->works == 0) report_empty();
        return Outcome::unchanged;
    }
    if (is_packed) return take_archive(file, std::move(record), reader, known, reading);

    std::vector<SegmentedWork> works;
    reading.read(reader, file.path, [&](FileContents&& contents) {
        state_.fates.add_reading(hash, contents.facts);
        for (const std::string& warning : contents.warnings) warn(file.path, warning);
        if (!contents.failure.empty()) throw ExtractError(contents.failure);
        works = std::move(contents.works);
        record.has_unread_pages = contents.facts.unread_pages > 0;
    });
    record.is_partial = reader.stamp() != stamp;
    if (record.is_partial) warn(file.path, kChangedMeanwhile);
    if (works.empty()) report_empty();

    std::size_t text_bytes = 0;
    for (const SegmentedWork& it : works) text_bytes += it.work.text.size();
    record.is_spread = works.size() > 1 && text_bytes > kSpreadBytes;
    const std::uint64_t shards = record.is_spread ? all_shards(queues_.size()) : bit(hash % queues_.size());
    begin(file.path, hash, shards, known);
    for (SegmentedWork& it : works) send_work(std::move(it.work), hash, record.is_spread, {});
    end(record, hash, shards, false);
    return known == nullptr ? Outcome::added : Outcome::changed;
}

/// Of a file that was read though its bytes may be as they were, for the sake of what failed in it.
Producer::Outcome Producer::outcome_of(const KnownFile* known, const store::FileRecord& record) {
    if (known == nullptr) return Outcome::added;
    const bool is_same = known->is_whole && known->content_hash == record.content_hash;
    return is_same ? Outcome::unchanged : Outcome::changed;
}

/// The files in an archive are told as they come: together they may be more than memory holds.
Producer::Outcome Producer::take_archive(const CorpusFile& file, store::FileRecord record,
                                         const FileReader& reader, const KnownFile* known,
                                         WorkReader& reading) {
    const std::uint64_t hash = store::stable_hash(file.path);
    const std::uint64_t shards = all_shards(queues_.size());
    const FileStamp stamp = reader.stamp();
    record.is_spread = true;
    state_.fates.add_reading(hash, {"archive", "", 0});
    bool is_begun = false;
    reading.read(reader, file.path, [&](FileContents&& contents) {
        if (state_.stop.stop_requested()) throw ExtractError("the run was stopped");
        const std::string path = path_of_member(file.path, contents.member);
        for (const std::string& warning : contents.warnings) warn(path, warning);
        for (const BadLine& line : contents.bad_lines)
            skip(path + ":" + std::to_string(line.number), line.cause, true);
        const bool is_failure = !contents.failure.empty() && !contents.is_passed_over;
        if (is_failure && contents.member.empty() && !is_begun) throw ExtractError(contents.failure);
        if (!std::exchange(is_begun, true)) begin(file.path, hash, shards, known);
        record.has_failures |= is_failure;
        record.has_unread_pages |= contents.facts.unread_pages > 0;
        if (!contents.failure.empty()) {
            skip(path, contents.failure, is_failure);
        } else if (contents.works.empty()) {
            skip(path, "holds no text", false);
        }
        for (SegmentedWork& it : contents.works) send_work(std::move(it.work), hash, true, {});
    });
    if (!is_begun) begin(file.path, hash, shards, known);
    if (reader.stamp() != stamp) {
        record.is_partial = true;
        warn(file.path, kChangedMeanwhile);
    }
    end(record, hash, shards, false);
    return outcome_of(known, record);
}

Producer::Outcome Producer::take_lines(const CorpusFile& file, std::uint64_t hash, const KnownFile* known,
                                       CitationReader& citations) {
    const bool is_known = known != nullptr && known->is_whole && !known->has_failures;
    if (is_known && known->stamp == file.stamp) return Outcome::unchanged;

    FileReader reader(file.path);
    const FileStamp stamp = reader.stamp();
    check_size(stamp, reading_.limits.stream_bytes);
    store::FileRecord record = record_of(file.path, stamp, reader.hash_all(), reading_.version);
    state_.bytes_read += stamp.size;
    if (is_known && known->content_hash == record.content_hash && reader.stamp() == stamp) {
        restamp(record, hash, *known);
        return Outcome::unchanged;
    }

    state_.fates.add_reading(hash, {"jsonl", "UTF-8", 0});
    record.is_spread = true;
    const std::uint64_t shards = all_shards(queues_.size());
    begin(file.path, hash, shards, known);
    std::string failure;
    try {
        read_jsonl(
            reader.descriptor(),
            [&](DeclaredWork&& declared, std::uint64_t line, std::string_view) {
                if (state_.stop.stop_requested()) throw ExtractError("the run was stopped");
                store::Work work = assemble(declared, file.path);
                citations.read(work);
                send_work(std::move(work), hash, true, "line " + std::to_string(line));
            },
            [&](std::uint64_t line, const std::string& cause) {
                if (state_.stop.stop_requested()) throw ExtractError("the run was stopped");
                record.has_failures = true;
                skip(file.path + ":" + std::to_string(line), cause, true);
            });
    } catch (const std::exception& error) {
        failure = error.what();
    }
    if (reader.stamp() != stamp) {
        record.is_partial = true;
        warn(file.path, kChangedMeanwhile);
    }
    end(record, hash, shards, !failure.empty());
    if (!failure.empty()) skip(file.path, failure, true);
    return outcome_of(known, record);
}

void Producer::begin(const std::string& path, std::uint64_t hash, std::uint64_t shards,
                     const KnownFile* known) {
    const std::uint64_t recorded = known == nullptr ? 0 : known->shards;
    drop(path, hash, recorded & ~shards);
    for (std::size_t shard = 0; shard < queues_.size(); ++shard) {
        if ((shards & bit(shard)) == 0) continue;
        send(shard, BeginFile{hash, path, (recorded & bit(shard)) != 0}, kMessageBytes);
    }
}

void Producer::send_work(store::Work&& work, std::uint64_t file, bool is_spread, std::string place) {
    const std::uint64_t by = is_spread ? store::stable_hash(work.path + '\x1F' + work.id) : file;
    const std::size_t bytes = weight(work);
    state_.fates.add_work(file, work.text);
    send(by % queues_.size(), AddWork{file, std::move(work), std::move(place)}, bytes);
    ++state_.works;
}

void Producer::end(const store::FileRecord& record, std::uint64_t hash, std::uint64_t shards,
                   bool is_cut_short) {
    for (std::size_t shard = 0; shard < queues_.size(); ++shard) {
        if ((shards & bit(shard)) != 0) send(shard, EndFile{hash, record, is_cut_short}, kMessageBytes);
    }
}

void Producer::restamp(store::FileRecord record, std::uint64_t hash, const KnownFile& known) {
    record.is_spread = known.is_spread;
    record.has_unread_pages = known.has_unread_pages;
    const std::uint64_t shards = known.shards;
    for (std::size_t shard = 0; shard < queues_.size(); ++shard) {
        if ((shards & bit(shard)) != 0) send(shard, RestampFile{hash, record}, kMessageBytes);
    }
}

void Producer::drop(const std::string& path, std::uint64_t hash, std::uint64_t shards) {
    for (std::size_t shard = 0; shard < queues_.size(); ++shard) {
        if ((shards & bit(shard)) != 0)
            send(shard, RemoveFile{hash, store::file_record_key(path)}, kMessageBytes);
    }
}

void Producer::send(std::size_t shard, ShardMessage message, std::size_t bytes) {
    if (!queues_[shard]->push(std::move(message), bytes)) state_.stop.request_stop();
}

void Producer::skip(const std::string& path, const std::string& cause, bool is_failure) {
    state_.fates.add_cause(path, cause, is_failure);
    const std::scoped_lock lock(state_.mutex);
    state_.report.skipped.push_back({path, cause, is_failure});
}

void Producer::warn(const std::string& path, const std::string& cause) {
    const std::scoped_lock lock(state_.mutex);
    state_.report.warnings.push_back(path + ": " + cause);
}

}  // namespace izde::indexer
