#include <boost/test/unit_test.hpp>
#include <string>

#include "indexer/extract/formats.hpp"

using namespace izde::indexer;

namespace {

Extraction read(const std::string& body) {
    return rtf_extractor().extract(
        "{\\rtf1\\ansi\\ansicpg1251\\uc1{\\fonttbl{\\f0\\fcharset204 Times;}"
        "{\\f1\\fcharset0 Arial;}{\\f2\\fcharset77 Geneva;}}\\f0 " +
            body + "}",
        "a.rtf");
}

std::string text_of(const std::string& body) {
    return read(body).pages.at(0).text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rtf)

BOOST_AUTO_TEST_CASE(letters_come_as_bytes_as_code_points_and_as_themselves) {
    BOOST_TEST(text_of("\\'cf\\'f0\\'e0\\'e2\\'ee") == "Право\n");
    BOOST_TEST(text_of("\xCF\xF0\xE0\xE2\xEE") == "Право\n");
    BOOST_TEST(text_of("\\u1178?\\u1201?\\'fb\\u1179?") ==
               "Құы"
               "қ\n");
    BOOST_TEST(text_of("\\u-10179?\\u-8704?a") ==
               "\xF0\x9F\x98\x80"
               "a\n");
    BOOST_TEST(text_of("\\uc2\\u1179\\'ab\\'cd a") == "қ a\n");
    BOOST_TEST(text_of("{\\uc0\\u1179 a}\\u1179?b") == "қaқb\n");
    BOOST_TEST(text_of("a\\~b\\emdash c\\{\\\\\\}") == "a\u00A0b—c{\\}\n");
}

BOOST_AUTO_TEST_CASE(a_kazakh_font_on_a_russian_windows_is_heard) {
    // «Жергілікті өзін-өзі басқару туралы заң және оның қабылдануы» in KZ-1048, declared 1251.
    const std::string text =
        "\xC6\xE5\xF0\xE3\xB3\xEB\xB3\xEA\xF2\xB3 \xB4\xE7\xB3\xED-\xB4\xE7\xB3 "
        "\xE1\xE0\xF1\x9D\xE0\xF0\xF3 \xF2\xF3\xF0\xE0\xEB\xFB \xE7\xE0\xBE "
        "\xE6\xBC\xED\xE5 \xEE\xED\xFB\xBE \x9D\xE0\xE1\xFB\xEB\xE4\xE0\xED\xF3\xFB";
    BOOST_TEST(text_of(text).starts_with("Жергілікті өзін-өзі басқару туралы за"));
}

BOOST_AUTO_TEST_CASE(runs_join_within_a_word_and_paragraphs_part) {
    BOOST_TEST(text_of("{\\b \\'cf\\'f0}\\'e0{\\i \\'e2\\'ee}\\par\\pard a\\line b\\par\n\nc") ==
               "Право\n\na\nb\n\nc\n");
}

BOOST_AUTO_TEST_CASE(what_is_no_text_of_the_document_is_left_out) {
    BOOST_TEST(
        text_of("{\\header head\\par}{\\*\\generator Some 1.0;}{\\pict\\pngblip 89504e47}a{\\v hidden}"
                "{\\deleted gone}{\\stylesheet{\\s1 Heading;}}b{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}"
                "{\\pict\\bin5 }}{{\\}c") == "ab7c\n");
}

BOOST_AUTO_TEST_CASE(cells_of_a_row_are_one_line) {
    BOOST_TEST(text_of("\\trowd\\intbl a\\cell b\\par c\\cell\\row\\intbl d\\cell\\row\\pard e") ==
               "a b c\nd\ne\n");
}

BOOST_AUTO_TEST_CASE(notes_stand_behind_the_text) {
    BOOST_TEST(text_of("a{\\footnote first\\par}b{\\footnote second} c\\par d") ==
               "ab c\n\nd\n\nfirst\n\nsecond\n");
}

BOOST_AUTO_TEST_CASE(pages_are_counted) {
    const Extraction extraction = read("a\\par\\page b\\par\\sect\\sectd\\sbknone c\\par\\sect\\sectd d");
    BOOST_REQUIRE(extraction.pages.size() == 3U);
    BOOST_TEST(extraction.pages[1].text == "b\n\nc\n");
    BOOST_TEST(extraction.pages[2].index == 3U);
}

BOOST_AUTO_TEST_CASE(titles_stand_out) {
    const Page page = read("\\pard\\qc\\b\\outlinelevel0 Head\\b0\\par\\pard text").pages.at(0);
    BOOST_REQUIRE(page.styles.size() == 1U);
    BOOST_TEST(page.styles[0].is_centred);
    BOOST_TEST(page.styles[0].is_bold);
    BOOST_TEST(int{page.styles[0].heading_level} == 1);
}

BOOST_AUTO_TEST_CASE(properties_are_read) {
    const Metadata metadata =
        read("{\\info{\\title \\'c6\\'e5\\'f0}{\\author A. B. Person}{\\operator X}}a").metadata;
    BOOST_TEST(metadata.title == "Жер");
    BOOST_TEST(metadata.authors.at(0) == "A. B. Person");
}

BOOST_AUTO_TEST_CASE(broken_files_end_well) {
    const Extraction cut = rtf_extractor().extract("{\\rtf1 a{\\b b", "cut.rtf");
    BOOST_TEST(cut.pages.at(0).text == "ab\n");
    BOOST_TEST(cut.warnings.size() == 1U);
    BOOST_CHECK_THROW(rtf_extractor().extract("{\\rtf1" + std::string(100'000, '{'), "deep.rtf"),
                      ExtractError);
    BOOST_CHECK_THROW(rtf_extractor().extract("text", "text.rtf"), ExtractError);
    for (const std::string end :
         {"\\", "\\'", "\\'a", "\\u", "\\u-", "\\bin", "\\bin99999999999", "{\\*", "\\f99"})
        BOOST_TEST(rtf_extractor().extract("{\\rtf1 a" + end, "cut.rtf").pages.size() == 1U);
}

BOOST_AUTO_TEST_CASE(content_says_that_it_is_rtf) {
    BOOST_TEST(find_extractor("a.doc", "{\\rtf1") == &rtf_extractor());
    BOOST_TEST(find_extractor("a.rtf", "{\\rtf1") == &rtf_extractor());
}

BOOST_AUTO_TEST_SUITE_END()
