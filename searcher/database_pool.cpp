#include "searcher/database_pool.hpp"

#include <utility>

#include "store/index.hpp"

namespace izde::searcher {
namespace {

bool is_same_file(const struct stat& left, const struct stat& right) {
    return left.st_ino == right.st_ino && left.st_mtim.tv_sec == right.st_mtim.tv_sec &&
           left.st_mtim.tv_nsec == right.st_mtim.tv_nsec;
}

}  // namespace

DatabasePool::DatabasePool(std::filesystem::path directory, std::uint64_t analysis_fingerprint)
    : directory_(std::move(directory)), analysis_fingerprint_(analysis_fingerprint) {
    idle_.push_back(open());
}

struct stat DatabasePool::manifest_now() const {
    struct stat status {};
    // Where it is gone, opening says why; here it is only another one than before.
    ::stat((directory_ / store::kManifestName).c_str(), &status);
    return status;
}

std::unique_ptr<DatabasePool::Lease::Entry> DatabasePool::open() const {
    auto entry = std::make_unique<Lease::Entry>();
    entry->manifest =
        manifest_now();  // before opening: a manifest replaced in between is seen by the next borrower
    entry->shards = store::open_shards_for_reading(directory_, analysis_fingerprint_);
    entry->database = store::join_shards(entry->shards);
    return entry;
}

DatabasePool::Lease DatabasePool::borrow() {
    std::unique_ptr<Lease::Entry> entry;
    {
        const std::scoped_lock lock(mutex_);
        if (!idle_.empty()) {
            entry = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    if (entry == nullptr || !is_same_file(entry->manifest, manifest_now())) return {*this, open()};
    try {
        entry->database.reopen();
    } catch (const Xapian::DatabaseError&) {
        entry = open();  // a writer replaced the shards since the look at the manifest
    }
    return {*this, std::move(entry)};
}

DatabasePool::Lease::~Lease() {
    if (entry_ == nullptr) return;
    const std::scoped_lock lock(pool_->mutex_);
    pool_->idle_.push_back(std::move(entry_));
}

std::string DatabasePool::Lease::revision() const {
    // The identifiers tell rebuilt shards, the revisions commits.
    std::string revision = entry_->database.get_uuid();
    for (const Xapian::Database& shard : entry_->shards)
        revision += ' ' + std::to_string(shard.get_revision());
    return revision;
}

void DatabasePool::Lease::reopen() {
    entry_ = pool_->open();
}

}  // namespace izde::searcher
