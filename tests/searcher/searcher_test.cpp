#include "searcher/searcher.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "analyzers/letter_grams.hpp"
#include "indexer/build.hpp"
#include "store/index.hpp"
#include "tests/support/files.hpp"
#include "tests/support/small_index.hpp"

using namespace izde;
using searcher::Request;
using searcher::Results;
using searcher::Searcher;

namespace {

using tests::analyzer;
using tests::SmallIndex;
using tests::work;

const std::vector<std::string> kWorks = {
    work("law", "Еңбек заңы", "Еңбек шарты жазбаша жасалады. Қызметкердің құқықтары қорғалады.",
         R"(,"year":2015,"authors":["Сейітова А.Қ."],"language":"kk")"),
    work("court", "О суде", "Суд рассматривает трудовые споры. Правовой мониторинг проводится ежегодно.",
         R"(,"year":2019,"authors":["Иванов И.И."],"kind":"article")"),
    work("monitor", "Правовой мониторинг", "Мониторинг законодательства и правовых актов. Суды участвуют.",
         R"(,"year":2021)"),
    work("far", "Разное",
         "Правовой акт издан давно, а о погоде и урожае сказано много слов, прежде чем назван мониторинг.",
         ""),
};

std::vector<std::string> ids(const Searcher& searcher, const std::string& query) {
    Request request;
    request.query = query;
    std::vector<std::string> result;
    for (const searcher::Hit& hit : searcher.search(request).hits) result.push_back(hit.work.id);
    return result;
}

using Ids = std::vector<std::string>;

}  // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(Ids)

BOOST_AUTO_TEST_SUITE(search)

BOOST_AUTO_TEST_CASE(operators_mean_what_they_say) {
    const SmallIndex index(kWorks);
    const Searcher searcher(index.path(), analyzer());
    BOOST_TEST(ids(searcher, "правового мониторинга").at(0) == "monitor");
    BOOST_TEST((ids(searcher, "\"правовой мониторинг\"") == Ids{"monitor", "court"}));
    BOOST_TEST((ids(searcher, "суды AND споры") == Ids{"court"}));
    BOOST_TEST((ids(searcher, "суды NOT споры") == Ids{"monitor"}));
    BOOST_TEST((ids(searcher, "суды -споры") == Ids{"monitor"}));
    BOOST_TEST((ids(searcher, "=Суды") == Ids{"monitor"}));
    BOOST_TEST((ids(searcher, "=\"трудовые споры\"") == Ids{"court"}));
    BOOST_TEST(ids(searcher, "=\"трудовой спор\"").empty());
    BOOST_TEST((ids(searcher, "title:мониторингом") == Ids{"monitor"}));
    BOOST_TEST((ids(searcher, "author:Сейітова") == Ids{"law"}));
    BOOST_TEST((ids(searcher, "author:Иванова") == Ids{"court"}));
    BOOST_TEST((ids(searcher, "author:Seitova") == Ids{"law"}));
    BOOST_TEST((ids(searcher, "author:\"А. Қ. Сейітова\"") == Ids{"law"}));
    BOOST_TEST((ids(searcher, "author:\"Ivanov I.\"") == Ids{"court"}));
    BOOST_TEST((ids(searcher, "year:2016..2020") == Ids{"court"}));
    BOOST_TEST((ids(searcher, "мониторинг year:2020..") == Ids{"monitor"}));
    BOOST_TEST((ids(searcher, "lang:kk") == Ids{"law"}));
    BOOST_TEST((ids(searcher, "kind:article") == Ids{"court"}));
    BOOST_TEST((ids(searcher, "еңбек шартының") == Ids{"law"}));
    BOOST_TEST((ids(searcher, "ЕҢБЕК ШАРТЫ AND") == Ids{"law"}));
    BOOST_TEST(ids(searcher, "(споры OR еңбек) AND (суд OR қызметкер)").size() == 2U);
    BOOST_TEST(ids(searcher, "жоқсөз").empty());
    BOOST_TEST(ids(searcher, "").empty());
}

BOOST_AUTO_TEST_CASE(nearness_counts) {
    const SmallIndex index(kWorks);
    const Ids found = ids(Searcher(index.path(), analyzer()), "правовой мониторинг");
    BOOST_REQUIRE(found.size() == 3U);
    BOOST_TEST(found[2] == "far");
}

