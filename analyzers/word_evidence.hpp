#pragma once

#include <string_view>

namespace izde::analyzers {

/// What one normalised Cyrillic word says about its language by itself.
enum class Evidence {
    none,     ///< may be either: «адам», «закон», «банк»
    kazakh,   ///< a Kazakh letter, function word or ending
    russian,  ///< a Russian function word or an ending that no Kazakh word has
};

Evidence evidence_of(std::string_view word) noexcept;

}  // namespace izde::analyzers
