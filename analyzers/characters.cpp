#include "analyzers/characters.hpp"

#include <unicode/uchar.h>

namespace izde::analyzers::detail {

CharacterClass class_beyond_table(char32_t code) noexcept {
    switch (code) {
        case 0x2010:
        case 0x2011:
            return CharacterClass::hyphen;
        case 0x2018:
        case 0x2019:
        case 0x201B:
        case 0x2032:
        case 0xFF07:
            return CharacterClass::apostrophe;
        case 0x200B:
        case 0x200C:
        case 0x200D:
        case 0x2060:
        case 0xFEFF:
            return CharacterClass::ignorable;
        default:
            break;
    }
    if (code > 0x10FFFF) return CharacterClass::separator;
    const auto character = static_cast<UChar32>(code);
    if ((U_GET_GC_MASK(character) & (U_GC_L_MASK | U_GC_NL_MASK | U_GC_ND_MASK)) != 0)
        return CharacterClass::letter;
    if ((U_GET_GC_MASK(character) & U_GC_M_MASK) != 0) return CharacterClass::mark;
    return CharacterClass::separator;
}

char32_t lower_beyond_table(char32_t code) noexcept {
    return code > 0x10FFFF ? code : static_cast<char32_t>(u_tolower(static_cast<UChar32>(code)));
}

}  // namespace izde::analyzers::detail
