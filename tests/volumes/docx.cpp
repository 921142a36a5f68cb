#include "tests/support/zip.hpp"
#include "tests/volumes/volume.hpp"

namespace izde::tests {
namespace {

std::string escaped(const std::string& text) {
    std::string result;
    for (const char byte : text) {
        if (byte == '&') {
            result += "&amp;";
        } else if (byte == '<') {
            result += "&lt;";
        } else {
            result += byte;
        }
    }
    return result;
}

}  // namespace

std::string docx_of(const Volume& volume, const Style& style) {
    std::string xml = R"(<?xml version="1.0"?><w:document xmlns:w="w"><w:body>)";
    std::string notes;
    for (const SetLine& line : volume.lines) {
        if (line.kind == SetLine::Kind::note) {
            notes += "<w:footnote><w:p><w:r><w:t>" + escaped(line.text) + "</w:t></w:r></w:p></w:footnote>";
            continue;
        }
        if (line.kind == SetLine::Kind::page_end) xml += R"(<w:p><w:r><w:br w:type="page"/></w:r></w:p>)";
        if (line.text.empty()) continue;
        const bool is_centred = line.kind == SetLine::Kind::heading && style.is_centred;
        xml += "<w:p>";
        if (is_centred) xml += R"(<w:pPr><w:jc w:val="center"/></w:pPr>)";
        xml += "<w:r>";
        if (is_centred) xml += "<w:rPr><w:b/></w:rPr>";
        xml += R"(<w:t xml:space="preserve">)" + escaped(line.text) + "</w:t></w:r></w:p>";
    }
    xml += "</w:body></w:document>";
    if (notes.empty()) return make_zip({{"word/document.xml", xml}});
    return make_zip({{"word/document.xml", xml},
                     {"word/footnotes.xml",
                      R"(<?xml version="1.0"?><w:footnotes xmlns:w="w">)" + notes + "</w:footnotes>"}});
}

}  // namespace izde::tests
