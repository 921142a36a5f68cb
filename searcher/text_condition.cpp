#include "searcher/text_condition.hpp"

#include <algorithm>

#include "analyzers/utf8.hpp"

namespace izde::searcher {
namespace {

/// An operand's sequence found in a block.
struct Occurrence {
    std::size_t operand = 0;
    std::uint32_t first = 0, last = 0;  ///< positions within the block
    std::size_t sentence = 0;
};

/// A sequence of which the first tokens have been found.
struct Begun {
    std::size_t operand = 0;
    const TokenSequence* sequence = nullptr;
    std::size_t matched = 0;
    std::uint32_t first = 0;
    std::size_t sentence = 0;
};

bool passes(const analyzers::Token& token, const TokenTest& test) {
    switch (test.by) {
        case TokenTest::By::stem:
            return token.stem == test.text || (!test.alternative.empty() && token.stem == test.alternative);
        case TokenTest::By::exact:
            return token.exact == test.text;
        case TokenTest::By::pattern:
            return fits_pattern(token.exact, test.text);
    }
    return false;
}

std::vector<Occurrence> occurrences(const TextCondition& condition, const store::Block& block,
                                    std::string_view text, const analyzers::Analyzer& analyzer) {
    std::vector<Occurrence> found;
    std::vector<Begun> begun;
    analyzers::TokenStream tokens = analyzer.analyze(text, block.language);
    while (tokens.next()) {
        const analyzers::Token& token = tokens.token();
        const auto sentence = static_cast<std::size_t>(
            std::ranges::upper_bound(block.sentences, token.span.begin) - block.sentences.begin());
        for (std::size_t operand = 0; operand < condition.operands.size(); ++operand) {
            for (const TokenSequence& sequence : condition.operands[operand]) {
                begun.push_back({operand, &sequence, 0, token.position, sentence});
            }
        }
        std::erase_if(begun, [&](Begun& one) {
            if (!passes(token, (*one.sequence)[one.matched])) return true;
            if (++one.matched < one.sequence->size()) return false;
            found.push_back({one.operand, one.first, token.position, one.sentence});
            return true;
        });
    }
    return found;
}

/// Whether the occurrences from `first` on, as far as `belongs` holds, are of every operand.
template <typename Belongs>
bool has_all(const std::vector<Occurrence>& found, std::size_t first, std::size_t operands,
             const Belongs& belongs) {
    std::vector<bool> seen(operands);
    std::size_t missing = operands;
    for (std::size_t at = first; at < found.size() && belongs(found[at]); ++at) {
        if (seen[found[at].operand]) continue;
        seen[found[at].operand] = true;
        if (--missing == 0) return true;
    }
    return false;
}

bool holds_in_block(const TextCondition& condition, std::vector<Occurrence>& found) {
    std::ranges::sort(found, {}, &Occurrence::first);
    const std::size_t operands = condition.operands.size();
    if (condition.unit == TextCondition::Unit::paragraph) {
        return has_all(found, 0, operands, [](const Occurrence&) { return true; });
    }
    const std::uint64_t reach = std::uint64_t{condition.distance} * (operands - 1);
    for (std::size_t at = 0; at < found.size(); ++at) {
        const Occurrence& begin = found[at];
        const bool all = condition.unit == TextCondition::Unit::sentence
                             ? has_all(found, at, operands,
                                       [&](const Occurrence& one) { return one.sentence == begin.sentence; })
                             : has_all(found, at, operands, [&](const Occurrence& one) {
                                   return one.first <= begin.last + reach;
                               });
        if (all) return true;
    }
    return false;
}

}  // namespace

bool fits_pattern(std::string_view form, std::string_view pattern) noexcept {
    std::size_t at = 0;
    std::size_t place = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    while (at < form.size()) {
        if (place < pattern.size() && pattern[place] == '*') {
            star = ++place;
            resume = at;
        } else if (place < pattern.size() && pattern[place] == '?') {
            at += analyzers::decode(form, at).length;
            ++place;
        } else if (place < pattern.size() && pattern[place] == form[at]) {
            ++at;
            ++place;
        } else if (star != std::string_view::npos) {
            // The last asterisk takes one more character, and the rest of the pattern begins again.
            resume += analyzers::decode(form, resume).length;
            at = resume;
            place = star;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', place) == std::string_view::npos;
}

bool holds(const TextCondition& condition, const store::Work& work, const analyzers::Analyzer& analyzer) {
    const std::string_view text = work.text;
    std::vector<bool> seen(condition.operands.size());
    for (std::size_t number = 0; number < work.blocks.size(); ++number) {
        const store::Block& block = work.blocks[number];
        if (condition.kind && block.kind != *condition.kind) continue;
        const std::size_t end = number + 1 < work.blocks.size() ? work.blocks[number + 1].begin : text.size();
        std::vector<Occurrence> found =
            occurrences(condition, block, text.substr(block.begin, end - block.begin), analyzer);
        if (condition.unit != TextCondition::Unit::work) {
            if (holds_in_block(condition, found)) return true;
            continue;
        }
        for (const Occurrence& one : found) seen[one.operand] = true;
        if (std::ranges::find(seen, false) == seen.end()) return true;
    }
    return false;
}

}  // namespace izde::searcher
