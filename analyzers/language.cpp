#include "analyzers/language.hpp"

#include <array>
#include <cstddef>
#include <string>

#include "analyzers/characters.hpp"
#include "analyzers/utf8.hpp"
#include "analyzers/word_evidence.hpp"

namespace izde::analyzers {
namespace {

struct Counts {
    std::size_t kazakh = 0;
    std::size_t russian = 0;
    std::size_t cyrillic_words = 0;
    std::size_t latin_words = 0;
};

/// Counts one word; `lower` holds it in lower case, `has_latin_i` tells of i or ə among Cyrillic letters.
void count_word(const std::string& lower, bool has_cyrillic, bool has_latin, bool has_latin_kazakh,
                Counts& counts) {
    if (lower.empty()) return;
    if (!has_cyrillic) {
        counts.latin_words += has_latin ? 1 : 0;
        return;
    }
    ++counts.cyrillic_words;
    const Evidence evidence = has_latin_kazakh ? Evidence::kazakh : evidence_of(lower);
    counts.kazakh += evidence == Evidence::kazakh ? 1 : 0;
    counts.russian += evidence == Evidence::russian ? 1 : 0;
}

}  // namespace

std::string_view code_of(Language language) noexcept {
    switch (language) {
        case Language::kazakh:
            return "kk";
        case Language::russian:
            return "ru";
        case Language::english:
            return "en";
        case Language::unknown:
            break;
    }
    return "und";
}

Language language_from_code(std::string_view code) noexcept {
    if (code == "kk") return Language::kazakh;
    if (code == "ru") return Language::russian;
    if (code == "en") return Language::english;
    return Language::unknown;
}

Language identify_language(std::string_view paragraph) noexcept {
    constexpr std::size_t kLongestWord = 96;  // bytes; what is longer is no word
    Counts counts;
    std::string lower;
    lower.reserve(2 * kLongestWord);
    bool has_cyrillic = false;
    bool has_latin = false;
    bool has_latin_kazakh = false;
    for (std::size_t at = 0; at <= paragraph.size();) {
        const Character character = at < paragraph.size() ? decode(paragraph, at) : Character{};
        at += character.length;
        const CharacterClass character_class = class_of(character.code);
        if (character_class == CharacterClass::mark || character_class == CharacterClass::ignorable) continue;
        if (character_class != CharacterClass::letter) {
            count_word(lower, has_cyrillic, has_latin, has_cyrillic && has_latin_kazakh, counts);
            lower.clear();
            has_cyrillic = has_latin = has_latin_kazakh = false;
            continue;
        }
        const char32_t letter = to_lower(character.code);
        has_cyrillic = has_cyrillic || is_cyrillic(letter);
        has_latin = has_latin || is_latin(letter);
        has_latin_kazakh = has_latin_kazakh || letter == U'i' || letter == U'ə' || letter == U'h';
        if (lower.size() < kLongestWord) append_utf8(lower, letter == U'ё' ? U'е' : letter);
    }
    if (counts.cyrillic_words == 0 && counts.latin_words == 0) return Language::unknown;
    if (counts.latin_words > counts.cyrillic_words) return Language::english;
    return counts.kazakh > counts.russian ? Language::kazakh : Language::russian;
}

}  // namespace izde::analyzers
