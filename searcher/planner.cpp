#include "searcher/planner.hpp"
#include "analyzers/person_name.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "searcher/citation_query.hpp"
#include "searcher/fields.hpp"
#include "searcher/file_source.hpp"
#include "searcher/text_source.hpp"
#include "searcher/wildcard.hpp"
#include "store/terms.hpp"

namespace izde::searcher {
namespace {

using analyzers::Language;

/// A pasted page is a question about its first words; every further term costs a postings walk.
constexpr std::size_t kMaxWords = 512;
constexpr std::size_t kMaxPhraseWords = 64;

/// Synonyms of a word that are looked for, and the share of its weight that only the typed word earns:
/// (1 - share)·SYNONYM(typed, synonyms) + share·typed. Of synonyms Kazakh questions gain .0014 nDCG@10 with
/// .7 and .0017 with .3; Russian questions lose nothing with .7 and .0006 with .3, headings of law 561 .000
/// and .006.
constexpr std::size_t kMostSynonyms = 3;
constexpr double kTypedShare = 0.7;

using TermMaker = std::string (*)(std::string_view);

/// The term of a word, or of its two readings.
Xapian::Query leaf(const QueryWord& word, TermMaker term, Xapian::Query::op either) {
    const std::string first = term(word.stem);
    if (word.alternative_stem.empty()) return {first};
    return {either, Xapian::Query(first), Xapian::Query(term(word.alternative_stem))};
}

Xapian::Query weightless(const Xapian::Query& query) {
    return {Xapian::Query::OP_SCALE_WEIGHT, query, 0.0};
}

Xapian::Query combine(Xapian::Query::op operation, const std::vector<Xapian::Query>& parts) {
    return {operation, parts.begin(), parts.end()};
}

class Planner {
  public:
    Planner(const analyzers::Analyzer& analyzer, const Xapian::Database& database, const Expanders& expanders)
        : analyzer_(analyzer), database_(database), expanders_(expanders) {}

    Plan plan(const Query& query) {
        Plan plan;
        plan.query = make(query);
        plan.language = main_language();
        if (has_expansions_to(other_language(plan.language))) {
            into_ = other_language(plan.language);
            const Xapian::Query translated = make(query);
            if (database_.term_exists(store::language_term(into_))) {
                // Plain words are held to the language one by one.
                plan.translated = query.kind == Query::Kind::words ? translated : in_language(translated);
                plan.query |= weightless(plan.translated);
            }
        }
        plan.asked = acts_of(query);
        if (!plan.asked.acts.empty()) {
            plan.query |= weightless(citing_works(plan.asked) | acts_themselves(plan.asked));
        }
        plan.cited = std::move(cited_);
        plan.words = std::move(words_);
        plan.bound = std::move(bound_);
        plan.wordings = typed_wordings(plan.words);
        std::ranges::move(expanded_, std::back_inserter(plan.wordings));
        return plan;
    }

  private:
    /// Of plain words alone: who writes operators knows `cites:`.
    CitedActs acts_of(const Query& query) const {
        if (query.kind == Query::Kind::words) return read_cited_acts(query.text, analyzer_, database_, true);
        if (query.kind != Query::Kind::group) return {};
        std::string text;
        for (const Query& child : query.children) {
            if (child.kind != Query::Kind::words && child.kind != Query::Kind::phrase) return {};
            text += child.kind == Query::Kind::words ? child.text + ' ' : "«" + child.text + "» ";
        }
        return read_cited_acts(text, analyzer_, database_, true);
    }

    Xapian::Query make_cites(const Query& query) {
        CitedActs acts = read_cited_acts(query.text, analyzer_, database_, false);
        if (acts.acts.empty()) {
            throw QueryError(QueryFault::no_act, query.position);
        }
        Xapian::Query citing = weightless(citing_works(acts));
        if (excluded_ == 0) std::ranges::move(acts.acts, std::back_inserter(cited_.acts));
        return citing;
    }

    std::vector<QueryWord> words_of(std::string_view text, std::size_t limit) const {
        std::vector<QueryWord> words;
        analyzers::TokenStream tokens = analyzer_.analyze(text, Language::unknown);
        while (words.size() < limit && tokens.next()) {
            const analyzers::Token& token = tokens.token();
            QueryWord word;
            word.stem = store::cut_utf8(token.stem, store::kMaxStemBytes);
            word.alternative_stem = store::cut_utf8(token.alternative_stem, store::kMaxStemBytes);
            word.exact = token.exact;
            word.is_stopword = token.is_stopword;
            word.language = token.language;
            words.push_back(std::move(word));
        }
        return words;
    }

