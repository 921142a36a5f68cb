#include "tests/volumes/pdf_writer.hpp"

#include <array>
#include <cstdio>
#include <sstream>

#include "analyzers/characters.hpp"
#include "analyzers/utf8.hpp"

namespace izde::tests {
namespace {

/// Blocks of 256 codes that our texts use: Latin to Cyrillic, and the dashes, numbers and signs of U+20xx,
/// U+21xx.
constexpr std::array<char32_t, 8> kBlocks = {0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x20, 0x21};

/// Thousandths of the type size, after the proportions of book type.
unsigned advance(char32_t code) {
    if (code == ' ' || code == '.' || code == ',' || code == ':' || code == ';' || code == 'i' ||
        code == 'l' || code == U'і')
        return 270;
    if (code >= '0' && code <= '9') return 500;
    if (code == U'ш' || code == U'щ' || code == U'ж' || code == U'м' || code == U'ю' || code == U'ы')
        return 720;
    if (analyzers::class_of(code) == analyzers::CharacterClass::letter && analyzers::is_upper(code))
        return 690;
    return 500;
}

std::string hexadecimal(const std::string& text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = analyzers::decode(text, at);
        at += character.length;
        std::array<char, 5> digits{};
        std::snprintf(digits.data(), digits.size(), "%04X", static_cast<unsigned>(character.code) & 0xFFFFU);
        result += digits.data();
    }
    return result;
}

std::string stream(const std::string& content) {
    return "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream";
}

/// A composite font whose codes are UTF-16 units, with the maps that a reader needs for their widths and
/// letters (PDF 32000-1, 9.7 and 9.10).
std::string font(const std::string& name, int descendant) {
    return "<< /Type /Font /Subtype /Type0 /BaseFont /" + name + " /Encoding /Identity-H /DescendantFonts [" +
           std::to_string(descendant) + " 0 R] /ToUnicode 3 0 R >>";
}

std::string descendant(const std::string& name) {
    std::string widths;
    for (const char32_t block : kBlocks) {
        widths += std::to_string(block * 0x100) + " [";
        for (char32_t code = block * 0x100; code < (block + 1) * 0x100; ++code)
            widths += std::to_string(advance(code)) + " ";
        widths += "] ";
    }
    return "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /" + name +
           " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /W [" +
           widths + "] /FontDescriptor << /Type /FontDescriptor /FontName /" + name +
           " /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700"
           " /StemV 80 >> >>";
}

std::string to_unicode() {
    std::string map =
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n";
    // A range may not pass from one first byte to the next.
    map += std::to_string(kBlocks.size()) + " beginbfrange\n";
    for (const char32_t block : kBlocks) {
        std::array<char, 40> row{};
        const auto high = static_cast<unsigned>(block);
        std::snprintf(row.data(), row.size(), "<%02X00> <%02XFF> <%02X00>\n", high, high, high);
        map += row.data();
    }
    map += "endbfrange\n";
    return map + "endcmap CMapName currentdict /CMap defineresource pop end end";
}

}  // namespace

double PdfWriter::width(const std::string& text, double size) {
    unsigned sum = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = analyzers::decode(text, at);
        at += character.length;
        sum += advance(character.code);
    }
    return sum * size / 1000;
}

void PdfWriter::show(double x, double y, const std::string& text, double size, bool is_bold) {
    std::ostringstream out;
    out << "BT /" << (is_bold ? "F2" : "F1") << ' ' << size << " Tf 1 0 0 1 " << x << ' ' << y << " Tm <"
        << hexadecimal(text) << "> Tj ET\n";
    pages_.back() += out.str();
}

std::string PdfWriter::bytes() const {
    std::vector<std::string> objects = {
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        stream(to_unicode()),
        font("Serif-Roman", 5),
        descendant("Serif-Roman"),
        font("Serif-Bold", 7),
        descendant("Serif-Bold"),
    };
    std::string kids;
    for (const std::string& page : pages_) {
        const std::string number = std::to_string(objects.size() + 1);
        kids += number + " 0 R ";
        objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " +
                          std::to_string(objects.size() + 2) +
                          " 0 R /Resources << /Font << /F1 4 0 R /F2 6 0 R >> >> >>");
        objects.push_back(stream(page));
    }
    objects[1] = "<< /Type /Pages /Count " + std::to_string(pages_.size()) + " /Kids [" + kids + "] >>";
    std::string file = "%PDF-1.7\n";
    std::string table = "0000000000 65535 f \n";
    for (std::size_t number = 0; number < objects.size(); ++number) {
        std::array<char, 24> entry{};
        std::snprintf(entry.data(), entry.size(), "%010zu 00000 n \n", file.size());
        table += entry.data();
        file += std::to_string(number + 1) + " 0 obj\n" + objects[number] + "\nendobj\n";
    }
    const std::string size = std::to_string(objects.size() + 1);
    return file + "xref\n0 " + size + "\n" + table + "trailer << /Size " + size +
           " /Root 1 0 R >>\nstartxref\n" + std::to_string(file.size()) + "\n%%EOF\n";
}

}  // namespace izde::tests
