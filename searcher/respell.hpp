#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "analyzers/variants/letter_readings.hpp"
#include "searcher/vocabulary.hpp"

namespace izde::searcher {

/// A word of the index that may have been meant.
struct Respelling {
    std::u32string word;  ///< lower case, with the ending that was typed
    double cost = 0;      ///< of the letters read otherwise than typed, as logarithms
    double score = 0;     ///< logarithm of the stem's frequency, less `cost`
};

/// Finds words of an index for what was typed. Letters are restored first and stemmed then: the search walks
/// the vocabulary letter by letter, cheapest reading first; where a word leaves the vocabulary, its ending
/// begins; a whole word counts if the analyzer's stem of it is a stem of the index. Belongs to one search.
class Respeller {
  public:
    Respeller(const analyzers::Analyzer& analyzer, Vocabulary& vocabulary);

    /// From here on only a quarter of the work is done, where little hangs on it.
    void hurry();

    /// Works that hold the word's stem, by the more frequent of its readings.
    Xapian::doccount frequency(std::string_view word);

    /// The best word of `typed` read by `variant`; nothing where the index has none within reach. `typed`
    /// itself is no reading of itself.
    std::optional<Respelling> read(std::u32string_view typed, analyzers::TypingVariant variant);

    /// The same with slips of the keyboard: letters too many, missing, wrong or in the wrong order; one in a
    /// word of four letters, two from eight.
    std::optional<Respelling> correct(std::u32string_view typed, analyzers::TypingVariant variant);

  private:
    std::optional<Respelling> search(std::u32string_view typed, analyzers::TypingVariant variant,
                                     std::size_t slips, bool is_irregular);

    analyzers::TokenStream tokens_;
    Vocabulary& vocabulary_;
    std::size_t steps_per_word_;
    std::size_t steps_left_;
};

}  // namespace izde::searcher
