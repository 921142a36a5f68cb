#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace izde::analyzers {

/// Stemming rules "cut n letters, add these" as a trie of reversed words: the rule of the longest suffix
/// wins.
///
/// Made by compile_rules.cpp at build time from a language's rules.tsv and exceptions.tsv. Nodes stand in
/// breadth-first order, so that the children of a node are [first_child[node], first_child[node + 1]).
struct SuffixRules {
    struct Rule {
        std::uint8_t cut;      ///< letters to take off the end
        std::string_view add;  ///< what to put there instead
    };

    const std::uint8_t* labels;        ///< by node: the letter that leads to it (see label_of_letter)
    const std::uint16_t* rule_of;      ///< by node: 0, or 1 + index of its rule
    const std::uint32_t* first_child;  ///< by node, and one more
    const Rule* rules;
};

/// Label of the beginning of a word.
inline constexpr std::uint8_t kWordBegin = 32;
inline constexpr std::uint8_t kNoLetter = 255;

/// The label of a small Cyrillic letter: а…я are 0…31, the nine letters of Kazakh 33…41; kNoLetter for all
/// else.
constexpr std::uint8_t label_of_letter(char32_t letter) {
    constexpr std::u32string_view kKazakhLetters = U"әғқңөұүһі";
    if (letter >= U'а' && letter <= U'я') return static_cast<std::uint8_t>(letter - U'а');
    const std::size_t index = kKazakhLetters.find(letter);
    return index == std::u32string_view::npos ? kNoLetter : static_cast<std::uint8_t>(kWordBegin + 1 + index);
}

/// Replaces what `stem` held with the stem of `word` (normalised). Of a hyphen compound the last part is
/// stemmed; a word with another character than the letters above is its own stem. Thread-safe.
void apply_rules(const SuffixRules& rules, std::string_view word, std::string& stem);

extern const SuffixRules kRussianRules;
extern const SuffixRules kKazakhRules;

}  // namespace izde::analyzers
