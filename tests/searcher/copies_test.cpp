#include "searcher/copies.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>

#include "indexer/build.hpp"
#include "indexer/local_reader.hpp"
#include "searcher/searcher.hpp"
#include "tests/support/files.hpp"
#include "tests/support/small_corpus.hpp"
#include "tests/support/small_index.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace izde;
using searcher::Request;
using searcher::Results;
using tests::analyzer;
using tests::write_file;
namespace fs = std::filesystem;

namespace {

const std::string kTitle = "Жергілікті басқару туралы мақала";

struct Fixture {
    Results search(const std::string& query = "мақала") const {
        indexer::BuildOptions options;
        options.reading.local = indexer::make_local_reader;
        options.roots = {corpus};
        options.index = index;
        indexer::build(options, analyzer());
        Request request;
        request.query = query;
        return searcher::Searcher(index, analyzer()).search(request);
    }

    tests::TemporaryDirectory directory;
    fs::path corpus = directory.path() / "қор";
    fs::path index = directory.path() / "индекс";
    std::string body = tests::made_up_text(7, 400);
};

std::string html(const std::string& title, const std::string& body) {
    return "<html><head><meta charset=\"utf-8\"><title>" + title + "</title></head><body><h1>" + title +
           "</h1><p>" + body + "</p></body></html>";
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(copies, Fixture)

BOOST_AUTO_TEST_CASE(an_article_in_two_formats_is_one_hit_with_two_files) {
    write_file(corpus / "мақала.html", html(kTitle, body));
    write_file(corpus / "мақала.md", "# " + kTitle + "\n\n" + body + "\n");
    const Results results = search();
    BOOST_REQUIRE(results.hits.size() == 1U);
    BOOST_TEST(results.total == 1U);
    BOOST_REQUIRE(results.hits[0].copies.size() == 1U);
    BOOST_TEST(results.hits[0].work.path != results.hits[0].copies[0].path);
    BOOST_TEST(results.hits[0].work.id != results.hits[0].copies[0].id);
}

BOOST_AUTO_TEST_CASE(a_page_that_is_named_after_its_site_is_the_same_article) {
    write_file(corpus / "мақала.html", html("Журнал сайты", body));
    write_file(corpus / "мақала.md", "# " + kTitle + "\n\n" + body + "\n");
    BOOST_TEST(search("басқару").hits.size() == 1U);
}

BOOST_AUTO_TEST_CASE(other_works_stay_apart_whatever_their_titles) {
    write_file(corpus / "бір.html", html(kTitle, body));
    write_file(corpus / "екі.html", html(kTitle, tests::made_up_text(8, 400)));
    BOOST_TEST(search().hits.size() == 2U);
}

BOOST_AUTO_TEST_CASE(lines_with_ids_of_their_own_stay_apart) {
    write_file(corpus / "а.jsonl", tests::json_line("1", kTitle, body));
    write_file(corpus / "б.jsonl", tests::json_line("2", kTitle, body));
    BOOST_TEST(search().hits.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
