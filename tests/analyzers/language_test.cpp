#include "analyzers/language.hpp"

#include <boost/test/unit_test.hpp>

using namespace izde::analyzers;

BOOST_AUTO_TEST_SUITE(language)

BOOST_AUTO_TEST_CASE(a_code_and_its_language_name_each_other) {
    for (const Language language : {Language::kazakh, Language::russian, Language::english}) {
        BOOST_TEST((language_from_code(code_of(language)) == language));
    }
    BOOST_TEST(code_of(Language::unknown) == "und");
    BOOST_TEST((language_from_code("KK") == Language::unknown));
}

BOOST_AUTO_TEST_SUITE_END()
