#include "analyzers/russian/stemmer.hpp"

#include <cstddef>
#include <cstring>

#include "analyzers/russian/rule_trie.hpp"

namespace izde::analyzers {
namespace {

constexpr std::size_t kLetterBytes = 2;

constexpr std::uint8_t kNoLetter = RuleTrie::kWordBegin + 1;

/// The label of the letter whose two bytes begin at `at`; kNoLetter where it is none of а…я.
std::uint8_t label_at(std::string_view word, std::size_t at) {
    const auto first = static_cast<unsigned char>(word[at]);
    const auto second = static_cast<unsigned char>(word[at + 1]);
    if (first == 0xD0 && second >= 0xB0) return static_cast<std::uint8_t>(second - 0xB0);      // а…п
    if (first == 0xD1 && second < 0x90) return static_cast<std::uint8_t>(second - 0x80 + 16);  // р…я
    return kNoLetter;
}

bool is_russian(std::string_view word) {
    if (word.size() % kLetterBytes != 0) return false;
    for (std::size_t at = 0; at < word.size(); at += kLetterBytes) {
        if (label_at(word, at) == kNoLetter) return false;
    }
    return true;
}

/// The rule of the longest suffix of `word` that has one and leaves a stem; null where there is none.
const RuleTrie::Rule* find_rule(std::string_view word) {
    const std::size_t letters = word.size() / kLetterBytes;
    const RuleTrie::Rule* rule = nullptr;
    std::size_t node = 0;
    for (std::size_t depth = 0;; ++depth) {
        if (const std::size_t index = kRussianRules.rule_of[node]; index != 0) {
            const RuleTrie::Rule& candidate = kRussianRules.rules[index - 1];
            const bool leaves_stem =
                candidate.cut < letters || (candidate.cut == letters && !candidate.add.empty());
            if (leaves_stem) rule = &candidate;
        }
        if (depth > letters) return rule;
        const std::uint8_t label = depth == letters
                                       ? RuleTrie::kWordBegin
                                       : label_at(word, word.size() - (depth + 1) * kLetterBytes);
        const std::size_t first = kRussianRules.first_child[node];
        const std::size_t count = kRussianRules.first_child[node + 1] - first;
        const void* found = std::memchr(kRussianRules.labels + first, label, count);
        if (found == nullptr) return rule;
        node = static_cast<std::size_t>(static_cast<const std::uint8_t*>(found) - kRussianRules.labels);
    }
}

class RussianStemmer final : public Stemmer {
  public:
    void stem(std::string_view word, std::string& stem) override {
        stem = word;
        // Of a compound the last part is inflected: «общественно-политической».
        const std::size_t hyphen = word.rfind('-');
        const std::string_view inflected = hyphen == std::string_view::npos ? word : word.substr(hyphen + 1);
        if (!is_russian(inflected)) return;
        const RuleTrie::Rule* rule = find_rule(inflected);
        if (rule == nullptr) return;
        stem.resize(word.size() - rule->cut * kLetterBytes);
        stem += rule->add;
    }
};

}  // namespace

std::unique_ptr<Stemmer> make_russian_stemmer() {
    return std::make_unique<RussianStemmer>();
}

}  // namespace izde::analyzers
