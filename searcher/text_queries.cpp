#include "searcher/text_queries.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "searcher/query_error.hpp"
#include "searcher/text_source.hpp"
#include "store/terms.hpp"

namespace izde::searcher {
namespace {

TokenTest test_of(const QueryWord& word, TokenTest::By by) {
    if (by == TokenTest::By::exact) return {by, word.exact, {}};
    return {by, word.stem, word.alternative_stem};
}

TokenSequence sequence_of(const std::vector<QueryWord>& words, TokenTest::By by) {
    TokenSequence sequence;
    for (const QueryWord& word : words) sequence.push_back(test_of(word, by));
    return sequence;
}

std::vector<TokenSequence> sequences_of(const WildcardExpansion& expansion) {
    std::vector<TokenSequence> sequences{{{TokenTest::By::pattern, expansion.pattern, {}}}};
    for (const std::string& stem : expansion.certain) sequences.push_back({{TokenTest::By::stem, stem, {}}});
    return sequences;
}

}  // namespace

// The title is told by terms of its own, not by the text alone: its words count wherever they stand.
void TextQueries::bind(TextCondition condition) {
    if (!is_shown_ || is_bound_known_) return;
    if (!is_in_title()) condition.kind = part_;
    bound_.push_back(std::move(condition));
}

// Titles have terms of their own; the other parts of a work are told by its blocks.
TermMaker TextQueries::term() const {
    return is_in_title() ? store::title_term : store::stem_term;
}

void TextQueries::remember(const std::vector<QueryWord>& words, bool is_bound) {
    if (is_shown_) words_.add(words, is_bound);
}

Xapian::Query TextQueries::verified(const Xapian::Query& implied, TextCondition condition) {
    bind(condition);
    condition.kind = part_;
    const Xapian::Query source((new TextSource(std::move(condition), analyzer_))->release());
    return {Xapian::Query::OP_FILTER, implied, source};
}

Xapian::Query TextQueries::words_of_part(std::string_view text) {
    const std::vector<QueryWord> words = read_words(text, analyzer_, kMaxPhraseWords);
    if (words.empty()) return {};
    remember(words, !is_in_title());
    std::vector<Xapian::Query> leaves;
    TextCondition condition;
    for (const QueryWord& word : words) {
        leaves.push_back(leaf(word, term(), Xapian::Query::OP_SYNONYM));
        condition.operands.push_back({{test_of(word, TokenTest::By::stem)}});
    }
    const Xapian::Query all = combine(Xapian::Query::OP_AND, leaves);
    return is_in_title() ? all : verified(all, std::move(condition));
}

std::vector<QueryWord> TextQueries::words_of_phrase(const Query& query) {
    std::vector<QueryWord> words = read_words(query.text, analyzer_, kMaxPhraseWords + 1);
    if (words.size() > kMaxPhraseWords) {
        throw QueryError(QueryFault::long_phrase, query.position, std::to_string(kMaxPhraseWords));
    }
    remember(words, true);
    return words;
}

Xapian::Query TextQueries::all_of(const std::vector<QueryWord>& words) const {
    std::vector<Xapian::Query> leaves;
    for (const QueryWord& word : words) {
        const Xapian::Query one = leaf(word, term(), Xapian::Query::OP_SYNONYM);
        leaves.push_back(word.is_stopword && words.size() > 1 ? weightless(one) : one);
    }
    return combine(Xapian::Query::OP_AND, leaves);
}

Xapian::Query TextQueries::phrase(const Query& query) {
    const std::vector<QueryWord> words = words_of_phrase(query);
    if (words.empty()) return {};
    Xapian::Query all = all_of(words);
    TextCondition condition;
    condition.operands = {{sequence_of(words, TokenTest::By::stem)}};
    if (part_ && !is_in_title()) return verified(all, std::move(condition));
    bind(std::move(condition));
    if (words.size() == 1) return all;
    std::vector<Xapian::Query> places;
    places.reserve(words.size());
    for (const QueryWord& word : words) places.push_back(leaf(word, term(), Xapian::Query::OP_OR));
    const Xapian::Query side_by_side(Xapian::Query::OP_PHRASE, places.begin(), places.end(),
                                     static_cast<Xapian::termcount>(places.size()));
    return {Xapian::Query::OP_FILTER, all, side_by_side};
}

WildcardExpansion TextQueries::expanded(const Query& query) {
    try {
        WildcardExpansion expansion = expand_wildcard(query.text, database_, analyzer_);
        std::vector<QueryWord> words;
        for (const std::vector<std::string>* const stems : {&expansion.certain, &expansion.possible}) {
            for (const std::string& stem : *stems) words.push_back({stem, {}, stem, false});
        }
        remember(words, true);
        return expansion;
    } catch (const std::invalid_argument&) {
        throw QueryError(QueryFault::short_wildcard, query.position);
    }
}

Xapian::Query TextQueries::any_stem(const std::vector<std::string>& stems) const {
    std::vector<Xapian::Query> leaves;
    leaves.reserve(stems.size());
    for (const std::string& stem : stems) leaves.emplace_back(term()(stem));
    return leaves.empty() ? Xapian::Query::MatchNothing : combine(Xapian::Query::OP_SYNONYM, leaves);
}

TextQueries::Operand TextQueries::wildcard_operand(const Query& query) {
    const WildcardExpansion expansion = expanded(query);
    Operand operand;
    operand.implied = {Xapian::Query::OP_OR, any_stem(expansion.certain), any_stem(expansion.possible)};
    operand.sequences = sequences_of(expansion);
    return operand;
}

TextQueries::Operand TextQueries::make_operand(const Query& query) {
    Operand operand;
    if (query.kind == Query::Kind::wildcard) return wildcard_operand(query);
    if (query.kind == Query::Kind::phrase || query.kind == Query::Kind::exact) {
        const std::vector<QueryWord> words = words_of_phrase(query);
        if (words.empty()) throw QueryError(QueryFault::no_word, query.position);
        const bool is_exact = query.kind == Query::Kind::exact;
        operand.implied = all_of(words);
        operand.sequences.push_back(
            sequence_of(words, is_exact ? TokenTest::By::exact : TokenTest::By::stem));
        return operand;
    }
    std::vector<Xapian::Query> choices;
    if (query.kind == Query::Kind::words) {
        for (const QueryWord& word : words_of_phrase(query)) {
            choices.push_back(leaf(word, term(), Xapian::Query::OP_SYNONYM));
            operand.sequences.push_back({test_of(word, TokenTest::By::stem)});
        }
    }
    for (const Query& child : query.children) {
        Operand choice = make_operand(child);
        choices.push_back(choice.implied);
        std::ranges::move(choice.sequences, std::back_inserter(operand.sequences));
    }
    if (choices.empty()) throw QueryError(QueryFault::no_word, query.position);
    operand.implied = combine(Xapian::Query::OP_OR, choices);
    return operand;
}

Xapian::Query TextQueries::form(const Query& query) {
    if (read_words(query.text, analyzer_, 1).empty()) return Xapian::Query::MatchNothing;
    Operand operand = make_operand(query);
    TextCondition condition;
    condition.operands.push_back(std::move(operand.sequences));
    return verified(operand.implied, std::move(condition));
}

// A stem that begins with all of «монитор*» needs no look at the text, unless a part is asked for.
Xapian::Query TextQueries::wildcard(const Query& query) {
    if (part_ && !is_in_title()) return form(query);
    const WildcardExpansion expansion = expanded(query);
    TextCondition shown;
    shown.operands = {sequences_of(expansion)};
    bind(std::move(shown));
    Xapian::Query certain = any_stem(expansion.certain);
    if (expansion.possible.empty()) return certain;
    TextCondition condition;
    condition.operands = {{{{TokenTest::By::pattern, expansion.pattern, {}}}}};
    return {Xapian::Query::OP_OR, certain, verified(any_stem(expansion.possible), std::move(condition))};
}

Xapian::Query TextQueries::chain(const Query& query) {
    std::vector<Xapian::Query> implied;
    TextCondition condition;
    condition.unit = query.kind == Query::Kind::near          ? TextCondition::Unit::window
                     : query.kind == Query::Kind::in_sentence ? TextCondition::Unit::sentence
                                                              : TextCondition::Unit::paragraph;
    condition.distance = query.distance;
    for (const Query& child : query.children) {
        Operand operand = make_operand(child);
        implied.push_back(operand.implied);
        condition.operands.push_back(std::move(operand.sequences));
    }
    return verified(combine(Xapian::Query::OP_AND, implied), std::move(condition));
}

}  // namespace izde::searcher
