#pragma once

#include <string_view>
#include <unordered_set>

#include "analyzers/language.hpp"

namespace izde::analyzers {

/// Words that keep their position and weigh nothing. Immutable and thread-safe.
class Stopwords {
  public:
    Stopwords();

    /// `word` is normalised. Of an unknown language no word is a stopword.
    bool contains(std::string_view word, Language language) const;

  private:
    using Words = std::unordered_set<std::string_view>;
    Words kazakh_;
    Words russian_;
    Words english_;
};

}  // namespace izde::analyzers
