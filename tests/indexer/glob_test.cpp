#include "indexer/glob.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

using izde::indexer::Glob;
using izde::indexer::GlobFilter;

namespace {

struct Case {
    const char* pattern;
    const char* path;
    bool is_match;
};

std::ostream& operator<<(std::ostream& out, const Case& it) {
    return out << it.pattern << " on " << it.path;
}

const Case kCases[] = {
    {"*.txt", "a.txt", true},
    {"*.txt", "том/1/a.txt", true},  // no slash: the name alone
    {"*.txt", "a.txt.html", false},
    {"/*.txt", "a.txt", true},
    {"/*.txt", "том/a.txt", false},
    {"том/*.txt", "том/a.txt", true},
    {"том/*.txt", "том/1/a.txt", false},
    {"том/**/*.txt", "том/a.txt", true},
    {"том/**/*.txt", "том/1/2/a.txt", true},
    {"**/черновик/**", "черновик/a.txt", true},
    {"**/черновик/**", "x/черновик/y/a.txt", true},
    {"**/черновик/**", "x/нечерновик/a.txt", false},
    {"черновик/", "черновик/a/b.txt", true},
    {"черновик/", "x/черновик/a.txt", false},
    {"?.txt", "қ.txt", true},  // one letter, two bytes
    {"?.txt", "қа.txt", false},
    {"[а-я].txt", "ж.txt", true},
    {"[!а-я].txt", "ж.txt", false},
    {"[]x].txt", "].txt", true},
    {"[x", "[x", true},
    {"a**b", "a/x/b", false},  // no slash in the pattern: the name alone
    {"a*b*c", "aXbYbZc", true},
    {"a*b*c", "aXbY", false},
    {"", "a", false},
    {"*", "a", true},
    {"том/**", "том", false},
    {"\xff*", "\xff\xfe", true},
    {"\xff*", "\xfe", false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(glob)

BOOST_DATA_TEST_CASE(patterns_take_paths, boost::unit_test::data::make(kCases), it) {
    BOOST_TEST(Glob(it.pattern).matches(it.path) == it.is_match);
}

BOOST_AUTO_TEST_CASE(no_pattern_is_exponential) {
    std::string pattern;
    for (int i = 0; i < 200; ++i) pattern += "a*/**/";
    std::string path;
    for (int i = 0; i < 2000; ++i) path += "aa/";
    BOOST_TEST(!Glob(pattern + "b").matches(path));  // returns at all: backtracking would not
}

BOOST_AUTO_TEST_CASE(an_exclude_wins_over_an_include) {
    const GlobFilter filter({"*.txt"}, {"черновик/**", "*.old.txt"});
    BOOST_TEST(filter.includes_file("a.txt"));
    BOOST_TEST(!filter.includes_file("a.html"));
    BOOST_TEST(filter.excludes("a.old.txt"));
    BOOST_TEST(filter.excludes("черновик/a.txt"));
    BOOST_TEST(!filter.excludes("a.txt"));
    BOOST_TEST(GlobFilter({}, {}).includes_file("what/ever"));
}

BOOST_AUTO_TEST_SUITE_END()
