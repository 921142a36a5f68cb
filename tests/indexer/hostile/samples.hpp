#pragma once

#include <string>
#include <utility>
#include <vector>

namespace izde::tests {

/// A file of one of the formats that izde reads, whole and readable.
struct Sample {
    std::string extension;
    std::string bytes;
    /// What is packed in it, where it is a packed document: it is broken within too.
    std::vector<std::pair<std::string, std::string>> members;
};

/// One of each format and of some encodings.
std::vector<Sample> make_samples();

/// The bytes as a stream of zlib, which is what PDF has.
std::string deflated(const std::string& bytes);

}  // namespace izde::tests
