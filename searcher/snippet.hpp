#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "searcher/expansion.hpp"
#include "searcher/planner.hpp"
#include "searcher/wording_matcher.hpp"
#include "store/work.hpp"

namespace izde::searcher {

/// Bytes [begin, end) of the text that it stands beside.
struct Mark {
    std::size_t begin = 0;
    std::size_t end = 0;
    MatchedBy by = MatchedBy::typed;
};

/// A passage of a work. The text is the stored one with line breaks and control characters as spaces, so that
/// bytes keep their places.
struct Snippet {
    std::string text;
    std::vector<Mark> marks;
    std::size_t block = 0;   ///< number of the block that it is cut from
    std::size_t offset = 0;  ///< byte of that block at which its first mark, or it itself, begins
    std::string heading;     ///< the nearest one above it in the work, in one line; "" where there is none
};

/// Shows where works hold what was asked. Made once a query, for all its answers; of one thread.
class SnippetMaker {
  public:
    /// All three must outlive the maker. Throws Xapian::Error.
    SnippetMaker(const Xapian::Database& database, const Plan& plan, const analyzers::Analyzer& analyzer);

    /// The forms of the query's words in `text`, that of `block`: re-analyzed, never searched as a string. Of
    /// words in phrases, NEAR and the like only the occurrences that take part.
    std::vector<Mark> find_marks(std::string_view text, const store::Block& block);

    /// The best passages of a document, at most `limit`, in the order of the text: blocks that hold the most
    /// words of the query, cut to whole sentences of about 300 bytes around the matches. Without any match,
    /// the work's beginning.
    std::vector<Snippet> make(Xapian::docid docid, const store::Work& work, std::size_t limit);

  private:
    /// A wording that counts, by the stem whose postings stand for it.
    struct Sought {
        const Wording* wording = nullptr;
        std::string term;
    };

    std::vector<std::size_t> best_blocks(Xapian::docid docid, const store::Work& work,
                                         std::size_t limit) const;

    const Xapian::Database& database_;
    const Plan& plan_;
    const analyzers::Analyzer& analyzer_;
    std::vector<Sought> sought_;
    std::vector<double> rarity_;  ///< of each of `Plan::words`
    WordingMatcher matcher_;
    analyzers::TokenStream tokens_;  // one for all texts: a new one is dear
    WordingMatcher::Matches matches_;
};

/// `text` with every control character as spaces of the same length.
std::string without_controls(std::string_view text);

/// The heading under which a block of `work` stands, as one line; "" for none.
std::string heading_above(const store::Work& work, std::size_t block);

/// Where a block of `work` ends.
std::size_t end_of_block(const store::Work& work, std::size_t block) noexcept;

}  // namespace izde::searcher
