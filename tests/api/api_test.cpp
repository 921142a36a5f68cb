#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <izde/izde.hpp>

#include "tests/support/files.hpp"
#include "tests/support/small_corpus.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace izde::tests;
namespace fs = std::filesystem;

namespace {

struct Fixture {
    Fixture() {
        write_file(
            corpus / "том.jsonl",
            json_line("kk1", "Жергілікті өзін-өзі басқару",
                      "Жергілікті өзін-өзі басқару органдары азаматтық қоғамның негізі болып табылады.") +
                json_line("ru1", "Правовой мониторинг",
                          "Правовой мониторинг законодательства проводится ежегодно. О правовом мониторинге "
                          "пишут немногие.") +
                json_line("ru2", "Договор аренды", "Стороны договора аренды вправе изменить его условия."));
    }

    izde::IndexReport build(bool rebuild = false) const {
        izde::IndexOptions options;
        options.corpus = {corpus.string()};
        options.directory = index.string();
        options.rebuild = rebuild;
        return izde::build_index(options);
    }

    static izde::Results search(const izde::Searcher& searcher, const std::string& query) {
        izde::SearchRequest request;
        request.query = query;
        return searcher.search(request);
    }

    TemporaryDirectory directory;
    fs::path corpus = directory.path() / "корпус";
    fs::path index = directory.path() / "индекс";
};

auto has_code(izde::ErrorCode code) {
    return [code](const izde::Error& error) { return error.code() == code; };
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(public_api, Fixture)

BOOST_AUTO_TEST_CASE(what_was_indexed_is_found_in_inflected_forms) {
    const izde::IndexReport report = build();
    BOOST_TEST(report.works_added == 3U);
    BOOST_TEST(report.works_by_language.at("ru") == 2U);
    const izde::Searcher searcher(index.string());
    BOOST_TEST(searcher.size() == 3U);
    for (const auto& [query, id] :
         {std::pair{"жергілікті өзін-өзі басқарудың", "kk1"}, std::pair{"азаматтық қоғам", "kk1"},
          std::pair{"правового мониторинга", "ru1"}, std::pair{"\"правовой мониторинг\"", "ru1"},
          std::pair{"аренда", "ru2"}}) {
        const izde::Results results = search(searcher, query);
        BOOST_TEST_CONTEXT(query) {
            BOOST_REQUIRE(!results.hits.empty());
            BOOST_TEST(results.hits.front().id == id);
            BOOST_TEST(!results.hits.front().snippets.empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(marks_stand_on_whole_characters_in_ascending_order) {
    build();
    const izde::Searcher searcher(index.string());
    std::size_t marks = 0;
    for (const izde::Hit& hit : search(searcher, "правовой мониторинг договор басқару").hits) {
        for (const izde::Snippet& snippet : hit.snippets) {
            std::size_t last = 0;
            for (const izde::Mark& mark : snippet.marks) {
                BOOST_TEST(mark.begin >= last);
                BOOST_TEST(mark.begin < mark.end);
                BOOST_REQUIRE(mark.end <= snippet.text.size());
                const auto is_inside = [&](std::size_t at) {
                    return at < snippet.text.size() &&
                           (static_cast<unsigned char>(snippet.text[at]) & 0xC0U) == 0x80U;
                };
                BOOST_TEST(!is_inside(mark.begin));
                BOOST_TEST(!is_inside(mark.end));
                last = mark.end;
                ++marks;
            }
        }
    }
    BOOST_TEST(marks > 3U);
}

BOOST_AUTO_TEST_CASE(every_failure_is_an_error_with_its_code) {
    BOOST_CHECK_EXCEPTION(izde::Searcher((directory.path() / "жоқ").string()), izde::Error,
                          has_code(izde::ErrorCode::index_not_found));
    build();
    const izde::Searcher searcher(index.string());
    BOOST_CHECK_EXCEPTION(search(searcher, "(правовой OR"), izde::Error,
                          has_code(izde::ErrorCode::query_syntax));
    BOOST_CHECK_EXCEPTION(searcher.show("жоқ"), izde::Error, has_code(izde::ErrorCode::not_found));
    izde::IndexOptions options;
    BOOST_CHECK_EXCEPTION(izde::build_index(options), izde::Error,
                          has_code(izde::ErrorCode::invalid_argument));
    options.corpus = {(directory.path() / "жоқ").string()};
    options.directory = index.string();
    BOOST_CHECK_EXCEPTION(izde::build_index(options), izde::Error,
                          has_code(izde::ErrorCode::invalid_argument));
    write_file(index / "izde.json", "{");
    BOOST_CHECK_EXCEPTION(izde::Searcher(index.string()), izde::Error,
                          has_code(izde::ErrorCode::index_corrupt));
    BOOST_CHECK_EXCEPTION(build(), izde::Error, has_code(izde::ErrorCode::index_corrupt));
    BOOST_TEST(build(true).works_total == 3U);
}

BOOST_AUTO_TEST_CASE(a_work_is_shown_whole_and_marked) {
    build();
    const izde::Searcher searcher(index.string());
    const izde::Passage passage = searcher.show("ru2");
    BOOST_TEST(passage.work.title == "Договор аренды");
    BOOST_TEST(passage.text.find("Стороны договора аренды") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
