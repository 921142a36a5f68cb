#include "searcher/cite.hpp"

#include <boost/test/unit_test.hpp>

using namespace izde;
using searcher::CitationStyle;
using searcher::cite;

namespace {

store::Work article() {
    store::Work work;
    work.id = "a b,1";
    work.title = "Құқық пен\nмораль: 50% & {өлшем}";
    work.authors = {"Сейітова А.Қ.", "Б. М. Омаров", "Лазарев Андрей Викторович", "Абай"};
    work.year = 2019;
    work.container = "Заң & қоғам";
    work.volume = "№ 3";
    work.language = store::Language::kazakh;
    work.kind = store::WorkKind::article;
    work.pages = {{"41", 3}, {"44", 6}};
    work.keywords = {"құқық"};
    work.url = "https://example.org/1";
    return work;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(citations)

BOOST_AUTO_TEST_CASE(each_style_has_its_form) {
    BOOST_TEST(
        cite({article()}, CitationStyle::gost) ==
        "Сейітова А.Қ., Б. М. Омаров, Лазарев Андрей Викторович, Абай. Құқық пен мораль: 50% & {өлшем} // "
        "Заң & қоғам. – 2019. – № 3. – Б. 41–44. – URL: https://example.org/1\n");
    BOOST_TEST(cite({article()}, CitationStyle::bibtex) ==
               "@article{a-b-1,\n"
               "  author = {Сейітова, А.Қ. and Омаров, Б. М. and Лазарев, Андрей Викторович and {Абай}},\n"
               "  title = {{Құқық пен мораль: 50\\% \\& \\{өлшем\\}}},\n"
               "  journal = {Заң \\& қоғам},\n"
               "  number = {3},\n"
               "  year = {2019},\n"
               "  pages = {41--44},\n"
               "  url = {https://example.org/1},\n"
               "  langid = {kazakh}\n}\n");
    BOOST_TEST(
        cite({article()}, CitationStyle::ris) ==
        "TY  - JOUR\r\nAU  - Сейітова, А.Қ.\r\nAU  - Омаров, Б. М.\r\nAU  - Лазарев, Андрей Викторович\r\n"
        "AU  - Абай\r\nTI  - Құқық пен мораль: 50% & {өлшем}\r\nT2  - Заң & қоғам\r\nIS  - 3\r\nPY  - "
        "2019\r\nSP  - 41\r\nEP  - 44\r\n"
        "KW  - құқық\r\nUR  - https://example.org/1\r\nLA  - kk\r\nID  - a b,1\r\nER  - \r\n");
    const std::string json = cite({article()}, CitationStyle::csl_json);
    BOOST_TEST(json.find(R"("family": "Омаров")") != std::string::npos);
    BOOST_TEST(json.find(R"("container-title": "Заң & қоғам")") != std::string::npos);
    BOOST_TEST(json.find(R"("issue": "3")") != std::string::npos);
    BOOST_TEST(json.find(R"("page": "41-44")") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(nothing_is_made_up_for_what_is_not_known) {
    store::Work work;
    work.id = "x";
    work.title = "Без имени.";
    BOOST_TEST(cite({work}, CitationStyle::gost) == "Без имени.\n");
    BOOST_TEST(cite({work}, CitationStyle::bibtex) == "@misc{x,\n  title = {{Без имени.}}\n}\n");
    BOOST_TEST(cite({work}, CitationStyle::ris) == "TY  - GEN\r\nTI  - Без имени.\r\nID  - x\r\nER  - \r\n");
    BOOST_TEST(cite({}, CitationStyle::csl_json) == "[]\n");
    work.title = "\xFF\xFE";
    BOOST_CHECK_NO_THROW(cite({work, work}, CitationStyle::csl_json));
}

BOOST_AUTO_TEST_SUITE_END()
