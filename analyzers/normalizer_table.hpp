#pragma once

#include <array>
#include <string_view>

/// Every fold that normalisation makes: one row a fold, its reason beside it. Nothing is folded that is not
/// here (but case and NFC): blind accent stripping would make й of и and к of қ, which are other letters.
namespace izde::analyzers {

struct FoldRow {
    char32_t from;
    char32_t to;
    std::string_view reason;
};

/// Made in every word, on lower case.
inline constexpr std::array kFolds = {
    FoldRow{U'ё', U'е', "print leaves the dots out: «её» and «ее» are one word"},
    FoldRow{U'ѐ', U'е', "stressed е as one character"},
    FoldRow{U'ѝ', U'и', "stressed и as one character"},
    FoldRow{U'ѳ', U'ө', "fita is drawn like ө and stands for it in converted texts"},
    FoldRow{U'ӏ', U'і', "the Caucasian palochka is drawn like І"},
    FoldRow{U'ќ', U'қ', "where fonts of before Unicode had қ: «Ќазаќстан» in texts converted without them"},
    FoldRow{U'ѓ', U'ғ', "the same fonts' ғ"},
    FoldRow{U'њ', U'ң', "the same fonts' ң"},
    FoldRow{U'ґ', U'ө', "the same fonts' ө"},
    FoldRow{U'ў', U'ұ', "the same fonts' ұ"},
    FoldRow{U'ї', U'ү', "the same fonts' ү"},
    FoldRow{U'ћ', U'һ', "the same fonts' һ"},
    FoldRow{U'ҝ', U'қ', "drawn like қ"},
    FoldRow{U'ҟ', U'қ', "drawn like қ"},
    FoldRow{U'ӄ', U'қ', "drawn like қ"},
    FoldRow{U'ӊ', U'ң', "drawn like ң"},
    FoldRow{U'ҥ', U'ң', "drawn like ң"},
    FoldRow{U'ӷ', U'ғ', "drawn like ғ"},
    FoldRow{U'ӓ', U'ә', "typed for ә where another Turkic layout was at hand"},
    FoldRow{U'ӧ', U'ө', "typed for ө where another Turkic layout was at hand"},
    FoldRow{U'ӱ', U'ү', "typed for ү where another Turkic layout was at hand"},
    FoldRow{U'ʼ', U'\'', "modifier apostrophe"},
    FoldRow{U'`', U'\'', "a typewriter's apostrophe"},
    FoldRow{U'´', U'\'', "a typewriter's apostrophe"},
    FoldRow{U'ʹ', U'\'', "prime for an apostrophe"},
    FoldRow{U'‘', U'\'', "opening quote for an apostrophe"},
    FoldRow{U'’', U'\'', "typographic apostrophe"},
    FoldRow{U'‛', U'\'', "reversed quote for an apostrophe"},
    FoldRow{U'′', U'\'', "prime for an apostrophe"},
    FoldRow{U'＇', U'\'', "fullwidth apostrophe"},
    FoldRow{U'‐', U'-', "Unicode hyphen"},
    FoldRow{U'‑', U'-', "no-break hyphen: «35‑бап» and «35-бап» are one"},
};

/// Latin letter in a Cyrillic word → the Cyrillic letter that it looks like. By source case: H is Н, h is һ.
inline constexpr std::array kLatinInCyrillic = {
    FoldRow{U'a', U'а', "same shape"},
    FoldRow{U'A', U'а', "same shape"},
    FoldRow{U'B', U'в', "same shape as a capital only"},
    FoldRow{U'c', U'с', "same shape"},
    FoldRow{U'C', U'с', "same shape"},
    FoldRow{U'e', U'е', "same shape"},
    FoldRow{U'E', U'е', "same shape"},
    FoldRow{U'h', U'һ', "same shape"},
    FoldRow{U'H', U'н', "same shape as a capital"},
    FoldRow{U'i', U'і', "same shape; the commonest look-alike of Kazakh law texts («шешiмiмен»)"},
    FoldRow{U'I', U'і', "same shape"},
    FoldRow{U'k', U'к', "nearly the same shape"},
    FoldRow{U'K', U'к', "same shape"},
    FoldRow{U'm', U'м', "nearly the same shape"},
    FoldRow{U'M', U'м', "same shape"},
    FoldRow{U'o', U'о', "same shape"},
    FoldRow{U'O', U'о', "same shape"},
    FoldRow{U'p', U'р', "same shape"},
    FoldRow{U'P', U'р', "same shape"},
    FoldRow{U't', U'т', "nearly the same shape"},
    FoldRow{U'T', U'т', "same shape"},
    FoldRow{U'x', U'х', "same shape"},
    FoldRow{U'X', U'х', "same shape"},
    FoldRow{U'y', U'у', "same shape; a capital Y in a word with Kazakh letters is Ү (see normalizer.cpp)"},
    FoldRow{U'Y', U'у', "same shape"},
    FoldRow{U'ə', U'ә', "U+0259 for U+04D9: a quarter to 40% of the schwas in laws and PDFs"},
    FoldRow{U'Ə', U'ә', "capital of U+0259"},
    FoldRow{U'ǝ', U'ә', "U+01DD, drawn like ә"},
    FoldRow{U'Ǝ', U'ә', "capital of U+01DD"},
    FoldRow{U'ɵ', U'ө', "U+0275, drawn like ө"},
    FoldRow{U'Ɵ', U'ө', "capital of U+0275"},
    FoldRow{U'ö', U'ө', "typed where the keyboard has no ө"},
    FoldRow{U'Ö', U'ө', "typed where the keyboard has no Ө"},
    FoldRow{U'ü', U'ү', "typed where the keyboard has no ү"},
    FoldRow{U'Ü', U'ү', "typed where the keyboard has no Ү"},
    FoldRow{U'ë', U'е', "Latin ë for ё, which is folded to е"},
    FoldRow{U'Ë', U'е', "Latin Ë for Ё, which is folded to е"},
};

/// Cyrillic letter in a Latin word → the Latin letter that it looks like («RЕLЕVАNСЕ» is published
/// scholarship).
inline constexpr std::array kCyrillicInLatin = {
    FoldRow{U'а', U'a', "same shape"},
    FoldRow{U'А', U'a', "same shape"},
    FoldRow{U'В', U'b', "same shape as a capital only"},
    FoldRow{U'с', U'c', "same shape"},
    FoldRow{U'С', U'c', "same shape"},
    FoldRow{U'е', U'e', "same shape"},
    FoldRow{U'Е', U'e', "same shape"},
    FoldRow{U'һ', U'h', "same shape"},
    FoldRow{U'Н', U'h', "same shape as a capital only"},
    FoldRow{U'і', U'i', "same shape"},
    FoldRow{U'І', U'i', "same shape"},
    FoldRow{U'ј', U'j', "same shape"},
    FoldRow{U'к', U'k', "nearly the same shape"},
    FoldRow{U'К', U'k', "same shape"},
    FoldRow{U'м', U'm', "nearly the same shape"},
    FoldRow{U'М', U'm', "same shape"},
    FoldRow{U'о', U'o', "same shape"},
    FoldRow{U'О', U'o', "same shape"},
    FoldRow{U'р', U'p', "same shape"},
    FoldRow{U'Р', U'p', "same shape"},
    FoldRow{U'ѕ', U's', "same shape"},
    FoldRow{U'Ѕ', U's', "same shape"},
    FoldRow{U'Т', U't', "same shape as a capital only"},
    FoldRow{U'у', U'y', "same shape"},
    FoldRow{U'У', U'y', "same shape"},
    FoldRow{U'Ү', U'y', "same shape as a capital only"},
    FoldRow{U'х', U'x', "same shape"},
    FoldRow{U'Х', U'x', "same shape"},
};

/// The loose form: what remains of Kazakh typed on a Russian keyboard («жергиликти озин-ози баскару»).
inline constexpr std::array kLoose = {
    FoldRow{U'қ', U'к', "typed without Kazakh letters"},
    FoldRow{U'ғ', U'г', "typed without Kazakh letters"},
    FoldRow{U'ң', U'н', "typed without Kazakh letters"},
    FoldRow{U'ү', U'у',
            "typed without Kazakh letters; also ү and ұ are taken for each other («ҰЕҰ» for «ҮЕҰ»)"},
    FoldRow{U'ұ', U'у', "typed without Kazakh letters"},
    FoldRow{U'ө', U'о', "typed without Kazakh letters"},
    FoldRow{U'ә', U'а', "typed without Kazakh letters"},
    FoldRow{U'і', U'и', "typed without Kazakh letters"},
    FoldRow{U'һ', U'х', "typed without Kazakh letters: «қаһарман», «кахарман»"},
};

}  // namespace izde::analyzers
