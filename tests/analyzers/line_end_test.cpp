#include "analyzers/line_end.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string_view>
#include <utility>

#include "analyzers/word_lists.hpp"

using namespace izde::analyzers;

BOOST_AUTO_TEST_SUITE(line_end)

BOOST_AUTO_TEST_CASE(halves_of_compounds_stay_apart) {
    for (const auto& [left, right] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
             {"өзін", "өзі"},
             {"қайта", "қайта"},
             {"күннен", "күнге"},
             {"ата", "анасы"},
             {"іс", "шаралар"},
             {"сондай", "ақ"},
             {"купли", "продажи"},
             {"какого", "либо"},
             {"нормативно", "правовой"},
             {"санитарно", "эпидемиологического"},
             {"қоғамдық", "саяси"}}) {
        BOOST_TEST(is_hyphen_compound(left, right), left << '-' << right);
    }
}

BOOST_AUTO_TEST_CASE(halves_of_broken_words_are_joined) {
    for (const auto& [left, right] :
         std::initializer_list<std::pair<std::string_view, std::string_view>>{{"преду", "преждение"},
                                                                              {"государственно", "го"},
                                                                              {"аттест", "аттау"},
                                                                              {"басқа", "рудың"},
                                                                              {"бір", "ге"},
                                                                              {"іс", "тер"},
                                                                              {"ата", "лады"},
                                                                              {"жол", "дар"},
                                                                              {"законода", "тельство"},
                                                                              {"", ""},
                                                                              {"а", "а"}}) {
        BOOST_TEST(!is_hyphen_compound(left, right), left << '-' << right);
    }
}

BOOST_AUTO_TEST_CASE(the_list_is_in_the_order_in_which_it_is_searched) {
    BOOST_TEST(std::is_sorted(kCompoundHalves.begin(), kCompoundHalves.end()));
    BOOST_TEST(kCompoundHalves.size() > 500U);
}

BOOST_AUTO_TEST_SUITE_END()
