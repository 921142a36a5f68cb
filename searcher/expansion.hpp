#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "analyzers/language.hpp"

namespace izde::searcher {

/// What made a form of the text a match of the query; the names stand in the JSON output.
enum class MatchedBy : std::uint8_t {
    typed,        ///< a word of the query, in any inflection
    loose,        ///< the same word with letters that people leave out or take for others
    thesaurus,    ///< another term of the same concept
    translation,  ///< a learned translation, or the same loan in the other language
};

/// A word of the query that ranks: what expanders, the second stage and the snippets look for.
struct QueryWord {
    std::string stem;
    std::string alternative_stem;  ///< of the other language where the word may belong to either; else empty
    std::string exact;             ///< normalised form as typed
    bool is_stopword = false;
    analyzers::Language language = analyzers::Language::unknown;  ///< as far as its letters tell
    MatchedBy by = MatchedBy::typed;  ///< typed, or loose where letters were read otherwise than typed
    /// Stands only in phrases, NEAR and the like: an occurrence counts as found only as a part of these.
    bool is_bound = false;
};

/// Acts of law that a query names.
struct CitedActs {
    struct Act {
        std::string id;         ///< canonical (analyzers/citation/acts.hpp)
        std::string provision;  ///< «35/p2»; "" for the act as a whole
    };
    std::vector<Act> acts;
};

/// Something else that says what a stretch of the query's words says.
struct Expansion {
    std::size_t first_word = 0;      ///< the stretch: words [first_word, first_word + word_count)
    std::size_t word_count = 1;      ///< at least 1
    std::vector<std::string> stems;  ///< index terms in their order; several stand side by side in a text
    double weight = 1;  ///< in (0, 1]: how surely it means the same; the planner lets no expansion outweigh
                        ///< what was typed, whatever stands here
    MatchedBy by = MatchedBy::thesaurus;
    analyzers::Language language = analyzers::Language::unknown;  ///< of the expansion; unknown: not told
};

/// A source of expansions: thesaurus, learned translations, cognates of the index's vocabulary, loose forms.
/// Immutable and thread-safe.
class Expander {
  public:
    virtual ~Expander() = default;
    Expander(const Expander&) = delete;
    Expander& operator=(const Expander&) = delete;

    /// Appends the expansions of `words`, a run of plain words in query order (stopwords included: «өзін-өзі
    /// басқару» needs them). Stretches may overlap between expanders; within one they must not, except that
    /// several expansions may have the same stretch. `database` gives frequencies and vocabulary; what is
    /// looked up in it must be bounded by the number of words, never by the size of the index.
    virtual void expand(const Xapian::Database& database, const std::vector<QueryWord>& words,
                        std::vector<Expansion>& expansions) const = 0;

    /// Whether it reads no more than tables of its own: cheap enough to be asked for words by the dozen.
    virtual bool looks_up_tables() const noexcept { return true; }

  protected:
    Expander() = default;
};

/// What a searcher asks, in this order.
using Expanders = std::vector<std::unique_ptr<const Expander>>;

}  // namespace izde::searcher
