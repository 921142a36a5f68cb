#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace izde::analyzers {

/// The lemma rules of rules.tsv and exceptions.tsv as a trie of reversed words; made by compile_rules.cpp at
/// build time. Nodes stand in breadth-first order, so that the children of a node are [first_child[node],
/// first_child[node + 1]).
struct RuleTrie {
    struct Rule {
        std::uint8_t cut;      ///< letters to take off the end
        std::string_view add;  ///< what to put there instead
    };

    static constexpr std::uint8_t kWordBegin =
        32;  ///< label of the beginning of the word; letters а…я are 0…31

    const std::uint8_t* labels;        ///< by node: the letter that leads to it
    const std::uint16_t* rule_of;      ///< by node: 0, or 1 + index of its rule
    const std::uint32_t* first_child;  ///< by node, and one more
    const Rule* rules;
    std::size_t size;  ///< nodes
};

extern const RuleTrie kRussianRules;

}  // namespace izde::analyzers
