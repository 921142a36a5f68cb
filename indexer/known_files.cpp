#include "indexer/known_files.hpp"

#include <xapian.h>

#include <algorithm>

#include "store/codec.hpp"
#include "store/terms.hpp"

namespace izde::indexer {

std::uint64_t all_shards(std::size_t count) noexcept {
    return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

KnownFiles::KnownFiles(const std::vector<std::string>& shard_paths, const std::vector<CorpusRoot>& roots,
                       std::uint64_t reading)
    : works_below_(roots.size()) {
    for (std::size_t shard = 0; shard < shard_paths.size(); ++shard) {
        const Xapian::Database database(shard_paths[shard]);
        const std::string prefix(store::kFileRecordKeyPrefix);
        for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
             ++key) {
            const store::FileRecord record = store::decode_file_record(database.get_metadata(*key));
            const std::uint64_t hash = store::stable_hash(record.path);
            const FileStamp stamp{record.size, record.mtime_ns, record.ctime_ns, record.inode};
            KnownFile& file = files_[hash];
            if (file.shards == 0) {
                file.stamp = stamp;
                file.content_hash = record.content_hash;
                file.is_spread = record.is_spread;
            }
            file.is_whole = file.is_whole && !record.is_partial && record.reading == reading &&
                            file.stamp == stamp && file.content_hash == record.content_hash &&
                            file.is_spread == record.is_spread;
            file.has_failures = file.has_failures || record.has_failures;
            file.has_unread_pages = file.has_unread_pages || record.has_unread_pages;
            file.works += record.works;
            file.shards |= std::uint64_t{1} << shard;
            bool is_below_any = false;
            for (std::size_t root = 0; root < roots.size(); ++root) {
                if (!is_below(record.path, roots[root].path)) continue;
                works_below_[root] += std::max<std::uint64_t>(record.works, record.is_partial ? 1 : 0);
                is_below_any = true;
            }
            if (is_below_any) below_[hash] = record.path;
        }
    }
    // A kill may have left one shard with the record of a file and another without.
    const std::uint64_t all = all_shards(shard_paths.size());
    for (auto& [hash, file] : files_) {
        const std::uint64_t expected = file.is_spread ? all : std::uint64_t{1} << (hash % shard_paths.size());
        file.is_whole = file.is_whole && file.shards == expected;
    }
}

const KnownFile* KnownFiles::find(std::uint64_t path_hash) const {
    const auto found = files_.find(path_hash);
    return found == files_.end() ? nullptr : &found->second;
}

std::vector<KnownFiles::Vanished> KnownFiles::vanished(const Corpus& corpus) const {
    std::vector<Vanished> gone;
    for (const auto& [hash, known_path] : below_) {
        const std::string& path = known_path;  // clang 14 lets no lambda take a structured binding
        const auto found =
            std::lower_bound(corpus.files.begin(), corpus.files.end(), path,
                             [](const CorpusFile& file, const std::string& it) { return file.path < it; });
        const bool is_found = found != corpus.files.end() && found->path == path;
        const bool is_unread =
            std::any_of(corpus.unread.begin(), corpus.unread.end(),
                        [&](const std::string& directory) { return is_below(path, directory); });
        if (!is_found && !is_unread) gone.push_back({path, files_.at(hash).shards});
    }
    std::sort(gone.begin(), gone.end(), [](const Vanished& a, const Vanished& b) { return a.path < b.path; });
    return gone;
}

}  // namespace izde::indexer
