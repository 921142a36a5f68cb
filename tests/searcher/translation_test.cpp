#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "searcher/searcher.hpp"
#include "searcher/translation_expander.hpp"
#include "searcher/translation_table.hpp"
#include "tests/support/small_index.hpp"

using namespace izde;
using searcher::MatchedBy;
using searcher::Results;
using searcher::Searcher;
using searcher::TranslationTable;
using tests::analyzer;
using tests::SmallIndex;
using tests::work;

namespace {

/// Nothing here hangs on what the built-in table holds: the words are made up.
const char* const kTable =
    "# Kazakh word, Russian word, weight\n"
    "жүлденің\tбрюмбель\t0.9\n"
    "жүлде\tзурна\t0.2\n"
    "мылтық\tшкварка\t0.8\n";

TranslationTable table_of(const std::string& text) {
    const tests::TemporaryDirectory directory;
    tests::write_file(directory.path() / "table.tsv", text);
    return TranslationTable::read(directory.path() / "table.tsv", analyzer());
}

std::string message_for(const std::string& text) {
    try {
        table_of(text);
    } catch (const searcher::TranslationError& error) {
        return error.what();
    }
    return "";
}

searcher::Expanders expanders() {
    std::vector<TranslationTable> tables;
    tables.push_back(table_of(kTable));
    searcher::Expanders result;
    result.push_back(std::make_unique<searcher::TranslationExpander>(std::move(tables)));
    return result;
}

const std::vector<std::string> kWorks = {
    work("kk", "", "Жүлде мен мылтық туралы қазақ тіліндегі мақала жазылды.", R"(,"language":"kk")"),
    work("kk-half", "", "Жүлде туралы қазақ тіліндегі басқа бір ұзақ мақала жазылды.", R"(,"language":"kk")"),
    work("ru", "", "Здесь речь идёт о брюмбеле и о шкварке, о которых пишут статьи.", R"(,"language":"ru")"),
    work("ru-none", "", "Здесь речь идёт о совсем других предметах.", R"(,"language":"ru")"),
};

std::vector<std::string> ids(const Results& results) {
    std::vector<std::string> found;
    for (const auto& hit : results.hits) found.push_back(hit.work.id);
    return found;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_table_is_read_in_any_inflection_and_both_ways) {
    const TranslationTable table = table_of(kTable);
    std::vector<TranslationTable::Row> rows;
    table.find("жүлде", analyzers::Language::kazakh, rows);
    BOOST_REQUIRE_EQUAL(rows.size(), 2U);
    BOOST_TEST(rows.front().weight == 0.9);
    rows.clear();
    table.find(table.by_kazakh().front().russian, analyzers::Language::russian, rows);
    BOOST_TEST(rows.size() == 1U);
}

BOOST_AUTO_TEST_CASE(an_error_in_a_table_names_file_and_line) {
    BOOST_TEST(message_for("сот\tсуд\t0.5\nсот суд\n").find("table.tsv:2: expected a Kazakh word") !=
               std::string::npos);
    BOOST_TEST(message_for("сот\tсуд\t1.5\n").find("table.tsv:1: the weight") != std::string::npos);
    BOOST_TEST(message_for("сот\tсуд\tnan\n").find("table.tsv:1: the weight") != std::string::npos);
    BOOST_TEST(message_for("сот\tверховный суд\t1\n").find("table.tsv:1: each column") != std::string::npos);
    BOOST_CHECK_THROW(TranslationTable::read("/nonexistent", analyzer()), searcher::TranslationError);
}

BOOST_AUTO_TEST_CASE(the_built_in_table_is_sorted_and_finds_what_it_holds) {
    const TranslationTable& table = searcher::built_in_translations();
    BOOST_REQUIRE(!table.by_kazakh().empty());
    for (const auto& row : table.by_kazakh()) {
        std::vector<TranslationTable::Row> rows;
        table.find(row.russian, analyzers::Language::russian, rows);
        BOOST_TEST(std::ranges::any_of(rows, [&](const auto& one) { return one.kazakh == row.kazakh; }));
        BOOST_TEST((row.weight > 0 && row.weight <= 1));
    }
}

BOOST_AUTO_TEST_CASE(works_of_the_other_language_are_found_marked_and_stand_behind_equal_ones) {
    const SmallIndex index(kWorks);
    const Searcher searcher(index.path(), analyzer(), expanders());
    const Results results = searcher.search({"жүлденің мылтығы"});
    BOOST_REQUIRE_EQUAL(results.hits.size(), 3U);
    BOOST_TEST(ids(results).front() == "kk");
    BOOST_TEST(results.total == 3U);
    for (const auto& hit : results.hits) {
        BOOST_REQUIRE(!hit.snippets.empty());
        BOOST_REQUIRE(!hit.snippets.front().marks.empty());
        const auto expected = hit.work.id == "ru" ? MatchedBy::translation : MatchedBy::typed;
        for (const auto& mark : hit.snippets.front().marks) BOOST_TEST((mark.by == expected));
    }
    const Results other = searcher.search({"брюмбель и шкварка"});
    BOOST_TEST(ids(other).front() == "ru");
    BOOST_TEST(other.total == 3U);
}

BOOST_AUTO_TEST_CASE(a_translation_of_a_part_stands_behind_works_that_hold_the_whole) {
    std::vector<std::string> works = {
        work("kk-title", "Жүлде мен мылтық", "Жүлде мен мылтық туралы мақала.", R"(,"language":"kk")"),
        work("kk-apart", "",
             "Жүлде бір жерде айтылады. Бұл мақалада басқа көптеген мәселелер қарастырылады. Мылтық соңында "
             "ғана аталады.",
             R"(,"language":"kk")")};
    for (const char* const id : {"ru-1", "ru-2", "ru-3"})
        works.push_back(work(id, "О брюмбеле", "Брюмбель, брюмбели и брюмбелям.", R"(,"language":"ru")"));
    const SmallIndex index(works);
    const Searcher searcher(index.path(), analyzer(), expanders());
    searcher::Request request{"жүлде мылтық"};
    request.explain = true;
    const Results results = searcher.search(request);
    const std::vector<std::string> found = ids(results);
    BOOST_REQUIRE_EQUAL(found.size(), 5U);
    BOOST_TEST(results.hits[2].explanation.find("capped") != std::string::npos, results.hits[2].explanation);
    BOOST_TEST(found[0] == "kk-title");
    BOOST_TEST(found[1] == "kk-apart");
}

BOOST_AUTO_TEST_CASE(what_says_the_same_as_the_best_work_of_the_own_language_comes_first_of_the_other) {
    // Both Russian works say the query alike; the name «Квазимодо» stands in the best Kazakh work too.
    const SmallIndex index(
        {work("kk", "", "Жүлде туралы мақала: Квазимодо мылтық алып келді.", R"(,"language":"kk")"),
         work("kk-other", "", "Тағы бір мақала басқа нәрселер жөнінде жазылды.", R"(,"language":"kk")"),
         work("ru-a", "", "Пишут о брюмбеле: Ромео принёс пирожки домой.", R"(,"language":"ru")"),
         work("ru-b", "", "Пишут о брюмбеле: Квазимодо принёс шкварку домой.", R"(,"language":"ru")")});
    const Searcher searcher(index.path(), analyzer(), expanders());
    searcher::Request request{"жүлде"};
    request.explain = true;
    const Results results = searcher.search(request);
    BOOST_REQUIRE_EQUAL(results.hits.size(), 3U);
    BOOST_TEST(results.hits[0].work.id == "kk");
    BOOST_TEST(results.hits[1].work.id == "ru-b");
    BOOST_TEST(results.hits[1].explanation.find("like    1.000") != std::string::npos,
               results.hits[1].explanation);
    BOOST_TEST(results.hits[0].explanation.find("like") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(one_stray_word_in_the_other_language_is_no_answer) {
    std::vector<std::string> works = {
        work("ru-stray", "", "Брюмбель, о брюмбеле, брюмбели.", R"(,"language":"ru")"),
        work("kk-1", "", "Тауға шыққан жолаушы қардан қорғанып, жүлде туралы ойлады.", R"(,"language":"kk")"),
        work("kk-2", "", "Тауға шыққан жолаушы қалың қардан қорғанды.", R"(,"language":"kk")")};
    for (const char* const id : {"a", "b", "c", "d", "e", "f"})
        works.push_back(work(id, "", "Жүлде туралы басқа мәтін жазылды.", R"(,"language":"kk")"));
    const SmallIndex index(works);
    const Searcher searcher(index.path(), analyzer(), expanders());
    const std::vector<std::string> found =
        ids(searcher.search({"тауға шыққан жолаушы қардан қалай қорғанып жүлде алады"}));
    BOOST_REQUIRE_GE(found.size(), 3U);
    BOOST_TEST(found[0] == "kk-1");
    BOOST_TEST(found[1] == "kk-2");
}

BOOST_AUTO_TEST_CASE(what_is_quoted_exact_or_excluded_is_not_translated) {
    const SmallIndex index(kWorks);
    const Searcher searcher(index.path(), analyzer(), expanders());
    for (const char* const query : {"\"жүлденің\"", "=жүлде", "title:жүлде"}) {
        for (const auto& id : ids(searcher.search({query}))) BOOST_TEST(!id.starts_with("ru"), query);
    }
    BOOST_TEST((ids(searcher.search({"мылтық -жүлде"})) == std::vector<std::string>{"ru"}));
}

BOOST_AUTO_TEST_CASE(filters_and_operators_hold_for_translations_too) {
    const SmallIndex index(kWorks);
    const Searcher searcher(index.path(), analyzer(), expanders());
    BOOST_TEST((ids(searcher.search({"жүлде lang:ru"})) == std::vector<std::string>{"ru"}));
    BOOST_TEST(searcher.search({"жүлде AND мылтық"}).total == 2U);
    BOOST_TEST(searcher.search({"жүлде AND жоқсөз"}).total == 0U);
}