BOOST_AUTO_TEST_CASE(a_query_of_stopwords_alone_still_searches) {
    const SmallIndex index(kWorks);
    BOOST_TEST(!ids(Searcher(index.path(), analyzer()), "и а о").empty());
}

BOOST_AUTO_TEST_CASE(words_of_a_phrase_are_marked_where_the_phrase_stands) {
    const SmallIndex index(
        {work("one", "", "Правовой акт и мониторинг погоды. Проведён правового мониторинга обзор.", "")});
    const Searcher searcher(index.path(), analyzer());
    const auto marked = [&](const std::string& query) {
        std::vector<std::string> forms;
        const Results results = searcher.search({query});
        for (const auto& snippet : results.hits.at(0).snippets) {
            for (const auto& mark : snippet.marks)
                forms.push_back(snippet.text.substr(mark.begin, mark.end - mark.begin));
        }
        return forms;
    };
    BOOST_TEST(marked("\"правовой мониторинг\"") == (std::vector<std::string>{"правового", "мониторинга"}),
               boost::test_tools::per_element());
    BOOST_TEST(marked("\"правовой мониторинг\" акт правовой").size() == 4U);
}

BOOST_AUTO_TEST_CASE(marks_are_the_forms_of_the_text) {
    const SmallIndex index(kWorks);
    Request request;
    request.query = "правовой мониторинг";
    const Results results = Searcher(index.path(), analyzer()).search(request);
    const searcher::Snippet& snippet = results.hits.at(1).snippets.at(0);
    BOOST_REQUIRE(snippet.marks.size() == 2U);
    BOOST_TEST(snippet.text.substr(snippet.marks[0].begin, snippet.marks[0].end - snippet.marks[0].begin) ==
               "Правовой");
}

BOOST_AUTO_TEST_CASE(marks_of_phrases_and_chains_are_what_takes_part) {
    const SmallIndex index({work("one", "",
                                 "Право собственности и мониторинг. Правовой мониторинг законов, в котором "
                                 "органы и учёные, суды и граждане вместе ищут пробелы, отличает это право. "
                                 "Мониторинги бывают правовые.",
                                 R"(,"language":"ru")")});
    const Searcher searcher(index.path(), analyzer());
    const auto marked = [&](const std::string& query) {
        Request request;
        request.query = query;
        const Results results = searcher.search(request);
        std::vector<std::string> words;
        if (results.hits.empty()) return words;
        for (const searcher::Snippet& snippet : results.hits.at(0).snippets) {
            for (const searcher::Mark& mark : snippet.marks)
                words.push_back(snippet.text.substr(mark.begin, mark.end - mark.begin));
        }
        return words;
    };
    using Words = std::vector<std::string>;
    BOOST_TEST((marked("\"правовой мониторинг\"") == Words{"Правовой", "мониторинг"}));
    BOOST_TEST((marked("мониторинг NEAR/2 закон") == Words{"мониторинг", "законов"}));
    BOOST_TEST((marked("мониторинг /s собственность") == Words{"собственности", "мониторинг"}));
    BOOST_TEST((marked("=мониторинги") == Words{"Мониторинги"}));
    BOOST_TEST((marked("мон*инги") == Words{"Мониторинги"}));
    BOOST_TEST(marked("\"правовой мониторинг\" мониторинг").size() == 4U);
    BOOST_TEST(marked("мониторинг -\"мониторинг судов\"").size() == 3U);
}

BOOST_AUTO_TEST_CASE(pages_of_answers_follow_one_another) {
    std::vector<std::string> works;
    for (int number = 0; number < 150; ++number) {
        works.push_back(
            work("w" + std::to_string(number), "",
                 "Закон " + std::string(static_cast<std::size_t>(number % 40), 'x') + " о земле"));
    }
    const SmallIndex index(works);
    const Searcher searcher(index.path(), analyzer());
    Request request;
    request.query = "закон о земле";
    request.limit = 150;
    const Results all = searcher.search(request);
    BOOST_TEST(all.total == 150U);
    BOOST_TEST(all.total_is_exact);
    request.limit = 10;
    for (request.offset = 0; request.offset < 150; request.offset += 10) {
        const Results page = searcher.search(request);
        BOOST_REQUIRE(page.hits.size() == 10U);
        BOOST_TEST(page.hits[3].work.id == all.hits[request.offset + 3].work.id);
    }
}

