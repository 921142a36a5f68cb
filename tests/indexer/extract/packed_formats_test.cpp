#include <boost/test/unit_test.hpp>
#include <string>

#include "indexer/extract/formats.hpp"
#include "indexer/extract/page_layout.hpp"
#include "indexer/extract/word_numbering.hpp"
#include "indexer/extract/zip_reader.hpp"
#include "tests/support/pdf.hpp"
#include "tests/support/zip.hpp"

using namespace izde::indexer;
using izde::tests::make_pdf;
using izde::tests::make_zip;

namespace {

const std::string kWord = R"(<?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>)";
const std::string kWordEnd = "</w:body></w:document>";

std::string paragraph(const std::string& runs, const std::string& properties = "") {
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
}

std::string run(const std::string& text, const std::string& properties = "") {
    return "<w:r><w:rPr>" + properties + R"(</w:rPr><w:t xml:space="preserve">)" + text + "</w:t></w:r>";
}

Extraction read_docx(const std::string& body, std::vector<std::pair<std::string, std::string>> more = {}) {
    more.insert(more.begin(), {"word/document.xml", kWord + body + kWordEnd});
    return docx_extractor().extract(make_zip(more), "a.docx");
}

std::string shown(int x, int y, const std::string& text, int size = 11) {
    return "BT /F1 " + std::to_string(size) + " Tf " + std::to_string(x) + " " + std::to_string(y) + " Td (" +
           text + ") Tj ET\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(packed_formats)

BOOST_AUTO_TEST_CASE(word_runs_are_joined_as_they_stand) {
    const Extraction extraction = read_docx(paragraph(run("өзін-") + run("өзі бас") + run("қару", "<w:b/>")) +
                                            paragraph(run("ТАҚЫРЫП", "<w:b/>"), R"(<w:jc w:val="center"/>)") +
                                            paragraph(run("бірінші") + "<w:r><w:br/></w:r>" + run("екінші")));
    BOOST_REQUIRE(extraction.pages.size() == 1U);
    const Page& page = extraction.pages[0];
    BOOST_TEST(page.text == "өзін-өзі басқару\n\nТАҚЫРЫП\n\nбірінші\nекінші\n");
    BOOST_REQUIRE(page.styles.size() == 1U);
    BOOST_TEST(page.styles[0].is_bold);
    BOOST_TEST(page.styles[0].is_centred);
    BOOST_TEST(page.text.substr(page.styles[0].begin, 14) == "ТАҚЫРЫП");
}

BOOST_AUTO_TEST_CASE(word_text_that_nobody_sees_is_left_out) {
    const Extraction extraction = read_docx(paragraph(
        run("көрінетін ") + "<w:del><w:r><w:delText>жойылған</w:delText></w:r></w:del>" +
        run("жасырын", "<w:vanish/>") + "<w:ins>" + run("қосылған") + "</w:ins>" +
        "<w:r><w:instrText>PAGE</w:instrText></w:r>" + "<mc:AlternateContent><mc:Choice>" + run(" жаңа") +
        "</mc:Choice><mc:Fallback>" + run(" ескі") + "</mc:Fallback></mc:AlternateContent>"));
    BOOST_TEST(extraction.pages.at(0).text == "көрінетін қосылған жаңа\n");
}

BOOST_AUTO_TEST_CASE(word_pages_tables_notes_and_numbers_are_kept) {
    const std::string cell = "<w:tc>" + paragraph(run("бір")) + "</w:tc>";
    const std::string list = R"(<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>)";
    const Extraction extraction = read_docx(
        paragraph(run("Кіріспе"), R"(<w:pStyle w:val="h"/>)") + paragraph(run("ұғымдар"), list) +
            paragraph(run("қағидаттар"), list) + "<w:tbl><w:tr>" + cell + cell + "</w:tr></w:tbl>" +
            paragraph(run("сөйлем осы жерде ") + R"(<w:r><w:br w:type="page"/></w:r>)" +
                      "<w:r><w:lastRenderedPageBreak/></w:r>" + run("жалғасады")),
        {{"word/styles.xml",
          R"(<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="h"><w:basedOn w:val="b"/>)"
          R"(</w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="h"/><w:pPr>)"
          R"(<w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>)"},
         {"word/numbering.xml",
          R"(<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/>)"
          R"(<w:numFmt w:val="decimal"/><w:lvlText w:val="%1-бап."/></w:lvl></w:abstractNum><w:num w:numId="7">)"
          R"(<w:abstractNumId w:val="1"/></w:num></w:numbering>)"},
         {"word/footnotes.xml", R"(<w:footnotes xmlns:w="w"><w:footnote w:type="separator">)" +
                                    paragraph(run("---")) + "</w:footnote><w:footnote>" +
                                    paragraph(run("ескерту")) + "</w:footnote></w:footnotes>"},
         {"docProps/core.xml",
          R"(<c xmlns:dc="d"><dc:title>Құқық</dc:title><dc:creator>Есенов Б.</dc:creator></c>)"}});
    BOOST_REQUIRE(extraction.pages.size() == 2U);
    BOOST_TEST(extraction.pages[0].text ==
               "Кіріспе\n\n3-бап. ұғымдар\n\n4-бап. қағидаттар\n\nбір бір\n\nсөйлем осы жерде\n");
    BOOST_TEST(extraction.pages[1].text == "жалғасады\n\nескерту\n");
    BOOST_TEST(extraction.pages[1].index == 2U);
    BOOST_TEST(extraction.pages[0].styles.at(0).heading_level == 2);
    BOOST_TEST(extraction.metadata.title == "Құқық");
    BOOST_TEST(extraction.metadata.authors.at(0) == "Есенов Б.");
}

BOOST_AUTO_TEST_CASE(numbers_of_nested_lists_begin_anew) {
    WordNumbering numbering(
        R"(<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/>)"
        R"xml(<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="russianLower"/><w:lvlText w:val="%1.%2)"/>)xml"
        R"(</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>)");
    BOOST_TEST(numbering.next("1", 0) == "I.");
    BOOST_TEST(numbering.next("1", 1) == "I.а)");
    BOOST_TEST(numbering.next("1", 1) == "I.б)");
    BOOST_TEST(numbering.next("1", 0) == "II.");
    BOOST_TEST(numbering.next("1", 1) == "II.а)");
    BOOST_TEST(numbering.next("2", 0) == "");
    BOOST_TEST(numbering.next("1", 99) == "");
}

BOOST_AUTO_TEST_CASE(opendocument_packed_and_flat_give_the_same_text) {
    const std::string body =
        R"(<office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f" xmlns:table="b">)"
        R"(<office:automatic-styles><style:style style:name="P1"><style:paragraph-properties fo:text-align="center"/>)"
        R"(<style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles><office:body>)"
        R"(<text:tracked-changes><text:p>жойылған</text:p></text:tracked-changes>)"
        R"(<text:p text:style-name="P1">ТАҚ<text:span>ЫРЫП</text:span></text:p>)"
        R"(<text:h text:outline-level="2">Кіріспе</text:h>)"
        R"(<text:p>бір<text:s text:c="3"/>екі<text:note><text:note-citation>1</text:note-citation><text:note-body>)"
        R"(<text:p>ескерту</text:p></text:note-body></text:note> үш<text:soft-page-break/> төрт</text:p>)"
        R"(<table:table><table:table-row><table:table-cell><text:p>а</text:p></table:table-cell>)"
        R"(<table:table-cell><text:p>б</text:p></table:table-cell></table:table-row></table:table>)"
        R"(</office:body></office:document-content>)";
    const std::string packed =
        make_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", body}});
    BOOST_TEST(find_extractor("a.odt", packed) == &odt_extractor());
    BOOST_TEST(find_extractor("renamed.docx", packed) == &odt_extractor());
    for (const Extraction& extraction :
         {odt_extractor().extract(packed, "a.odt"), fodt_extractor().extract(body, "a.fodt")}) {
        BOOST_REQUIRE(extraction.pages.size() == 2U);
        BOOST_TEST(extraction.pages[0].text == "ТАҚЫРЫП\n\nКіріспе\n\nбір екі үш\n");
        BOOST_TEST(extraction.pages[1].text == "төрт\n\nа б\n\nескерту\n");
        BOOST_TEST(extraction.pages[0].styles.at(0).is_centred);
        BOOST_TEST(extraction.pages[0].styles.at(1).heading_level == 2);
    }
}

