#include "analyzers/language.hpp"

#include <cstddef>
#include <string>

#include "analyzers/characters.hpp"
#include "analyzers/utf8.hpp"
#include "analyzers/word_evidence.hpp"

namespace izde::analyzers {
namespace {

struct Counts {
    int kazakh_evidence = 0;
    int first_word = 0;  ///< evidence of the first Cyrillic word, at full weight
    std::size_t words = 0;
    std::size_t names = 0;  ///< words with a capital first letter and small ones behind it
    std::size_t cyrillic_letters = 0;
    std::size_t latin_letters = 0;
};

/// A letter run of the paragraph, in lower case.
struct Word {
    std::string letters;
    std::size_t cyrillic = 0;
    std::size_t latin = 0;
    std::size_t upper = 0;
    bool starts_upper = false;
    bool has_kazakh_look_alike = false;  ///< Latin i or ə: in a Cyrillic word they stand for і and ә

    void clear() {
        letters.clear();
        cyrillic = latin = upper = 0;
        starts_upper = has_kazakh_look_alike = false;
    }
};

/// Chosen on 2,600 Kazakh–Russian sentence pairs of government pages (whole sentences right, Kazakh/Russian):
/// names at full weight .955/.863, a third .956/.873; with the bias .950/.888 and .906/.843 on single words.
/// README.md has the rest.
constexpr int kNameDivisor = 3;
constexpr int kBias = 5;
/// A quoted title may be of the other language.
constexpr int kQuotedDivisor = 2;

void count_word(const Word& word, bool is_quoted, Counts& counts) {
    counts.cyrillic_letters += word.cyrillic;
    counts.latin_letters += word.cyrillic == 0 ? word.latin : 0;
    if (word.cyrillic == 0) return;
    int evidence = word.has_kazakh_look_alike ? kCertain : kazakh_evidence(word.letters);
    if (is_quoted) evidence /= kQuotedDivisor;
    // A name says little: Kazakh names stand in Russian text and Russian ones in Kazakh («Партия «Нұр
    // Отан»»). What Russian alone inflects so («Карагандинской») says all it has to say.
    const bool is_name = word.starts_upper && word.upper == 1;
    counts.names += is_name ? 1 : 0;
    if (++counts.words == 1) counts.first_word = evidence;
    counts.kazakh_evidence +=
        is_name && counts.words > 1 && evidence > -kCertain ? evidence / kNameDivisor : evidence;
}

/// The first word has a capital anyway; but where all have one, it is a name like the others.
int total_evidence(const Counts& counts) {
    const bool only_names = counts.words > 1 && counts.names == counts.words && counts.first_word > 0;
    return counts.kazakh_evidence - (only_names ? counts.first_word - counts.first_word / kNameDivisor : 0);
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
    bool is_quoted = false;
    Word word;
    word.letters.reserve(2 * kLongestWord);
    for (std::size_t at = 0; at <= paragraph.size();) {
        const Character character = at < paragraph.size() ? decode(paragraph, at) : Character{};
        at += character.length;
        const CharacterClass character_class = class_of(character.code);
        if (character_class == CharacterClass::mark || character_class == CharacterClass::ignorable) continue;
        if (character_class != CharacterClass::letter) {
            count_word(word, is_quoted, counts);
            word.clear();
            if (character.code == U'«' || character.code == U'»') is_quoted = character.code == U'«';
            continue;
        }
        const char32_t letter = to_lower(character.code);
        const bool is_capital = letter != character.code;
        word.starts_upper = word.starts_upper || (is_capital && word.letters.empty());
        word.upper += is_capital ? 1 : 0;
        word.cyrillic += is_cyrillic(letter) ? 1 : 0;
        word.latin += is_latin(letter) ? 1 : 0;
        word.has_kazakh_look_alike = word.has_kazakh_look_alike || letter == U'i' || letter == U'ə';
        if (word.letters.size() < kLongestWord) append_utf8(word.letters, letter == U'ё' ? U'е' : letter);
    }
    if (counts.cyrillic_letters == 0 && counts.latin_letters == 0) return Language::unknown;
    if (counts.latin_letters > counts.cyrillic_letters) return Language::english;
    return total_evidence(counts) > kBias ? Language::kazakh : Language::russian;
}

}  // namespace izde::analyzers
