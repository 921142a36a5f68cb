#include <boost/test/unit_test.hpp>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/formats.hpp"
#include "tests/support/doc.hpp"

using namespace izde::indexer;
using namespace izde::tests;

namespace {

std::string text_of(const std::u16string& text) {
    return doc_extractor()
        .extract(make_doc({{text}}, {static_cast<std::uint32_t>(text.size())}), "a.doc")
        .pages.at(0)
        .text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(doc)

BOOST_AUTO_TEST_CASE(pieces_of_both_widths_join_within_a_word) {
    const Extraction extraction =
        doc_extractor().extract(make_doc({{u"Құқ"}, {u"e\u0093", true}, {u"b\rШ\r"}}, {9}), "a.doc");
    BOOST_TEST(extraction.format == "doc");
    BOOST_REQUIRE(extraction.pages.size() == 1U);
    BOOST_TEST(extraction.pages[0].text == "Құқe“b\n\nШ\n");
}

BOOST_AUTO_TEST_CASE(marks_of_word_become_lines) {
    BOOST_TEST(text_of(u"a\vb\rc\x1E"
                       u"d\x1F"
                       u"e\r") == "a\nb\n\nc\u2011d\u00ADe\n");
    BOOST_TEST(text_of(u"a\ab\a\ac\ad\a\a") == "a b\nc d\n");
    BOOST_TEST(text_of(u"see \x13 HYPERLINK x \x14page\x15 and \x13 PAGE \x15.") == "see page and .\n");
    BOOST_TEST(text_of(u"a\x01\x02\xD800") == "a\uFFFD\n");
}

BOOST_AUTO_TEST_CASE(pages_and_notes_are_told) {
    const Extraction extraction =
        doc_extractor().extract(make_doc({{u"one\ftwo\rnote\rhead\rend\r"}}, {8, 5, 5, 0, 0, 4}), "a.doc");
    BOOST_REQUIRE(extraction.pages.size() == 2U);
    BOOST_TEST(extraction.pages[0].text == "one\n");
    BOOST_TEST(extraction.pages[1].text == "two\n\nnote\n\nend\n");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_said) {
    const auto cause = [](const std::string& bytes) {
        try {
            doc_extractor().extract(bytes, "a.doc");
        } catch (const ExtractError& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    BOOST_TEST(cause(make_doc({{u"a"}}, {1}, 0x0300)).starts_with("encrypted"));
    BOOST_TEST(cause(make_doc({{u"a"}}, {1}).substr(0, 600)) == "an OLE file without a Word document");
    BOOST_TEST(cause("\xD0\xCF\x11\xE0") == "not an OLE compound file");
}

BOOST_AUTO_TEST_CASE(content_says_that_it_is_doc) {
    BOOST_TEST(find_extractor("a.doc", make_doc({{u"a"}}, {1})) == &doc_extractor());
    BOOST_TEST(find_extractor("a.xls", make_doc({{u"a"}}, {1})) == nullptr);
}

/// Changed bytes give text or an ExtractError, and never more text than the file could hold.
BOOST_AUTO_TEST_CASE(broken_files_end_well) {
    const std::string whole = make_doc({{u"Құқық\rмәтін\r"}, {u"plain\r", true}}, {12, 5, 0, 0, 0, 1});
    const unsigned seed = 20261123;
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    std::size_t read = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string bytes = whole;
        for (int change = 0; change < 4; ++change) {
            // Where the structure lies: header, table of sectors, information block, pieces, directory.
            static constexpr std::size_t kPlaces[] = {0, 512, 1024, 1024 + 16 * 512, 1024 + 24 * 512};
            bytes[kPlaces[random() % 5] + random() % 512] = static_cast<char>(random());
        }
        if (round % 4 == 0) bytes.resize(random() % bytes.size());
        try {
            for (const Page& page : doc_extractor().extract(bytes, "a.doc").pages)
                BOOST_TEST_REQUIRE(page.text.size() <= 4 * whole.size());
            ++read;
        } catch (const ExtractError&) {
        }
    }
    BOOST_TEST(read > 100U);
}

BOOST_AUTO_TEST_CASE(headings_and_centred_lines_are_told_by_paragraph_properties) {
    const std::u16string text = u"Құқық негіздері\rИванов И.И.\rмәтін\r";
    const std::vector<DocParagraph> paragraphs = {{1, false}, {0, true}, {0, false}};
    for (const bool is_one_byte : {false, true}) {
        const std::u16string letters = is_one_byte ? u"Law of nations\rSmith J.\rtext\r" : text;
        const Extraction extraction = doc_extractor().extract(
            make_doc({{letters, is_one_byte}}, {static_cast<std::uint32_t>(letters.size())}, 0x0200,
                     paragraphs),
            "a.doc");
        const Page& page = extraction.pages.at(0);
        BOOST_REQUIRE(page.styles.size() == 2U);
        BOOST_TEST(page.styles[0].heading_level == 1);
        BOOST_TEST(page.styles[0].begin == 0U);
        BOOST_TEST(page.styles[1].is_centred);
        BOOST_TEST(page.styles[1].heading_level == 0);
    }
}

BOOST_AUTO_TEST_SUITE_END()
