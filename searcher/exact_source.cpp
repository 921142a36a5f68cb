#include "searcher/exact_source.hpp"

#include <utility>

#include "store/codec.hpp"
#include "store/terms.hpp"

namespace izde::searcher {

ExactSource::ExactSource(std::vector<std::string> forms, std::vector<std::string> stems,
                         const analyzers::Analyzer& analyzer)
    : forms_(std::move(forms)), stems_(std::move(stems)), analyzer_(analyzer) {}

ExactSource* ExactSource::clone() const {
    return new ExactSource(forms_, stems_, analyzer_);
}

void ExactSource::init(const Xapian::Database& database) {
    database_ = database;
    frequency_ = 0;
    for (const std::string& stem : stems_) {
        const std::string term = store::stem_term(stem);
        const Xapian::doccount frequency = database.get_termfreq(term);
        if (!rarest_.empty() && frequency >= frequency_) continue;
        rarest_ = term;
        frequency_ = frequency;
    }
    posting_ = database_.postlist_begin(rarest_);
    end_ = database_.postlist_end(rarest_);
    has_begun_ = false;
}

void ExactSource::find_holder() {
    while (posting_ != end_ && !holds_forms(*posting_)) ++posting_;
}

void ExactSource::next(double /*min_weight*/) {
    if (has_begun_) ++posting_;
    has_begun_ = true;
    find_holder();
}

void ExactSource::skip_to(Xapian::docid docid, double /*min_weight*/) {
    has_begun_ = true;
    if (posting_ != end_) posting_.skip_to(docid);
    find_holder();
}

bool ExactSource::check(Xapian::docid docid, double /*min_weight*/) {
    has_begun_ = true;
    if (posting_ != end_) posting_.skip_to(docid);
    return posting_ == end_ || *posting_ != docid || holds_forms(docid);
}

bool ExactSource::at_end() const {
    return has_begun_ && posting_ == end_;
}

bool ExactSource::holds_forms(Xapian::docid docid) const {
    const store::Work work = store::decode_work(database_.get_document(docid).get_data());
    const std::string_view text = work.text;
    for (std::size_t number = 0; number < work.blocks.size(); ++number) {
        const std::size_t begin = work.blocks[number].begin;
        const std::size_t end = number + 1 < work.blocks.size() ? work.blocks[number + 1].begin : text.size();
        analyzers::TokenStream tokens =
            analyzer_.analyze(text.substr(begin, end - begin), work.blocks[number].language);
        // Progress of a match that began at each of the last tokens: forms are few, so a plain list will do.
        std::vector<std::size_t> open;
        while (tokens.next()) {
            const std::string_view exact = tokens.token().exact;
            open.push_back(0);
            std::erase_if(open, [&](std::size_t& matched) { return forms_[matched++] != exact; });
            for (const std::size_t matched : open) {
                if (matched == forms_.size()) return true;
            }
        }
    }
    return false;
}

}  // namespace izde::searcher
