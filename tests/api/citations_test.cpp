#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <izde/izde.hpp>

#include "tests/support/files.hpp"
#include "tests/support/small_corpus.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace izde::tests;
namespace fs = std::filesystem;

namespace {

/// An act in both languages, and works that cite it in different spellings.
struct Fixture {
    Fixture() {
        write_file(corpus / "заң_kk.txt",
                   "Бақтар туралы\n\nҚазақстан Республикасының 2019 жылғы 5 наурыздағы № 77-VI Заңы\n\n"
                   "1-бап. Негізгі ұғымдар\n\nОсы Заңда бақтар туралы ұғымдар пайдаланылады.\n\n"
                   "2-бап. Бақты күту\n\nБақты оның иесі күтеді.\n\n3-бап. Жауаптылық\n\nОсы Заңды бұзу "
                   "жауаптылыққа "
                   "әкеп соғады.\n");
        write_file(corpus / "zakon_ru.txt",
                   "О садах\n\nЗакон Республики Казахстан от 5 марта 2019 года № 77-VI ЗРК\n\n"
                   "Статья 1. Основные понятия\n\nВ настоящем Законе используются понятия о садах.\n\n"
                   "Статья 2. Уход за садом\n\nЗа садом ухаживает его владелец.\n\n"
                   "Статья 3. Ответственность\n\nНарушение настоящего Закона влечёт ответственность.\n");
        write_file(
            corpus / "труды.jsonl",
            json_line("kk", "Бау-бақша",
                      "Баққа күтімді 2019 жылғы 5 наурыздағы № 77 Заңның 2-бабы талап етеді.") +
                json_line("ru", "Садоводство",
                          "Уход за садом требует ст. 2 Закона РК от 05.03.2019 № 77-VI.") +
                json_line("act", "Деревья", "Сады описывает https://adilet.zan.kz/rus/docs/Z1900000077.") +
                json_line("other", "Цветы", "Сады растут. Закон РК от 5 марта 2019 года № 78."));
        izde::IndexOptions options;
        options.corpus = {corpus.string()};
        options.directory = index.string();
        izde::build_index(options);
    }

    std::vector<izde::Hit> search(const std::string& query) const {
        izde::SearchRequest request;
        request.query = query;
        return izde::Searcher(index.string()).search(request).hits;
    }

    std::vector<std::string> citing(const std::string& act) const {
        std::vector<std::string> ids;
        for (const izde::Hit& hit : search("cites:\"" + act + '"')) ids.push_back(hit.id);
        std::sort(ids.begin(), ids.end());
        return ids;
    }

    TemporaryDirectory directory;
    fs::path corpus = directory.path() / "corpus";
    fs::path index = directory.path() / "index";
};

using Ids = std::vector<std::string>;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(citations, Fixture)

BOOST_AUTO_TEST_CASE(every_spelling_finds_who_cites_the_act) {
    for (const char* const act : {"Z1900000077", "2019 жылғы 5 наурыздағы № 77 Заң",
                                  "Закон РК от 5 марта 2019 года № 77-VI", "№ 77-VI Заң", "Закон РК № 77"}) {
        BOOST_TEST_CONTEXT(act) {
            BOOST_TEST(citing(act) == (Ids{"act", "kk", "ru"}), boost::test_tools::per_element());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_provision_is_cited_by_those_who_name_it) {
    BOOST_TEST(citing("ст. 2 Закона РК от 05.03.2019 № 77") == (Ids{"kk", "ru"}),
               boost::test_tools::per_element());
    BOOST_TEST(citing("Z1900000077#2") == (Ids{"kk", "ru"}), boost::test_tools::per_element());
    BOOST_TEST(citing("Z1900000077#9").empty());
}

BOOST_AUTO_TEST_CASE(the_act_itself_comes_first_and_shows_its_twin) {
    const std::vector<izde::Hit> hits = search("статья 2 Закона РК от 5 марта 2019 года № 77");
    BOOST_REQUIRE(hits.size() >= 4);
    BOOST_TEST(hits[0].title == "Статья 2. Уход за садом");
    BOOST_TEST(hits[0].act == "Z1900000077");
    BOOST_TEST(hits[0].provision == "2");
    BOOST_REQUIRE(hits[0].twin);
    BOOST_TEST(hits[0].twin->title == "2-бап. Бақты күту");
    BOOST_TEST(hits[1].title == "2-бап. Бақты күту");
    BOOST_TEST(hits[2].id == "ru");
}

BOOST_AUTO_TEST_CASE(a_law_is_known_by_its_title_once_some_work_gives_its_date) {
    write_file(
        corpus / "названия.jsonl",
        json_line("dated", "Парки", "Закон РК от 5 марта 2019 года № 77-VI «О садах» действует.") +
            json_line("titled", "Аллеи", "Порядок определён статьёй 2 Закона «О садах».") +
            json_line("kazakh", "Саябақ",
                      "«Бақтар туралы» Қазақстан Республикасының Заңы, 2019 жылғы 5 наурыз, № 77-VI."));
    izde::IndexOptions options;
    options.corpus = {corpus.string()};
    options.directory = index.string();
    izde::build_index(options);
    for (const char* const act :
         {"Закон о садах", "Закон РК «О садах»", "Бақтар туралы заң", "Z1900000077"}) {
        BOOST_TEST_CONTEXT(act) {
            BOOST_TEST(citing(act) == (Ids{"act", "dated", "kazakh", "kk", "ru", "titled"}),
                       boost::test_tools::per_element());
        }
    }
    BOOST_TEST(citing("ст. 2 Закона о садах") == (Ids{"kk", "ru", "titled"}),
               boost::test_tools::per_element());
    const std::vector<izde::Hit> hits = search("закон о садах");
    BOOST_REQUIRE(!hits.empty());
    BOOST_TEST(hits[0].title == "О садах");
}

BOOST_AUTO_TEST_CASE(a_citation_shows_the_sentence_that_cites) {
    const std::vector<izde::Hit> hits = search("cites:Z1900000077");
    const auto found =
        std::find_if(hits.begin(), hits.end(), [](const izde::Hit& hit) { return hit.id == "ru"; });
    BOOST_REQUIRE(found != hits.end());
    BOOST_REQUIRE_EQUAL(found->snippets.size(), 1U);
    const izde::Snippet& snippet = found->snippets[0];
    BOOST_REQUIRE_EQUAL(snippet.marks.size(), 1U);
    BOOST_TEST(snippet.text.substr(snippet.marks[0].begin, snippet.marks[0].end - snippet.marks[0].begin) ==
               "ст. 2 Закона РК от 05.03.2019 № 77-VI");
}

BOOST_AUTO_TEST_CASE(what_names_no_act_is_an_error_that_says_so) {
    BOOST_CHECK_THROW(search("cites:сад"), izde::Error);
}

BOOST_AUTO_TEST_SUITE_END()
