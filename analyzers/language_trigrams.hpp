#pragma once

namespace izde::analyzers {

/// Log odds of Kazakh against Russian of letter trigrams, in quarters of a nat, plus the code of 'l'.
/// Index (first * 33 + second) * 33 + third, where 0 is the word's edge and 1…32 are а…я.
extern const char* const kLanguageTrigrams;

}  // namespace izde::analyzers
