#include "tests/indexer/hostile/bombs.hpp"
#include "tests/support/doc.hpp"
#include "tests/support/zip.hpp"

namespace izde::tests {
namespace {

/// The billion laughs: ten levels of ten references each.
std::string laughs() {
    std::string doctype = R"(<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">)";
    for (int level = 1; level <= 10; ++level)
        doctype += "<!ENTITY l" + std::to_string(level) + " \"" +
                   repeated("&l" + std::to_string(level - 1) + ";", 10) + "\">";
    return doctype + "]>";
}

/// One long entity said often: quadratic, and no nesting that would give it away.
std::string long_laugh() {
    return R"(<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l ")" + std::string(100'000, 'a') + "\">]>";
}

const std::string kOutside =
    R"(<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;]>)";

/// A file of this beginning whose body says `text`, in each format that has XML within.
void add_xml(std::vector<Bomb>& bombs, const std::string& name, const std::string& opening,
             const std::string& text, const std::string& closing = "") {
    bombs.push_back({name + ".xml", opening + "<a>" + text + closing + "</a>", ""});
    bombs.push_back({name + ".xhtml", opening + "<html><body>" + text + closing + "</body></html>", ""});
    bombs.push_back(
        {name + ".fodt",
         opening + R"(<office:document xmlns:office="o" xmlns:text="t"><office:body><office:text><text:p>)" +
             text + closing + "</text:p></office:text></office:body></office:document>",
         ""});
    bombs.push_back(
        {name + ".docx",
         make_zip({{"word/document.xml", opening + R"(<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>)" +
                                             text + closing + "</w:t></w:r></w:p></w:body></w:document>"}}),
         ""});
}

