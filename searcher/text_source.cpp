#include "searcher/text_source.hpp"

#include <utility>

#include "store/codec.hpp"

namespace izde::searcher {

TextSource::TextSource(TextCondition condition, const analyzers::Analyzer& analyzer)
    : TextSource(std::make_shared<const TextCondition>(std::move(condition)), analyzer) {}

TextSource::TextSource(std::shared_ptr<const TextCondition> condition, const analyzers::Analyzer& analyzer)
    : condition_(std::move(condition)), analyzer_(analyzer) {}

TextSource* TextSource::clone() const {
    return new TextSource(condition_, analyzer_);
}

void TextSource::init(const Xapian::Database& database) {
    database_ = database;
    posting_ = database_.postlist_begin("");
    end_ = database_.postlist_end("");
    has_begun_ = false;
}

void TextSource::next(double /*min_weight*/) {
    if (has_begun_) ++posting_;
    has_begun_ = true;
    while (posting_ != end_ && !holds_here()) ++posting_;
}

void TextSource::skip_to(Xapian::docid docid, double /*min_weight*/) {
    has_begun_ = true;
    if (posting_ != end_) posting_.skip_to(docid);
    while (posting_ != end_ && !holds_here()) ++posting_;
}

bool TextSource::check(Xapian::docid docid, double /*min_weight*/) {
    has_begun_ = true;
    if (posting_ != end_) posting_.skip_to(docid);
    return posting_ == end_ || (*posting_ == docid && holds_here());
}

bool TextSource::at_end() const {
    return has_begun_ && posting_ == end_;
}

bool TextSource::holds_here() const {
    return holds(*condition_, store::decode_work(database_.get_document(*posting_).get_data()), analyzer_);
}

}  // namespace izde::searcher
