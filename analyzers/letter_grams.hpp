#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace izde::analyzers {

/// Sequences of four letters of a few words, and the words' own forms, to be counted in any text in one pass.
///
/// Letters are folded for likeness only: lower case, ё as е, Cyrillic letters as the Latin ones that they
/// look like, soft hyphens gone. A word's beginning counts as a letter, so that «жер» has «_жер». What
/// four-grams see and stems do not is a common root under another stem, a compound, a slip of the pen.
class LetterGrams {
  public:
    /// `words` are forms of words (UTF-8), each of which gets its own count of whole occurrences.
    explicit LetterGrams(const std::vector<std::string>& words);

    struct Counts {
        std::vector<std::uint32_t> grams;  ///< occurrences of each different gram
        std::vector<std::uint32_t> words;  ///< whole occurrences of each of the constructor's words
        std::size_t text_words = 0;        ///< words of the text
    };

    std::size_t gram_count() const noexcept { return gram_count_; }

    /// Counts in `text` (UTF-8); reuses the vectors of `counts`. Thread-safe.
    void count(std::string_view text, Counts& counts) const;

  private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t number = 0;
        bool is_used = false;
    };
    static const Slot* find(const std::vector<Slot>& table, std::uint64_t key) noexcept;
    static void insert(std::vector<Slot>& table, std::uint64_t key, std::uint32_t number);

    /// A bit a gram: nearly all grams of a text are none of the query's, and a bit tells it sooner than the
    /// table.
    static constexpr std::size_t kFilterBits = 8192;
    using Filter = std::array<std::uint64_t, kFilterBits / 64>;

    bool may_hold(std::uint64_t gram) const noexcept;

    std::size_t gram_count_ = 0;
    std::size_t word_count_ = 0;
    Filter filter_{};
    std::vector<Slot> grams_, words_;          ///< open addressing, sizes are powers of two
    std::vector<std::uint32_t> word_of_form_;  ///< several words may have one folded form
};

}  // namespace izde::analyzers
