#include "tests/indexer/hostile/samples.hpp"

#include "tests/support/doc.hpp"
#include "tests/support/pdf.hpp"
#include "tests/support/small_corpus.hpp"
#include "tests/support/zip.hpp"

namespace izde::tests {
namespace {

using Members = std::vector<std::pair<std::string, std::string>>;

const std::string kXml = R"(<?xml version="1.0" encoding="UTF-8"?>)";

/// Paragraphs with what segmentation and citations look for.
std::vector<std::string> paragraphs(unsigned seed) {
    return {"ӘОЖ 342.5",
            "ҚҰҚЫҚТЫҚ МОНИТОРИНГ ТУРАЛЫ",
            "Байжанова К.Т., заң ғылымдарының кандидаты",
            "Аңдатпа. " + made_up_text(seed, 30),
            made_up_text(seed + 1, 120),
            "2005 жылғы 12 сәуірдегі № 36 Заңының 35-бабының 2-тармағы және п. 2 ст. 35 Закона.",
            made_up_text(seed + 2, 120),
            "Әдебиеттер тізімі",
            "1. Гражданский кодекс Республики Казахстан от 27 декабря 1994 года № 268-XIII."};
}

std::string joined(const std::string& before, const std::string& after, unsigned seed) {
    std::string text;
    for (const std::string& one : paragraphs(seed)) text += before + one + after;
    return text;
}

std::string utf16(const std::string& utf8) {
    std::string bytes = "\xFF\xFE";
    for (std::size_t at = 0; at < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[at]);
        const unsigned unit = lead < 0x80 ? lead
                              : lead < 0xE0
                                  ? (lead & 0x1FU) << 6U | (static_cast<unsigned>(utf8[at + 1]) & 0x3FU)
                                  : 0x2116U;
        at += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
        bytes += static_cast<char>(unit & 0xFFU);
        bytes += static_cast<char>(unit >> 8U);
    }
    return bytes;
}

/// Cyrillic of Russian only; what has no letter there becomes a question mark.
std::string windows_1251(const std::string& utf8) {
    const std::string wide = utf16(utf8).substr(2);
    std::string bytes;
    for (std::size_t at = 0; at + 1 < wide.size(); at += 2) {
        const unsigned unit = static_cast<unsigned char>(wide[at]) |
                              static_cast<unsigned>(static_cast<unsigned char>(wide[at + 1])) << 8U;
        const bool is_russian = unit >= 0x410 && unit < 0x450;
        bytes += static_cast<char>(unit < 0x80 ? unit : is_russian ? unit - 0x410 + 0xC0 : '?');
    }
    return bytes;
}

Sample packed(const std::string& extension, const Members& members) {
    return {extension, make_zip(members), members};
}

Members docx_members() {
    return {
        {"[Content_Types].xml", kXml + "<Types/>"},
        {"word/styles.xml",
         kXml +
             R"(<w:styles xmlns:w="w"><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>)"},
        {"word/footnotes.xml", kXml + R"(<w:footnotes xmlns:w="w"><w:footnote w:id="2"><w:p><w:r><w:t>)" +
                                   made_up_text(9, 12) + "</w:t></w:r></w:p></w:footnote></w:footnotes>"},
        {"word/document.xml",
         kXml + R"(<w:document xmlns:w="w"><w:body>)" +
             joined(R"(<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t xml:space="preserve">)",
                    R"(</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>)", 10) +
             "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></"
             "w:document>"},
        {"docProps/core.xml",
         kXml +
             R"(<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc"><dc:title>T</dc:title></cp:coreProperties>)"}};
}

const std::string kOffice = R"( xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:meta="m" xmlns:dc="d")";

Members odt_members() {
    return {{"mimetype", "application/vnd.oasis.opendocument.text"},
            {"content.xml", kXml + "<office:document-content" + kOffice +
                                "><office:body><office:text><text:h text:outline-level=\"1\">T</text:h>" +
                                joined("<text:p>", "<text:s text:c=\"3\"/><text:line-break/></text:p>", 20) +
                                "</office:text></office:body></office:document-content>"},
            {"meta.xml", kXml + "<office:document-meta" + kOffice +
                             "><office:meta><dc:title>T</dc:title></office:meta></office:document-meta>"}};
}

Members epub_members() {
    return {
        {"mimetype", "application/epub+zip"},
        {"META-INF/container.xml",
         kXml + R"(<container><rootfiles><rootfile full-path="a/b.opf"/></rootfiles></container>)"},
        {"a/b.opf",
         kXml +
             R"(<package xmlns:dc="d"><metadata><dc:title>T</dc:title></metadata><manifest><item id="1" href="1.xhtml" media-type="application/xhtml+xml"/><item id="2" href="2.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="1"/><itemref idref="2"/></spine></package>)"},
        {"a/1.xhtml", kXml + "<html><body>" + joined("<p>", "</p>", 30) + "</body></html>"},
        {"a/2.xhtml", kXml + "<html><body>" + joined("<p>", "</p>", 31) + "</body></html>"}};
}

std::string html(const std::string& charset) {
    return "<!DOCTYPE html><html><head><meta charset=\"" + charset + "\"><title>T</title></head><body>" +
           joined("<p class=\"a\">", "<br>&nbsp;<b>x</b></p>\n", 40) +
           "<table><tr><td>1</td><td>2</td></tr></table><ul><li>&#1179;</ul></body></html>";
}

std::string rtf() {
    std::string text;
    for (const char byte : windows_1251(joined("", "\n", 50))) {
        static constexpr char kDigits[] = "0123456789abcdef";
        const auto code = static_cast<unsigned char>(byte);
        if (byte == '\n') {
            text += "\\par\n";
        } else if (code < 0x80) {
            text += byte;
        } else {
            text += std::string("\\'") + kDigits[code >> 4U] + kDigits[code & 15U];
        }
    }
    return "{\\rtf1\\ansi\\ansicpg1251\\uc1{\\fonttbl{\\f0\\fcharset204 T;}}{\\info{\\title T}}\\f0 " + text +
           "\\u1179?\\trowd\\cell\\row{\\footnote x}{\\*\\unknown y}}";
}

std::string pdf(bool is_packed) {
    std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>",
                                        "<< /Type /Pages /Kids [4 0 R 6 0 R] /Count 2 >>",
                                        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
    for (const char* const content : {"5 0 R", "7 0 R"}) {
        objects.push_back(
            std::string("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << "
                        "/F1 3 0 R >> >> /Contents ") +
            content + " >>");
        std::string lines = "BT /F1 11 Tf 72 780 Td 14 TL\n";
        for (int line = 0; line < 40; ++line)
            lines += "(The law of some land has an article and a point) Tj T*\n";
        lines += "ET\n";
        objects.push_back(is_packed ? pdf_stream(deflated(lines), " /Filter /FlateDecode")
                                    : pdf_stream(lines));
    }
    return pdf_of_objects(objects);
}

}  // namespace

std::string deflated(const std::string& bytes) {
    constexpr std::size_t kGzipHeader = 10, kGzipTrailer = 8;
    const std::string gzip = make_archive(Packing::gz, {{"", bytes}});
    return "\x78\x9C" + gzip.substr(kGzipHeader, gzip.size() - kGzipHeader - kGzipTrailer) +
           std::string(4, '\0');
}

std::vector<Sample> make_samples() {
    const std::string plain = joined("", "\n\n", 1);
    std::u16string word;
    for (int i = 0; i < 200; ++i) word += u"Құқық туралы заң, 35-бап.\r";
    std::string lines;
    for (int i = 0; i < 20; ++i) lines += json_line("d" + std::to_string(i), "T", made_up_text(60 + i, 40));
    const Members files = {{"a/1.txt", plain}, {"2.html", html("utf-8")}, {"3.jsonl", lines}};
    return {
        {"txt", plain, {}},
        {"txt", windows_1251(plain), {}},
        {"txt", utf16(plain), {}},
        {"md",
         "# T\n\n" + joined("* ", "\n\n", 2) + "\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> q\n\n```\nc\n```\n",
         {}},
        {"html", html("utf-8"), {}},
        {"htm", windows_1251(html("windows-1251")), {}},
        {"xml", kXml + "<doc>" + joined("<p>", "</p>", 3) + "</doc>", {}},
        {"fodt",
         kXml + "<office:document" + kOffice + "><office:body><office:text>" +
             joined("<text:p>", "</text:p>", 4) + "</office:text></office:body></office:document>",
         {}},
        {"rtf", rtf(), {}},
        {"doc", make_doc({{word}}, {static_cast<std::uint32_t>(word.size())}), {}},
        {"pdf", pdf(false), {}},
        {"pdf", pdf(true), {}},
        packed("docx", docx_members()),
        packed("odt", odt_members()),
        packed("epub", epub_members()),
        {"jsonl", lines, {}},
        packed("zip", files),
        {"tar", make_archive(Packing::tar, files), {}},
        {"tar.gz", make_archive(Packing::tar_gz, files), {}},
        {"txt.gz", make_archive(Packing::gz, {{"", plain}}), {}},
        {"tar.xz", make_archive(Packing::tar_xz, files), {}},
        {"tar.bz2", make_archive(Packing::tar_bz2, files), {}}};
}

}  // namespace izde::tests
