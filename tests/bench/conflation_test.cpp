#include "bench/conflation.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/files.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace izde::bench;

namespace {

/// Two lemmas of one family, one of another.
const std::vector<AnnotatedForm> kForms = {
    {"сот", "сот", "NOUN", 3, "сот", "сот"},     {"сотта", "сот", "NOUN", 1, "сот", "сот"},
    {"сотқа", "сот", "NOUN", 1, "сот", "сот"},   {"сотты", "сотты", "ADJ", 1, "сотты", "сот"},
    {"сана", "сана", "VERB", 2, "сана", "сана"}, {"санады", "сана", "VERB", 2, "сана", "сана"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(conflation)

BOOST_AUTO_TEST_CASE(stems_that_part_everything_or_join_everything) {
    const Conflation none = measure(kForms, {}, [](std::string_view form) { return std::string(form); });
    BOOST_TEST(none.f1 == 0);
    BOOST_TEST(none.pure == 0);
    const Conflation all = measure(kForms, {}, [](std::string_view) { return std::string("с"); });
    // Four right pairs (three of сот, one of сана); wrong are the eight across families, three within are
    // ignored.
    BOOST_TEST(all.f1 == 2.0 * 4 / (2.0 * 4 + 8), boost::test_tools::tolerance(1e-9));
    BOOST_TEST(all.strict_f1 == 2.0 * 4 / (2.0 * 4 + 11), boost::test_tools::tolerance(1e-9));
    BOOST_TEST(all.pure == 0);
}

BOOST_AUTO_TEST_CASE(the_right_stems_and_those_of_a_family) {
    const Conflation right = measure(kForms, {}, [](std::string_view form) {
        return std::string(form == "сотты" ? "сотты" : form.starts_with("сот") ? "сот" : "сана");
    });
    BOOST_TEST(right.f1 == 1);
    BOOST_TEST(right.strict_f1 == 1);
    BOOST_TEST(right.b_cubed == 1, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(right.pure == 1);
    const Conflation family =
        measure(kForms, {"NOUN", "ADJ"}, [](std::string_view) { return std::string("сот"); });
    BOOST_TEST(family.f1 == 1);
    BOOST_TEST(family.strict_f1 == 2.0 * 3 / (2.0 * 3 + 3), boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_table_that_is_none_is_said) {
    const izde::tests::TemporaryDirectory directory;
    izde::tests::write_file(directory.path() / "gold.tsv", "form\tlemma\nсот\tсот\n");
    BOOST_CHECK_THROW(read_annotated_forms(directory.path() / "gold.tsv"), std::runtime_error);
    BOOST_CHECK_THROW(read_annotated_forms(directory.path() / "missing.tsv"), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
