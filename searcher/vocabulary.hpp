#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace izde::searcher {

/// The stems of an index as a tree of letters, read where it is walked: one stretch of terms for each three
/// letters that a word may begin with. Reads at most so many terms in its life (some 30 ms), however many
/// words are asked for; then every further beginning is unknown. Belongs to one search.
class Vocabulary {
  public:
    /// A place in the tree: the beginning of some stem.
    using Place = std::uint32_t;
    static constexpr Place kRoot = 0;
    static constexpr Place kNowhere = 0xFFFFFFFF;

    /// Terms below `prefix` (store/terms.hpp), which the words of this class do not carry. The database must
    /// outlive the vocabulary.
    Vocabulary(const Xapian::Database& database, std::string prefix);

    /// The place one letter on; kNowhere where no term begins so.
    Place next(Place place, char32_t letter);

    /// The letters that lead on, ascending; valid as long as the vocabulary.
    const std::vector<char32_t>& letters_after(Place place);

    /// Whether an ending may begin here: a term is just this, or has at most three letters more (құқы-ғы of
    /// құқық, местн-ого of местный).
    bool may_end_stem(Place place);

    /// Works that hold the stem.
    Xapian::doccount frequency(std::string_view stem);

  private:
    using Terms = std::vector<std::string>;
    enum class Answer : std::uint8_t { unknown, no, yes };
    struct Beginning {
        std::string text;
        const Terms* terms = nullptr;  ///< that begin with its first letters; null for shorter ones
        Answer may_end = Answer::unknown;
        bool has_letters = false;
        std::vector<char32_t> letters;
    };

    bool has_terms(Beginning& beginning);
    const Terms& stretch(const std::string& head);
    void find_letters(Beginning& beginning) const;

    const Xapian::Database& database_;
    std::string prefix_;
    std::map<std::string, Terms> stretches_;
    std::vector<Beginning> beginnings_;
    std::unordered_map<std::uint64_t, Place> next_;
    std::unordered_map<std::string, Xapian::doccount> frequencies_;  ///< of stems that were asked for
    std::size_t terms_left_;
};

}  // namespace izde::searcher
