#include "indexer/compact.hpp"

#include <xapian.h>

#include "indexer/index_directory.hpp"
#include "indexer/statistics.hpp"

namespace izde::indexer {

CompactReport compact_index(const std::filesystem::path& index, const analyzers::Analyzer& analyzer) {
    const auto shards = static_cast<unsigned>(store::read_manifest(index).shards.size());
    IndexDirectory directory(index, analyzer.fingerprint(), shards, false);
    CompactReport report;
    try {
        for (std::size_t shard = 0; shard < directory.shards(); ++shard) {
            report.bytes_before += bytes_below(directory.shard_path(shard));
            const std::string fresh = directory.next_shard_path(shard);
            Xapian::Database(directory.shard_path(shard)).compact(fresh);
            report.bytes_after += bytes_below(fresh);
        }
    } catch (const Xapian::Error& error) {
        // What was written is removed by the next writer.
        throw store::IndexError(store::IndexError::Code::io, "cannot compact the index " + index.string() +
                                                                 ": " + error.get_description());
    }
    for (std::size_t shard = 0; shard < directory.shards(); ++shard) directory.shard_was_replaced(shard);
    directory.publish();
    return report;
}

}  // namespace izde::indexer
