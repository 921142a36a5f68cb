#pragma once

#include <cstddef>

#include "analyzers/tokenizer.hpp"

/// What the two halves of the tokenizer (tokenizer.cpp, tokenizer_numbers.cpp) share.
namespace izde::analyzers {

/// A run longer than this is cut in two: no word is that long, and hostile input must not make one.
inline constexpr std::size_t kMaxRunBytes = 1024;

struct Tokenizer::Run {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t letters = 0;
    std::size_t uppers = 0;
    bool has_digit = false;
    bool has_latin = false;
    bool starts_upper = false;

    bool is_acronym() const { return letters >= 2 && uppers * 2 > letters; }
};

}  // namespace izde::analyzers