    void remember(const std::vector<QueryWord>& words, bool is_bound = false) {
        if (excluded_ > 0) return;
        for (const QueryWord& word : words) {
            if (const auto known = number_of(word)) {
                words_[*known].is_bound = words_[*known].is_bound && is_bound;
            } else if (words_.size() < kMaxWords) {
                words_.push_back(word);
                words_.back().is_bound = is_bound;
            }
        }
    }

    /// The title is told by terms of its own, not by the text alone: its words count wherever they stand.
    void bind(TextCondition condition) {
        if (excluded_ > 0 || into_ != Language::unknown) return;
        if (!is_in_title()) condition.kind = part_;
        bound_.push_back(std::move(condition));
    }

    Xapian::Query make(const Query& query) {
        switch (query.kind) {
            case Query::Kind::words:
                return part_ ? make_words_of_part(query.text) : make_words(query.text);
            case Query::Kind::phrase:
                return make_phrase(query);
            case Query::Kind::exact:
                return make_form(query);
            case Query::Kind::wildcard:
                return make_wildcard(query);
            case Query::Kind::near:
            case Query::Kind::in_sentence:
            case Query::Kind::in_paragraph:
                return make_chain(query);
            case Query::Kind::in_part:
                return make_part(query);
            case Query::Kind::group:
                return make_group(query);
            case Query::Kind::all_of:
                return make_all(query);
            case Query::Kind::any_of:
                return make_any(query);
            case Query::Kind::excluded:
                return exclude(Xapian::Query::MatchAll, make_excluded(query));
            case Query::Kind::author:
                return make_author(query.text);
            case Query::Kind::file:
                return weightless(Xapian::Query((new FileSource(query.text))->release()));
            case Query::Kind::cites:
                return make_cites(query);
            case Query::Kind::language:
                return weightless(Xapian::Query(store::language_term(*find_language(query.text))));
            case Query::Kind::work_kind:
                return weightless(Xapian::Query(store::kind_term(*find_kind(query.text))));
            case Query::Kind::year:
                return make_years(query);
        }
        return {};
    }

    /// Kazakh where more words are Kazakh than Russian: letters that both share tell nothing, and a few words
    /// of law in Latin or English do not make a query English.
    Language main_language() const {
        const auto count = [&](Language language) {
            return std::ranges::count(words_, language, &QueryWord::language);
        };
        const auto kazakh = count(Language::kazakh);
        const auto russian = count(Language::russian);
        if (kazakh == 0 && russian == 0) return Language::unknown;
        return kazakh >= russian ? Language::kazakh : Language::russian;
    }

    bool has_expansions_to(Language language) const {
        return language != Language::unknown &&
               std::ranges::any_of(expanded_, [&](const Wording& one) { return one.language == language; });
    }

    /// The place of a word among those remembered.
    std::optional<std::size_t> number_of(const QueryWord& word) const {
        const auto known = std::ranges::find_if(
            words_, [&](const QueryWord& one) { return one.stem == word.stem && one.exact == word.exact; });
        return known == words_.end() ? std::nullopt : std::optional<std::size_t>(known - words_.begin());
    }

    void expand(const std::vector<QueryWord>& words) {
        std::vector<Expansion> expansions;
        for (const auto& expander : expanders_) expander->expand(database_, words, expansions);
        for (Expansion& expansion : expansions) {
            Wording wording{
                std::move(expansion.stems), {}, expansion.weight, expansion.by, expansion.language};
            for (std::size_t at = 0; at < expansion.word_count; ++at) {
                if (const auto number = number_of(words[expansion.first_word + at]))
                    wording.words.push_back(*number);
            }
            if (!wording.words.empty()) expanded_.push_back(std::move(wording));
        }
    }

    /// A wording as a query: a term, or terms side by side that weigh what they weigh together.
    static Xapian::Query said(const Wording& wording) {
        std::vector<Xapian::Query> terms;
        for (const std::string& stem : wording.stems) terms.emplace_back(store::stem_term(stem));
        if (terms.size() == 1) return terms.front();
        return {Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
                static_cast<Xapian::termcount>(terms.size())};
    }

    double idf(const std::string& stem) const {
        const double frequency = database_.get_termfreq(store::stem_term(stem));
        return std::log(1 + (database_.get_doccount() + 0.5) / (frequency + 0.5));
    }

    static bool is_own(const Wording& wording, Language language) {
        return wording.language == Language::unknown || wording.language == language;
    }

