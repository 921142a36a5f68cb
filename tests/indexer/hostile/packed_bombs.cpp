#include "tests/indexer/hostile/bombs.hpp"
#include "tests/support/zip.hpp"

namespace izde::tests {
namespace {

using Members = std::vector<std::pair<std::string, std::string>>;

/// More than a document may unpack to.
constexpr std::size_t kFlood = std::size_t{300} << 20U;

constexpr std::size_t kMegabyte = std::size_t{1} << 20U;

std::string zip_in_zip(std::string bytes, const std::string& name, unsigned levels, unsigned copies) {
    for (unsigned level = 0; level < levels; ++level) {
        Members members;
        for (unsigned copy = 0; copy < copies; ++copy)
            members.emplace_back(std::to_string(copy) + (level == 0 ? name : ".zip"), bytes);
        bytes = make_zip(members);
    }
    return bytes;
}

/// A header of tar with a size and a kind of entry as they are given.
std::string tar_header(const std::string& name, const std::string& size, char kind,
                       const std::string& link = "") {
    std::string header(512, '\0');
    header.replace(0, name.size(), name);
    header.replace(100, 7, "0000644");
    header.replace(108, 7, "0000000");
    header.replace(116, 7, "0000000");
    header.replace(124, size.size(), size);
    header.replace(136, 11, "00000000000");
    header.replace(148, 8, "        ");
    header[156] = kind;
    header.replace(157, link.size(), link);
    header.replace(257, 8, std::string("ustar\00000", 8));
    unsigned sum = 0;
    for (const char byte : header) sum += static_cast<unsigned char>(byte);
    std::string octal;
    for (int digit = 0; digit < 6; ++digit, sum /= 8)
        octal.insert(octal.begin(), static_cast<char>('0' + sum % 8));
    header.replace(148, 8, octal + std::string("\0 ", 2));
    return header;
}

std::string many_gzip_members(std::size_t count) {
    return repeated(make_archive(Packing::gz, {{"", std::string(kMegabyte, ' ')}}), count);
}

}  // namespace

std::string repeated(const std::string& piece, std::size_t times) {
    std::string text;
    text.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

std::vector<Bomb> packed_bombs() {
    const std::string flood(kFlood, ' ');
    const std::string word = R"(<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>)";
    const std::string office =
        R"(<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:p>)";
    const Members epub = {{"mimetype", "application/epub+zip"},
                          {"META-INF/container.xml",
                           R"(<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>)"}};
    const auto book = [&](const std::string& package, Members more) {
        Members members = epub;
        members.emplace_back("b.opf", package);
        for (auto& one : more) members.push_back(std::move(one));
        return make_zip(members);
    };
    const std::string bomb = "unpacks to more than";
    const std::string larger = "larger than";
    const std::string block(512, 'x');
    std::vector<Bomb> bombs = {
        {"flood.docx", make_zip({{"a", "the first is stored"}, {"word/document.xml", word + flood}}), bomb},
        {"flood.odt",
         make_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", office + flood}}),
         bomb},
        {"flood.epub",
         book(
             R"(<package><manifest><item id="1" href="1.xhtml"/></manifest><spine><itemref idref="1"/></spine></package>)",
             {{"1.xhtml", "<html><body><p>" + flood}}),
         bomb},
        {"flood.zip", make_zip({{"a.txt", "the first is stored"}, {"b.txt", flood}}), larger},
        {"flood.tar.gz", make_archive(Packing::tar_gz, {{"a.png", flood}}), bomb},
        {"flood.txt.bz2", make_archive(Packing::tar_bz2, {{"a.txt", flood}}), larger},
        {"flood.txt.xz", make_archive(Packing::tar_xz, {{"a.txt", flood}}), larger},
        {"members.txt.gz", many_gzip_members(400), larger},
        {"nested.zip", zip_in_zip("text", ".txt", 6, 1), "an archive within 3 others"},
        {"tree.zip", zip_in_zip(std::string(kMegabyte, ' '), ".txt", 3, 16), bomb},
        {"gz-in-gz.gz",
         make_archive(
             Packing::gz,
             {{"", make_archive(Packing::gz,
                                {{"", make_archive(Packing::gz,
                                                   {{"", make_archive(Packing::gz, {{"", "text"}})}})}})}}),
         ""},
        {"empty.zip", make_zip({}), ""},
        {"outside.zip",
         make_zip({{"../../../etc/passwd", "text"},
                   {"/etc/shadow.txt", "text"},
                   {"a\x1b[31m.txt", "text"},
                   {"\xFF\xFE.txt", "text"}}),
         ""},
        {"spine.epub",
         book("<package><manifest><item id=\"1\" href=\"1.xhtml\"/></manifest><spine>" +
                  repeated("<itemref idref=\"1\"/>", 20'000) + "</spine></package>",
              {{"1.xhtml", "<html><body><p>" + repeated("text ", 2000) + "</p></body></html>"}}),
         ""},
        {"lost-spine.epub",
         book(
             R"(<package><manifest><item id="1" href="../../../../etc/passwd"/></manifest><spine><itemref idref="1"/><itemref idref="2"/></spine></package>)",
             {}),
         ""},
        {"no-package.epub", make_zip(epub), ""},
        {"no-document.docx", make_zip({{"word/other.xml", "<a/>"}}), ""},
        {"empty-document.docx", make_zip({{"word/document.xml", ""}}), ""},
        {"endless.tar", tar_header("a.txt", "77777777777", '0') + block, ""},
        {"negative.tar", tar_header("a.txt", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", '0') + block,
         ""},
        {"long-name.tar", tar_header("a", "77777777777", 'L') + block, ""},
        {"links.tar",
         tar_header("a.txt", "00000000000", '2', "/etc/passwd") +
             tar_header("b.txt", "00000000000", '1', "a.txt") + tar_header("c.txt", "00000000000", '3') +
             tar_header("d.txt", "00000000000", '6') + std::string(1024, '\0'),
         ""},
        {"pax.tar",
         tar_header("a", "00000001000", 'x') + "999999999 path=a\n" + std::string(495, '\0') +
             tar_header("b.txt", "00000000001", '0') + block,
         ""},
        {"sparse.tar", tar_header("a.txt", "00000000000", 'S') + std::string(1024, '\0'), ""},
    };
    std::string many;
    for (int i = 0; i < 20'000; ++i) many += tar_header(std::to_string(i) + ".txt", "00000000000", '0');
    bombs.push_back({"many.tar", many, ""});
    return bombs;
}

}  // namespace izde::tests
