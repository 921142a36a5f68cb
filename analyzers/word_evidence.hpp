#pragma once

#include <string_view>

namespace izde::analyzers {

/// How Kazakh (positive) or Russian (negative) one normalised Cyrillic word is by its letters alone, in
/// quarters of a nat of log odds, between -kCertain and kCertain.
///
/// A Kazakh letter is certain. Else the word's letter trigrams are weighed, Kazakh letters or not, so that
/// Kazakh typed without them («баскару») is known too. 0 for what holds no Cyrillic letter.
int kazakh_evidence(std::string_view word) noexcept;

/// Whether a Kazakh ending stands behind -ия («федерациясы», «операцияны»), as none of Russian does.
bool has_kazakh_ending_behind_loan(std::string_view word) noexcept;

/// The most that one word can say: so that one foreign name does not turn a paragraph.
inline constexpr int kCertain = 24;

/// From here on a word alone is taken as of its language: chosen on single words, see README.md.
inline constexpr int kLikely = 8;

}  // namespace izde::analyzers
