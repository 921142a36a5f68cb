#pragma once

#include "searcher/expansion.hpp"

namespace izde::searcher {

/// Expands single words that stand in some work and that no expansion before it takes to the other language
/// by their cognates: stems of the index that begin alike and are spelt alike (ротациялау and ротация). What
/// Kazakh took over with its Russian stem is one term already (analyzers/loans.hpp).
class CognateExpander final : public Expander {
  public:
    void expand(const Xapian::Database& database, const std::vector<QueryWord>& words,
                std::vector<Expansion>& expansions) const override;
    /// It walks the vocabulary of the index.
    bool looks_up_tables() const noexcept override { return false; }
};

}  // namespace izde::searcher
