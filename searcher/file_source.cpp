#include "searcher/file_source.hpp"

#include <utility>

#include "store/terms.hpp"

namespace izde::searcher {

FileSource::FileSource(std::string piece)
    : Xapian::ValuePostingSource(store::kPathSlot), piece_(std::move(piece)) {}

FileSource* FileSource::clone() const {
    return new FileSource(piece_);
}

void FileSource::init(const Xapian::Database& database) {
    Xapian::ValuePostingSource::init(database);
    set_maxweight(0);
}

void FileSource::find_match() {
    while (!at_end() && get_value().find(piece_) == std::string::npos) {
        Xapian::ValuePostingSource::next(0);
    }
}

void FileSource::next(double min_weight) {
    Xapian::ValuePostingSource::next(min_weight);
    find_match();
}

void FileSource::skip_to(Xapian::docid docid, double min_weight) {
    Xapian::ValuePostingSource::skip_to(docid, min_weight);
    find_match();
}

bool FileSource::check(Xapian::docid docid, double min_weight) {
    skip_to(docid, min_weight);
    return true;
}

}  // namespace izde::searcher
