#include <boost/test/unit_test.hpp>
#include <map>
#include <string>
#include <vector>

#include "indexer/extract/extractor.hpp"
#include "indexer/extract/format.hpp"
#include "indexer/file_reader.hpp"
#include "tests/support/files.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace izde::indexer;

namespace {

struct Read {
    std::vector<DeclaredWork> works;
    std::map<std::uint64_t, std::string> errors;
};

Read read(std::string_view bytes) {
    const izde::tests::TemporaryDirectory directory;
    const auto path = directory.path() / "works.jsonl";
    izde::tests::write_file(path, bytes);
    Read result;
    read_jsonl(
        FileReader(path.string()).descriptor(),
        [&](DeclaredWork&& work, std::uint64_t, std::string_view) {
            result.works.push_back(std::move(work));
        },
        [&](std::uint64_t line, const std::string& cause) { result.errors[line] = cause; });
    return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(jsonl)

BOOST_AUTO_TEST_CASE(a_line_is_a_work_with_all_its_fields) {
    const Read result = read(R"({"_id":"7","title":"Жер","text":"Мәтін","authors":["А. Б."],"year":2020,)"
                             R"("language":"kk","kind":"article","url":"u"})"
                             "\n"
                             R"({"_id":8,"text":"", "year":"1999", "authors":"В. Г."})");
    BOOST_REQUIRE(result.works.size() == 2U);
    const DeclaredWork& first = result.works[0];
    BOOST_TEST(first.id == "7");
    BOOST_TEST(first.title == "Жер");
    BOOST_TEST(first.text == "Мәтін");
    BOOST_TEST(first.authors.at(0) == "А. Б.");
    BOOST_TEST(first.year.value_or(0) == 2020);
    BOOST_TEST(first.language == "kk");
    BOOST_TEST(first.kind == "article");
    BOOST_TEST(first.url == "u");
    BOOST_TEST(result.works[1].id == "8");
    BOOST_TEST(result.works[1].year.value_or(0) == 1999);
    BOOST_TEST(result.errors.empty());
}

BOOST_AUTO_TEST_CASE(a_bad_line_is_named_and_the_rest_is_read) {
    const Read result = read(
        "{\"_id\":\"1\",\"text\":\"a\"}\n{broken\n\n[1]\n{\"text\":\"no id\"}\n{\"_id\":\"2\"}\n"
        "{\"_id\":\"3\",\"text\":\"b\",\"year\":\"last\"}\n{\"_id\":\"4\",\"text\":\"c\"}\n");
    BOOST_TEST(result.works.size() == 2U);
    BOOST_REQUIRE(result.errors.size() == 5U);
    BOOST_TEST(result.errors.at(2).starts_with("not JSON"));
    BOOST_TEST(result.errors.at(4) == "not a JSON object");
    BOOST_TEST(result.errors.at(5) == "has no \"_id\"");
    BOOST_TEST(result.errors.at(6) == "has no \"text\"");
    BOOST_TEST(result.errors.at(7).find("year") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(lines_longer_than_the_buffer_are_whole) {
    const std::string text(1'000'000, 'x');
    const Read result = read("{\"_id\":\"1\",\"text\":\"" + text + "\"}\r\n{\"_id\":\"2\",\"text\":\"b\"}");
    BOOST_REQUIRE(result.works.size() == 2U);
    BOOST_TEST(result.works[0].text.size() == text.size());
}

BOOST_AUTO_TEST_CASE(a_text_that_is_null_is_no_text) {
    const Read result = read("{\"_id\":\"1\",\"text\":null}\n{\"_id\":\"2\",\"text\":\"\"}\n");
    BOOST_TEST(result.works.size() == 1U);
    BOOST_TEST(result.errors.contains(1));
}

BOOST_AUTO_TEST_CASE(names_of_any_case_are_json_lines) {
    BOOST_TEST(is_jsonl("a/B.JSONL"));
    BOOST_TEST(is_jsonl("b.NdJson"));
    BOOST_TEST(!is_jsonl("c.json"));
}

BOOST_AUTO_TEST_CASE(a_hostile_line_costs_one_short_error) {
    const std::string good = "\n{\"_id\":\"2\",\"text\":\"b\"}\n";
    std::string many = "{\"x\":[0";
    for (int value = 0; value < 100'000; ++value) many += ",0";
    for (const std::string& line :
         {std::string(100'000, '['), many + "]}", "{\"_id\":\"" + std::string(100'000, 'a') + "\xFF\"}"}) {
        const Read result = read(line + good);
        BOOST_TEST(result.works.size() == 1U);
        BOOST_REQUIRE(result.errors.contains(1));
        BOOST_TEST(result.errors.at(1).size() < 300U);
        BOOST_TEST(result.errors.at(1).find('\xFF') == std::string::npos);
    }
}

BOOST_AUTO_TEST_SUITE_END()
