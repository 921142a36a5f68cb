#include <utility>

#include "indexer/extract/encoding.hpp"
#include "indexer/extract/formats.hpp"

namespace izde::indexer {
namespace {

/// Plain text: a form feed ends a page, everything else is the segmenter's.
class TextExtractor final : public Extractor {
  public:
    TextExtractor() = default;

    Extraction extract(std::string_view bytes, const std::string& /*path*/) const override {
        DecodedText decoded = decode_text(bytes);
        Extraction extraction;
        extraction.format = "text";
        extraction.encoding = std::move(decoded.encoding);
        if (!decoded.warning.empty()) extraction.warnings.push_back(std::move(decoded.warning));
        const std::string_view text = decoded.text;
        std::size_t begin = 0;
        while (begin <= text.size()) {
            const std::size_t end = std::min(text.find('\f', begin), text.size());
            Page page;
            page.index = static_cast<std::uint32_t>(extraction.pages.size() + 1);
            page.text = text.substr(begin, end - begin);
            extraction.pages.push_back(std::move(page));
            begin = end + 1;
        }
        return extraction;
    }
};

}  // namespace

const Extractor& text_extractor() {
    static const TextExtractor extractor;
    return extractor;
}

}  // namespace izde::indexer
