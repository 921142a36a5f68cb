#include "analyzers/citation/act_names.hpp"

#include <boost/test/unit_test.hpp>

using izde::analyzers::name_of_act;

BOOST_AUTO_TEST_SUITE(act_names)

BOOST_AUTO_TEST_CASE(codes_and_laws_of_the_tables_have_their_own_names) {
    BOOST_TEST(name_of_act("K1500000414").kazakh == "ҚР Еңбек кодексі (2015)");
    BOOST_TEST(name_of_act("K1500000414").russian == "Трудовой кодекс РК (2015)");
    BOOST_TEST(name_of_act("ru:law:2001-12-30:197").russian == "Трудовой кодекс РФ (2001)");
    BOOST_TEST(name_of_act("kz:law:1991-12-20:1017").russian ==
               "Закон РК «О гражданстве Республики Казахстан» (1991)");
    BOOST_TEST(name_of_act("kz:law:1991-12-20:1017").kazakh ==
               "«Қазақстан Республикасының азаматтығы туралы» ҚР Заңы (1991)");
}

BOOST_AUTO_TEST_CASE(other_ids_are_read) {
    BOOST_TEST(name_of_act("Z050000999_").russian == "Закон РК 2005 года № 999");
    BOOST_TEST(name_of_act("U2100000674").kazakh == "ҚР 2021 жылғы № 674 Президентінің Жарлығы");
    BOOST_TEST(name_of_act("Z960000007_").russian == "Закон РК 1996 года № 7");
    BOOST_TEST(name_of_act("kz:order:2005-04-12:125/4").russian == "Приказ РК от 12.04.2005 № 125/4");
    BOOST_TEST(name_of_act("ru:law:2003-10-06:131").russian == "Закон РФ от 06.10.2003 № 131");
    BOOST_TEST(name_of_act("ru:law:2003").russian == "Закон РФ 2003 года");
}

BOOST_AUTO_TEST_CASE(what_says_nothing_stays_as_it_is) {
    for (const std::string id : {"V16UL003811", "", ":", "kz:", "kz:law", "X0000000000", "Z05000003Б"})
        BOOST_TEST(name_of_act(id).russian == id);
}

BOOST_AUTO_TEST_SUITE_END()
