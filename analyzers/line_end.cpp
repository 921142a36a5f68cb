#include "analyzers/line_end.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "analyzers/utf8.hpp"
#include "analyzers/word_lists.hpp"

namespace izde::analyzers {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLetter = 2;  // bytes of Cyrillic
constexpr std::size_t kThreeLetters = 3 * kLetter;
constexpr std::size_t kFourLetters = 4 * kLetter;
constexpr std::size_t kFiveLetters = 5 * kLetter;  // «государственно-⏎го» is a broken word

/// The first half of «күннен-күнге», «жылдан-жылға».
constexpr std::array kAblatives = {"дан"sv, "ден"sv, "тан"sv, "тен"sv, "нан"sv, "нен"sv};

bool is_listed(std::string_view half) {
    return std::binary_search(kCompoundHalves.begin(), kCompoundHalves.end(), half);
}

/// «өзін-өзі», «қайта-қайта», «бірін-бірі»; not «преду-преждение», which only begins alike.
bool is_reduplication(std::string_view left, std::string_view right) {
    if (left.size() < kThreeLetters || right.size() < kThreeLetters) return false;
    if (right.starts_with(left.substr(0, std::max(kThreeLetters, left.size() - kLetter)))) return true;
    return std::any_of(kAblatives.begin(), kAblatives.end(), [&](std::string_view ending) {
        return left.ends_with(ending) && left.size() >= ending.size() + kThreeLetters &&
               right.starts_with(left.substr(0, left.size() - ending.size()));
    });
}

}  // namespace

bool is_hyphen_compound(std::string_view left, std::string_view right) {
    if (is_reduplication(left, right) || right == "либо" || right == "нибудь") return true;
    if (right.size() >= kFiveLetters && is_listed(left)) return true;
    std::string pair(left);
    pair += '-';
    pair += right.substr(0, kFourLetters);
    return is_listed(pair);
}

}  // namespace izde::analyzers
