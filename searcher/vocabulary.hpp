#pragma once

#include <xapian.h>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

/// The stems of an index as a tree of letters, read where it is walked: one stretch of terms for each three
/// letters that a word may begin with. Reads at most so many terms in its life (some 30 ms), however many
/// words are asked for; then every further beginning is unknown. Belongs to one search.
class Vocabulary {
  public:
    /// Terms below `prefix` (store/terms.hpp), which the words of this class do not carry. The database must
    /// outlive the vocabulary.
    Vocabulary(const Xapian::Database& database, std::string prefix);

    /// Whether a term begins so.
    bool has_beginning(std::string_view beginning);

    /// Whether an ending may begin behind these letters: a term is just this, or has at most three letters
    /// more (құқы-ғы of құқық, местн-ого of местный).
    bool may_end_stem(std::string_view beginning);

    /// The letters that may follow, ascending; valid as long as the vocabulary.
    const std::vector<char32_t>& letters_after(std::string_view beginning);

    /// Works that hold the stem.
    Xapian::doccount frequency(std::string_view stem) const;

  private:
    using Terms = std::vector<std::string>;
    static bool is_short(std::string_view beginning);
    const Terms& terms_of(std::string_view beginning);

    const Xapian::Database& database_;
    std::string prefix_;
    std::map<std::string, Terms, std::less<>> stretches_;
    std::map<std::string, bool, std::less<>> short_beginnings_;
    std::map<std::string, bool, std::less<>> stem_ends_;
    std::map<std::string, std::vector<char32_t>, std::less<>> letters_after_;
    std::size_t terms_left_;
};

}  // namespace izde::searcher
