#pragma once

#include <cstdint>

namespace izde::analyzers {

class Analyzer;

/// What `Analyzer::fingerprint` promises: a hash of every form that the analyzer gives a built-in probe text,
/// in every language, and of the tables that the probe does not reach.
std::uint64_t fingerprint_of(const Analyzer& analyzer);

}  // namespace izde::analyzers
