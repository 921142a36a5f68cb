// Any bytes give tokens whose spans ascend, lie in the text and hold it; malformed bytes separate words.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzers/analyzer.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const izde::analyzers::Analyzer analyzer;
    if (size == 0) return 0;
    const auto language = static_cast<izde::analyzers::Language>(data[0] % 4);
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    izde::analyzers::TokenStream tokens = analyzer.analyze(text, language);
    std::size_t end = 0;
    std::uint32_t position = 0;
    while (tokens.next()) {
        const izde::analyzers::Token& token = tokens.token();
        const bool is_sound = token.span.begin >= end && token.span.begin < token.span.end &&
                              token.span.end <= text.size() && token.position > position &&
                              !token.stem.empty() && !token.exact.empty();
        if (!is_sound) std::abort();
        end = token.span.end;
        position = token.position;
    }
    return 0;
}
