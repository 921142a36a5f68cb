#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "store/work.hpp"

/// How a work and a file record are written into Xapian. Little-endian varints; every reader checks bounds
/// and throws `store::CorruptRecord` instead of reading past the end.
namespace izde::store {

/// Document data of a work: everything but its text, then the text compressed in independent chunks, so that
/// a snippet of a long work inflates one chunk only.
std::string encode_work(const Work& work);

/// Everything but `text` (cheap: nothing is inflated).
Work decode_work_header(std::string_view data);

/// Bytes of the stored text (cheap).
std::size_t text_bytes(std::string_view data);

/// The whole work.
Work decode_work(std::string_view data);

/// The two parts in which a work goes from process to process: everything but its text, and the text as it
/// is.
std::string encode_work_header(const Work& work);
Work join_work(std::string_view header, std::string_view text);

/// Bytes [begin, end) of the stored text, inflating only the chunks it touches.
std::string decode_text(std::string_view data, std::size_t begin, std::size_t end);

/// The beginning of the stored text: whole chunks until `text` holds at least `limit` bytes or all. `text` is
/// overwritten; its memory is used again.
void decode_beginning(std::string_view data, std::size_t limit, std::string& text);

/// Hash of all that a work's index entry depends on (fields, blocks but their positions, text): equal hashes
/// need no rewrite.
std::uint64_t content_hash(const Work& work);

/// What the index knows of a file: decides whether it must be read again. Kept as Xapian metadata of each
/// shard that may hold works of the file, so that it is committed with them. A file that could not be read
/// has none: it is tried again in every run.
struct FileRecord {
    std::string path;
    std::uint64_t size = 0;
    std::int64_t mtime_ns = 0;
    std::int64_t ctime_ns = 0;
    std::uint64_t inode = 0;
    std::uint64_t content_hash = 0;  ///< of the file's bytes
    std::uint64_t works = 0;         ///< of the file in this shard
    std::uint64_t reading = 0;       ///< version of what made works of it (indexer/reading_version.hpp)
    /// Written at a commit that falls amid the file's works: they are the file's, but not all, or not all
    /// new.
    bool is_partial = false;
    bool has_failures = false;  ///< a line or a file in the archive could not be read: every run tries again
    bool has_unread_pages = false;  ///< pictures of pages: a run that recognizes scans reads it again
    bool is_spread =
        false;  ///< its works lie in all shards, and each has a record; else in the one of its path
    friend bool operator==(const FileRecord&, const FileRecord&) = default;
};

std::string encode_file_record(const FileRecord& record);
FileRecord decode_file_record(std::string_view data);
std::string file_record_key(std::string_view path);  ///< metadata key, hashed
inline constexpr std::string_view kFileRecordKeyPrefix = "file:";

}  // namespace izde::store
