#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "analyzers/language.hpp"

namespace izde::analyzers {

/// Reduces a normalised word (lower case, look-alikes repaired, ё → е; what `Token::exact` holds) to its
/// stem.
///
/// One stemmer belongs to one thread (Snowball keeps its work space in the object); make one per stream.
class Stemmer {
  public:
    virtual ~Stemmer() = default;
    Stemmer(const Stemmer&) = delete;
    Stemmer& operator=(const Stemmer&) = delete;

    /// The stem of `word`, replacing what `stem` held. Never empty for a word that is not; never throws
    /// but for lack of memory.
    virtual void stem(std::string_view word, std::string& stem) = 0;

  protected:
    Stemmer() = default;
};

/// The stemmer of a language; for `Language::unknown` one that gives the word back.
std::unique_ptr<Stemmer> make_stemmer(Language language);

}  // namespace izde::analyzers