BOOST_AUTO_TEST_CASE(a_search_sees_the_last_commit_and_the_rebuilt_index) {
    SmallIndex index(kWorks);
    const Searcher searcher(index.path(), analyzer());
    BOOST_TEST(ids(searcher, "жаңалық").empty());
    std::vector<std::string> works = kWorks;
    works.push_back(work("new", "Жаңалық", "Жаңалық мәтіні"));
    index.write(works);
    BOOST_TEST((ids(searcher, "жаңалық") == Ids{"new"}));
    works.back() = work("newer", "Жаңалық", "Жаңалық мәтіні басқа");
    index.write(works, true);
    BOOST_TEST((ids(searcher, "жаңалық") == Ids{"newer"}));
}

BOOST_AUTO_TEST_CASE(concurrent_searches_answer_as_one_does) {
    const SmallIndex index(kWorks);
    const Searcher searcher(index.path(), analyzer());
    Request request;
    request.query = "правовой мониторинг суда";
    request.facets = true;
    const Ids expected = ids(searcher, request.query);
    const Results once = searcher.search(request);
    std::vector<std::thread> threads;
    std::vector<int> differing(8, 0);
    for (int& different : differing) {
        threads.emplace_back([&] {
            for (int round = 0; round < 50; ++round) {
                different += ids(searcher, request.query) != expected;
                different += searcher.search(request).facets != once.facets;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const int different : differing) BOOST_TEST(different == 0);
}

BOOST_AUTO_TEST_CASE(hostile_queries_are_answered) {
    const SmallIndex index(kWorks);
    const Searcher searcher(index.path(), analyzer());
    std::string many;
    for (int word = 0; word < 100'000; ++word) many += "сөз" + std::to_string(word) + ' ';
    BOOST_TEST(ids(searcher, many).empty());
    BOOST_TEST(!ids(searcher, "суд \xFF\xC0\x80 мониторинг").empty());
    BOOST_CHECK_THROW(ids(searcher, '"' + many + '"'), searcher::QueryError);
    BOOST_CHECK_NO_THROW(ids(searcher, std::string(100'000, 'x')));
}

BOOST_AUTO_TEST_CASE(what_is_no_index_is_said) {
    const tests::TemporaryDirectory directory;
    const auto code = [&](const std::filesystem::path& path) {
        try {
            const Searcher searcher(path, analyzer());
        } catch (const store::IndexError& error) {
            return error.code();
        }
        return store::IndexError::Code::io;
    };
    BOOST_TEST((code(directory.path() / "missing") == store::IndexError::Code::not_found));
    tests::write_file(directory.path() / "other" / "file.txt", "x");
    BOOST_TEST((code(directory.path() / "other") == store::IndexError::Code::not_an_index));
}

BOOST_AUTO_TEST_CASE(grams_count_words_and_their_parts) {
    const analyzers::LetterGrams grams({"басқару", "ел"});
    analyzers::LetterGrams::Counts counts;
    grams.count("Басқаруда, басқару; ЕЛ мен елдік", counts);
    BOOST_TEST(counts.text_words == 5U);
    BOOST_TEST(counts.words.at(0) == 1U);
    BOOST_TEST(counts.words.at(1) == 1U);
    std::uint32_t occurrences = 0;
    for (const std::uint32_t count : counts.grams) occurrences += count;
    BOOST_TEST(grams.gram_count() == 6U);  // _бас басқ асқа сқар қару; ел as a whole
    BOOST_TEST(occurrences == 11U);
}

BOOST_AUTO_TEST_CASE(what_only_the_text_can_tell_is_read_there) {
    const SmallIndex index(kWorks);
    const Searcher searcher(index.path(), analyzer());
    const auto sorted = [&](const std::string& query) {
        Ids found = ids(searcher, query);
        std::ranges::sort(found);
        return found;
    };
    BOOST_TEST(sorted("правовой NEAR/1 мониторинг") == Ids({"court", "monitor"}));
    BOOST_TEST(sorted("правовой NEAR/30 мониторинг") == Ids({"court", "far", "monitor"}));
    BOOST_TEST(sorted("споры /s мониторинг") == Ids());
    BOOST_TEST(sorted("споры /p мониторинг") == Ids({"court"}));
    BOOST_TEST(sorted("(погоде OR \"трудовые споры\") /s (урожай OR =рассматривает)") ==
               Ids({"court", "far"}));
    BOOST_TEST(sorted("мониторинг*") == Ids({"court", "far", "monitor"}));
    BOOST_TEST(sorted("мониторинга*") == Ids());
    BOOST_TEST(sorted("законодательств*") == Ids({"monitor"}));
    BOOST_TEST(sorted("прав?вой") == Ids({"court", "far", "monitor"}));
    BOOST_TEST(sorted("пра*х актов") == Ids({"far", "monitor"}));
    BOOST_TEST(sorted("title:правов*") == Ids({"monitor"}));
    BOOST_TEST(sorted("title:(=правовой OR заң)") == Ids({"law", "monitor"}));
    BOOST_TEST(sorted("title:акт") == Ids());
    BOOST_TEST(sorted("file:works суд") == Ids({"court", "monitor"}));
    BOOST_TEST(sorted("file:elsewhere суд") == Ids());
    BOOST_CHECK_THROW(ids(searcher, "пр*"), searcher::QueryError);
}

BOOST_AUTO_TEST_CASE(answers_are_sorted_by_year_counted_by_facet_and_never_lose_the_undated) {
    const SmallIndex index(kWorks);
    const Searcher searcher(index.path(), analyzer());
    Request request;
    request.query = "мониторинг";
    request.order = searcher::Order::newest;
    request.facets = true;
    const Results newest = searcher.search(request);
    BOOST_REQUIRE(newest.hits.size() == 3U);
    BOOST_TEST(newest.hits[0].work.id == "monitor");
    BOOST_TEST(newest.hits[1].work.id == "court");
    BOOST_TEST(newest.hits[2].work.id == "far");
    using Counts = searcher::FacetCounts;
    BOOST_CHECK(newest.facets.at("year") == Counts({{"2019", 1}, {"2021", 1}}));
    BOOST_CHECK(newest.facets.at("author") == Counts({{"Иванов И.И.", 1}}));
    BOOST_TEST(newest.facets.at("language").front().second == 3U);
    BOOST_TEST(newest.hits[0].content_hash != newest.hits[1].content_hash);
    request.order = searcher::Order::oldest;
    const Results oldest = searcher.search(request);
    BOOST_TEST(oldest.hits.at(0).work.id == "court");
    BOOST_TEST(oldest.hits.at(2).work.id == "far");
}

BOOST_AUTO_TEST_CASE(facets_are_those_of_the_last_commit_however_often_they_were_asked) {
    using Facets = std::map<std::string, searcher::FacetCounts>;
    SmallIndex index(kWorks);
    const Searcher searcher(index.path(), analyzer());
    Request request;
    request.query = "мониторинг";
    request.facets = true;
    const Facets first = searcher.search(request).facets;
    BOOST_TEST(first.at("author").size() == 1U);
    BOOST_TEST(first.at("file").front().second == 3U);
    BOOST_TEST(!first.contains("volume"));
    for (int again = 0; again < 3; ++again) BOOST_CHECK(searcher.search(request).facets == first);
    std::vector<std::string> more = kWorks;
    more.push_back(work("new", "", "Мониторинг вод.", R"(,"authors":["Ким А.","Ли Б."],"kind":"article")"));
    for (const bool rebuild : {false, true}) {
        index.write(more, rebuild);
        const Facets now = searcher.search(request).facets;
        BOOST_TEST(now.at("author").size() == 3U);
        BOOST_TEST(now.at("kind").front().second == 2U);
        BOOST_CHECK(searcher.search(request).facets == now);
        more.pop_back();
        more.push_back(
            work("newer", "", "Мониторинг гор.", R"(,"authors":["Ким А.","Ли В."],"kind":"article")"));
    }
    BOOST_CHECK(searcher.search(request).facets.at("author") ==
                searcher::FacetCounts({{"Иванов И.И.", 1}, {"Ким А.", 1}, {"Ли В.", 1}}));
}

BOOST_AUTO_TEST_CASE(similar_works_share_rare_words_and_are_not_the_work_itself) {
    const SmallIndex index(kWorks);
    const Searcher searcher(index.path(), analyzer());
    const std::vector<searcher::Hit> hits = searcher.similar("monitor", 2);
    BOOST_REQUIRE(hits.size() == 2U);
    BOOST_TEST((hits[0].work.id == "court" || hits[0].work.id == "far"));
    for (const searcher::Hit& hit : hits) BOOST_TEST(hit.work.id != "monitor");
    BOOST_TEST(searcher.similar("law", 5).empty());
    BOOST_CHECK_THROW(searcher.similar("nobody", 5), searcher::NotFound);
}

BOOST_AUTO_TEST_SUITE_END()
