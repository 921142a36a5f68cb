#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.hpp"

namespace izde::searcher {

/// The words of an index that a wildcard may mean.
struct WildcardExpansion {
    std::string pattern;                ///< normalised, for `fits_pattern`
    std::vector<std::string> certain;   ///< stems that begin with all that stands before a final asterisk
    std::vector<std::string> possible;  ///< stems of which only some forms fit: to be verified on the text
};

/// Walks the vocabulary. «монитор*» means every stem that begins so, and words whose stem is shorter than
/// what was typed («мониторингам*») by their forms. At most 200 stems, the most frequent ones; at most 20,000
/// terms are looked at. Throws std::invalid_argument where fewer than three letters precede the wildcard.
WildcardExpansion expand_wildcard(std::string_view word, const Xapian::Database& database,
                                  const analyzers::Analyzer& analyzer);

}  // namespace izde::searcher
