#include <boost/test/unit_test.hpp>
#include <random>
#include <string>
#include <vector>

#include "indexer/build.hpp"
#include "indexer/local_reader.hpp"
#include "searcher/searcher.hpp"
#include "tests/support/files.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace izde;
using searcher::Request;
using searcher::Results;
using searcher::Searcher;

namespace {

const analyzers::Analyzer& analyzer() {
    static const analyzers::Analyzer one;
    return one;
}

/// One index for all cases: a Kazakh work, two Russian ones, several of one author.
const Searcher& searcher_of_few() {
    static const tests::TemporaryDirectory directory;
    static const Searcher searcher = [] {
        std::string lines =
            R"({"_id":"kk","title":"Жергілікті өзін-өзі басқару","text":"Жергілікті өзін-өзі басқарудың құқықтық негіздері. ҮЕҰ қызметі.","authors":["Бөкетов Е.А."]})"
            "\n"
            R"({"_id":"ru","title":"Местное самоуправление","text":"Местное самоуправление и правовой мониторинг законодательства.","authors":["Громова И.И."]})"
            "\n";
        for (int number = 0; number < 8; ++number) {
            lines +=
                R"({"_id":"land)" + std::to_string(number) +
                R"(","title":"Земля","text":"Изъятие земель для государственных нужд по решению суда."})" +
                "\n";
        }
        tests::write_file(directory.path() / "corpus" / "works.jsonl", lines);
        indexer::BuildOptions options;
        options.reading.local = indexer::make_local_reader;
        options.roots = {directory.path() / "corpus"};
        options.index = directory.path() / "db";
        indexer::build(options, analyzer());
        return Searcher(directory.path() / "db", analyzer());
    }();
    return searcher;
}

Results answers(const std::string& query) {
    Request request;
    request.query = query;
    return searcher_of_few().search(request);
}

void check_applied(const std::string& typed, const std::string& meant, const std::string& first) {
    BOOST_TEST_CONTEXT(typed) {
        const Results results = answers(typed);
        BOOST_TEST(results.suggestion == meant);
        BOOST_TEST(results.suggestion_applied);
        BOOST_TEST(results.interpreted_as == meant);
        BOOST_REQUIRE(!results.hits.empty());
        BOOST_TEST(results.hits.front().work.id == first);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(suggesting)

BOOST_AUTO_TEST_CASE(what_finds_nothing_as_typed_is_read_otherwise) {
    check_applied("жергиликти озин-ози баскару", "жергілікті өзін-өзі басқару", "kk");
    check_applied("Zhergilikti Ozin-ozi Baskaru", "Жергілікті Өзін-өзі Басқару", "kk");
    check_applied("jergilikti o'zin-o'zi basqary'", "жергілікті өзін-өзі басқару", "kk");
    check_applied("jergılıktı özın-özı basqaru", "жергілікті өзін-өзі басқару", "kk");
    check_applied(";thu3k3rn3 -p3y--p3 ,fc0fhe", "жергілікті өзін-өзі басқару", "kk");
    check_applied("vtcnyjt cfvjeghfdktybt", "местное самоуправление", "ru");
    check_applied("mestnoe samoupravlenie", "местное самоуправление", "ru");
    check_applied("месное самоупровление", "местное самоуправление", "ru");
    check_applied("ҰЕҰ", "ҮЕҰ", "kk");
    check_applied("баскарудын", "басқарудың", "kk");
}

BOOST_AUTO_TEST_CASE(operators_and_fields_are_kept) {
    check_applied("\"жергиликти озин-ози\"", "\"жергілікті өзін-өзі\"", "kk");
    check_applied("author:Букетов", "author:Бөкетов", "kk");
    check_applied("title:(vtcnyjt cfvjeghfdktybt)", "title:(местное самоуправление)", "ru");
    check_applied("баскарудын -земля", "басқарудың -земля", "kk");
}

BOOST_AUTO_TEST_CASE(what_finds_enough_is_only_offered_another_reading) {
    const Results results = answers("изъятие земель для нужд суда правосудея самоупровление");
    BOOST_TEST(!results.suggestion_applied);
    BOOST_TEST(results.suggestion == "изъятие земель для нужд суда правосудея самоуправление");
    BOOST_TEST(results.interpreted_as == "изъятие земель для нужд суда правосудея самоупровление");
    BOOST_TEST(results.total >= 8U);
}

BOOST_AUTO_TEST_CASE(what_was_typed_well_stays) {
    for (const char* query :
         {"местное самоуправление", "изъятие земель", "өзін-өзі басқару", "2005", "и а", ""}) {
        const Results results = answers(query);
        BOOST_TEST(results.suggestion.empty(), query << ": " << results.suggestion);
        BOOST_TEST(!results.suggestion_applied);
    }
    BOOST_TEST(answers("кварк").suggestion.empty());
}

BOOST_AUTO_TEST_CASE(a_long_query_of_unknown_words_is_no_row_of_slips) {
    const Results results = answers("зомля мостное рошение сутки изьян судно правописание изнутри");
    BOOST_TEST(results.suggestion.empty(), results.suggestion);
    BOOST_TEST(answers("мостное рошение").suggestion == "местное решение");
}

BOOST_AUTO_TEST_CASE(marks_say_what_was_read_otherwise) {
    const Results results = answers("самоупровление мониторинг");
    BOOST_REQUIRE(results.suggestion_applied);
    std::size_t loose = 0;
    std::size_t typed = 0;
    for (const searcher::Snippet& snippet : results.hits.at(0).snippets) {
        for (const searcher::Mark& mark : snippet.marks) {
            const std::string form = snippet.text.substr(mark.begin, mark.end - mark.begin);
            loose += mark.by == searcher::MatchedBy::loose && form == "самоуправление" ? 1 : 0;
            typed += mark.by == searcher::MatchedBy::typed && form == "мониторинг" ? 1 : 0;
        }
    }
    BOOST_TEST(loose >= 1U);
    BOOST_TEST(typed >= 1U);
}

BOOST_AUTO_TEST_CASE(hostile_words_are_given_up) {
    std::mt19937 random(20211015);
    BOOST_TEST_MESSAGE("seed 20211015");
    const std::vector<std::string> letters = {"а", "к",    "и", "y", "'", "-", ";",
                                              "0", "\xFF", " ", "о", "s", "h"};
    for (int round = 0; round < 200; ++round) {
        std::string query;
        for (int letter = 0; letter < 120; ++letter) query += letters[random() % letters.size()];
        Request request;
        request.query = query;
        request.operators = false;
        BOOST_CHECK_NO_THROW(searcher_of_few().search(request));
    }
}

BOOST_AUTO_TEST_SUITE_END()
