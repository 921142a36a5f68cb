#pragma once

#include <vector>

#include "searcher/expansion.hpp"
#include "searcher/translation_table.hpp"

namespace izde::searcher {

/// Expands single words by learned translations: those built in and those of the user's own tables, which
/// come first where both know a pair.
class TranslationExpander final : public Expander {
  public:
    explicit TranslationExpander(std::vector<TranslationTable> own) : own_(std::move(own)) {}

    void expand(const Xapian::Database& database, const std::vector<QueryWord>& words,
                std::vector<Expansion>& expansions) const override;

  private:
    void expand_reading(const Xapian::Database& database, std::size_t word, std::string_view stem,
                        analyzers::Language from, std::vector<Expansion>& expansions) const;

    std::vector<TranslationTable> own_;
};

}  // namespace izde::searcher
