#include "tests/indexer/hostile/bombs.hpp"
#include "tests/indexer/hostile/samples.hpp"
#include "tests/support/pdf.hpp"

namespace izde::tests {
namespace {

const std::string kCatalogue = "<< /Type /Catalog /Pages 2 0 R >>";
const std::string kFont = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

std::string page(const std::string& more = "/Contents 5 0 R", const std::string& parent = "2 0 R") {
    return "<< /Type /Page /Parent " + parent +
           " /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> /XObject << /X 6 0 R >> >> " + more +
           " >>";
}

/// A PDF of one page with this content, and what else it needs.
std::string one_page(const std::string& content, const std::vector<std::string>& more = {},
                     const std::string& filter = "") {
    std::vector<std::string> objects = {kCatalogue, "<< /Type /Pages /Kids [4 0 R] /Count 1 >>", kFont,
                                        page(), pdf_stream(content, filter)};
    objects.insert(objects.end(), more.begin(), more.end());
    return pdf_of_objects(objects);
}

std::string shown(const std::string& text) {
    return "BT /F1 11 Tf 72 700 Td (" + text + ") Tj ET\n";
}

/// A million pages in a kilobyte: a tree whose leaves are one page, told a hundred times on three levels.
std::string million_pages() {
    std::vector<std::string> objects = {kCatalogue};
    const auto level = [](const std::string& kid, const std::string& count) {
        return "<< /Type /Pages /Kids [" + repeated(kid + " ", 100) + "] /Count " + count + " >>";
    };
    objects.push_back(level("6 0 R", "1000000"));
    objects.push_back(kFont);
    objects.push_back(page("/Contents 5 0 R", "7 0 R"));
    objects.push_back(pdf_stream(shown("The law")));
    objects.push_back(level("7 0 R", "10000"));
    objects.push_back(level("4 0 R", "100"));
    return pdf_of_objects(objects);
}

}  // namespace

std::vector<Bomb> pdf_bombs(std::size_t scale) {
    std::string words;
    for (std::size_t i = 0; i < 5'000 * scale; ++i)
        words += "1 0 0 1 " + std::to_string(i * 7919 % 595) + " " + std::to_string(i * 104729 % 842) +
                 " Tm (law) Tj\n";
    std::string table_loop = one_page(shown("text"));
    const std::size_t trailer = table_loop.find("/Root");
    table_loop.insert(trailer, "/Prev " + std::to_string(table_loop.find("xref\n")) + " ");
    std::string encrypted = one_page(shown("text"));
    encrypted.insert(encrypted.find("/Root"), "/Encrypt << /Filter /Standard /V 1 /R 2 /O (" +
                                                  std::string(32, 'o') + ") /U (" + std::string(32, 'u') +
                                                  ") /P -4 >> /ID [(a) (b)] ");
    const std::string flate = " /Filter /FlateDecode";
    return {
        {"million-pages.pdf", million_pages(), ""},
        {"flood.pdf", one_page(deflated(std::string(std::size_t{300} << 20U, ' ')), {}, flate), ""},
        {"text-flood.pdf",
         one_page(deflated("BT /F1 1 Tf 1 TL\n" + repeated("(law and law) Tj T*\n", 200'000 * scale)), {},
                  flate),
         ""},
        {"many-filters.pdf",
         one_page(deflated(deflated(repeated(" ", 50'000'000))), {},
                  " /Filter [" + repeated("/FlateDecode ", 1000) + "]"),
         ""},
        {"words.pdf", one_page("BT /F1 11 Tf\n" + words + "ET"), ""},
        {"one-place.pdf",
         one_page("BT /F1 11 Tf 72 700 Td\n" + repeated("(law) Tj 0 0 Td\n", 20'000 * scale) + "ET"), ""},
        {"form-in-itself.pdf",
         one_page(
             "/X Do",
             {pdf_stream(
                 "/X Do /X Do",
                 " /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>")}),
         ""},
        {"forms.pdf",
         one_page(
             "/X Do",
             {pdf_stream(
                  repeated("/Y Do ", 30 * scale),
                  " /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Y 7 0 R >> >>"),
              pdf_stream(
                  repeated("/Z Do ", 30 * scale),
                  " /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Z 8 0 R >> >>"),
              pdf_stream(
                  repeated(shown("law"), 10 * scale),
                  " /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 3 0 R >> >>")}),
         ""},
        {"kids-in-circles.pdf",
         pdf_of_objects({kCatalogue, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>"}), ""},
        {"count.pdf", pdf_of_objects({kCatalogue, "<< /Type /Pages /Kids [] /Count 2147483647 >>"}), ""},
        {"negative-count.pdf",
         pdf_of_objects({kCatalogue, "<< /Type /Pages /Kids [4 0 R] /Count -5 >>", kFont, page()}), ""},
        {"no-pages.pdf", pdf_of_objects({"<< /Type /Catalog >>"}), ""},
        {"arrays.pdf", pdf_of_objects({kCatalogue, std::string(200'000 * scale, '[')}), ""},
        {"dictionaries.pdf", pdf_of_objects({kCatalogue, repeated("<< /A ", 100'000 * scale)}), ""},
        {"length.pdf",
         pdf_of_objects({kCatalogue, "<< /Type /Pages /Kids [4 0 R] /Count 1 >>", kFont, page(),
                         "<< /Length 9999999999 >>\nstream\n" + shown("law") + "endstream"}),
         ""},
        {"length-of-itself.pdf",
         pdf_of_objects({kCatalogue, "<< /Type /Pages /Kids [4 0 R] /Count 1 >>", kFont, page(),
                         "<< /Length 5 0 R >>\nstream\n" + shown("law") + "endstream"}),
         ""},
        {"table-in-circles.pdf", table_loop, ""},
        {"encrypted.pdf", encrypted, "encrypted"},
        {"huge-page.pdf",
         pdf_of_objects({kCatalogue, "<< /Type /Pages /Kids [4 0 R] /Count 1 >>", kFont,
                         "<< /Type /Page /Parent 2 0 R /MediaBox [-1e30 -1e30 1e30 1e30] /Resources << /Font "
                         "<< /F1 3 0 R >> >> /Contents 5 0 R >>",
                         pdf_stream("BT /F1 1e30 Tf 1e30 -1e30 Td (law) Tj ET BT /F1 0 Tf (law) Tj ET")}),
         ""},
        {"deep-state.pdf", one_page(repeated("q ", 200'000 * scale) + shown("law")), ""},
        {"scanned.pdf", one_page("0 0 595 842 re f"), "scanned"},
    };
}

}  // namespace izde::tests
