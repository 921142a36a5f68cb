#pragma once

#include <xapian.h>

#include <memory>
#include <string>

#include "analyzers/analyzer.hpp"
#include "searcher/text_condition.hpp"

namespace izde::searcher {

/// Documents whose stored text fulfils a condition. It walks every document and is slow alone: the planner
/// joins it by AND with the terms that the condition implies, and since it claims every document, Xapian
/// asks it last.
class TextSource final : public Xapian::PostingSource {
  public:
    /// The analyzer must outlive the source.
    TextSource(TextCondition condition, const analyzers::Analyzer& analyzer);

    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return database_.get_doccount(); }
    Xapian::doccount get_termfreq_max() const override { return database_.get_doccount(); }
    void next(double min_weight) override;
    void skip_to(Xapian::docid docid, double min_weight) override;
    bool check(Xapian::docid docid, double min_weight) override;
    bool at_end() const override;
    Xapian::docid get_docid() const override { return *posting_; }
    TextSource* clone() const override;
    void init(const Xapian::Database& database) override;
    std::string get_description() const override { return "TextSource"; }

  private:
    TextSource(std::shared_ptr<const TextCondition> condition, const analyzers::Analyzer& analyzer);
    bool holds_here() const;

    std::shared_ptr<const TextCondition> condition_;  ///< shared by the clones, one a shard
    const analyzers::Analyzer& analyzer_;
    Xapian::Database database_;
    Xapian::PostingIterator posting_, end_;
    bool has_begun_ = false;
};

}  // namespace izde::searcher