    /// A word and its synonyms of one word in its own language. At equal frequency the typed word wins, and a
    /// synonym that is rarer never weighs more: the SYNONYM has one idf for all.
    Xapian::Query concept_of(const QueryWord& word) const {
        Xapian::Query typed = leaf(word, store::stem_term, Xapian::Query::OP_SYNONYM);
        const auto number = number_of(word);
        if (!number || excluded_ > 0) return typed;
        std::vector<Xapian::Query> all{Xapian::Query(store::stem_term(word.stem))};
        if (!word.alternative_stem.empty()) all.emplace_back(store::stem_term(word.alternative_stem));
        const std::size_t as_typed = all.size();
        for (const Wording& wording : expanded_) {
            if (all.size() - as_typed == kMostSynonyms) break;
            if (wording.words == std::vector{*number} && wording.stems.size() == 1 &&
                is_own(wording, word.language))
                all.emplace_back(store::stem_term(wording.stems.front()));
        }
        if (all.size() == as_typed) return typed;
        return {Xapian::Query::OP_OR,
                Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, combine(Xapian::Query::OP_SYNONYM, all),
                              1 - kTypedShare),
                Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, typed, kTypedShare)};
    }

    /// Synonyms of several words, or for several: phrases beside the words, which weigh less than these.
    void add_phrases(const std::vector<QueryWord>& words, std::vector<Xapian::Query>& leaves) const {
        for (const Wording& wording : expanded_) {
            if (wording.words.size() == 1 && wording.stems.size() == 1) continue;
            if (!said_here(wording, words) || !is_own(wording, words_[wording.words.front()].language))
                continue;
            double typed = 0;
            for (const std::size_t number : wording.words) typed += idf(words_[number].stem);
            double phrase = 0;
            for (const std::string& stem : wording.stems) phrase += idf(stem);
            const double scale = wording.weight * (1 - kTypedShare) * std::min(1.0, typed / phrase);
            leaves.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, said(wording), scale);
        }
    }

    /// Whether the first word that a wording says is one of `words`.
    bool said_here(const Wording& wording, const std::vector<QueryWord>& words) const {
        return std::ranges::any_of(
            words, [&](const QueryWord& word) { return number_of(word) == wording.words.front(); });
    }

    /// The words in the other language. The root, since a word of many translations is not for that of less
    /// weight: nDCG@10 of news .731 for .723, of government sites .829 for .822.
    void add_translations(const std::vector<QueryWord>& words, std::vector<Xapian::Query>& leaves) const {
        for (const Wording& wording : expanded_) {
            if (wording.language == into_ && said_here(wording, words))
                leaves.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, said(wording), std::sqrt(wording.weight));
        }
    }

    /// Any of the words; stopwords only where there is nothing else.
    Xapian::Query make_words(std::string_view text) {
        std::vector<QueryWord> words = words_of(text, kMaxWords * 4);
        const std::vector<QueryWord> all = words;
        const bool has_content =
            std::ranges::any_of(words, [](const QueryWord& word) { return !word.is_stopword; });
        if (has_content) std::erase_if(words, [](const QueryWord& word) { return word.is_stopword; });
        remember(words);
        if (into_ == Language::unknown && excluded_ == 0) expand(all);
        std::vector<Xapian::Query> leaves;
        std::vector<std::string> seen;
        for (const QueryWord& word : words) {
            if (leaves.size() == kMaxWords) break;
            if (std::ranges::find(seen, word.stem) != seen.end()) continue;
            seen.push_back(word.stem);
            leaves.push_back(concept_of(word));
        }
        if (excluded_ == 0) add_phrases(words, leaves);
        if (into_ != Language::unknown) add_translations(words, leaves);
        for (Xapian::Query& one : leaves) one = in_language(one);
        return combine(Xapian::Query::OP_OR, leaves);
    }

    /// Held to the language that words are put into. Each word of a translated query is by itself: under one
    /// filter for all, Xapian walks the works of the query's own language and looks for phrases in them
    /// (30,000 works, a query of fourteen words: 20 ms, so 1.6).
    Xapian::Query in_language(const Xapian::Query& query) const {
        if (into_ == Language::unknown) return query;
        return {Xapian::Query::OP_FILTER, query, Xapian::Query(store::language_term(into_))};
    }

    Xapian::Query make_author(std::string_view text) const {
        std::vector<Xapian::Query> leaves;
        for (const QueryWord& word : words_of(text, kMaxPhraseWords)) {
            std::vector<Xapian::Query> forms;
            for (const std::string& one : {word.exact, word.stem, word.alternative_stem}) {
                for (const std::string& form : analyzers::name_forms(one))
                    forms.emplace_back(store::name_term(form));
            }
            leaves.push_back(combine(Xapian::Query::OP_SYNONYM, forms));
        }
        // No word at all: author:«…» matches nothing rather than everything.
        return leaves.empty() ? Xapian::Query::MatchNothing : combine(Xapian::Query::OP_AND, leaves);
    }

    /// Titles have terms of their own; the other parts of a work are told by its blocks.
    bool is_in_title() const { return part_ == store::BlockKind::title; }
    TermMaker term() const { return is_in_title() ? store::title_term : store::stem_term; }

    Xapian::Query verified(const Xapian::Query& implied, TextCondition condition) {
        bind(condition);
        condition.kind = part_;
        const Xapian::Query source((new TextSource(std::move(condition), analyzer_))->release());
        return {Xapian::Query::OP_FILTER, implied, source};
    }

    Xapian::Query make_part(const Query& query) {
        part_ = find_field(query.text)->part;
        const Xapian::Query result = make(query.children.front());
        part_.reset();
        return result.empty() ? Xapian::Query::MatchNothing : result;
    }

    /// Every word has to stand in the part: who names a part knows what stands there.
    Xapian::Query make_words_of_part(std::string_view text) {
        const std::vector<QueryWord> words = words_of(text, kMaxPhraseWords);
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

    static TokenTest test_of(const QueryWord& word, TokenTest::By by) {
        if (by == TokenTest::By::exact) return {by, word.exact, {}};
        return {by, word.stem, word.alternative_stem};
    }

    std::vector<QueryWord> words_of_phrase(const Query& query) {
        std::vector<QueryWord> words = words_of(query.text, kMaxPhraseWords + 1);
        if (words.size() > kMaxPhraseWords) {
            throw QueryError(QueryFault::long_phrase, query.position, std::to_string(kMaxPhraseWords));
        }
        remember(words, true);
        return words;
    }

    static TokenSequence sequence_of(const std::vector<QueryWord>& words, TokenTest::By by) {
        TokenSequence sequence;
        for (const QueryWord& word : words) sequence.push_back(test_of(word, by));
        return sequence;
    }

    Xapian::Query all_of(const std::vector<QueryWord>& words) const {
        std::vector<Xapian::Query> leaves;
        for (const QueryWord& word : words) {
            const Xapian::Query one = leaf(word, term(), Xapian::Query::OP_SYNONYM);
            leaves.push_back(word.is_stopword && words.size() > 1 ? weightless(one) : one);
        }
        return combine(Xapian::Query::OP_AND, leaves);
    }

    Xapian::Query make_phrase(const Query& query) {
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
        const Xapian::Query phrase(Xapian::Query::OP_PHRASE, places.begin(), places.end(),
                                   static_cast<Xapian::termcount>(places.size()));
        return {Xapian::Query::OP_FILTER, all, phrase};
    }

    /// What stands for a place in the text: what it implies of the index, and what must be read in the text.
    struct Operand {
        Xapian::Query implied;
        std::vector<TokenSequence> sequences;
    };

    WildcardExpansion expanded(const Query& query) {
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

    Xapian::Query any_stem(const std::vector<std::string>& stems) const {
        std::vector<Xapian::Query> leaves;
        leaves.reserve(stems.size());
        for (const std::string& stem : stems) leaves.emplace_back(term()(stem));
        return leaves.empty() ? Xapian::Query::MatchNothing : combine(Xapian::Query::OP_SYNONYM, leaves);
    }

    Operand wildcard_operand(const Query& query) {
        const WildcardExpansion expansion = expanded(query);
        Operand operand;
        operand.implied = {Xapian::Query::OP_OR, any_stem(expansion.certain), any_stem(expansion.possible)};
        operand.sequences = sequences_of(expansion);
        return operand;
    }

    static std::vector<TokenSequence> sequences_of(const WildcardExpansion& expansion) {
        std::vector<TokenSequence> sequences{{{TokenTest::By::pattern, expansion.pattern, {}}}};
        for (const std::string& stem : expansion.certain)
            sequences.push_back({{TokenTest::By::stem, stem, {}}});
        return sequences;
    }

    Operand make_operand(const Query& query) {
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

    Xapian::Query make_form(const Query& query) {
        if (words_of(query.text, 1).empty()) return Xapian::Query::MatchNothing;
        Operand operand = make_operand(query);
        TextCondition condition;
        condition.operands.push_back(std::move(operand.sequences));
        return verified(operand.implied, std::move(condition));
    }

    /// A stem that begins with all of «монитор*» needs no look at the text, unless a part is asked for.
    Xapian::Query make_wildcard(const Query& query) {
        if (part_ && !is_in_title()) return make_form(query);
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

    Xapian::Query make_chain(const Query& query) {
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

    static Xapian::Query make_years(const Query& query) {
        const auto digits = [](int year) {
            std::string text = std::to_string(year);
            return std::string(4 - std::min<std::size_t>(4, text.size()), '0') + text;
        };
        return weightless(Xapian::Query(Xapian::Query::OP_VALUE_RANGE, store::kYearSlot,
                                        digits(query.from.value_or(0)), digits(query.to.value_or(9999))));
    }

    static bool is_filter(const Query& query) {
        return query.kind == Query::Kind::language || query.kind == Query::Kind::year ||
               query.kind == Query::Kind::work_kind || query.kind == Query::Kind::author ||
               query.kind == Query::Kind::in_part || query.kind == Query::Kind::file ||
               query.kind == Query::Kind::cites;
    }

    Xapian::Query make_excluded(const Query& query) {
        ++excluded_;
        Xapian::Query result = make(query.children.front());
        --excluded_;
        return result;
    }

    static Xapian::Query exclude(const Xapian::Query& from, const Xapian::Query& what) {
        return {Xapian::Query::OP_AND_NOT, from.empty() ? weightless(Xapian::Query::MatchAll) : from, what};
    }

    /// Words, phrases and parenthesised parts rank together as OR; fields must hold; exclusions must not.
    Xapian::Query make_group(const Query& query) {
        std::vector<Xapian::Query> ranked;
        std::vector<Xapian::Query> required;
        std::vector<Xapian::Query> excluded;
        for (const Query& child : query.children) {
            if (child.kind == Query::Kind::excluded) {
                excluded.push_back(make_excluded(child));
                continue;
            }
            Xapian::Query part = make(child);
            if (part.empty()) continue;
            (is_filter(child) ? required : ranked).push_back(std::move(part));
        }
        Xapian::Query result = combine(Xapian::Query::OP_OR, ranked);
        if (!required.empty()) {
            const Xapian::Query all = combine(Xapian::Query::OP_AND, required);
            result = result.empty() ? all : Xapian::Query(Xapian::Query::OP_AND, result, all);
        }
        return excluded.empty() ? result : exclude(result, combine(Xapian::Query::OP_OR, excluded));
    }

    Xapian::Query make_all(const Query& query) {
        std::vector<Xapian::Query> required;
        std::vector<Xapian::Query> excluded;
        for (const Query& child : query.children) {
            if (child.kind == Query::Kind::excluded) {
                excluded.push_back(make_excluded(child));
            } else if (Xapian::Query part = make(child); !part.empty()) {
                required.push_back(std::move(part));
            }
        }
        Xapian::Query result = combine(Xapian::Query::OP_AND, required);
        return excluded.empty() ? result : exclude(result, combine(Xapian::Query::OP_OR, excluded));
    }

    Xapian::Query make_any(const Query& query) {
        std::vector<Xapian::Query> parts;
        for (const Query& child : query.children) parts.push_back(make(child));
        return combine(Xapian::Query::OP_OR, parts);
    }

    const analyzers::Analyzer& analyzer_;
    const Xapian::Database& database_;
    const Expanders& expanders_;
    Language into_ = Language::unknown;  ///< the language that words are put into; unknown: as typed
    std::vector<Wording> expanded_;
    std::optional<store::BlockKind> part_;  ///< of the field that is being planned
    std::vector<QueryWord> words_;
    std::vector<TextCondition> bound_;
    CitedActs cited_;
    int excluded_ = 0;
};

}  // namespace

std::vector<Wording> typed_wordings(const std::vector<QueryWord>& words) {
    std::vector<Wording> wordings;
    for (std::size_t number = 0; number < words.size(); ++number) {
        for (const std::string* const stem : {&words[number].stem, &words[number].alternative_stem}) {
            if (!stem->empty()) wordings.push_back({{*stem}, {number}, 1, MatchedBy::typed, {}});
        }
    }
    return wordings;
}

Language other_language(Language language) noexcept {
    if (language == Language::kazakh) return Language::russian;
    return language == Language::russian ? Language::kazakh : Language::unknown;
}

Plan plan_query(const Query& query, const analyzers::Analyzer& analyzer, const Xapian::Database& database,
                const Expanders& expanders) {
    return Planner(analyzer, database, expanders).plan(query);
}

}  // namespace izde::searcher
