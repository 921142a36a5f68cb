#include "learner/align.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>
#include <numeric>

namespace izde::learner {
namespace {

/// A code has as many articles; an article of a thousand paragraphs is none.
constexpr std::size_t kMostParagraphs = 1000;

/// Variance of the length of a translation, by length: the paper's, which it found for all its languages.
constexpr double kVariance = 6.8;

/// How many paragraphs of one side stand for how many of the other, and how often (the paper's counts).
struct Shape {
    std::size_t kazakh, russian;
    double share;
};
constexpr std::array<Shape, 5> kShapes{
    {{1, 1, 0.89}, {1, 0, 0.005}, {0, 1, 0.005}, {2, 1, 0.045}, {1, 2, 0.045}}};

/// What it costs to believe that texts of these lengths translate each other, `ratio` Russian to Kazakh.
double cost_of(std::size_t kazakh, std::size_t russian, double ratio, double share) {
    const double expected = static_cast<double>(kazakh) * ratio;
    const double mean = (expected + static_cast<double>(russian)) / 2;
    const double distance =
        mean > 0 ? std::abs(static_cast<double>(russian) - expected) / std::sqrt(mean * kVariance) : 0;
    constexpr double kLeast = 1e-300;  // of a probability, so that its logarithm is a number
    return -std::log(std::max(kLeast, std::erfc(distance / std::numbers::sqrt2))) - std::log(share);
}

}  // namespace

std::vector<Bead> align(const std::vector<std::size_t>& kazakh, const std::vector<std::size_t>& russian) {
    std::vector<Bead> beads;
    if (kazakh.size() > kMostParagraphs || russian.size() > kMostParagraphs) return beads;
    const auto all_of = [](const std::vector<std::size_t>& lengths) {
        return static_cast<double>(std::accumulate(lengths.begin(), lengths.end(), std::size_t{0}));
    };
    const double ratio = all_of(kazakh) > 0 ? all_of(russian) / all_of(kazakh) : 1;
    const std::size_t width = russian.size() + 1;
    std::vector<double> best((kazakh.size() + 1) * width, std::numeric_limits<double>::infinity());
    std::vector<std::uint8_t> shape_of(best.size());
    best[0] = 0;
    for (std::size_t place = 1; place < best.size(); ++place) {
        const std::size_t k = place / width;
        const std::size_t r = place % width;
        for (std::size_t number = 0; number < kShapes.size(); ++number) {
            const Shape& shape = kShapes[number];
            if (shape.kazakh > k || shape.russian > r) continue;
            std::size_t kazakh_length = 0;
            std::size_t russian_length = 0;
            for (std::size_t at = k - shape.kazakh; at < k; ++at) kazakh_length += kazakh[at];
            for (std::size_t at = r - shape.russian; at < r; ++at) russian_length += russian[at];
            const double cost = best[(k - shape.kazakh) * width + r - shape.russian] +
                                cost_of(kazakh_length, russian_length, ratio, shape.share);
            if (cost < best[place]) {
                best[place] = cost;
                shape_of[place] = static_cast<std::uint8_t>(number);
            }
        }
    }
    std::size_t k = kazakh.size();
    std::size_t r = russian.size();
    while (k > 0 || r > 0) {
        const Shape& shape = kShapes[shape_of[k * width + r]];
        k -= shape.kazakh;
        r -= shape.russian;
        if (shape.kazakh > 0 && shape.russian > 0) beads.push_back({k, shape.kazakh, r, shape.russian});
    }
    std::ranges::reverse(beads);
    return beads;
}

}  // namespace izde::learner
