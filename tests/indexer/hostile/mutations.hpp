#pragma once

#include <random>
#include <string>

namespace izde::tests {

/// What is done to a file.
struct Mutation {
    std::string name;
    std::string bytes;
};

/// Breaks a file in one of the ways in which files are broken, by accident or on purpose: bits turned, bytes
/// overwritten, cut off, left out, said twice or moved, pieces of `other` put in, numbers that are too large.
Mutation mutate(std::mt19937_64& random, std::string bytes, const std::string& other);

}  // namespace izde::tests
