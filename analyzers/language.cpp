#include "analyzers/language.hpp"

namespace izde::analyzers {

std::string_view code_of(Language language) noexcept {
    switch (language) {
        case Language::kazakh: return "kk";
        case Language::russian: return "ru";
        case Language::english: return "en";
        case Language::unknown: break;
    }
    return "und";
}

Language language_from_code(std::string_view code) noexcept {
    if (code == "kk") return Language::kazakh;
    if (code == "ru") return Language::russian;
    if (code == "en") return Language::english;
    return Language::unknown;
}

}  // namespace izde::analyzers
