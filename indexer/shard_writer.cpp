#include "indexer/shard_writer.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include "store/terms.hpp"

namespace izde::indexer {
namespace {

/// What a document costs Xapian's memory besides its text: removing one, or adding an empty one.
constexpr std::size_t kBytesPerChange = 1024;

template <typename... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

}  // namespace

ShardWriter::ShardWriter(const std::string& path, const analyzers::Analyzer& analyzer,
                         std::size_t commit_bytes)
    : database_(path, Xapian::DB_OPEN), maker_(analyzer), commit_bytes_(commit_bytes) {
    database_.begin_transaction();
}

// A database that still has a transaction when it goes drops it: a run given up writes nothing half.
ShardWriter::~ShardWriter() = default;

void ShardWriter::take(ShardMessage&& message) {
    std::visit(
        Overloaded{[this](BeginFile&& it) { begin(std::move(it)); },
                   [this](AddWork&& it) { add(std::move(it)); }, [this](EndFile&& it) { end(std::move(it)); },
                   [this](RestampFile&& it) { restamp(std::move(it)); },
                   [this](RemoveFile&& it) { remove(it); }},
        std::move(message));
}

void ShardWriter::begin(BeginFile&& message) {
    OpenFile& file = open_files_[message.file];
    file.path = std::move(message.path);
    if (!message.is_known) return;
    const std::string term = store::file_term(message.file);
    for (auto posting = database_.postlist_begin(term); posting != database_.postlist_end(term); ++posting) {
        const Xapian::Document document = database_.get_document(*posting);
        file.existing[store::stable_hash(document.get_value(store::kIdSlot))] = {
            *posting, store::content_hash_of(document)};
    }
}

void ShardWriter::add(AddWork&& message) {
    OpenFile& file = open_files_.at(message.file);
    store::Work& work = message.work;
    const std::uint64_t id = store::stable_hash(work.id);
    if (!file.seen.insert(id).second) {
        report_.warnings.push_back(file.path + (message.place.empty() ? "" : ": " + message.place) +
                                   ": a second work with the id \"" + work.id + "\" is passed over");
        return;
    }
    const std::uint64_t hash = store::content_hash(work);
    const auto existing = file.existing.find(id);
    if (existing == file.existing.end()) {
        database_.add_document(maker_.make(work, message.file, hash));
        ++report_.works_added;
    } else if (existing->second.content_hash != hash) {
        database_.replace_document(existing->second.document, maker_.make(work, message.file, hash));
        ++report_.works_changed;
    } else {
        ++report_.works_unchanged;
    }
    const bool is_written = existing == file.existing.end() || existing->second.content_hash != hash;
    if (existing != file.existing.end()) file.existing.erase(existing);
    if (!is_written) return;
    ++works_written_;
    changed(work.text.size());
}

void ShardWriter::end(EndFile&& message) {
    OpenFile& file = open_files_.at(message.file);
    store::FileRecord& record = message.record;
    record.works = file.seen.size();
    if (message.is_cut_short) {
        record.is_partial = true;
        record.works += file.existing.size();
    } else {
        for (const auto& [id, existing] : file.existing) erase(existing.document);
    }
    database_.set_metadata(store::file_record_key(record.path), store::encode_file_record(record));
    open_files_.erase(message.file);
    changed(0);
}

void ShardWriter::restamp(RestampFile&& message) {
    const std::string key = store::file_record_key(message.record.path);
    message.record.works = store::decode_file_record(database_.get_metadata(key)).works;
    database_.set_metadata(key, store::encode_file_record(message.record));
    changed(0);
}

void ShardWriter::remove(const RemoveFile& message) {
    const std::string term = store::file_term(message.file);
    std::vector<Xapian::docid> documents;
    for (auto posting = database_.postlist_begin(term); posting != database_.postlist_end(term); ++posting) {
        documents.push_back(*posting);
    }
    // The record goes last: should a commit fall in between, the works that are left still have one.
    for (const Xapian::docid document : documents) erase(document);
    database_.set_metadata(message.record_key, "");
    changed(0);
}

void ShardWriter::erase(Xapian::docid document) {
    database_.delete_document(document);
    ++report_.works_removed;
    changed(0);
}

void ShardWriter::changed(std::size_t bytes) {
    uncommitted_bytes_ += bytes + kBytesPerChange;
    if (uncommitted_bytes_ >= commit_bytes_) commit();
}

void ShardWriter::commit_if_older(std::chrono::milliseconds age) {
    if (uncommitted_bytes_ > 0 && std::chrono::steady_clock::now() - last_commit_ >= age) commit();
}

void ShardWriter::commit() {
    for (auto& [hash, file] : open_files_) {
        if (std::exchange(file.is_marked_partial, true)) continue;
        store::FileRecord record;
        record.path = file.path;
        record.is_partial = true;
        database_.set_metadata(store::file_record_key(file.path), store::encode_file_record(record));
    }
    database_.commit_transaction();
    database_.begin_transaction();
    uncommitted_bytes_ = 0;
    last_commit_ = std::chrono::steady_clock::now();
}

bool ShardWriter::finish(const std::string& compact_path) {
    if (uncommitted_bytes_ > 0 || !open_files_.empty()) commit();
    database_.cancel_transaction();
    const std::uint64_t works = database_.get_doccount();
    const bool is_mostly_new = works_written_ > 0 && works_written_ * 2 > works;
    const bool is_compact = is_mostly_new && compact(compact_path);
    database_.close();
    return is_compact;
}

/// All is committed by now: where there is no room for a second copy, the shard stays as it is.
bool ShardWriter::compact(const std::string& path) {
    try {
        database_.compact(path);
        return true;
    } catch (const Xapian::DatabaseError& error) {
        std::error_code ignored;  // a leftover is removed by the next writer too
        std::filesystem::remove_all(path, ignored);
        report_.warnings.push_back(path + ": the shard was not compacted: " + error.get_description());
        return false;
    }
}

}  // namespace izde::indexer
