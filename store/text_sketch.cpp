#include "store/text_sketch.hpp"

#include <algorithm>

#include "store/terms.hpp"

namespace izde::store {
namespace {

/// The finalizer of MurmurHash3: every bit of the result hangs on every bit of the number.
std::uint64_t mixed(std::uint64_t number) noexcept {
    number ^= number >> 33U;
    number *= 0xff51afd7ed558ccdULL;
    number ^= number >> 33U;
    number *= 0xc4ceb9fe1a85ec53ULL;
    return number ^ (number >> 33U);
}

}  // namespace

void SketchMaker::add(std::string_view word) noexcept {
    const std::uint64_t hash = stable_hash(word);
    if (words_ >= 2) {
        const std::uint64_t run = mixed(mixed(mixed(before_[0]) + before_[1]) + hash);
        std::uint64_t& least = least_[run % kSketchBytes];
        least = std::min(least, run / kSketchBytes);
    }
    before_ = {before_[1], hash};
    ++words_;
}

std::string SketchMaker::finish() {
    std::string sketch;
    if (words_ >= 3) {
        for (const std::uint64_t least : least_)
            sketch.push_back(least == kNone ? '\0' : static_cast<char>(1 + least % 255));
    }
    *this = SketchMaker();
    return sketch;
}

double sketch_likeness(std::string_view left, std::string_view right) noexcept {
    if (left.size() != kSketchBytes || right.size() != kSketchBytes) return 0;
    unsigned filled = 0;
    unsigned equal = 0;
    for (std::size_t i = 0; i < kSketchBytes; ++i) {
        if (left[i] == 0 && right[i] == 0) continue;  // a short text leaves buckets empty
        ++filled;
        equal += left[i] == right[i] ? 1 : 0;
    }
    return static_cast<double>(equal) / filled;
}

}  // namespace izde::store
