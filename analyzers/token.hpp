#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "analyzers/language.hpp"

namespace izde::analyzers {

/// Half-open range of bytes [begin, end) of the analyzed text. Begins and ends between characters.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(const Span&, const Span&) = default;
};

/// What a token is. The names are printed by `izde analyze`.
enum class TokenKind : std::uint8_t {
    word,          ///< letters, possibly with inner hyphen parts treated as one token (see tokenizer.hpp)
    number,        ///< 2021, 12.5
    legal_number,  ///< 35-бап, 36-II, 495-V, 146-1, ХХІ: a number with what law glues on it
    identifier,    ///< U2100000674, Z050000036_: the adilet id of an act
    date,          ///< 12.04.2005
    initials,      ///< Е.А. before or after a surname
};

/// "word", "number", "legal_number", "identifier", "date", "initials".
std::string_view name_of(TokenKind kind) noexcept;

/// One token and every form of it. The texts live until the stream that gave the token advances.
struct Token {
    Span span;                   ///< bytes of the analyzed text, as it stands there (never normalised)
    std::uint32_t position = 0;  ///< Xapian term position; stopwords take positions too
    TokenKind kind = TokenKind::word;
    Language language = Language::unknown;  ///< of this word: letters overrule the paragraph's language
    bool is_stopword = false;
    std::string_view exact;  ///< normalised (look-alikes repaired, ё → е, lower case), not stemmed
    std::string_view stem;   ///< the term that is indexed and searched
    std::string_view
        loose;  ///< letters people leave out folded away (қ → к, і → и …): for vocabulary walks only
    std::string_view alternative_stem;  ///< query side, unsure language: the other reading's stem; else empty
};

}  // namespace izde::analyzers
