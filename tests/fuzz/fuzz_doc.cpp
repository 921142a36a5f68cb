// Any bytes give pages no longer than the file could hold, or an ExtractError.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/extract/formats.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try {
        std::size_t text = 0;
        for (const izde::indexer::Page& page : izde::indexer::doc_extractor().extract(bytes, "fuzz").pages)
            text += page.text.size();
        if (text > 8 * size) std::abort();
    } catch (const izde::indexer::ExtractError&) {
    }
    return 0;
}
