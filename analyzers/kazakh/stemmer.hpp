#pragma once

#include <memory>

#include "analyzers/stemmer.hpp"

namespace izde::analyzers {

/// Kazakh: one stem a word, case, possessive and plural endings taken off from right to left.
std::unique_ptr<Stemmer> make_kazakh_stemmer();

}  // namespace izde::analyzers
