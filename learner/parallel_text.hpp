#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/analyzer.hpp"

namespace izde::learner {

/// A parallel text that cannot be used; `what()` names file, line and cause.
class LearnError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Number of a stem in its side's vocabulary.
using StemId = std::uint32_t;

/// The words of one language's side: stems by number, each with the forms in which it stood.
class Vocabulary {
  public:
    StemId add(std::string_view stem, std::string_view form);
    std::size_t size() const noexcept { return entries_.size(); }
    const std::string& stem(StemId id) const noexcept { return entries_[id].stem; }
    /// Occurrences.
    std::uint32_t count(StemId id) const noexcept { return entries_[id].count; }
    /// The most frequent form; of equally frequent ones the shortest, then the first by bytes.
    std::string_view usual_form(StemId id) const;

  private:
    struct Entry {
        std::string stem;
        std::uint32_t count = 0;
        std::unordered_map<std::string, std::uint32_t> forms;
    };
    std::unordered_map<std::string, StemId> ids_;
    std::vector<Entry> entries_;
};

/// 4 bytes each, and as much again for the sort: 400 MB at most.
inline constexpr std::size_t kMostCooccurrences = 50'000'000;

/// Kazakh text beside its Russian translation, as stems; stopwords and numbers left out.
struct ParallelText {
    struct Pair {
        std::vector<StemId> kazakh, russian;
    };
    Vocabulary kazakh, russian;
    std::vector<Pair> pairs;
    std::size_t cooccurrences = 0;  ///< of words, over all pairs
};

/// Adds a pair, unless a side holds no word that counts. `tokens` is any stream of the analyzer, reused.
void add_pair(std::string_view kazakh, std::string_view russian, analyzers::TokenStream& tokens,
              ParallelText& text);

/// Adds a file of pairs: two columns of UTF-8 parted by one tab, a pair a line; empty lines are passed over.
/// Which column is Kazakh is decided by the whole file. Throws LearnError for a file that cannot be read, a
/// line that has no two columns, is no UTF-8 or is longer than 1 MiB, and for a file in which no column is
/// Kazakh or both are.
void read_pairs(const std::filesystem::path& file, const analyzers::Analyzer& analyzer, ParallelText& text);

}  // namespace izde::learner
