#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "analyzers/analyzer.hpp"

namespace izde::searcher {

/// Documents whose stored text holds words in just these forms, side by side: walks the postings of the
/// rarest stem and verifies each document's text. The index keeps no exact forms: positions of a second
/// family would cost a build twice as long.
class ExactSource final : public Xapian::PostingSource {
  public:
    /// `forms` and `stems` are parallel, not empty. The analyzer must outlive the source.
    ExactSource(std::vector<std::string> forms, std::vector<std::string> stems,
                const analyzers::Analyzer& analyzer);

    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return frequency_; }
    Xapian::doccount get_termfreq_max() const override { return frequency_; }
    void next(double min_weight) override;
    void skip_to(Xapian::docid docid, double min_weight) override;
    bool check(Xapian::docid docid, double min_weight) override;
    bool at_end() const override;
    Xapian::docid get_docid() const override { return *posting_; }
    ExactSource* clone() const override;
    void init(const Xapian::Database& database) override;
    std::string get_description() const override { return "ExactSource"; }

  private:
    bool holds_forms(Xapian::docid docid) const;
    void find_holder();

    std::vector<std::string> forms_, stems_;
    const analyzers::Analyzer& analyzer_;
    Xapian::Database database_;
    std::string rarest_;
    Xapian::doccount frequency_ = 0;
    Xapian::PostingIterator posting_, end_;
    bool has_begun_ = false;
};

}  // namespace izde::searcher
