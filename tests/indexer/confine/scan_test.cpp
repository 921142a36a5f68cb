#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <memory>
#include <set>

#include "analyzers/utf8.hpp"
#include "indexer/build.hpp"
#include "indexer/extract/formats.hpp"
#include "indexer/work_reader.hpp"
#include "tests/support/files.hpp"
#include "tests/support/pdf.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace izde::indexer;
using namespace izde::tests;
namespace fs = std::filesystem;

namespace {

const izde::analyzers::Analyzer& analyzer() {
    static const izde::analyzers::Analyzer it;
    return it;
}

std::string in_hex(const char* format, unsigned number) {
    std::string text(8, '\0');
    text.resize(static_cast<std::size_t>(std::snprintf(text.data(), text.size(), format, number)));
    return text;
}

/// A page of lines in DejaVu Sans Mono, which Poppler draws in whatever the system has for it: the letters
/// are named, not embedded.
std::string drawn_page(const std::vector<std::string>& lines) {
    std::set<char32_t> letters;
    std::string content = "BT /F1 14 Tf 50 760 Td 28 TL ";
    for (int is_writing = 0; is_writing < 2; ++is_writing) {
        for (const std::string& line : lines) {
            std::string codes;
            for (std::size_t at = 0; at < line.size();) {
                const auto letter = izde::analyzers::decode(line, at);
                at += letter.length;
                letters.insert(letter.code);
                codes += in_hex(
                    "%02x", static_cast<unsigned>(std::distance(letters.begin(), letters.find(letter.code))));
            }
            if (is_writing == 1) content += "<" + codes + "> Tj T* ";
        }
    }
    std::string names;
    std::string widths;
    for (const char32_t letter : letters) {
        names += "/uni" + in_hex("%04X", letter) + ' ';
        widths += "602 ";
    }
    return pdf_of_objects(
        {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
         "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> "
         "/Contents 4 0 R >>",
         pdf_stream(content + "ET"),
         "<< /Type /Font /Subtype /TrueType /BaseFont /DejaVuSansMono /FirstChar 0 /LastChar " +
             std::to_string(letters.size() - 1) + " /Widths [" + widths +
             "] /Encoding << /Type /Encoding /Differences [0 " + names + "] >> >>"});
}

/// What a scanner makes of pages of lines: pictures, behind a first page of text.
std::string scan(const std::vector<std::vector<std::string>>& pages, const std::string& first_page = "") {
    constexpr double kDotsPerInch = 200;
    std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", "",
                                        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
    std::string kids;
    const auto add_page = [&](const std::string& resources, const std::string& content) {
        objects.push_back(pdf_stream(content));
        objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << " + resources +
                          " >> /Contents " + std::to_string(objects.size()) + " 0 R >>");
        kids += std::to_string(objects.size()) + " 0 R ";
    };
    if (!first_page.empty())
        add_page("/Font << /F1 3 0 R >>", "BT /F1 12 Tf 50 700 Td (" + first_page + ") Tj ET");
    for (const std::vector<std::string>& lines : pages) {
        const std::string drawn = drawn_page(lines);
        const std::unique_ptr<poppler::document> document(
            poppler::document::load_from_raw_data(drawn.data(), static_cast<int>(drawn.size())));
        const std::unique_ptr<poppler::page> page(document->create_page(0));
        poppler::page_renderer renderer;
        renderer.set_image_format(poppler::image::format_gray8);
        const poppler::image image = renderer.render_page(page.get(), kDotsPerInch, kDotsPerInch);
        std::string dots;
        for (int row = 0; row < image.height(); ++row)
            dots.append(image.const_data() + row * image.bytes_per_row(),
                        static_cast<std::size_t>(image.width()));
        objects.push_back(pdf_stream(
            dots, " /Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Width " +
                      std::to_string(image.width()) + " /Height " + std::to_string(image.height())));
        add_page("/XObject << /I " + std::to_string(objects.size()) + " 0 R >>",
                 "q 595 0 0 842 0 0 cm /I Do Q");
    }
    objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " +
                 std::to_string(pages.size() + (first_page.empty() ? 0 : 1)) + " >>";
    return pdf_of_objects(objects);
}

/// nullptr, and a line that says so, where Tesseract is not installed.
std::unique_ptr<TextRecognizer> recognizer() {
    try {
        return make_text_recognizer();
    } catch (const RecognizerUnavailable& error) {
        BOOST_TEST_MESSAGE("skipped: " << error.what());
        return nullptr;
    }
}

