#include "analyzers/citation/act_rank.hpp"

#include <boost/test/unit_test.hpp>

using izde::analyzers::subordination_of;

BOOST_AUTO_TEST_CASE(codes_stand_above_laws_and_these_above_decrees_and_orders) {
    for (const char* const code : {"K950001000_", "K1500000414", "K2000000350"})
        BOOST_TEST(subordination_of(code) == 0, code);
    const double law = subordination_of("Z050000036_");
    BOOST_TEST(law > 0);
    BOOST_TEST(subordination_of("kz:law:1991-12-20:1017") == law);
    BOOST_TEST(subordination_of("ru:law:2003-10-06:131") == law);
    const double decree = subordination_of("U2100000674");
    BOOST_TEST(decree > law);
    for (const char* const order :
         {"P2000000012", "V1600013811", "kz:order:2021-03-05:77", "kz:resolution:1999-01-02"})
        BOOST_TEST(subordination_of(order) > decree, order);
}

BOOST_AUTO_TEST_CASE(what_is_no_act_stands_behind_none) {
    for (const char* const other : {"", "kz:", "kz:act:1999-01-02", "un:charter", "?"})
        BOOST_TEST(subordination_of(other) == 0, other);
}
