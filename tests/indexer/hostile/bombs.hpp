#pragma once

#include <string>
#include <vector>

namespace izde::tests {

/// A file made to break its reader.
struct Bomb {
    std::string name;
    std::string bytes;
    /// Part of what is to be said of it; empty: it may be read, or fail with whatever cause.
    std::string cause;
};

/// Attacks by packing, nesting, references in circles, and sizes; megabytes at most, so that a test can make
/// them. `scale` multiplies the lengths of those that only repeat themselves.
std::vector<Bomb> packed_bombs();
std::vector<Bomb> markup_bombs(std::size_t scale);
std::vector<Bomb> pdf_bombs(std::size_t scale);
std::vector<Bomb> text_bombs(std::size_t scale);
std::vector<Bomb> line_bombs(std::size_t scale);

/// `piece` so many times.
std::string repeated(const std::string& piece, std::size_t times);

}  // namespace izde::tests
