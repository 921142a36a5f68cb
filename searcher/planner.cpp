#include "searcher/planner.hpp"

#include <algorithm>

#include "searcher/exact_source.hpp"
#include "store/terms.hpp"

namespace izde::searcher {
namespace {

using analyzers::Language;

/// A pasted page is a question about its first words; every further term costs a postings walk.
constexpr std::size_t kMaxWords = 512;
constexpr std::size_t kMaxPhraseWords = 64;

using TermMaker = std::string (*)(std::string_view);

/// The term of a word, or of its two readings.
Xapian::Query leaf(const QueryWord& word, TermMaker term, Xapian::Query::op either) {
    const std::string first = term(word.stem);
    if (word.alternative_stem.empty()) return Xapian::Query(first);
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
    explicit Planner(const analyzers::Analyzer& analyzer) : analyzer_(analyzer) {}

    Plan plan(const Query& query) {
        Plan plan;
        plan.query = make(query);
        plan.words = std::move(words_);
        return plan;
    }

  private:
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

    void remember(const std::vector<QueryWord>& words) {
        if (excluded_ > 0) return;
        for (const QueryWord& word : words) {
            const bool is_known = std::ranges::any_of(words_, [&](const QueryWord& one) {
                return one.stem == word.stem && one.exact == word.exact;
            });
            if (!is_known && words_.size() < kMaxWords) words_.push_back(word);
        }
    }

    Xapian::Query make(const Query& query) {
        switch (query.kind) {
            case Query::Kind::words:
                return make_words(query.text, store::stem_term);
            case Query::Kind::phrase:
                return make_phrase(query, store::stem_term);
            case Query::Kind::exact:
                return make_exact(query);
            case Query::Kind::group:
                return make_group(query);
            case Query::Kind::all_of:
                return make_all(query);
            case Query::Kind::any_of:
                return make_any(query);
            case Query::Kind::excluded:
                return exclude(Xapian::Query::MatchAll, make_excluded(query));
            case Query::Kind::title: {
                const Query& child = query.children.front();
                return child.kind == Query::Kind::phrase ? make_phrase(child, store::title_term)
                                                         : make_all_words(child.text, store::title_term);
            }
            case Query::Kind::author:
                return make_all_words(query.text, store::author_term);
            case Query::Kind::language:
                return weightless(
                    Xapian::Query(store::language_term(analyzers::language_from_code(query.text))));
            case Query::Kind::work_kind:
                return weightless(Xapian::Query(store::kind_term(*store::work_kind_from_name(query.text))));
            case Query::Kind::year:
                return make_years(query);
        }
        return {};
    }

    /// Any of the words; stopwords only where there is nothing else.
    Xapian::Query make_words(std::string_view text, TermMaker term) {
        std::vector<QueryWord> words = words_of(text, kMaxWords * 4);
        const bool has_content =
            std::ranges::any_of(words, [](const QueryWord& word) { return !word.is_stopword; });
        if (has_content) std::erase_if(words, [](const QueryWord& word) { return word.is_stopword; });
        std::vector<Xapian::Query> leaves;
        std::vector<std::string> seen;
        for (const QueryWord& word : words) {
            if (leaves.size() == kMaxWords) break;
            if (std::ranges::find(seen, word.stem) != seen.end()) continue;
            seen.push_back(word.stem);
            leaves.push_back(leaf(word, term, Xapian::Query::OP_SYNONYM));
        }
        remember(words);
        return combine(Xapian::Query::OP_OR, leaves);
    }

    Xapian::Query make_all_words(std::string_view text, TermMaker term) {
        const std::vector<QueryWord> words = words_of(text, kMaxPhraseWords);
        std::vector<Xapian::Query> leaves;
        for (const QueryWord& word : words) leaves.push_back(leaf(word, term, Xapian::Query::OP_SYNONYM));
        if (term == store::title_term) remember(words);
        // No word at all: title:«…» matches nothing rather than everything.
        return leaves.empty() ? Xapian::Query::MatchNothing : combine(Xapian::Query::OP_AND, leaves);
    }

    Xapian::Query make_phrase(const Query& query, TermMaker term) {
        const std::vector<QueryWord> words = words_of(query.text, kMaxPhraseWords + 1);
        if (words.size() > kMaxPhraseWords) {
            throw QueryError("a phrase holds at most " + std::to_string(kMaxPhraseWords) + " words",
                             query.position);
        }
        if (words.empty()) return {};
        remember(words);
        std::vector<Xapian::Query> weighted;
        std::vector<Xapian::Query> places;
        for (const QueryWord& word : words) {
            Xapian::Query one = leaf(word, term, Xapian::Query::OP_SYNONYM);
            weighted.push_back(word.is_stopword && words.size() > 1 ? weightless(one) : one);
            places.push_back(leaf(word, term, Xapian::Query::OP_OR));
        }
        const Xapian::Query all = combine(Xapian::Query::OP_AND, weighted);
        if (words.size() == 1) return all;
        const Xapian::Query phrase(Xapian::Query::OP_PHRASE, places.begin(), places.end(),
                                   static_cast<Xapian::termcount>(places.size()));
        return {Xapian::Query::OP_FILTER, all, phrase};
    }

    Xapian::Query make_exact(const Query& query) {
        const std::vector<QueryWord> words = words_of(query.text, kMaxPhraseWords);
        if (words.empty()) return Xapian::Query::MatchNothing;
        remember(words);
        std::vector<Xapian::Query> leaves;
        std::vector<Xapian::Query> readings;
        std::vector<std::string> forms;
        std::vector<std::string> stems;
        std::vector<std::string> alternatives;
        bool has_alternative = false;
        for (const QueryWord& word : words) {
            leaves.push_back(leaf(word, store::stem_term, Xapian::Query::OP_SYNONYM));
            forms.push_back(word.exact);
            stems.push_back(word.stem);
            alternatives.push_back(word.alternative_stem.empty() ? word.stem : word.alternative_stem);
            has_alternative |= !word.alternative_stem.empty();
        }
        const auto source = [&](const std::vector<std::string>& by) {
            return Xapian::Query((new ExactSource(forms, by, analyzer_))->release());
        };
        // The form may have been indexed by either reading's stem, according to the language of its
        // paragraph.
        readings.push_back(source(stems));
        if (has_alternative) readings.push_back(source(alternatives));
        return {Xapian::Query::OP_FILTER, combine(Xapian::Query::OP_AND, leaves),
                combine(Xapian::Query::OP_OR, readings)};
    }

    Xapian::Query make_years(const Query& query) const {
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
               query.kind == Query::Kind::title;
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
    std::vector<QueryWord> words_;
    int excluded_ = 0;
};

}  // namespace

Plan plan_query(const Query& query, const analyzers::Analyzer& analyzer) {
    return Planner(analyzer).plan(query);
}

}  // namespace izde::searcher
