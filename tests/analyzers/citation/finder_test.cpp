#include <boost/test/unit_test.hpp>

#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "analyzers/citation/acts.hpp"
#include "analyzers/citation/finder.hpp"
#include "analyzers/citation/resolver.hpp"

namespace izde::analyzers {
namespace {

std::vector<std::string> split(const std::string& line, char between) {
    std::vector<std::string> parts(1);
    for (const char character : line) {
        if (character == between) {
            parts.emplace_back();
        } else {
            parts.back() += character;
        }
    }
    return parts;
}

std::string unescaped(std::string text) {
    for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at))
        text.replace(at, 2, "\n");
    return text;
}

/// «act|p,p ; act», as the table says it.
std::string described(CitationFinder& finder, const std::string& text, int year) {
    CitationResolver resolver({year, State::kazakhstan, "self", "@"});
    const std::vector<Mention> mentions = finder.find(text, identify_language(text));
    for (const Mention& mention : mentions) resolver.learn(mention);
    std::string result;
    for (const Mention& mention : mentions) {
        const Citation citation = resolver.resolve(mention);
        if (citation.act.empty()) continue;
        if (!result.empty()) result += " ; ";
        result += citation.act;
        for (std::size_t i = 0; i < citation.provisions.size(); ++i) {
            result += (i == 0 ? "|" : ",") + citation.provisions[i];
        }
    }
    return result.empty() ? "-" : result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(citation_finder)

BOOST_AUTO_TEST_CASE(says_what_the_table_says) {
    std::ifstream table("tests/data/citations.tsv");
    BOOST_REQUIRE(table);
    const Analyzer analyzer;
    CitationFinder finder(analyzer);
    std::string line;
    int rows = 0;
    while (std::getline(table, line)) {
        if (line.empty() || line[0] == '#') continue;
        const std::vector<std::string> fields = split(line, '\t');
        BOOST_REQUIRE_EQUAL(fields.size(), 3U);
        BOOST_TEST_CONTEXT(fields[1]) {
            const bool is_known_to_fail = fields[0][0] == '!';
            const int year = std::stoi(fields[0].substr(is_known_to_fail ? 1 : 0));
            const std::string found = described(finder, unescaped(fields[1]), year);
            if (is_known_to_fail) {
                BOOST_TEST(found != fields[2]);
            } else {
                BOOST_TEST(found == fields[2]);
            }
        }
        ++rows;
    }
    BOOST_TEST(rows >= 120);
}

BOOST_AUTO_TEST_CASE(spans_are_those_of_the_text) {
    const Analyzer analyzer;
    CitationFinder finder(analyzer);
    const std::string text = "Сот осы Заңның 35-бабының 2-тармағын қолданды.";
    const std::vector<Mention> mentions = finder.find(text, Language::kazakh);
    BOOST_REQUIRE_EQUAL(mentions.size(), 1U);
    const Span span = mentions[0].span;
    BOOST_TEST(text.substr(span.begin, span.end - span.begin) == "осы Заңның 35-бабының 2-тармағын");
}

BOOST_AUTO_TEST_CASE(ids_follow_from_kind_date_and_number) {
    const auto id = [](ActKind kind, Date date, const char* number) {
        return act_id(kind, State::kazakhstan, Organ::unsaid, date, number);
    };
    BOOST_TEST(id(ActKind::law, {2005, 4, 12}, "36") == "Z050000036_");
    BOOST_TEST(id(ActKind::decree, {2021, 10, 15}, "674") == "U2100000674");
    BOOST_TEST(id(ActKind::law, {2010, 12, 29}, "372") == "Z100000372_");
    BOOST_TEST(id(ActKind::law, {2011, 1, 5}, "379") == "Z1100000379");
    BOOST_TEST(id(ActKind::law, {1994, 12, 27}, "268") == "kz:law:1994-12-27:268");
    BOOST_TEST(id(ActKind::order, {2015, 1, 29}, "54") == "kz:order:2015-01-29:54");
    BOOST_TEST(id(ActKind::law, {}, "54").empty());
}

/// Words of citations in any order: nothing is thrown, spans stay within the text and in order.
BOOST_AUTO_TEST_CASE(any_words_give_sound_spans) {
    const std::vector<std::string> words = {
        "статья", "35-бабының", "п.",      "2",           "13-15", "и",          "және", "Закон",
        "Заңы",   "№ 36",       "от",      "12.04.2005",  "2005",  "жылғы",      "12",   "сәуірдегі",
        "«О",     "рекламе»",   "туралы»", "(",           ")",     "настоящего", "осы",  "Кодекс",
        "УК",     "РК",         "ҚР",      "Конституция", ";",     ".",          ",",    "-",
        "первой", "екінші",     "бөлігі",  "аталған",     "№",     "\n",         "\xD0"};
    const unsigned seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    const Analyzer analyzer;
    CitationFinder finder(analyzer);
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (auto length = random() % 40; length > 0; --length) text += words[random() % words.size()] + " ";
        std::size_t begin = 0;
        for (const Mention& mention : finder.find(text, static_cast<Language>(random() % 3))) {
            BOOST_REQUIRE(mention.span.begin >= begin);
            BOOST_REQUIRE(mention.span.begin < mention.span.end);
            BOOST_REQUIRE(mention.span.end <= text.size());
            BOOST_REQUIRE(mention.provisions.size() <= 64);
            begin = mention.span.begin;
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace izde::analyzers
