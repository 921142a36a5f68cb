// Any bytes give a page whose styles lie in its text, or an ExtractError.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/extract/formats.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try {
        const izde::indexer::Extraction extraction = izde::indexer::html_extractor().extract(bytes, "fuzz");
        for (const izde::indexer::Page& page : extraction.pages) {
            for (const izde::indexer::LineStyle& style : page.styles) {
                if (style.begin >= style.end || style.end > page.text.size()) std::abort();
            }
        }
    } catch (const izde::indexer::ExtractError&) {
    }
    return 0;
}
