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

BOOST_AUTO_TEST_SUITE_END()
