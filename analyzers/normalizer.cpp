#include "analyzers/normalizer.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "analyzers/characters.hpp"
#include "analyzers/normalizer_table.hpp"
#include "analyzers/roman_numeral.hpp"
#include "analyzers/utf8.hpp"

namespace izde::analyzers {
namespace {

constexpr std::size_t kTableEnd = detail::kTableEnd;

/// 0 where a character has no fold.
using FoldTable = std::array<char16_t, kTableEnd>;

template <std::size_t size>
constexpr FoldTable make_fold_table(const std::array<FoldRow, size>& rows) {
    FoldTable table{};
    for (const FoldRow& row : rows) {
        if (row.from < kTableEnd) table[row.from] = static_cast<char16_t>(row.to);
    }
    return table;
}

constexpr FoldTable kToCyrillic = make_fold_table(kLatinInCyrillic);
constexpr FoldTable kToLatin = make_fold_table(kCyrillicInLatin);
constexpr FoldTable kToLoose = make_fold_table(kLoose);

constexpr FoldTable make_lower_and_folded() {
    FoldTable table{};
    const FoldTable folds = make_fold_table(kFolds);
    for (char32_t code = 0; code < kTableEnd; ++code) {
        const char16_t lower = detail::kLower[code];
        table[code] = folds[lower] != 0 ? folds[lower] : lower;
    }
    return table;
}
constexpr FoldTable kLowerAndFolded = make_lower_and_folded();

enum Property : std::uint8_t {
    cyrillic = 1,
    latin = 2,
    cyrillic_only = 4,  ///< no Latin letter looks like it: the word is Cyrillic
    latin_only = 8,     ///< no Cyrillic letter looks like it: the word is Latin
    kazakh = 16,
    not_roman = 32,  ///< no digit of a Roman numeral
    special = 64,    ///< needs the slow path: marks, apostrophes, ignorables, hyphens, ligatures
};

constexpr bool is_roman_digit(char32_t code) {
    constexpr std::u32string_view kDigits = U"IVXLCDMivxlcdmІіХхСсМмӀӏ";
    return kDigits.find(code) != std::u32string_view::npos;
}

constexpr std::uint8_t property_of(char32_t code) {
    const CharacterClass character_class = detail::kClasses[code];
    if (character_class == CharacterClass::digit) return not_roman;
    if (character_class != CharacterClass::letter) return special;
    unsigned properties = 0;
    if (code >= 0x400) {
        properties |= cyrillic;
        if (kToLatin[code] == 0) properties |= cyrillic_only;
    } else if (code < 0x2B0) {
        properties |= latin;
        if (kToCyrillic[code] == 0) properties |= latin_only;
    }
    for (const FoldRow& row : kLoose) {
        if (row.from == detail::kLower[code]) properties |= kazakh;
    }
    if (!is_roman_digit(code)) properties |= not_roman;
    return static_cast<std::uint8_t>(properties);
}
constexpr auto kProperties = detail::make_table<std::uint8_t>(property_of);

/// Characters beyond the table that stand for several letters. Only what PDFs and word processors really
/// emit.
struct Expansion {
    char32_t from;
    std::u32string_view to;
};
constexpr std::array kExpansions = {
    Expansion{U'ﬀ', U"ff"},   Expansion{U'ﬁ', U"fi"}, Expansion{U'ﬂ', U"fl"}, Expansion{U'ﬃ', U"ffi"},
    Expansion{U'ﬄ', U"ffl"},  Expansion{U'Ⅰ', U"I"},  Expansion{U'Ⅱ', U"II"}, Expansion{U'Ⅲ', U"III"},
    Expansion{U'Ⅳ', U"IV"},   Expansion{U'Ⅴ', U"V"},  Expansion{U'Ⅵ', U"VI"}, Expansion{U'Ⅶ', U"VII"},
    Expansion{U'Ⅷ', U"VIII"}, Expansion{U'Ⅸ', U"IX"}, Expansion{U'Ⅹ', U"X"},  Expansion{U'Ⅺ', U"XI"},
    Expansion{U'Ⅻ', U"XII"},  Expansion{U'Ⅼ', U"L"},  Expansion{U'Ⅽ', U"C"},  Expansion{U'Ⅾ', U"D"},
    Expansion{U'Ⅿ', U"M"},
};

char32_t fold(char32_t code) {
    const char32_t lower = to_lower(code);
    if (lower < kTableEnd) return kLowerAndFolded[lower];
    for (const FoldRow& row : kFolds) {
        if (row.from == lower) return row.to;
    }
    return lower;
}

constexpr char32_t kStressGrave = 0x300;
constexpr char32_t kStressAcute = 0x301;

}  // namespace

WordShape Normalizer::normalize(std::string_view raw, std::string& exact) {
    exact.clear();
    unsigned seen = 0;
    for (std::size_t at = 0; at < raw.size();) {
        const Character character = decode(raw, at);
        at += character.length;
        if (character.code >= kTableEnd) return normalize_slowly(raw, exact);
        seen |= kProperties[character.code];
        append_utf8(exact, kLowerAndFolded[character.code]);
    }
    const bool is_mixed = (seen & cyrillic) != 0 && (seen & latin) != 0;
    if (is_mixed || (seen & special) != 0 || (seen & not_roman) == 0) return normalize_slowly(raw, exact);
    return {(seen & cyrillic) != 0, (seen & latin) != 0, (seen & kazakh) != 0, false};
}

WordShape Normalizer::normalize_slowly(std::string_view raw, std::string& exact) {
    exact.clear();
    letters_.clear();
    bool has_mark = false;
    for (std::size_t at = 0; at < raw.size();) {
        const Character character = decode(raw, at);
        at += character.length;
        const CharacterClass character_class = class_of(character.code);
        if (character.code == kMalformed || character_class == CharacterClass::ignorable) continue;
        // White space stands in a token only after a hyphen at the end of a line, or between initials.
        if (character_class == CharacterClass::separator && character.code != U'.') {
            if (!letters_.empty() && fold(letters_.back()) == U'-') letters_.pop_back();
            continue;
        }
        has_mark = has_mark || character_class == CharacterClass::mark;
        const Expansion* expansion = nullptr;
        if (character.code >= 0x2160) {
            for (const Expansion& candidate : kExpansions) {
                if (candidate.from == character.code) expansion = &candidate;
            }
        }
        if (expansion != nullptr) {
            letters_ += expansion->to;
        } else {
            letters_.push_back(character.code);
        }
    }
    if (read_roman_numeral(letters_, exact)) return {false, true, false, true};
    exact.clear();

    unsigned seen = 0;
    for (const char32_t letter : letters_) {
        if (letter < kTableEnd) seen |= kProperties[letter];
    }
    const bool is_mixed = (seen & cyrillic) != 0 && (seen & latin) != 0;
    // A word all of whose letters look alike is taken as Cyrillic: English words do not consist of them
    // alone.
    const bool becomes_cyrillic = is_mixed && (seen & latin_only) == 0;
    const bool becomes_latin = is_mixed && !becomes_cyrillic && (seen & cyrillic_only) == 0;
    const bool is_cyrillic_word = becomes_cyrillic || (seen & (cyrillic | latin)) == cyrillic;

    if (becomes_cyrillic || becomes_latin) {
        for (char32_t& letter : letters_) {
            const char32_t repaired =
                letter >= kTableEnd ? 0 : (becomes_cyrillic ? kToCyrillic : kToLatin)[letter];
            if (repaired == 0) continue;
            // Ү is drawn like Y; у is not, so a capital Y among Kazakh letters is Ү («Yкімет»).
            letter = letter == U'Y' && (seen & kazakh) != 0 ? U'ү' : repaired;
        }
    }
    if (has_mark) compose();  // after the repair: a mark composes with the letter that was meant

    WordShape shape;
    for (std::size_t at = 0; at < letters_.size(); ++at) {
        char32_t letter = fold(letters_[at]);
        if (is_cyrillic_word) {
            if (letter == kStressAcute || letter == kStressGrave) continue;  // «Құна́нбаев»: a stress mark
            if (letter == U'\'') {
                // Typewriters wrote ъ as an apostrophe («об'ект»); elsewhere it parts nothing («Қур'ан»).
                const char32_t next = at + 1 < letters_.size() ? fold(letters_[at + 1]) : 0;
                if (next != U'е' && next != U'ю' && next != U'я') continue;
                letter = U'ъ';
            }
        }
        shape.has_cyrillic = shape.has_cyrillic || is_cyrillic(letter);
        shape.has_latin = shape.has_latin || is_latin(letter);
        shape.has_kazakh_letter = shape.has_kazakh_letter || is_kazakh_letter(letter);
        append_utf8(exact, letter);
    }
    return shape;
}

void Normalizer::compose() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) != 0) return;
    const icu::UnicodeString composed =
        nfc->normalize(icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(letters_.data()),
                                                     static_cast<std::int32_t>(letters_.size())),
                       status);
    if (U_FAILURE(status) != 0) return;
    letters_.clear();
    for (std::int32_t at = 0; at < composed.length(); at = composed.moveIndex32(at, 1)) {
        letters_.push_back(static_cast<char32_t>(composed.char32At(at)));
    }
}

void fold_loose(std::string_view exact, std::string& loose) {
    loose.clear();
    for (std::size_t at = 0; at < exact.size();) {
        const Character character = decode(exact, at);
        at += character.length;
        if (character.code == kMalformed) continue;
        const bool is_folded = character.code < kTableEnd && kToLoose[character.code] != 0;
        append_utf8(loose, is_folded ? kToLoose[character.code] : character.code);
    }
}

char32_t latin_look_alike(char32_t code) noexcept {
    return code < kTableEnd && kToLatin[code] != 0 ? kToLatin[code] : code;
}

}  // namespace izde::analyzers
