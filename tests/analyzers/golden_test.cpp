#include <fstream>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "analyzers/analyzer.hpp"

using namespace izde::analyzers;

namespace {

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
    }
}

std::vector<std::string> columns_of(std::string line) {
    replace_all(line, "\\n", "\n");
    replace_all(line, "\\u00AD", "\u00AD");
    std::vector<std::string> columns;
    std::size_t begin = 0;
    for (std::size_t tab = 0; (tab = line.find('\t', begin)) != std::string::npos; begin = tab + 1) {
        columns.push_back(line.substr(begin, tab - begin));
    }
    columns.push_back(line.substr(begin));
    if (columns.back().empty()) columns.pop_back();
    return columns;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(golden)

BOOST_AUTO_TEST_CASE(tokens_of_the_table_are_found_with_their_spans_and_stems) {
    std::ifstream table("tests/data/tokens.tsv");
    BOOST_REQUIRE(table.is_open());
    const Analyzer analyzer;
    std::size_t rows = 0;
    for (std::string line; std::getline(table, line);) {
        if (line.empty() || line.front() == '#') continue;
        ++rows;
        const std::vector<std::string> columns = columns_of(line);
        BOOST_REQUIRE_GE(columns.size(), 2U);
        const std::string& text = columns[1];
        BOOST_TEST_CONTEXT(line) {
            TokenStream stream = analyzer.analyze(text, language_from_code(columns[0]));
            std::size_t column = 2;
            for (; stream.next(); ++column) {
                const Token& token = stream.token();
                const std::string shown = text.substr(token.span.begin, token.span.end - token.span.begin);
                BOOST_REQUIRE_MESSAGE(column < columns.size(), "one token too many: " << shown);
                std::string expected = columns[column];
                const bool is_stopword = expected.starts_with('!');
                if (is_stopword) expected.erase(0, 1);
                const std::size_t equals = expected.rfind('=');
                BOOST_TEST(shown == expected.substr(0, equals));
                BOOST_TEST(token.is_stopword == is_stopword);
                BOOST_TEST(token.position == column - 1);
                const std::string stem = expected.substr(equals + 1);
                if (stem != "*") BOOST_TEST(token.stem == stem);
            }
            BOOST_TEST(column == columns.size());
        }
    }
    BOOST_TEST(rows > 40U);
}

BOOST_AUTO_TEST_CASE(what_stands_before_an_ending_behind_a_hyphen_is_the_stem) {
    std::ifstream table("tests/data/acronyms.tsv");
    BOOST_REQUIRE(table.is_open());
    const Analyzer analyzer;
    std::size_t rows = 0;
    for (std::string line; std::getline(table, line);) {
        if (line.empty() || line.front() == '#') continue;
        ++rows;
        const std::vector<std::string> columns = columns_of(line);
        BOOST_REQUIRE_EQUAL(columns.size(), 3U);
        TokenStream stream = analyzer.analyze(columns[1], language_from_code(columns[0]));
        BOOST_REQUIRE(stream.next());
        BOOST_TEST(stream.token().stem == columns[2], line << ": " << stream.token().stem);
        BOOST_TEST(stream.token().span.end == columns[1].size(), line);
        BOOST_TEST(!stream.next(), line);
    }
    BOOST_TEST(rows >= 60U);
}

BOOST_AUTO_TEST_SUITE_END()
