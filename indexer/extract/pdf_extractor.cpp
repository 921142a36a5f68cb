#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/formats.hpp"
#include "indexer/extract/office_metadata.hpp"
#include "indexer/extract/page_layout.hpp"
#include "indexer/extract/reading_order.hpp"

namespace izde::indexer {
namespace {

/// More pages than any volume has; of what claims more, so many are read.
constexpr int kMostPages = 20'000;

/// Poppler copies the table of all objects for each page: of a file of a million pages, 20,000 take more than
/// the minute that a file is given.
constexpr int kMostClaimedPages = 200'000;

/// Pages from which the size of the body type is taken: title pages alone would mislead.
constexpr int kSampledPages = 40;

std::string utf8(const poppler::ustring& text) {
    const poppler::byte_array bytes = text.to_utf8();
    std::string result(bytes.begin(), bytes.end());
    std::erase(result, '\0');
    return result;
}

bool names_style(const std::string& font, std::initializer_list<std::string_view> names) {
    return std::ranges::any_of(names,
                               [&](std::string_view name) { return font.find(name) != std::string::npos; });
}

std::vector<PlacedWord> words_of(const poppler::page& page) {
    std::vector<PlacedWord> words;
    for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
        // Text along the margin and watermarks run in other directions.
        if (box.rotation() != 0) continue;
        PlacedWord word;
        word.text = utf8(box.text());
        const poppler::rectf place = box.bbox();
        word.left = place.left();
        word.top = place.top();
        word.right = place.right();
        word.bottom = place.bottom();
        word.has_space_after = box.has_space_after();
        word.size = place.height();
        if (box.has_font_info()) {
            word.size = box.get_font_size();
            const std::string font = box.get_font_name();
            word.is_bold = names_style(font, {"Bold", "bold", "Black", "Heavy"});
            word.is_italic = names_style(font, {"Italic", "italic", "Oblique"});
        }
        words.push_back(std::move(word));
    }
    return words;
}

/// At this density Tesseract was trained; a page that is larger than kMostDots then, a drawing or an attack
/// on memory, is taken coarser.
constexpr double kDotsPerInch = 300;
constexpr double kMostDots = 40e6;  // A4 has 8.7 million
constexpr double kPointsPerInch = 72;

std::vector<PlacedWord> recognize(const poppler::page& page, TextRecognizer& recognizer) {
    const poppler::rectf size = page.page_rect();
    const double inches = size.width() / kPointsPerInch * size.height() / kPointsPerInch;
    if (!(inches > 0)) return {};
    const double density = std::min(kDotsPerInch, std::sqrt(kMostDots / inches));
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    const poppler::image image = renderer.render_page(&page, density, density);
    if (!image.is_valid()) return {};
    return recognizer.read(
        {image.const_data(), image.width(), image.height(), image.bytes_per_row(), density});
}

/// A page set sideways: Poppler's own order, without styles.
void write_plain(const poppler::page& page, Page& to) {
    to.text = utf8(page.text(poppler::rectf(), poppler::page::non_raw_non_physical_layout));
    std::ranges::replace(to.text, '\f', '\n');
}

bool is_blank(const Page& page) {
    return page.text.find_first_not_of(" \n") == std::string::npos;
}

void read_pages(const poppler::document& document, TextRecognizer* recognizer, Extraction& extraction) {
    if (document.pages() > kMostClaimedPages)
        throw ExtractError("claims " + std::to_string(document.pages()) + " pages, which no volume has");
    const int count = std::min(document.pages(), kMostPages);
    if (document.pages() > count) {
        extraction.warnings.push_back("only the first " + std::to_string(count) + " of " +
                                      std::to_string(document.pages()) + " pages are read");
    }
    std::vector<PlacedWord> sample;
    std::vector<std::vector<PlacedWord>> sampled_pages;  // finding words is what reading a PDF takes
    for (int number = 0; number < std::min(count, kSampledPages); ++number) {
        const std::unique_ptr<poppler::page> page(document.create_page(number));
        sampled_pages.push_back(page ? words_of(*page) : std::vector<PlacedWord>());
        std::ranges::copy(sampled_pages.back(), std::back_inserter(sample));
    }
    const double body = body_size(sample);
    int without_text = 0;
    int broken = 0;
    for (int number = 0; number < count; ++number) {
        Page to;
        to.index = static_cast<std::uint32_t>(number + 1);
        const std::unique_ptr<poppler::page> page(document.create_page(number));
        if (page) {
            const std::string label = utf8(page->label());
            // Writers that set no labels have Poppler count from 1, which is no printed label.
            if (label != std::to_string(number + 1)) to.label = label;
            const auto place = static_cast<std::size_t>(number);
            std::vector<PlacedWord> words =
                place < sampled_pages.size() ? std::move(sampled_pages[place]) : words_of(*page);
            order_words(words);
            if (words.empty()) {
                write_plain(*page, to);
            } else {
                lay_out(words, body, to);
            }
            if (recognizer != nullptr && is_blank(to)) {
                to.text.clear();
                words = recognize(*page, *recognizer);
                lay_out(words, body > 0 ? body : body_size(words), to);
            }
            if (is_blank(to)) ++without_text;
        } else {
            ++broken;
        }
        extraction.pages.push_back(std::move(to));
    }
    if (count == 0) throw ExtractError("a PDF without pages");
    if (without_text + broken == count) {
        throw ExtractError(broken == count ? "no page of it can be read"
                           : recognizer != nullptr
                               ? "scanned: " + std::to_string(count) + " pages, and no text seen in them"
                               : "scanned: " + std::to_string(count) +
                                     " pages without a text layer; --ocr reads them");
    }
    if (without_text > 0 && recognizer == nullptr) {
        extraction.unread_pages = static_cast<std::uint64_t>(without_text);
        extraction.warnings.push_back(std::to_string(without_text) + " of " + std::to_string(count) +
                                      " pages have no text layer");
    }
    if (broken > 0) extraction.warnings.push_back(std::to_string(broken) + " pages cannot be read");
}

/// Poppler writes what it stumbles over to standard error, without the file's name.
bool silence_poppler() {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    return true;
}

/// Pages without text are read by `recognizer`, where there is one.
Extraction read_pdf(std::string_view bytes, TextRecognizer* recognizer) {
    static const bool is_silent = silence_poppler();
    static_cast<void>(is_silent);
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        throw ExtractError("longer than 2 GB");
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document) throw ExtractError("not readable as PDF");
    if (document->is_locked()) throw ExtractError("encrypted: it opens only with a password");
    Extraction extraction;
    extraction.format = "pdf";
    set_title(extraction.metadata, utf8(document->get_title()));
    add_author(extraction.metadata, utf8(document->get_author()));
    drop_typist(extraction.metadata);
    read_pages(*document, recognizer, extraction);
    return extraction;
}

class PdfExtractor final : public Extractor {
  public:
    Extraction extract(std::string_view bytes, const std::string& /*path*/) const override {
        return read_pdf(bytes, nullptr);
    }
};

}  // namespace

Extraction extract_pdf(std::string_view bytes, TextRecognizer& recognizer) {
    return read_pdf(bytes, &recognizer);
}

const Extractor& pdf_extractor() {
    static const PdfExtractor extractor;
    return extractor;
}

}  // namespace izde::indexer