const std::vector<std::string> kKazakh = {"ЖЕРГІЛІКТІ ӨЗІН-ӨЗІ БАСҚАРУ", "",
                                          "Қоғамның құқықтық мәдениеті әр адамнан",
                                          "басталады, ал заңды білу оның негізі болады."};
const std::vector<std::string> kRussian = {"Правовой мониторинг проводится ежегодно."};

std::string text_of(const Extraction& extraction) {
    std::string text;
    for (const Page& page : extraction.pages) text += page.text + "\f";
    return text;
}

bool holds(const std::string& text, const std::string& piece) {
    return text.find(piece) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(scans)

BOOST_AUTO_TEST_CASE(pictures_of_pages_are_reported_without_a_recognizer_and_read_with_one) {
    const std::string pdf = scan({kKazakh, kRussian});
    BOOST_CHECK_EXCEPTION(pdf_extractor().extract(pdf, "scan.pdf"), ExtractError, [](const auto& error) {
        return std::string(error.what()) == "scanned: 2 pages without a text layer; --ocr reads them";
    });
    const auto tesseract = recognizer();
    if (!tesseract) return;
    const Extraction extraction = extract_pdf(pdf, *tesseract);
    const std::string text = text_of(extraction);
    BOOST_TEST_INFO(text);
    BOOST_REQUIRE_EQUAL(extraction.pages.size(), 2U);
    BOOST_TEST(extraction.pages[1].index == 2U);
    BOOST_TEST(holds(extraction.pages[0].text, "ЖЕРГІЛІКТІ ӨЗІН-ӨЗІ БАСҚАРУ"));
    BOOST_TEST(holds(extraction.pages[0].text, "құқықтық мәдениеті"));
    BOOST_TEST(holds(extraction.pages[1].text, "Правовой мониторинг проводится ежегодно."));
    BOOST_TEST(extraction.unread_pages == 0U);
}

BOOST_AUTO_TEST_CASE(only_pages_without_text_are_recognized) {
    const std::string pdf = scan({kRussian}, "A page of text");
    const Extraction plain = pdf_extractor().extract(pdf, "mixed.pdf");
    BOOST_TEST(plain.unread_pages == 1U);
    BOOST_REQUIRE_EQUAL(plain.warnings.size(), 1U);
    BOOST_TEST(plain.warnings.front() == "1 of 2 pages have no text layer");
    const auto tesseract = recognizer();
    if (!tesseract) return;
    const Extraction read = extract_pdf(pdf, *tesseract);
    BOOST_TEST(read.unread_pages == 0U);
    BOOST_TEST(read.warnings.empty());
    BOOST_TEST(holds(read.pages.at(0).text, "A page of text"));
    BOOST_TEST(holds(read.pages.at(1).text, "Правовой мониторинг"));
}

BOOST_AUTO_TEST_CASE(an_empty_page_is_no_failure_of_its_volume) {
    const auto tesseract = recognizer();
    if (!tesseract) return;
    const std::string pdf = scan({kRussian, {" "}});
    BOOST_TEST(extract_pdf(pdf, *tesseract).pages.size() == 2U);
    BOOST_CHECK_EXCEPTION(extract_pdf(scan({{" "}}), *tesseract), ExtractError, [](const auto& error) {
        return std::string(error.what()) == "scanned: 1 pages, and no text seen in them";
    });
}

BOOST_AUTO_TEST_CASE(a_run_that_recognizes_scans_reads_in_confinement_what_an_earlier_one_could_not) {
    if (!recognizer()) return;
    const TemporaryDirectory directory;
    write_file(directory.path() / "corpus" / "mixed.pdf", scan({kKazakh}, "A page of text"));
    write_file(directory.path() / "corpus" / "scan.pdf", scan({kRussian}));
    BuildOptions run;
    run.reading.worker = IZDE_WORKER;
    run.roots = {directory.path() / "corpus"};
    run.index = directory.path() / "db";
    BuildReport report = build(run, analyzer());
    BOOST_TEST(report.files_added == 1U);
    BOOST_TEST(report.skipped.size() == 1U);
    run.reading.recognize_scans();
    report = build(run, analyzer());
    BOOST_TEST(report.files_added == 1U);
    BOOST_TEST(report.files_changed == 1U);
    BOOST_TEST(report.skipped.empty());
    for (const bool recognizes : {true, false}) {
        run.reading.recognizes_scans = recognizes;
        BOOST_TEST(build(run, analyzer()).files_unchanged == 2U);
    }
}

BOOST_AUTO_TEST_SUITE_END()
