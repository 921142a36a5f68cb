#include "searcher/planner.hpp"

#include <algorithm>
#include <iterator>

#include "analyzers/person_name.hpp"
#include "searcher/citation_query.hpp"
#include "searcher/fields.hpp"
#include "searcher/file_source.hpp"
#include "searcher/query_words.hpp"
#include "searcher/text_queries.hpp"
#include "searcher/wordings.hpp"
#include "store/terms.hpp"

namespace izde::searcher {
namespace {

using analyzers::Language;

Xapian::Query in_years(const Query& query) {
    const auto digits = [](int year) {
        std::string text = std::to_string(year);
        return std::string(4 - std::min<std::size_t>(4, text.size()), '0') + text;
    };
    return weightless(Xapian::Query(Xapian::Query::OP_VALUE_RANGE, store::kYearSlot,
                                    digits(query.from.value_or(0)), digits(query.to.value_or(9999))));
}

class Planner {
  public:
    Planner(const analyzers::Analyzer& analyzer, const Xapian::Database& database, const Expanders& expanders)
        : analyzer_(analyzer),
          database_(database),
          wordings_(database, expanders, words_),
          texts_(analyzer, database, words_) {}

    Plan plan(const Query& query) {
        Plan plan;
        plan.query = make(query);
        plan.language = words_.main_language();
        if (wordings_.has_any_in(other_language(plan.language))) {
            into_ = other_language(plan.language);
            texts_.keep_bound();
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
        plan.words = words_.take();
        plan.bound = texts_.take_bound();
        plan.wordings = typed_wordings(plan.words);
        std::ranges::move(wordings_.take(), std::back_inserter(plan.wordings));
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

    Xapian::Query make(const Query& query) {
        switch (query.kind) {
            case Query::Kind::words:
                return texts_.part() ? texts_.words_of_part(query.text) : make_words(query.text);
            case Query::Kind::phrase:
                return texts_.phrase(query);
            case Query::Kind::exact:
                return texts_.form(query);
            case Query::Kind::wildcard:
                return texts_.wildcard(query);
            case Query::Kind::near:
            case Query::Kind::in_sentence:
            case Query::Kind::in_paragraph:
                return texts_.chain(query);
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
                return in_years(query);
        }
        return {};
    }

    /// Any of the words; stopwords only where there is nothing else.
    Xapian::Query make_words(std::string_view text) {
        std::vector<QueryWord> words = read_words(text, analyzer_, kMaxWords * 4);
        const std::vector<QueryWord> all = words;
        const bool has_content =
            std::ranges::any_of(words, [](const QueryWord& word) { return !word.is_stopword; });
        if (has_content) std::erase_if(words, [](const QueryWord& word) { return word.is_stopword; });
        const bool ranks = excluded_ == 0;
        if (ranks) words_.add(words);
        if (ranks && into_ == Language::unknown) wordings_.expand(all);
        std::vector<Xapian::Query> leaves;
        std::vector<std::string> seen;
        for (const QueryWord& word : words) {
            if (leaves.size() == kMaxWords) break;
            if (std::ranges::find(seen, word.stem) != seen.end()) continue;
            seen.push_back(word.stem);
            leaves.push_back(ranks ? wordings_.concept_of(word)
                                   : leaf(word, store::stem_term, Xapian::Query::OP_SYNONYM));
        }
        if (ranks) wordings_.add_phrases(words, leaves);
        if (into_ != Language::unknown) wordings_.add_translations(words, into_, leaves);
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
        for (const QueryWord& word : read_words(text, analyzer_, kMaxPhraseWords)) {
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

    Xapian::Query make_part(const Query& query) {
        texts_.set_part(find_field(query.text)->part);
        const Xapian::Query result = make(query.children.front());
        texts_.set_part(std::nullopt);
        return result.empty() ? Xapian::Query::MatchNothing : result;
    }

    static bool is_filter(const Query& query) {
        return query.kind == Query::Kind::language || query.kind == Query::Kind::year ||
               query.kind == Query::Kind::work_kind || query.kind == Query::Kind::author ||
               query.kind == Query::Kind::in_part || query.kind == Query::Kind::file ||
               query.kind == Query::Kind::cites;
    }

    Xapian::Query make_excluded(const Query& query) {
        ++excluded_;
        texts_.set_shown(false);
        Xapian::Query result = make(query.children.front());
        --excluded_;
        texts_.set_shown(excluded_ == 0);
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
    QueryWords words_;
    Wordings wordings_;
    TextQueries texts_;
    Language into_ = Language::unknown;  ///< the language that words are put into; unknown: as typed
    CitedActs cited_;
    int excluded_ = 0;
};

}  // namespace

Language other_language(Language language) noexcept {
    if (language == Language::kazakh) return Language::russian;
    return language == Language::russian ? Language::kazakh : Language::unknown;
}

Plan plan_query(const Query& query, const analyzers::Analyzer& analyzer, const Xapian::Database& database,
                const Expanders& expanders) {
    return Planner(analyzer, database, expanders).plan(query);
}

}  // namespace izde::searcher
