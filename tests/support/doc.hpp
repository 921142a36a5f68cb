#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace izde::tests {

inline void put_number(std::string& bytes, std::size_t at, std::uint32_t value, std::size_t size = 4) {
    if (bytes.size() < at + size) bytes.resize(at + size);
    for (std::size_t place = 0; place < size; ++place)
        bytes[at + place] = static_cast<char>(value >> (8 * place));
}

/// A piece of text as 8-bit or 16-bit characters.
struct DocPiece {
    std::u16string text;
    bool is_one_byte = false;
};

/// How a paragraph of the first piece is set.
struct DocParagraph {
    std::uint16_t style = 0;  ///< 1 to 9: headings
    bool is_centred = false;
};

/// Writes the properties of the first piece's paragraphs into the last page of the document.
inline void put_paragraphs(std::string& document, std::string& table, const DocPiece& piece,
                           const std::vector<DocParagraph>& paragraphs) {
    constexpr std::size_t kPage = 15 * 512;
    constexpr std::size_t kIndex = 2048;
    std::vector<std::uint32_t> borders = {0x400};
    std::uint32_t place = 0x400;
    for (const char16_t unit : piece.text) {
        place += piece.is_one_byte ? 1 : 2;
        if (unit == u'\r') borders.push_back(place);
    }
    for (std::size_t number = 0; number < paragraphs.size(); ++number) {
        const std::size_t at = 300 + 16 * number;
        put_number(document, kPage + 4 * number, borders[number]);
        put_number(document, kPage + 4 * (paragraphs.size() + 1) + 13 * number,
                   static_cast<std::uint32_t>(at / 2), 1);
        put_number(document, kPage + at, 3, 1);  // five bytes: the style and one property
        put_number(document, kPage + at + 1, paragraphs[number].style, 2);
        put_number(document, kPage + at + 3, 0x2461, 2);
        put_number(document, kPage + at + 5, paragraphs[number].is_centred ? 1 : 0, 1);
    }
    put_number(document, kPage + 4 * paragraphs.size(), borders[paragraphs.size()]);
    put_number(document, kPage + 511, static_cast<std::uint32_t>(paragraphs.size()), 1);
    put_number(document, 0x102, kIndex);
    put_number(document, 0x106, 12);
    put_number(table, kIndex, borders.front());
    put_number(table, kIndex + 4, borders.back());
    put_number(table, kIndex + 8, 15);
}

/// An OLE file of WordDocument (sectors 1 to 16), 1Table (17 to 24); sector 0 is the table of sectors, the
/// last one the directory. `lengths` are those of text, notes, heads, macros, comments, endnotes.
inline std::string make_doc(const std::vector<DocPiece>& pieces, const std::vector<std::uint32_t>& lengths,
                            std::uint16_t flags = 0x0200, const std::vector<DocParagraph>& paragraphs = {}) {
    std::string document(0x400, '\0');
    std::string clx = "\x02";
    std::string positions, places;
    std::uint32_t position = 0;
    put_number(positions, 0, 0);
    for (const DocPiece& piece : pieces) {
        const auto begin = static_cast<std::uint32_t>(document.size());
        for (const char16_t unit : piece.text)
            put_number(document, document.size(), unit, piece.is_one_byte ? 1 : 2);
        position += static_cast<std::uint32_t>(piece.text.size());
        put_number(positions, positions.size(), position);
        put_number(places, places.size(), 0, 2);
        put_number(places, places.size(), piece.is_one_byte ? begin * 2 | 0x40000000 : begin);
        put_number(places, places.size(), 0, 2);
    }
    put_number(clx, 1, static_cast<std::uint32_t>(positions.size() + places.size()));
    clx += positions + places;
    put_number(document, 0, 0xA5EC, 2);
    put_number(document, 2, 0xC1, 2);
    put_number(document, 0x0A, flags, 2);
    for (std::size_t part = 0; part < lengths.size(); ++part)
        put_number(document, 0x4C + 4 * part, lengths[part]);
    put_number(document, 0x1A2, 0);
    put_number(document, 0x1A6, static_cast<std::uint32_t>(clx.size()));
    document.resize(16 * 512);
    clx.resize(8 * 512);
    if (!paragraphs.empty()) put_paragraphs(document, clx, pieces.front(), paragraphs);

    std::string table;
    put_number(table, 0, 0xFFFFFFFD);
    for (std::uint32_t sector = 1; sector <= 24; ++sector)
        put_number(table, table.size(), sector == 16 || sector == 24 ? 0xFFFFFFFE : sector + 1);
    put_number(table, table.size(), 0xFFFFFFFE);
    table.resize(512, '\xFF');
    std::string directory(512, '\0');
    const std::vector<std::pair<std::string, std::vector<std::uint32_t>>> entries = {
        {"Root Entry", {5, 0xFFFFFFFE, 0}}, {"WordDocument", {2, 1, 16 * 512}}, {"1Table", {2, 17, 8 * 512}}};
    for (std::size_t entry = 0; entry < entries.size(); ++entry) {
        const auto& [name, fields] = entries[entry];
        const std::size_t at = entry * 128;
        for (std::size_t letter = 0; letter < name.size(); ++letter)
            directory[at + 2 * letter] = name[letter];
        put_number(directory, at + 0x40, static_cast<std::uint32_t>(2 * name.size() + 2), 2);
        put_number(directory, at + 0x42, fields[0], 1);
        put_number(directory, at + 0x74, fields[1]);
        put_number(directory, at + 0x78, fields[2]);
    }
    std::string header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    put_number(header, 0x1E, 9, 2);
    put_number(header, 0x20, 6, 2);
    put_number(header, 0x2C, 1);
    put_number(header, 0x30, 25);
    put_number(header, 0x38, 4096);
    put_number(header, 0x3C, 0xFFFFFFFE);
    put_number(header, 0x44, 0xFFFFFFFE);
    put_number(header, 0x4C, 0);
    header.resize(512, '\xFF');
    return header + table + document + clx + directory;
}

}  // namespace izde::tests
