#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <string>

#include <boost/test/unit_test.hpp>

#include "analyzers/stemmer.hpp"

using namespace izde::analyzers;

namespace {

/// Holds a language's stemmer to its table: forms of a row share the row's stem, rows do not share one.
void check_table(const std::string& path, Language language, std::size_t fewest_rows) {
    std::ifstream table(path);
    BOOST_REQUIRE_MESSAGE(table.is_open(), path);
    const std::unique_ptr<Stemmer> stemmer = make_stemmer(language);
    std::map<std::string, std::string> row_of_stem;
    std::size_t rows = 0;
    for (std::string line; std::getline(table, line);) {
        if (line.empty() || line.front() == '#') continue;
        ++rows;
        const std::string expected = line.substr(0, line.find('\t'));
        std::istringstream forms(line.substr(line.find('\t') + 1));
        std::string stem;
        for (std::string form; forms >> form;) {
            stemmer->stem(form, stem);
            BOOST_TEST(stem == expected, form << " gives " << stem << ", not " << expected);
        }
        const auto [known, is_new] = row_of_stem.try_emplace(expected, line);
        BOOST_TEST(is_new, "two rows share the stem " << expected << ": " << known->second);
    }
    BOOST_TEST(rows >= fewest_rows);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stems)

BOOST_AUTO_TEST_CASE(russian_forms_of_one_word_share_its_stem) {
    check_table("tests/data/stems_ru.tsv", Language::russian, 30);
}

BOOST_AUTO_TEST_CASE(kazakh_forms_of_one_word_share_its_stem) {
    check_table("tests/data/stems_kk.tsv", Language::kazakh, 20);
}

BOOST_AUTO_TEST_CASE(english_forms_of_one_word_share_its_stem) {
    check_table("tests/data/stems_en.tsv", Language::english, 5);
}

BOOST_AUTO_TEST_CASE(what_is_no_russian_word_is_its_own_stem) {
    const std::unique_ptr<Stemmer> stemmer = make_stemmer(Language::russian);
    std::string stem;
    for (const std::string word : {"", "а", "covid", "ab", "қазақ", "а1", "\xD0", "-", "а-", "日本"}) {
        stemmer->stem(word, stem);
        BOOST_TEST(stem == word);
    }
    stemmer->stem("общественно-политической", stem);
    BOOST_TEST(stem == "общественно-политический");
}

BOOST_AUTO_TEST_SUITE_END()
