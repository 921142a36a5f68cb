#include "analyzers/variants/keyboard.hpp"

#include <cstddef>

#include "analyzers/characters.hpp"
#include "analyzers/utf8.hpp"

namespace izde::analyzers {
namespace {

/// The characters of a layout's 47 keys, row by row from the top left; first without Shift, then with it.
struct Keys {
    std::u32string_view plain;
    std::u32string_view shifted;
};

constexpr Keys kEnglish = {U"`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./",
                           U"~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?"};
constexpr Keys kRussian = {U"ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.",
                           U"Ё!\"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"};
constexpr Keys kKazakh = {U"(\"әіңғ,.үұқөһйцукенгшщзхъ\\фывапролджэячсмитьбю№",
                          U")!ӘІҢҒ;:ҮҰҚӨҺЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ?"};

static_assert(kEnglish.plain.size() == 47 && kEnglish.shifted.size() == 47);
static_assert(kRussian.plain.size() == 47 && kRussian.shifted.size() == 47);
static_assert(kKazakh.plain.size() == 47 && kKazakh.shifted.size() == 47);

const Keys& keys_of(KeyboardLayout layout) {
    switch (layout) {
        case KeyboardLayout::english:
            return kEnglish;
        case KeyboardLayout::russian:
            return kRussian;
        case KeyboardLayout::kazakh:
            break;
    }
    return kKazakh;
}

char32_t retyped(char32_t code, const Keys& from, const Keys& to) {
    if (const std::size_t key = from.plain.find(code); key != std::u32string_view::npos) return to.plain[key];
    if (const std::size_t key = from.shifted.find(code); key != std::u32string_view::npos)
        return to.shifted[key];
    return code;
}

}  // namespace

std::string retype(std::string_view text, KeyboardLayout from, KeyboardLayout to) {
    const Keys& source = keys_of(from);
    const Keys& target = keys_of(to);
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = decode(text, at);
        const std::size_t next = at + character.length;
        // The Kazakh layout's key of the hyphen is ө: a hyphen comes from the number pad, and stays one where
        // an ө follows it («-p3y--p3» is «өзін-өзі»).
        const bool is_hyphen = character.code == U'-' && to != from && to == KeyboardLayout::kazakh &&
                               at > 0 && text[at - 1] != ' ' && next < text.size() && text[next] == '-';
        if (character.code == kMalformed || is_hyphen) {
            result.append(text, at, character.length);
        } else {
            append_utf8(result, retyped(character.code, source, target));
        }
        at = next;
    }
    return result;
}

}  // namespace izde::analyzers
