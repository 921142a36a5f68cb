#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "analyzers/characters.hpp"
#include "analyzers/utf8.hpp"
#include "analyzers/variants/letter_readings.hpp"

namespace izde::analyzers {
namespace {

/// No word that anyone types is longer; what is stays as it is.
constexpr std::size_t kLongestTyped = 64;

char32_t composed(char32_t first, char32_t second) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* const nfc = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status) != 0) return 0;
    const UChar32 pair = unorm2_composePair(nfc, static_cast<UChar32>(first), static_cast<UChar32>(second));
    return pair < 0 ? 0 : static_cast<char32_t>(pair);
}

}  // namespace

std::vector<Span> typed_words(std::string_view text) {
    std::vector<Span> words;
    for (std::size_t at = 0; at < text.size();) {
        Span word{at, at};
        bool has_letter = false;
        bool is_latin_word = true;
        while (at < text.size()) {
            const Character character = decode(text, at);
            const CharacterClass what = class_of(character.code);
            const bool is_apostrophe =
                what == CharacterClass::apostrophe || character.code == U'’' || character.code == U'‘';
            if (what == CharacterClass::letter) {
                has_letter = true;
                is_latin_word = is_latin_word && is_latin(character.code);
            }
            const bool belongs =
                what == CharacterClass::letter || what == CharacterClass::digit ||
                ((what == CharacterClass::mark || what == CharacterClass::ignorable) && has_letter) ||
                (is_apostrophe && has_letter && is_latin_word);
            if (!belongs) break;
            at += character.length;
            word.end = at;
        }
        if (has_letter) words.push_back(word);
        if (word.end == word.begin) at += decode(text, at).length;
    }
    return words;
}

std::u32string typed_letters(std::string_view word) {
    std::u32string letters;
    for (std::size_t at = 0; at < word.size() && letters.size() < kLongestTyped;) {
        const Character character = decode(word, at);
        at += character.length;
        const CharacterClass what = class_of(character.code);
        if (character.code == kMalformed || what == CharacterClass::ignorable) continue;
        if (what == CharacterClass::apostrophe || character.code == U'’' || character.code == U'‘') {
            letters += U'\'';
            continue;
        }
        const char32_t letter = character.code == U'\u0130' ? U'i' : to_lower(character.code);
        if (what == CharacterClass::mark && !letters.empty()) {
            if (const char32_t both = composed(letters.back(), letter); both != 0) letters.back() = both;
            continue;
        }
        letters += letter == U'ё' ? U'е' : letter;
    }
    return letters;
}

std::string with_capitals_of(std::string_view pattern, std::u32string_view word) {
    std::size_t letters = 0;
    std::size_t capitals = 0;
    bool begins_with_capital = false;
    for (std::size_t at = 0; at < pattern.size();) {
        const Character character = decode(pattern, at);
        at += character.length;
        if (class_of(character.code) != CharacterClass::letter) continue;
        const bool is_capital = is_upper(character.code);
        if (letters == 0) begins_with_capital = is_capital;
        ++letters;
        capitals += is_capital ? 1 : 0;
    }
    const bool all = capitals == letters && letters > 1;
    std::string result;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const bool raise = all || (at == 0 && begins_with_capital);
        append_utf8(result,
                    raise ? static_cast<char32_t>(u_toupper(static_cast<UChar32>(word[at]))) : word[at]);
    }
    return result;
}

}  // namespace izde::analyzers