BOOST_AUTO_TEST_CASE(opendocument_says_who_made_it_and_when) {
    const std::string meta =
        R"(<office:document-meta xmlns:office="o" xmlns:meta="m" xmlns:dc="d"><office:meta>)"
        R"(<meta:creation-date>2014-05-02T10:00:00</meta:creation-date><dc:creator>Жұмабек Сәуле</dc:creator>)"
        R"(<dc:date>2019-01-01T00:00:00</dc:date></office:meta></office:document-meta>)";
    const std::string body =
        R"(<office:document-content xmlns:office="o" xmlns:text="t"><text:p>Мәтін.</text:p></office:document-content>)";
    const Metadata metadata =
        odt_extractor().extract(make_zip({{"content.xml", body}, {"meta.xml", meta}}), "a.odt").metadata;
    BOOST_TEST(metadata.authors.at(0) == "Жұмабек Сәуле");
    BOOST_TEST(metadata.year_made.value() == 2014);
    BOOST_TEST(!metadata.year.has_value());
    BOOST_TEST(metadata.is_stamp);
}

BOOST_AUTO_TEST_CASE(an_epub_is_read_in_the_order_of_its_spine) {
    const std::string book = make_zip(
        {{"mimetype", "application/epub+zip"},
         {"META-INF/container.xml",
          R"(<container><rootfiles><rootfile full-path="OPS/a.opf"/></rootfiles></container>)"},
         {"OPS/a.opf",
          R"(<package xmlns:dc="d"><metadata><dc:title>Кітап</dc:title><dc:language>kk-KZ</dc:language></metadata><manifest>)"
          R"(<item id="b" href="text/b%20.xhtml" media-type="application/xhtml+xml"/>)"
          R"(<item id="a" href="text/../a.xhtml" media-type="application/xhtml+xml"/>)"
          R"(<item id="c" href="c.xhtml" media-type="application/xhtml+xml"/>)"
          R"(<item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>)"
          R"(<spine><itemref idref="a"/><itemref idref="n"/><itemref idref="b"/><itemref idref="c"/></spine></package>)"},
         {"OPS/text/b .xhtml", "<html><body><h1>Екінші</h1></body></html>"},
         {"OPS/n.xhtml", "<html><body>мазмұны</body></html>"},
         {"OPS/a.xhtml", "<html><body><p>бірінші</p></body></html>"}});
    BOOST_TEST(find_extractor("a.epub", book) == &epub_extractor());
    const Extraction extraction = epub_extractor().extract(book, "a.epub");
    BOOST_TEST(extraction.pages.at(0).text == "бірінші\n\nЕкінші\n");
    BOOST_TEST(extraction.pages[0].text.substr(extraction.pages[0].styles.at(0).begin) == "Екінші\n");
    BOOST_TEST(extraction.metadata.title == "Кітап");
    BOOST_TEST(extraction.metadata.language == "kk");
    BOOST_TEST(extraction.warnings.at(0) == "OPS/c.xhtml is missing");
}