void add_word(std::vector<Bomb>& bombs, std::size_t scale) {
    const std::string word = R"(<w:document xmlns:w="w"><w:body>)";
    const auto docx = [&](const std::string& name, const std::string& body) {
        bombs.push_back({name, make_zip({{"word/document.xml", word + body}}), ""});
    };
    docx("tables.docx", repeated("<w:tbl><w:tr><w:tc>", 20'000 * scale));
    docx("cells.docx", "<w:tbl><w:tr>" + repeated("<w:tc><w:p/></w:tc>", 100'000 * scale));
    docx("runs.docx",
         "<w:p>" + repeated("<w:r><w:t>a</w:t></w:r>", 200'000 * scale) + "</w:p></w:body></w:document>");
    docx("paragraphs.docx",
         repeated("<w:p><w:r><w:t>a</w:t></w:r></w:p>", 100'000 * scale) + "</w:body></w:document>");
    docx("breaks.docx", "<w:p><w:r>" + repeated(R"(<w:br w:type="page"/>)", 200'000 * scale) +
                            "</w:r></w:p></w:body></w:document>");
    bombs.push_back(
        {"styles.docx",
         make_zip(
             {{"word/styles.xml",
               R"(<w:styles xmlns:w="w"><w:style w:styleId="1"><w:basedOn w:val="2"/></w:style><w:style w:styleId="2"><w:basedOn w:val="1"/></w:style></w:styles>)"},
              {"word/document.xml",
               word +
                   R"(<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>text of it</w:t></w:r></w:p></w:body></w:document>)"}}),
         ""});
}

void add_doc(std::vector<Bomb>& bombs) {
    std::u16string text;
    for (int i = 0; i < 3000; ++i) text += u"заң ";
    text.resize(3500);
    const std::string doc = make_doc({{text}}, {static_cast<std::uint32_t>(text.size())});
    const auto add = [&](const std::string& name, std::size_t at, std::uint32_t value) {
        std::string broken = doc;
        put_number(broken, at, value);
        bombs.push_back({name + ".doc", broken, ""});
    };
    add("chain", 512 + 4 * 5, 1);            // the sectors of the text lead back
    add("self", 512 + 4 * 3, 3);             // a sector that follows itself
    add("directory", 0x30, 0);               // the directory is the table of sectors
    add("sector-size", 0x1E, 0x1F);          // sectors of 2 GB
    add("small-sector-size", 0x1E, 0);       // of one byte
    add("tables", 0x2C, 0xFFFFFFFF);         // four billion tables
    add("difat", 0x44, 0);                   // the list of tables leads back
    add("length", 1024 + 0x4C, 0x7FFFFFFF);  // of the text
    add("clx", 1024 + 0x1A6, 0x7FFFFFFF);    // of the piece table
    add("encrypted", 1024 + 0x0A, 0x0300);
}

}  // namespace

std::vector<Bomb> markup_bombs(std::size_t scale) {
    std::vector<Bomb> bombs;
    add_xml(bombs, "laughs", laughs(), "&l10;");
    add_xml(bombs, "long-laugh", long_laugh(), repeated("&l;", 10'000));
    add_xml(bombs, "outside", kOutside, "&l; and text of its own");
    add_xml(bombs, "deep", "", repeated("<b>", 100'000 * scale), repeated("</b>", 100'000 * scale));
    add_xml(
        bombs, "attributes", "", "<b " + [&] {
            std::string all;
            for (std::size_t i = 0; i < 10'000 * scale; ++i) all += "a" + std::to_string(i) + "='' ";
            return all;
        }() + "/>");
    add_xml(bombs, "comment", "", "<!--" + std::string(100'000 * scale, '-'));
    add_xml(bombs, "instructions", "", repeated("<?a b?>", 100'000 * scale));
    add_xml(
        bombs, "spaces", "",
        R"(<text:s text:c="2000000000"/><w:t xml:space="preserve">)" + std::string(1'000'000 * scale, ' '));
    add_word(bombs, scale);
    add_doc(bombs);
    const std::vector<std::pair<std::string, std::string>> html = {
        {"div", repeated("<div>", 300'000 * scale)},
        {"bold", repeated("<b>", 300'000 * scale) + "text"},
        {"font", repeated("<p><font>", 50'000 * scale)},
        {"tables", repeated("<table><tr><td>", 50'000 * scale)},
        {"lists", repeated("<ul><li>", 100'000 * scale)},
        {"forms", repeated("<a href=x>", 100'000 * scale)},
        {"breaks", repeated("<br>", 1'000'000 * scale)},
        {"references", repeated("&#x10FFFF;&#0;&#xD800;&amp", 100'000 * scale)},
        {"unclosed", repeated("<p", 500'000 * scale)},
        {"angles", std::string(2'000'000 * scale, '<')},
        {"script", "<script>" + std::string(2'000'000 * scale, 'a')},
        {"plaintext", "<plaintext>" + repeated("</p>", 500'000 * scale)},
        {"charset", "<meta charset=\"" + std::string(100'000, 'x') + "\">text of it"},
        {"utf-7", "<meta charset=utf-7>+ADw-script+AD4-text of it"},
        {"frames", repeated("<iframe src='file:///etc/passwd'></iframe>", 1000)},
        {"provisions", repeated("<p><a name=\"z1\"></a>Статья 1. Заң</p>", 20'000 * scale)},
    };
    for (const auto& [name, body] : html) bombs.push_back({name + ".html", "<html><body>" + body, ""});
    const std::vector<std::pair<std::string, std::string>> rtf = {
        {"groups", repeated("{", 500'000 * scale)},
        {"bin", "\\bin2147483647 text"},
        {"negative-bin", "\\bin-2147483648 text"},
        {"skip", "\\uc2000000000\\u1179 text of it"},
        {"unicode", repeated("\\u-99999?\\u55296?", 50'000 * scale)},
        {"cells", repeated("\\trowd\\cell\\row", 100'000 * scale)},
        {"fonts", "{\\fonttbl" + repeated("{\\f1\\fcharset204 x;}", 100'000 * scale) + "}"},
        {"word", "\\" + std::string(1'000'000 * scale, 'a')},
        {"number", "\\fs" + std::string(1'000'000 * scale, '9')},
        {"fields", repeated("{\\field{\\*\\fldinst x}{\\fldrslt ", 50'000 * scale)},
        {"pages", repeated("\\page ", 300'000 * scale)},
    };
    for (const auto& [name, body] : rtf) bombs.push_back({name + ".rtf", "{\\rtf1\\ansi " + body + "}", ""});
    const std::vector<std::pair<std::string, std::string>> markdown = {
        {"quotes", std::string(100'000 * scale, '>')},
        {"brackets", std::string(100'000 * scale, '[')},
        {"links", repeated("[a](", 50'000 * scale)},
        {"images", repeated("![", 50'000 * scale)},
        {"stars", repeated("*a _b ", 50'000 * scale)},
        {"ticks", repeated("`", 100'000 * scale) + "a"},
        {"nested-lists",
         [&] {
             std::string all;
             for (std::size_t i = 0; i < 1000; ++i) all += std::string(i * 2, ' ') + "* a\n";
             return all;
         }()},
        {"references", repeated("[a]: b\n", 50'000 * scale) + repeated("[a]", 50'000 * scale)},
        {"table", "|" + repeated("a|", 5'000) + "\n|" + repeated("-|", 5'000) + "\n" +
                      repeated("|a\n", 1'000 * scale)},
        {"entities", repeated("&amp;&#99999999;", 50'000 * scale)},
    };
    for (const auto& [name, body] : markdown) bombs.push_back({name + ".md", body, ""});
    return bombs;
}

}  // namespace izde::tests
