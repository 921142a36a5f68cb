#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace izde::store {

/// Buckets of a sketch, a byte each.
inline constexpr std::size_t kSketchBytes = 128;

/// Makes a sketch of a text: of its runs of three words the least hash in each of 128 buckets, a byte of it.
/// Two texts have as many equal bytes as they share of their runs (one-permutation minhash: Broder 1997; Li,
/// Owen and Zhang 2012). Fixed by the format version.
class SketchMaker {
  public:
    /// The next word of the text, in the form that all its spellings share.
    void add(std::string_view word) noexcept;

    /// "" for a text of fewer than three words. Begins anew.
    std::string finish();

  private:
    static constexpr std::uint64_t kNone = std::numeric_limits<std::uint64_t>::max();
    static constexpr std::array<std::uint64_t, kSketchBytes> kEmpty = [] {
        std::array<std::uint64_t, kSketchBytes> empty{};
        empty.fill(kNone);
        return empty;
    }();

    std::array<std::uint64_t, kSketchBytes> least_ = kEmpty;
    std::array<std::uint64_t, 2> before_{};  ///< hashes of the two words before, the nearer last
    std::size_t words_ = 0;
};

/// Which share of their runs of words two texts have in common, from 0 to 1, by their sketches: right to
/// about .04. 0 where either says nothing.
double sketch_likeness(std::string_view left, std::string_view right) noexcept;

}  // namespace izde::store
