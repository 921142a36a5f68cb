#include "analyzers/suffix_rules.hpp"

#include <array>
#include <cstring>

namespace izde::analyzers {
namespace {

constexpr std::size_t kLetterBytes = 2;  // every letter with a label is U+0430…U+04E9

constexpr auto kLabels = [] {
    constexpr char32_t kFirst = 0x400;
    std::array<std::uint8_t, 0x100> labels{};
    for (char32_t letter = kFirst; letter < kFirst + labels.size(); ++letter) {
        labels[letter - kFirst] = label_of_letter(letter);
    }
    return labels;
}();

/// The label of the letter whose two bytes begin at `at`.
std::uint8_t label_at(std::string_view word, std::size_t at) {
    const auto first = static_cast<unsigned char>(word[at]);
    const auto second = static_cast<unsigned char>(word[at + 1]);
    if (first < 0xD0 || first > 0xD3 || (second & 0xC0U) != 0x80U) return kNoLetter;
    return kLabels[(first - 0xD0U) << 6U | (second & 0x3FU)];
}

bool has_letters_only(std::string_view word) {
    if (word.size() % kLetterBytes != 0) return false;
    for (std::size_t at = 0; at < word.size(); at += kLetterBytes) {
        if (label_at(word, at) == kNoLetter) return false;
    }
    return true;
}

/// The rule of the longest suffix of `word` that has one and leaves a stem; null where there is none.
const SuffixRules::Rule* find_rule(const SuffixRules& rules, std::string_view word) {
    const std::size_t letters = word.size() / kLetterBytes;
    const SuffixRules::Rule* rule = nullptr;
    std::size_t node = 0;
    for (std::size_t depth = 0;; ++depth) {
        if (const std::size_t index = rules.rule_of[node]; index != 0) {
            const SuffixRules::Rule& candidate = rules.rules[index - 1];
            const bool leaves_stem =
                candidate.cut < letters || (candidate.cut == letters && !candidate.add.empty());
            if (leaves_stem) rule = &candidate;
        }
        if (depth > letters) return rule;
        const std::uint8_t label =
            depth == letters ? kWordBegin : label_at(word, word.size() - (depth + 1) * kLetterBytes);
        const std::size_t first = rules.first_child[node];
        const std::size_t count = rules.first_child[node + 1] - first;
        const void* found = std::memchr(rules.labels + first, label, count);
        if (found == nullptr) return rule;
        node = static_cast<std::size_t>(static_cast<const std::uint8_t*>(found) - rules.labels);
    }
}

}  // namespace

void apply_rules(const SuffixRules& rules, std::string_view word, std::string& stem) {
    stem = word;
    // Of a compound the last part is inflected: «общественно-политической».
    const std::size_t hyphen = word.rfind('-');
    const std::string_view inflected = hyphen == std::string_view::npos ? word : word.substr(hyphen + 1);
    if (!has_letters_only(inflected)) return;
    const SuffixRules::Rule* rule = find_rule(rules, inflected);
    if (rule == nullptr) return;
    stem.resize(word.size() - rule->cut * kLetterBytes);
    stem += rule->add;
}

}  // namespace izde::analyzers
