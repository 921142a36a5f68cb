#include "analyzers/language.hpp"

#include <fstream>
#include <string>

#include <boost/test/unit_test.hpp>

#include "analyzers/word_evidence.hpp"

using namespace izde::analyzers;

BOOST_AUTO_TEST_SUITE(language)

BOOST_AUTO_TEST_CASE(a_code_and_its_language_name_each_other) {
    for (const Language language : {Language::kazakh, Language::russian, Language::english}) {
        BOOST_TEST((language_from_code(code_of(language)) == language));
    }
    BOOST_TEST(code_of(Language::unknown) == "und");
    BOOST_TEST((language_from_code("KK") == Language::unknown));
}

BOOST_AUTO_TEST_CASE(paragraphs_of_the_table_are_identified) {
    std::ifstream table("tests/data/languages.tsv");
    BOOST_REQUIRE(table.is_open());
    std::size_t rows = 0;
    for (std::string line; std::getline(table, line);) {
        if (line.empty() || line.front() == '#') continue;
        ++rows;
        const std::size_t tab = line.find('\t');
        const std::string paragraph = line.substr(tab + 1);
        BOOST_TEST(code_of(identify_language(paragraph)) == line.substr(0, tab), line);
    }
    BOOST_TEST(rows > 25U);
}

BOOST_AUTO_TEST_CASE(a_kazakh_letter_is_certain_and_no_word_is_more) {
    BOOST_TEST(kazakh_evidence("қ") == kCertain);
    BOOST_TEST(kazakh_evidence("баскаруынын") > kLikely);
    BOOST_TEST(kazakh_evidence("законодательствования") == -kCertain);
    BOOST_TEST(kazakh_evidence("") == 0);
    BOOST_TEST(kazakh_evidence("covid") == 0);
}

BOOST_AUTO_TEST_SUITE_END()
