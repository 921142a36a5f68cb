#pragma once

#include <memory>

#include "analyzers/stemmer.hpp"

namespace izde::analyzers {

/// Snowball English (Porter 2), possessives included.
std::unique_ptr<Stemmer> make_english_stemmer();

}  // namespace izde::analyzers
