#include "store/work.hpp"

#include <boost/test/unit_test.hpp>

using namespace izde::store;

BOOST_AUTO_TEST_SUITE(work)

BOOST_AUTO_TEST_CASE(every_kind_is_found_by_its_name) {
    for (const WorkKind kind : {WorkKind::document, WorkKind::article, WorkKind::section, WorkKind::provision,
                                WorkKind::book, WorkKind::decision}) {
        BOOST_TEST((work_kind_from_name(name_of(kind)) == kind));
    }
    BOOST_TEST(!work_kind_from_name("poem").has_value());
}

BOOST_AUTO_TEST_CASE(a_byte_of_a_block_stands_on_the_page_that_began_last) {
    Block block;
    block.page = 2;
    block.turns = {{10, 3}, {20, 4}};
    BOOST_TEST(page_at(block, 0) == 2U);
    BOOST_TEST(page_at(block, 9) == 2U);
    BOOST_TEST(page_at(block, 10) == 3U);
    BOOST_TEST(page_at(block, 25) == 4U);
}

BOOST_AUTO_TEST_SUITE_END()
