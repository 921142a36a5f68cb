#include <boost/test/unit_test.hpp>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/formats.hpp"

using namespace izde::indexer;

namespace {

void put(std::string& bytes, std::size_t at, std::uint32_t value, std::size_t size = 4) {
    if (bytes.size() < at + size) bytes.resize(at + size);
    for (std::size_t place = 0; place < size; ++place)
        bytes[at + place] = static_cast<char>(value >> (8 * place));
}

/// A piece of text as 8-bit or 16-bit characters.
struct Piece {
    std::u16string text;
    bool is_one_byte = false;
};

/// An OLE file of WordDocument (sectors 1 to 16), 1Table (17 to 24); sector 0 is the table of sectors, the
/// last one the directory. `lengths` are those of text, notes, heads, macros, comments, endnotes.
std::string make_doc(const std::vector<Piece>& pieces, const std::vector<std::uint32_t>& lengths,
                     std::uint16_t flags = 0x0200) {
    std::string document(0x400, '\0');
    std::string clx = "\x02";
    std::string positions, places;
    std::uint32_t position = 0;
    put(positions, 0, 0);
    for (const Piece& piece : pieces) {
        const auto begin = static_cast<std::uint32_t>(document.size());
        for (const char16_t unit : piece.text)
            put(document, document.size(), unit, piece.is_one_byte ? 1 : 2);
        position += static_cast<std::uint32_t>(piece.text.size());
        put(positions, positions.size(), position);
        put(places, places.size(), 0, 2);
        put(places, places.size(), piece.is_one_byte ? begin * 2 | 0x40000000 : begin);
        put(places, places.size(), 0, 2);
    }
    put(clx, 1, static_cast<std::uint32_t>(positions.size() + places.size()));
    clx += positions + places;
    put(document, 0, 0xA5EC, 2);
    put(document, 2, 0xC1, 2);
    put(document, 0x0A, flags, 2);
    for (std::size_t part = 0; part < lengths.size(); ++part) put(document, 0x4C + 4 * part, lengths[part]);
    put(document, 0x1A2, 0);
    put(document, 0x1A6, static_cast<std::uint32_t>(clx.size()));
    document.resize(16 * 512);
    clx.resize(8 * 512);

    std::string table;
    put(table, 0, 0xFFFFFFFD);
    for (std::uint32_t sector = 1; sector <= 24; ++sector)
        put(table, table.size(), sector == 16 || sector == 24 ? 0xFFFFFFFE : sector + 1);
    put(table, table.size(), 0xFFFFFFFE);
    table.resize(512, '\xFF');
    std::string directory(512, '\0');
    const std::vector<std::pair<std::string, std::vector<std::uint32_t>>> entries = {
        {"Root Entry", {5, 0xFFFFFFFE, 0}}, {"WordDocument", {2, 1, 16 * 512}}, {"1Table", {2, 17, 8 * 512}}};
    for (std::size_t entry = 0; entry < entries.size(); ++entry) {
        const auto& [name, fields] = entries[entry];
        const std::size_t at = entry * 128;
        for (std::size_t letter = 0; letter < name.size(); ++letter)
            directory[at + 2 * letter] = name[letter];
        put(directory, at + 0x40, static_cast<std::uint32_t>(2 * name.size() + 2), 2);
        put(directory, at + 0x42, fields[0], 1);
        put(directory, at + 0x74, fields[1]);
        put(directory, at + 0x78, fields[2]);
    }
    std::string header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    put(header, 0x1E, 9, 2);
    put(header, 0x20, 6, 2);
    put(header, 0x2C, 1);
    put(header, 0x30, 25);
    put(header, 0x38, 4096);
    put(header, 0x3C, 0xFFFFFFFE);
    put(header, 0x44, 0xFFFFFFFE);
    put(header, 0x4C, 0);
    header.resize(512, '\xFF');
    return header + table + document + clx + directory;
}

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

BOOST_AUTO_TEST_SUITE_END()
