#pragma once

#include <memory>

#include "analyzers/stemmer.hpp"

namespace izde::analyzers {

/// Russian: a word form becomes its lemma (людей → человек, вижу → видеть, применяется → применять).
///
/// The rules were learned from two lexicons and hold for words outside them too; russian/README.md has how,
/// and the measurements. Of a hyphen
/// compound the last part is stemmed. A word with a letter other than а…я is its own stem. Loans and names in
/// Kazakh text take this stem too.
std::unique_ptr<Stemmer> make_russian_stemmer();

}  // namespace izde::analyzers
