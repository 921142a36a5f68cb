#include "indexer/extract/formats.hpp"
#include "indexer/extract/attribute_bound.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace izde::indexer;

namespace {

Extraction extract(const Extractor& extractor, std::string_view bytes) {
    return extractor.extract(bytes, "file");
}
std::string html(std::string_view bytes) {
    return extract(html_extractor(), bytes).pages.at(0).text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(formats)

BOOST_AUTO_TEST_CASE(a_form_feed_parts_the_pages_of_a_text) {
    const Extraction extraction = extract(text_extractor(), "бірінші бет\n\fекінші бет\n");
    BOOST_TEST(extraction.pages.size() == 2U);
    BOOST_TEST(extraction.pages[1].text == "екінші бет\n");
    BOOST_TEST(extraction.pages[1].index == 2U);
}

BOOST_AUTO_TEST_CASE(a_line_break_alone_parts_words) {
    BOOST_TEST(html("<p>ЖАЛПЫ<br>ЕРЕЖЕЛЕР</p><p>екінші</p>") == "ЖАЛПЫ\nЕРЕЖЕЛЕР\n\nекінші\n");
}

BOOST_AUTO_TEST_CASE(indents_of_no_break_spaces_are_layout) {
    BOOST_TEST(html("<p>\n&nbsp;&nbsp;&nbsp; 1) адъюнкт –  ғалым&nbsp;</p>") == "1) адъюнкт – ғалым\n");
}

BOOST_AUTO_TEST_CASE(cells_of_a_row_are_words_of_a_line) {
    BOOST_TEST(html("<table><tr><td>бап</td><td>35</td></tr><tr><td>тармақ</td><td>2</td></tr></table>") ==
               "бап 35\n\nтармақ 2\n");
}

BOOST_AUTO_TEST_CASE(what_is_no_text_is_left_out) {
    BOOST_TEST(
        html("<html><head><title>t</title><style>p{}</style></head><body><nav>Мәзір</nav><script>x()</script>"
             "<!-- түсініктеме --><p>Мәтін</p><footer>2024</footer></body></html>") == "Мәтін\n");
}

BOOST_AUTO_TEST_CASE(the_main_part_is_taken_where_the_page_names_it) {
    const std::string page =
        "<body><div>Соңғы құжаттар</div><div class='container_gamma text text_upd'><article>"
        "<p>Осы Заң қоғамдық қатынастарды реттейді және негіздерін айқындайды.</p></article></div></body>";
    BOOST_TEST(html(page) == "Осы Заң қоғамдық қатынастарды реттейді және негіздерін айқындайды.\n");
    BOOST_TEST(
        html("<body><article>teaser</article><p>" + std::string(200, 'x') + "</p></body>").find("xxx") !=
        std::string::npos);
}

BOOST_AUTO_TEST_CASE(lines_that_stand_out_are_told) {
    const Page page = extract(html_extractor(),
                              "<h3>1-тарау</h3><p align='center'><b>Тақырып</b></p><p>мәтін <b>қою</b></p>")
                          .pages.at(0);
    BOOST_TEST(page.styles.size() == 2U);
    BOOST_TEST(page.styles[0].heading_level == 3);
    BOOST_TEST(page.styles[1].is_bold);
    BOOST_TEST(page.styles[1].is_centred);
    BOOST_TEST(page.text.substr(page.styles[1].begin, page.styles[1].end - page.styles[1].begin) ==
               "Тақырып");
}

BOOST_AUTO_TEST_CASE(metadata_of_journal_pages) {
    const Metadata metadata =
        extract(html_extractor(),
                "<html lang='kk-KZ'><head><meta name='citation_title' content='Мақала'>"
                "<meta name='citation_author' content='Ахметов А.Б.'><meta name='citation_author' "
                "content='Сериков С.Т.'><meta name='citation_publication_date' content='2021/05/01'>"
                "</head><body><p>мәтін</p></body></html>")
            .metadata;
    BOOST_TEST(metadata.title == "Мақала");
    BOOST_TEST(metadata.authors.size() == 2U);
    BOOST_TEST(metadata.year.value_or(0) == 2021);
    BOOST_TEST(metadata.language == "kk");
}

BOOST_AUTO_TEST_CASE(metadata_of_other_pages) {
    const auto head = [](const std::string& tags) {
        return extract(html_extractor(), "<html><head>" + tags + "</head><body><p>мәтін</p></body></html>")
            .metadata;
    };
    const Metadata core = head(
        "<meta name='DC.title' content='Право'><meta name='dc.creator' content='Серікова А.Б.; "
        "Иванов И.И.'><meta name='DC.date' content='12.03.2019'>");
    BOOST_TEST(core.title == "Право");
    BOOST_TEST(core.authors == (std::vector<std::string>{"Серікова А.Б.", "Иванов И.И."}),
               boost::test_tools::per_element());
    BOOST_TEST(core.year.value_or(0) == 2019);
    const Metadata plain =
        head("<meta name='Author' content='Әбенова Ләззат'><meta name='date' content='May 2018'>");
    BOOST_TEST(plain.authors.size() == 1U);
    BOOST_TEST(plain.year.value_or(0) == 2018);
    BOOST_TEST(head("<meta name='author' content='admin'>").authors.empty());
    BOOST_TEST(!head("<meta name='date' content='now'>").year.has_value());
}

BOOST_AUTO_TEST_CASE(a_declared_encoding_is_read_from_the_page) {
    // «Закон» in windows-1251: too short to tell without the declaration.
    const Extraction extraction =
        extract(html_extractor(),
                "<html><head><meta charset=\"windows-1251\"></head><body>\xC7\xE0\xEA\xEE\xED</body></html>");
    BOOST_TEST(extraction.pages[0].text == "Закон\n");
    BOOST_TEST(extraction.encoding == "windows-1251");
}

BOOST_AUTO_TEST_CASE(deep_nesting_costs_no_stack) {
    std::string bytes;
    for (int depth = 0; depth < 200'000; ++depth) bytes += "<div>";
    BOOST_CHECK_NO_THROW(extract(html_extractor(), bytes + "мәтін"));
}

BOOST_AUTO_TEST_CASE(entities_of_xml_never_expand) {
    std::string bytes = "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a '0123456789'>";
    char previous = 'a';
    for (char name = 'b'; name <= 'j'; ++name) {
        bytes += std::string("<!ENTITY ") + name + " '";
        for (int times = 0; times < 10; ++times) bytes += std::string("&") + previous + ";";
        bytes += "'>";
        previous = name;
    }
    const Extraction extraction = extract(xml_extractor(), bytes + "]><r>мәтін &j;</r>");
    BOOST_TEST(extraction.pages[0].text == "мәтін\n");
}

BOOST_AUTO_TEST_CASE(numbers_of_markdown_lists_are_text) {
    const Extraction extraction = extract(
        markdown_extractor(), "3. үшінші\n4. төртінші\n   - ішкі\n5. бесінші\n\n- нөмірсіз\n\n1) жақша\n");
    BOOST_TEST(extraction.pages.at(0).text ==
               "3. үшінші\n\n4. төртінші\n\nішкі\n\n5. бесінші\n\nнөмірсіз\n\n1) жақша\n");
}

BOOST_AUTO_TEST_CASE(markdown_marks_go_and_headings_stay) {
    const Extraction extraction = extract(markdown_extractor(),
                                          "---\ntitle: \"Жер туралы\"\nlang: kk\nyear: 2019\n---\n"
                                          "# Кіріспе\n\nБірінші *жол*\nжалғасы &nbsp;&#1179;.\n\n* тармақ\n");
    BOOST_TEST(extraction.pages[0].text == "Кіріспе\n\nБірінші жол жалғасы \u00A0қ.\n\nтармақ\n");
    BOOST_TEST(extraction.pages[0].styles.at(0).heading_level == 1);
    BOOST_TEST(extraction.metadata.title == "Жер туралы");
    BOOST_TEST(extraction.metadata.language == "kk");
    BOOST_TEST(extraction.metadata.year.value_or(0) == 2019);
}

BOOST_AUTO_TEST_CASE(content_overrules_the_name) {
    BOOST_TEST(find_extractor("a.txt", "plain text") == &text_extractor());
    BOOST_TEST(find_extractor("a.txt", "<!DOCTYPE html><html>") == &html_extractor());
    BOOST_TEST(find_extractor("a.html", "no mark at all") == &text_extractor());
    BOOST_TEST(find_extractor("a.xml", "<?xml version='1.0'?><rss>") == &xml_extractor());
    BOOST_TEST(find_extractor("A.MD", "# x") == &markdown_extractor());
    BOOST_TEST(find_extractor("a.txt", "%PDF-1.4") == &pdf_extractor());
    BOOST_TEST(find_extractor("a.png", "plain") == nullptr);
    BOOST_TEST(find_extractor("README", "plain") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_title_that_the_program_wrote_is_none) {
    BOOST_TEST(extract(html_extractor(), "<title>Complex</title><p>a</p>").metadata.title.empty());
    BOOST_TEST(extract(html_extractor(), "<title>Жер</title><p>a</p>").metadata.title == "Жер");
}

BOOST_AUTO_TEST_CASE(attributes_beyond_reason_are_left_out) {
    std::string many;
    for (int number = 0; number < 3000; ++number) many += " a" + std::to_string(number) + "='>'";
    const Extraction bounded = extract(html_extractor(), "<p" + many + ">text<b>a</b> < b</p>");
    BOOST_TEST(bounded.pages.at(0).text == "texta < b\n");
    BOOST_TEST(bounded.warnings.size() == 1U);
    BOOST_TEST(extract(xml_extractor(), "<r><p" + many + "/>text</r>").pages.at(0).text == "text\n");
    BOOST_TEST(extract(html_extractor(), "<p a=\"<\" b='\"' c=/d/e f>text").warnings.empty());

    std::string text = "<p";
    for (int number = 0; number < 1001; ++number) text += " a = 1";
    const std::string whole = text.substr(0, text.size() - 6);
    std::string bounded_text = text + ">b";
    BOOST_TEST(bound_attributes(bounded_text));
    BOOST_TEST(bounded_text == whole + "      >b");
    std::string behind_comment = "<!-- <a ='-->" + text + ">b";
    BOOST_TEST(bound_attributes(behind_comment));
    std::string unchanged = whole + ">b";
    BOOST_TEST(!bound_attributes(unchanged));
    BOOST_TEST(unchanged == whole + ">b");
}

BOOST_AUTO_TEST_CASE(comments_of_hyphens_are_emptied) {
    const std::string hyphens(2000, '-');
    BOOST_TEST(extract(xml_extractor(), "<r><!--" + hyphens + " -->text</r>").pages.at(0).text == "text\n");
    std::string usual = "<!-- a -- b --><![CDATA[<!--" + hyphens + "]]><p>";
    const std::string before = usual;
    BOOST_TEST(!takes_squared_time(usual));
    bound_comments(usual);
    BOOST_TEST(usual == before);
    BOOST_TEST(takes_squared_time("<a/><!--" + hyphens));
    std::string many = "<p";
    for (int number = 0; number < 1001; ++number) many += " a='>'";
    BOOST_TEST(takes_squared_time(many + "/>"));
}

BOOST_AUTO_TEST_CASE(the_article_that_holds_the_text_is_found_behind_teasers) {
    std::string page = "<div>menu menu</div>";
    for (int teaser = 0; teaser < 3; ++teaser) page += "<article>news <article>more</article></article>";
    page += "<article>" + std::string(400, 'x') + "</article>";
    BOOST_TEST(extract(html_extractor(), page).pages.at(0).text == std::string(400, 'x') + "\n");
}

BOOST_AUTO_TEST_CASE(text_lost_to_the_limits_of_the_parser_is_told) {
    std::string deep;
    for (int level = 0; level < 1000; ++level) deep += "<div>";
    BOOST_TEST(extract(html_extractor(), "<p>a</p>" + deep + "b").warnings.size() == 1U);
    BOOST_TEST(extract(xml_extractor(), "<r>a" + deep + "b").warnings.size() == 1U);
    BOOST_TEST(extract(html_extractor(), "<p>unclosed <b>marks").warnings.empty());
}

BOOST_AUTO_TEST_SUITE_END()
