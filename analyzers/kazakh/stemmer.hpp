#pragma once

#include <memory>

#include "analyzers/stemmer.hpp"

namespace izde::analyzers {

/// Kazakh: one stem a word; of a verb, a verbal noun, a participle or a passive the bare stem (басқарудың →
/// басқар).
///
/// The rules were learned from paradigms and counted text; kazakh/README.md has how, and the measurements.
std::unique_ptr<Stemmer> make_kazakh_stemmer();

}  // namespace izde::analyzers
