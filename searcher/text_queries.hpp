#pragma once

#include <xapian.h>

#include <optional>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "searcher/query.hpp"
#include "searcher/query_words.hpp"
#include "searcher/text_condition.hpp"
#include "searcher/wildcard.hpp"
#include "store/work.hpp"

namespace izde::searcher {

/// The parts of a query that say how words stand in a text: phrases, `=exact`, wildcards, NEAR, /s, /p, words
/// of a field. What the index cannot tell is verified on the stored text. Of one plan, on one thread; what it
/// is made of must outlive it.
class TextQueries {
  public:
    TextQueries(const analyzers::Analyzer& analyzer, const Xapian::Database& database, QueryWords& words)
        : analyzer_(analyzer), database_(database), words_(words) {}

    /// The part of a work that the next queries ask for.
    void set_part(std::optional<store::BlockKind> part) { part_ = part; }
    std::optional<store::BlockKind> part() const { return part_; }

    /// Whether what comes next ranks and is shown: not what is excluded.
    void set_shown(bool is_shown) { is_shown_ = is_shown; }

    /// From here on what the query binds is known already: it is planned once more, in another language.
    void keep_bound() { is_bound_known_ = true; }

    /// Every word has to stand in the part: who names a part knows what stands there.
    Xapian::Query words_of_part(std::string_view text);
    Xapian::Query phrase(const Query& query);
    Xapian::Query form(const Query& query);
    Xapian::Query wildcard(const Query& query);
    Xapian::Query chain(const Query& query);

    /// What the words that are bound stand in.
    std::vector<TextCondition> take_bound() { return std::move(bound_); }

  private:
    /// What stands for a place in the text: what it implies of the index, and what must be read in the text.
    struct Operand {
        Xapian::Query implied;
        std::vector<TokenSequence> sequences;
    };

    void remember(const std::vector<QueryWord>& words, bool is_bound);
    void bind(TextCondition condition);
    bool is_in_title() const { return part_ == store::BlockKind::title; }
    TermMaker term() const;
    Xapian::Query verified(const Xapian::Query& implied, TextCondition condition);
    std::vector<QueryWord> words_of_phrase(const Query& query);
    Xapian::Query all_of(const std::vector<QueryWord>& words) const;
    WildcardExpansion expanded(const Query& query);
    Xapian::Query any_stem(const std::vector<std::string>& stems) const;
    Operand wildcard_operand(const Query& query);
    Operand make_operand(const Query& query);

    const analyzers::Analyzer& analyzer_;
    const Xapian::Database& database_;
    QueryWords& words_;
    std::optional<store::BlockKind> part_;
    bool is_shown_ = true;
    bool is_bound_known_ = false;
    std::vector<TextCondition> bound_;
};

}  // namespace izde::searcher
