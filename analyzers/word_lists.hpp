#pragma once

#include <span>
#include <string_view>

/// Lists of words, compiled in by cmake/EmbedWords.cmake.
namespace izde::analyzers {

extern const std::span<const std::string_view> kKazakhStopwords;  ///< of stopwords/
extern const std::span<const std::string_view> kRussianStopwords;
extern const std::span<const std::string_view> kEnglishStopwords;
extern const std::span<const std::string_view> kCompoundHalves;  ///< compounds.txt, in the order of bytes

}  // namespace izde::analyzers
