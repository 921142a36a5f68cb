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
    Extent place;
};

/// A sequence of which the first tokens have been found.
struct Begun {
    std::size_t operand = 0;
    const TokenSequence* sequence = nullptr;
    std::size_t matched = 0;
    std::uint32_t first = 0;
    std::size_t sentence = 0;
    std::size_t begin = 0;  ///< byte of the block
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
                begun.push_back({operand, &sequence, 0, token.position, sentence, token.span.begin});
            }
        }
        std::erase_if(begun, [&](Begun& one) {
            if (!passes(token, (*one.sequence)[one.matched])) return true;
            if (++one.matched < one.sequence->size()) return false;
            found.push_back(
                {one.operand, one.first, token.position, one.sentence, {one.begin, token.span.end}});
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

/// Whether an occurrence stands in the unit that begins with `begin`.
bool is_within(const TextCondition& condition, const Occurrence& begin, const Occurrence& one) {
    switch (condition.unit) {
        case TextCondition::Unit::work:
        case TextCondition::Unit::paragraph:
            return true;
        case TextCondition::Unit::sentence:
            return one.sentence == begin.sentence;
        case TextCondition::Unit::window:
            return one.first <=
                   begin.last + std::uint64_t{condition.distance} * (condition.operands.size() - 1);
    }
    return false;
}

bool has_all_from(const TextCondition& condition, const std::vector<Occurrence>& found, std::size_t first) {
    return has_all(found, first, condition.operands.size(),
                   [&](const Occurrence& one) { return is_within(condition, found[first], one); });
}

bool holds_in_block(const TextCondition& condition, std::vector<Occurrence>& found) {
    std::ranges::sort(found, {}, &Occurrence::first);
    for (std::size_t at = 0; at < found.size(); ++at) {
        if (has_all_from(condition, found, at)) return true;
        if (condition.unit == TextCondition::Unit::paragraph) return false;
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

std::vector<Extent> places_in(const TextCondition& condition, const store::Block& block,
                              std::string_view text, const analyzers::Analyzer& analyzer) {
    std::vector<Extent> places;
    if (condition.kind && block.kind != *condition.kind) return places;
    std::vector<Occurrence> found = occurrences(condition, block, text, analyzer);
    std::ranges::sort(found, {}, &Occurrence::first);
    std::size_t taken = 0;  // the occurrences before it take part
    for (std::size_t at = 0; at < found.size(); ++at) {
        std::size_t end = std::max(at, taken);
        if (condition.unit == TextCondition::Unit::work || has_all_from(condition, found, at)) {
            while (end < found.size() && is_within(condition, found[at], found[end]))
                places.push_back(found[end++].place);
            taken = end;
        }
        if (condition.unit == TextCondition::Unit::window) continue;
        // What begins later in the unit cannot be more than what has been seen of it.
        const Occurrence begin = found[at];
        while (at + 1 < found.size() && is_within(condition, begin, found[at + 1])) ++at;
    }
    return places;
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
