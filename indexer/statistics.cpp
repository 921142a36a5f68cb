#include "indexer/statistics.hpp"

#include <algorithm>
#include <unordered_set>

#include "indexer/skipped_files.hpp"
#include "store/codec.hpp"
#include "store/index.hpp"
#include "store/terms.hpp"

namespace izde::indexer {
namespace {

namespace fs = std::filesystem;

/// Suffixes of names are ASCII where they mean a format.
std::string suffix_of(const std::string& path) {
    std::string suffix = fs::path(path).extension().string();
    for (char& letter : suffix) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return suffix;
}

void count_files(const fs::path& shard, std::unordered_set<std::uint64_t>& seen, Statistics& statistics) {
    const Xapian::Database database(shard.string());
    const std::string prefix(store::kFileRecordKeyPrefix);
    for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key) {
        const store::FileRecord record = store::decode_file_record(database.get_metadata(*key));
        // A file that is spread has a record in every shard.
        if (seen.insert(store::stable_hash(record.path)).second)
            ++statistics.files_by_suffix[suffix_of(record.path)];
    }
}

bool is_stem(const std::string& term) {
    return term[0] < 'A' || term[0] > 'Z';
}

}  // namespace

std::uint64_t bytes_below(const fs::path& directory) {
    std::uint64_t bytes = 0;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(directory)) {
        if (entry.is_regular_file()) bytes += entry.file_size();
    }
    return bytes;
}

std::map<std::string, std::uint64_t> count_languages(const Xapian::Database& database) {
    std::map<std::string, std::uint64_t> works;
    for (auto value = database.valuestream_begin(store::kLanguageSlot);
         value != database.valuestream_end(store::kLanguageSlot); ++value) {
        const std::string bytes = *value;
        const bool is_mixed = bytes.size() > 1 && bytes[1] != 0;
        const auto language = static_cast<analyzers::Language>(bytes.empty() ? 0 : bytes[0]);
        ++works[is_mixed ? "mixed" : std::string(analyzers::code_of(language))];
    }
    return works;
}

Statistics statistics_of(const fs::path& index, const analyzers::Analyzer& analyzer) {
    const Xapian::Database database = store::open_for_reading(index, analyzer.fingerprint());
    Statistics statistics;
    statistics.works = database.get_doccount();
    statistics.words = database.get_total_length();
    statistics.works_by_language = count_languages(database);
    for (auto document = database.postlist_begin({}); document != database.postlist_end({}); ++document) {
        const std::string data = database.get_document(*document).get_data();
        const store::Work work = store::decode_work_header(data);
        statistics.text_bytes += store::text_bytes(data);
        ++statistics.works_by_kind[std::string(store::name_of(work.kind))];
        if (work.year) ++statistics.works_by_year[*work.year];
    }
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term)
        statistics.stems += is_stem(*term) ? 1 : 0;
    std::unordered_set<std::uint64_t> files;
    for (const std::string& shard : store::read_manifest(index).shards) {
        count_files(index / shard, files, statistics);
        statistics.index_bytes += bytes_below(index / shard);
    }
    statistics.files = files.size();
    statistics.skipped = read_skipped(index);
    return statistics;
}

}  // namespace izde::indexer
