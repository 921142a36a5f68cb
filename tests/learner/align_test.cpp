#include "learner/align.hpp"

#include <boost/test/unit_test.hpp>
#include <random>
#include <vector>

using izde::learner::align;
using izde::learner::Bead;

BOOST_AUTO_TEST_CASE(equal_paragraphs_stand_beside_each_other) {
    const std::vector<std::size_t> lengths{120, 45, 300, 80};
    const std::vector<Bead> beads = align(lengths, lengths);
    BOOST_REQUIRE_EQUAL(beads.size(), 4U);
    for (std::size_t number = 0; number < beads.size(); ++number) {
        BOOST_TEST(beads[number].kazakh == number);
        BOOST_TEST(beads[number].russian == number);
        BOOST_TEST(beads[number].kazakh_count == 1U);
    }
}

BOOST_AUTO_TEST_CASE(a_paragraph_that_is_two_in_the_translation_stands_beside_both) {
    const std::vector<Bead> beads = align({200, 400, 150}, {210, 190, 220, 160});
    BOOST_REQUIRE_EQUAL(beads.size(), 3U);
    BOOST_TEST(beads[1].kazakh == 1U);
    BOOST_TEST(beads[1].russian == 1U);
    BOOST_TEST(beads[1].russian_count == 2U);
}

BOOST_AUTO_TEST_CASE(what_has_no_counterpart_is_left_out) {
    const std::vector<Bead> beads = align({100, 900, 50}, {105, 20, 910, 48});
    BOOST_REQUIRE_EQUAL(beads.size(), 3U);
    BOOST_TEST(beads[1].kazakh == 1U);
    BOOST_TEST(beads[1].russian + beads[1].russian_count == 3U);
    BOOST_TEST(align({}, {10, 20}).empty());
    BOOST_TEST(align({}, {}).empty());
    BOOST_TEST(align({0, 0}, {0}).size() <= 1U);
}

BOOST_AUTO_TEST_CASE(beads_ascend_and_overlap_nowhere_whatever_the_lengths) {
    const unsigned seed = std::random_device()();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 200; ++round) {
        const auto drawn = [&] {
            std::vector<std::size_t> lengths(random() % 30);
            for (std::size_t& length : lengths) length = random() % 2000;
            return lengths;
        };
        const std::vector<std::size_t> kazakh = drawn();
        const std::vector<std::size_t> russian = drawn();
        std::size_t k = 0;
        std::size_t r = 0;
        for (const Bead& bead : align(kazakh, russian)) {
            BOOST_REQUIRE_GE(bead.kazakh, k);
            BOOST_REQUIRE_GE(bead.russian, r);
            k = bead.kazakh + bead.kazakh_count;
            r = bead.russian + bead.russian_count;
            BOOST_REQUIRE((bead.kazakh_count == 1 || bead.russian_count == 1));
        }
        BOOST_REQUIRE_LE(k, kazakh.size());
        BOOST_REQUIRE_LE(r, russian.size());
    }
}
