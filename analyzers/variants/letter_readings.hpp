#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/token.hpp"

namespace izde::analyzers {

/// How a word may have been typed otherwise than it is written.
enum class TypingVariant : std::uint8_t {
    letters,  ///< Kazakh without Kazakh letters, and letters taken for each other (ү/ұ, і/ы, ә/а, һ/х)
    latin,    ///< Kazakh in Latin of 2017, 2018, 2019/2021 and common ASCII; Russian in Latin
};

/// What the next typed letters may mean.
struct LetterReading {
    std::uint8_t typed = 1;     ///< so many typed letters…
    std::u32string_view meant;  ///< …stand for these; may be empty (an apostrophe)
    double cost = 0;            ///< 0 for the plainest reading, else about the logarithm of how much rarer
};

/// Appends every reading of what stands at `at` in `typed` (lower case, NFC).
void append_readings(TypingVariant variant, std::u32string_view typed, std::size_t at,
                     std::vector<LetterReading>& readings);

/// Whether `next` may follow `word` within an ending. Kazakh endings follow the last vowel of the word and
/// have none of ә ө ү ұ һ, so that of the readings of «иг» or «ык» one remains. Only letters that Kazakh
/// alone has are judged: Russian endings pass.
bool may_continue_ending(std::u32string_view word, char32_t next);

/// Whether the letter without its Kazakh part (к for қ, и for і) is unlikely here in an ending, since harmony
/// asks for the Kazakh one.
bool asks_for_kazakh_letter(std::u32string_view word, char32_t next);

/// The same of the Kazakh letter itself: that it stands where harmony asks for it.
bool is_asked_kazakh_letter(std::u32string_view word, char32_t next);

/// How often a word with Kazakh letters changes between back and front vowels or puts қ, ғ beside front ones;
/// 0 for other words. Native words hardly do.
std::size_t harmony_breaks(std::u32string_view word);

/// The words of a typed text: letters, digits and apostrophes, one behind a Latin word too («basqary'»);
/// hyphens part words.
std::vector<Span> typed_words(std::string_view text);

/// `word` in lower case and NFC, one code point an element, at most 64.
std::u32string typed_letters(std::string_view word);

/// `word` (lower case) with the capitals of `pattern`: all of them, the first, or none.
std::string with_capitals_of(std::string_view pattern, std::u32string_view word);

}  // namespace izde::analyzers
