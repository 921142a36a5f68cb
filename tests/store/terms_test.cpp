#include "store/terms.hpp"

#include <boost/test/unit_test.hpp>

using namespace izde::store;

BOOST_AUTO_TEST_SUITE(terms)

// What stands on disk: a change of any of these is a change of format.
BOOST_AUTO_TEST_CASE(hash_and_terms_are_fixed_by_the_format) {
    BOOST_TEST(stable_hash("") == 0xefd01f60ba992926ULL);
    BOOST_TEST(file_term("/корпус/том 1.txt") == file_term(stable_hash("/корпус/том 1.txt")));
    BOOST_TEST(file_term("").size() == 17);
    BOOST_TEST(id_term("") == "Qefd01f60ba992926");
    BOOST_TEST(stem_term("басқар") == "басқар");
    BOOST_TEST(title_term("басқар") == "Sбасқар");
    BOOST_TEST(author_term("байжанов") == "Aбайжанов");
    BOOST_TEST(part_term(BlockKind::title, "басқар") == "Sбасқар");
    BOOST_TEST(part_term(BlockKind::keywords, "басқар") == "Wбасқар");
    BOOST_TEST(part_term(BlockKind::abstract, "басқар") == "Bбасқар");
    BOOST_TEST(part_term(BlockKind::reference, "басқар") == "Rбасқар");
    BOOST_TEST(part_term(BlockKind::heading, "басқар") == "Hбасқар");
    BOOST_TEST(part_term(BlockKind::footnote, "басқар") == "басқар");
    BOOST_TEST(language_term(Language::kazakh) == "Lkk");
    BOOST_TEST(kind_term(WorkKind::provision) == "Kprovision");
}

BOOST_AUTO_TEST_CASE(pieces_hash_like_the_whole) {
    StableHasher hasher;
    hasher.update("35-");
    hasher.update("");
    hasher.update("бап");
    BOOST_TEST(hasher.finish() == stable_hash("35-бап"));
}

BOOST_AUTO_TEST_CASE(long_stems_are_cut_between_characters) {
    std::string stem = "x";
    for (int i = 0; i < 100; ++i) stem += "қ";
    const std::string term = stem_term(stem);
    BOOST_TEST(term.size() == 119);  // 120 would end within a letter
    BOOST_TEST(stem.starts_with(term));
    BOOST_TEST(title_term(stem) == "S" + term);
    BOOST_TEST(title_term(stem).size() <= 245);
}

BOOST_AUTO_TEST_SUITE_END()