BOOST_AUTO_TEST_CASE(a_pdf_gives_lines_paragraphs_and_pages) {
    const std::string file =
        make_pdf({shown(220, 780, "THE TITLE", 18) + shown(72, 740, "The first paragraph has a line") +
                      shown(72, 726, "and another with self-") + shown(72, 712, "government in it.") +
                      shown(90, 698, "The second is indented."),
                  shown(72, 740, "Page two.")});
    BOOST_TEST(find_extractor("a.txt", file) == &pdf_extractor());
    const Extraction extraction = pdf_extractor().extract(file, "a.pdf");
    BOOST_REQUIRE(extraction.pages.size() == 2U);
    BOOST_TEST(extraction.pages[0].text ==
               "THE TITLE\n\nThe first paragraph has a line\nand another with self-\ngovernment in it.\n\n"
               "The second is indented.\n");
    BOOST_TEST(extraction.pages[0].styles.at(0).heading_level == 1);
    BOOST_TEST(extraction.pages[1].text == "Page two.\n");
    BOOST_TEST(extraction.pages[1].label == "");
}

BOOST_AUTO_TEST_CASE(two_columns_of_a_pdf_come_one_after_the_other) {
    std::string page = shown(200, 800, "A title over both columns");
    // An empty line in each column, at different heights, tempts to go across.
    for (int row = 0; row < 12; ++row) {
        const std::string number = std::to_string(row);
        if (row != 5) page += shown(72, 760 - row * 14, "left column line number l" + number);
        if (row != 7) page += shown(320, 760 - row * 14, "right column line number r" + number);
    }
    const std::string text = pdf_extractor().extract(make_pdf({page}), "a.pdf").pages.at(0).text;
    BOOST_TEST(text.starts_with("A title over both columns\n"));
    BOOST_TEST(text.find("l0") < text.find("l11"));
    BOOST_TEST(text.find("l11") < text.find("r0"));
    BOOST_TEST(text.find("r0") < text.find("r11"));
}

