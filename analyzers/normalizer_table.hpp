#pragma once

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
inline constexpr FoldRow kFolds[] = {
    {U'ё', U'е', "print leaves the dots out: «её» and «ее» are one word"},
    {U'ѐ', U'е', "stressed е as one character"},
    {U'ѝ', U'и', "stressed и as one character"},
    {U'ѳ', U'ө', "fita is drawn like ө and stands for it in converted texts"},
    {U'ӏ', U'і', "the Caucasian palochka is drawn like І"},
    {U'ʼ', U'\'', "modifier apostrophe"},
    {U'`', U'\'', "a typewriter's apostrophe"},
    {U'´', U'\'', "a typewriter's apostrophe"},
    {U'ʹ', U'\'', "prime for an apostrophe"},
    {U'‘', U'\'', "opening quote for an apostrophe"},
    {U'’', U'\'', "typographic apostrophe"},
    {U'‛', U'\'', "reversed quote for an apostrophe"},
    {U'′', U'\'', "prime for an apostrophe"},
    {U'＇', U'\'', "fullwidth apostrophe"},
    {U'‐', U'-', "Unicode hyphen"},
    {U'‑', U'-', "no-break hyphen: «35‑бап» and «35-бап» are one"},
};

/// Latin letter in a Cyrillic word → the Cyrillic letter that it looks like. By source case: H is Н, h is һ.
inline constexpr FoldRow kLatinInCyrillic[] = {
    {U'a', U'а', "same shape"},
    {U'A', U'а', "same shape"},
    {U'B', U'в', "same shape as a capital only"},
    {U'c', U'с', "same shape"},
    {U'C', U'с', "same shape"},
    {U'e', U'е', "same shape"},
    {U'E', U'е', "same shape"},
    {U'h', U'һ', "same shape"},
    {U'H', U'н', "same shape as a capital"},
    {U'i', U'і', "same shape; the commonest look-alike of Kazakh law texts («шешiмiмен»)"},
    {U'I', U'і', "same shape"},
    {U'k', U'к', "nearly the same shape"},
    {U'K', U'к', "same shape"},
    {U'm', U'м', "nearly the same shape"},
    {U'M', U'м', "same shape"},
    {U'o', U'о', "same shape"},
    {U'O', U'о', "same shape"},
    {U'p', U'р', "same shape"},
    {U'P', U'р', "same shape"},
    {U't', U'т', "nearly the same shape"},
    {U'T', U'т', "same shape"},
    {U'x', U'х', "same shape"},
    {U'X', U'х', "same shape"},
    {U'y', U'у', "same shape; a capital Y in a word with Kazakh letters is Ү (see normalizer.cpp)"},
    {U'Y', U'у', "same shape"},
    {U'ə', U'ә', "U+0259 for U+04D9: a quarter to 40% of the schwas in laws and PDFs"},
    {U'Ə', U'ә', "capital of U+0259"},
    {U'ǝ', U'ә', "U+01DD, drawn like ә"},
    {U'Ǝ', U'ә', "capital of U+01DD"},
    {U'ɵ', U'ө', "U+0275, drawn like ө"},
    {U'Ɵ', U'ө', "capital of U+0275"},
    {U'ö', U'ө', "typed where the keyboard has no ө"},
    {U'Ö', U'ө', "typed where the keyboard has no Ө"},
    {U'ü', U'ү', "typed where the keyboard has no ү"},
    {U'Ü', U'ү', "typed where the keyboard has no Ү"},
    {U'ë', U'е', "Latin ë for ё, which is folded to е"},
    {U'Ë', U'е', "Latin Ë for Ё, which is folded to е"},
};

/// Cyrillic letter in a Latin word → the Latin letter that it looks like («RЕLЕVАNСЕ» is published
/// scholarship).
inline constexpr FoldRow kCyrillicInLatin[] = {
    {U'а', U'a', "same shape"},
    {U'А', U'a', "same shape"},
    {U'В', U'b', "same shape as a capital only"},
    {U'с', U'c', "same shape"},
    {U'С', U'c', "same shape"},
    {U'е', U'e', "same shape"},
    {U'Е', U'e', "same shape"},
    {U'һ', U'h', "same shape"},
    {U'Н', U'h', "same shape as a capital only"},
    {U'і', U'i', "same shape"},
    {U'І', U'i', "same shape"},
    {U'ј', U'j', "same shape"},
    {U'к', U'k', "nearly the same shape"},
    {U'К', U'k', "same shape"},
    {U'м', U'm', "nearly the same shape"},
    {U'М', U'm', "same shape"},
    {U'о', U'o', "same shape"},
    {U'О', U'o', "same shape"},
    {U'р', U'p', "same shape"},
    {U'Р', U'p', "same shape"},
    {U'ѕ', U's', "same shape"},
    {U'Ѕ', U's', "same shape"},
    {U'Т', U't', "same shape as a capital only"},
    {U'у', U'y', "same shape"},
    {U'У', U'y', "same shape"},
    {U'Ү', U'y', "same shape as a capital only"},
    {U'х', U'x', "same shape"},
    {U'Х', U'x', "same shape"},
};

/// The loose form: what remains of Kazakh typed on a Russian keyboard («жергиликти озин-ози баскару»).
inline constexpr FoldRow kLoose[] = {
    {U'қ', U'к', "typed without Kazakh letters"},
    {U'ғ', U'г', "typed without Kazakh letters"},
    {U'ң', U'н', "typed without Kazakh letters"},
    {U'ү', U'у', "typed without Kazakh letters; also ү and ұ are taken for each other («ҰЕҰ» for «ҮЕҰ»)"},
    {U'ұ', U'у', "typed without Kazakh letters"},
    {U'ө', U'о', "typed without Kazakh letters"},
    {U'ә', U'а', "typed without Kazakh letters"},
    {U'і', U'и', "typed without Kazakh letters"},
    {U'һ', U'х', "typed without Kazakh letters: «қаһарман», «кахарман»"},
};

}  // namespace izde::analyzers
