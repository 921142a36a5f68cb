#include "indexer/check.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <sstream>
#include <unordered_map>

#include "indexer/file_reader.hpp"
#include "indexer/reading_version.hpp"
#include "store/codec.hpp"
#include "store/index.hpp"
#include "store/terms.hpp"

namespace izde::indexer {
namespace {

namespace fs = std::filesystem;

/// Who has a broken disk needs no list of all that is on it.
constexpr std::size_t kMostDamages = 100;

class Checker {
  public:
    explicit Checker(CheckReport& report) : report_(report) {}

    void check_shard(const fs::path& shard) {
        name_ = shard.filename().string();
        const std::size_t before = report_.damages.size();
        check_tables(shard);
        if (report_.damages.size() > before) return;  // its records would only fail again
        try {
            const Xapian::Database database(shard.string());
            std::unordered_map<std::string, std::uint64_t> works_of_file;
            check_works(database, works_of_file);
            check_records(database, works_of_file);
        } catch (const Xapian::Error& error) {
            damage(error.get_description());
        }
    }

    void check_files() {
        for (const auto& [hash, record] : records_) {
            struct stat status {};
            if (::stat(record.path.c_str(), &status) != 0) {
                report_.lost.push_back(record.path);
                continue;
            }
            const FileStamp stamp = stamp_of(status);
            if (record.is_partial || record.reading != reading_version() || stamp.size != record.size ||
                stamp.mtime_ns != record.mtime_ns)
                report_.changed.push_back(record.path);
        }
        report_.files = records_.size();
        std::ranges::sort(report_.lost);
        std::ranges::sort(report_.changed);
    }

  private:
    void damage(const std::string& what) {
        if (report_.damages.size() < kMostDamages) report_.damages.push_back(name_ + ": " + what);
    }

    void check_tables(const fs::path& shard) {
        std::ostringstream told;
        try {
            const std::size_t errors = Xapian::Database::check(shard.string(), 0, &told);
            if (errors == 0) return;
            damage("Xapian finds " + std::to_string(errors) + " errors: " + last_line(told.str()));
        } catch (const Xapian::Error& error) {
            damage(error.get_description());
        }
    }

    static std::string last_line(std::string text) {
        while (!text.empty() && text.back() == '\n') text.pop_back();
        return text.substr(text.rfind('\n') + 1);
    }

    /// A work of an archive has a path of its own; the archive is the file that it is of.
    static std::string file_term_of(const Xapian::Document& document) {
        auto term = document.termlist_begin();
        term.skip_to(std::string(store::kFilePrefix));
        return term == document.termlist_end() ? "" : *term;
    }

    void check_works(const Xapian::Database& database,
                     std::unordered_map<std::string, std::uint64_t>& works_of_file) {
        for (auto it = database.postlist_begin({}); it != database.postlist_end({}); ++it) {
            const Xapian::Document document = database.get_document(*it);
            const std::string id = document.get_value(store::kIdSlot);
            ++report_.works;
            try {
                const store::Work work = store::decode_work(document.get_data());
                ++works_of_file[file_term_of(document)];
                if (work.id != id) damage("work " + id + ": its record is of work " + work.id);
                if (store::content_hash(work) != store::content_hash_of(document))
                    damage("work " + id + ": its text or its fields are not those that were indexed");
            } catch (const store::CorruptRecord&) {
                damage("work " + id + ": its record does not parse");
            }
        }
    }

    void check_records(const Xapian::Database& database,
                       std::unordered_map<std::string, std::uint64_t>& works_of_file) {
        const std::string prefix(store::kFileRecordKeyPrefix);
        for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
             ++key) {
            try {
                const store::FileRecord record = store::decode_file_record(database.get_metadata(*key));
                const std::uint64_t hash = store::stable_hash(record.path);
                const std::string term = store::file_term(hash);
                const std::uint64_t found = works_of_file[term];
                works_of_file.erase(term);
                if (found != record.works && !record.is_partial) {
                    damage(record.path + ": its record counts " + std::to_string(record.works) +
                           " works, the shard has " + std::to_string(found));
                }
                store::FileRecord& known = records_.try_emplace(hash, record).first->second;
                known.is_partial = known.is_partial || record.is_partial;
            } catch (const store::CorruptRecord&) {
                damage(*key + ": the file's record does not parse");
            }
        }
        if (!works_of_file.empty())
            damage(std::to_string(works_of_file.size()) + " files have works, but no record");
    }

    CheckReport& report_;
    std::string name_;  // of the shard that is looked at
    std::unordered_map<std::uint64_t, store::FileRecord> records_;
};

}  // namespace

CheckReport check_index(const fs::path& index, const analyzers::Analyzer& analyzer) {
    const store::Manifest manifest = store::read_manifest(index);
    store::check_fingerprint(index, manifest, analyzer.fingerprint());
    CheckReport report;
    Checker checker(report);
    for (const std::string& shard : manifest.shards) checker.check_shard(index / shard);
    checker.check_files();
    return report;
}

}  // namespace izde::indexer