BOOST_AUTO_TEST_CASE(page_numbers_of_contents_stand_behind_their_entries) {
    std::string page;
    for (int row = 0; row < 8; ++row) {
        page += shown(72, 760 - row * 14,
                      "Entry of the contents " + std::string(1, static_cast<char>('a' + row)));
        page += shown(500, 760 - row * 14, std::to_string(11 + row));
    }
    const std::string text = pdf_extractor().extract(make_pdf({page}), "a.pdf").pages.at(0).text;
    BOOST_TEST(text.find("contents a   11\n") != std::string::npos);
    BOOST_TEST(text.find("contents h   18\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_no_document_says_why) {
    const auto cause = [](const Extractor& extractor, const std::string& bytes) {
        try {
            extractor.extract(bytes, "a");
        } catch (const ExtractError& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    BOOST_TEST(cause(pdf_extractor(), "%PDF-1.4 nothing") == "not readable as PDF");
    BOOST_TEST(cause(pdf_extractor(), make_pdf({"", ""})) ==
               "scanned: 2 pages without a text layer; --ocr reads them");
    BOOST_TEST(cause(docx_extractor(), make_zip({{"a", "b"}})).starts_with("no word/document.xml"));
    BOOST_TEST(cause(docx_extractor(), "PK\x03\x04 cut").find("zip") != std::string::npos);
    BOOST_TEST(
        cause(docx_extractor(), make_zip({{"word/document.xml", "<w:p xmlns:w='w'><w:r>"}})).find("line 1") !=
        std::string::npos);
    BOOST_TEST(cause(odt_extractor(), make_zip({{"a", "b"}})).starts_with("no content.xml"));
    BOOST_TEST(cause(epub_extractor(), make_zip({{"a", "b"}})).starts_with("no META-INF"));
    const std::string half = make_zip({{"word/document.xml", std::string(5000, 'x')}});
    BOOST_TEST(!cause(docx_extractor(), half.substr(0, half.size() / 2)).empty());
}

BOOST_AUTO_TEST_CASE(a_bomb_stops_at_the_limit) {
    const std::string bomb =
        make_zip({{"word/document.xml", ""}, {"word/a.xml", std::string(kMostUnpacked + 1, ' ')}});
    BOOST_TEST(bomb.size() < (1U << 20U));
    BOOST_CHECK_THROW(docx_extractor().extract(bomb, "a.docx"), ExtractError);
    const std::string laughs =
        R"(<!DOCTYPE d [<!ENTITY a "лол"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document xmlns:w="w"><w:p><w:r><w:t>&b;</w:t>)"
        "</w:r></w:p></w:document>";
    BOOST_CHECK_NO_THROW(docx_extractor().extract(make_zip({{"word/document.xml", laughs}}), "a.docx"));
}

BOOST_AUTO_TEST_CASE(columns_marks_of_notes_and_split_words_are_laid_out) {
    const auto word = [](const std::string& text, double left, double top, double width, double size = 10) {
        PlacedWord placed;
        placed.text = text;
        placed.left = left;
        placed.right = left + width;
        placed.top = top;
        placed.bottom = top + size;
        placed.size = size;
        return placed;
    };
    PlacedWord half = word("бас", 100, 112, 20);
    half.has_space_after = false;
    const std::vector<PlacedWord> words = {word("жергілікті", 50, 100, 60),
                                           word("өзін-өзі", 120, 100, 60),
                                           word("1", 181, 98, 3, 6),
                                           word("қоғам", 50, 112, 45),
                                           half,
                                           word("қару", 120, 112, 25),
                                           word("органдары", 300, 100, 60),
                                           word("туралы.", 370, 100, 40),
                                           word("Екінші", 300, 124, 40)};
    Page page;
    lay_out(words, 10, page);
    BOOST_TEST(page.text == "жергілікті өзін-өзі\nқоғам басқару\nоргандары туралы.\n\nЕкінші\n");
    BOOST_TEST(body_size(words) == 10);
    BOOST_TEST(body_size({}) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
