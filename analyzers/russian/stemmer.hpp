#pragma once

#include <memory>

#include "analyzers/stemmer.hpp"

namespace izde::analyzers {

/// Snowball Russian with the repairs of russian/README.md. Loans and names in Kazakh text take this stem too.
std::unique_ptr<Stemmer> make_russian_stemmer();

}  // namespace izde::analyzers
