#include "store/text_sketch.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <string>
#include <vector>

using namespace izde::store;

namespace {

std::string sketch_of(const std::vector<std::string>& words) {
    SketchMaker maker;
    for (const std::string& word : words) maker.add(word);
    return maker.finish();
}

std::vector<std::string> words(std::size_t begin, std::size_t end) {
    std::vector<std::string> result;
    for (std::size_t number = begin; number < end; ++number) result.push_back("сөз" + std::to_string(number));
    return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_sketch)

BOOST_AUTO_TEST_CASE(equal_texts_are_alike_and_strange_ones_are_not) {
    BOOST_TEST(sketch_likeness(sketch_of(words(0, 2000)), sketch_of(words(0, 2000))) == 1);
    BOOST_TEST(sketch_likeness(sketch_of(words(0, 2000)), sketch_of(words(5000, 7000))) < 0.05);
    BOOST_TEST(sketch_likeness(sketch_of(words(0, 9)), sketch_of(words(0, 9))) == 1);
    BOOST_TEST(sketch_likeness(sketch_of(words(0, 9)), sketch_of(words(20, 29))) == 0);
}

BOOST_AUTO_TEST_CASE(likeness_is_the_share_of_common_runs) {
    for (const std::size_t common : {200U, 1000U, 1800U}) {
        // Of 2000 words each, so many runs in common: Jaccard is common / (4000 - common).
        const double expected = static_cast<double>(common) / static_cast<double>(4000 - common);
        const double found =
            sketch_likeness(sketch_of(words(0, 2000)), sketch_of(words(2000 - common, 4000 - common)));
        BOOST_TEST(std::abs(found - expected) < 0.13);  // three standard deviations of 128 draws
    }
}

BOOST_AUTO_TEST_CASE(a_text_of_two_words_says_nothing) {
    BOOST_TEST(sketch_of({"бір", "екі"}).empty());
    BOOST_TEST(sketch_likeness("", "") == 0);
    BOOST_TEST(sketch_likeness(sketch_of(words(0, 9)), "") == 0);
}

BOOST_AUTO_TEST_CASE(a_maker_begins_anew) {
    SketchMaker maker;
    for (const std::string& word : words(0, 50)) maker.add(word);
    maker.finish();
    for (const std::string& word : words(0, 9)) maker.add(word);
    BOOST_TEST(maker.finish() == sketch_of(words(0, 9)));
}

BOOST_AUTO_TEST_SUITE_END()
