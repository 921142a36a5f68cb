#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "store/work.hpp"

namespace izde::searcher {

/// What a token of the text must be.
struct TokenTest {
    enum class By : std::uint8_t {
        stem,     ///< its stem is `text` or `alternative`
        exact,    ///< its normalised form is `text`
        pattern,  ///< its normalised form fits `text`, in which * is any letters and ? any one
    };
    By by = By::stem;
    std::string text;
    std::string alternative;  ///< of a word that may belong to either language; else empty
};

/// Tokens side by side, not empty.
using TokenSequence = std::vector<TokenTest>;

/// What only the stored text can answer: words in just these forms, near to each other, in one sentence or
/// paragraph, in a part of the work. The index keeps one positioned family of terms, stems; a second would
/// cost a build twice as long.
struct TextCondition {
    enum class Unit : std::uint8_t { work, paragraph, sentence, window };
    /// Each operand has to stand in one and the same unit; an operand is any of its sequences.
    std::vector<std::vector<TokenSequence>> operands;
    Unit unit = Unit::work;
    std::uint32_t distance = 0;            ///< for `window`: words from one operand to the next, at most
    std::optional<store::BlockKind> kind;  ///< only in blocks of this kind
};

/// Bytes [begin, end) of a block.
struct Extent {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The occurrences in `block`, whose text is `text`, that take part in fulfilling the condition; of `work`
/// every occurrence does, whether or not the others stand in other blocks.
std::vector<Extent> places_in(const TextCondition& condition, const store::Block& block,
                              std::string_view text, const analyzers::Analyzer& analyzer);

/// Whether `work`, with its text, fulfils the condition. Linear in the text.
bool holds(const TextCondition& condition, const store::Work& work, const analyzers::Analyzer& analyzer);

/// Whether `form` fits a pattern of * and ?. Quadratic at worst, however many asterisks there are.
bool fits_pattern(std::string_view form, std::string_view pattern) noexcept;

}  // namespace izde::searcher
