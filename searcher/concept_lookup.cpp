#include "searcher/concept_lookup.hpp"

#include <algorithm>

#include "store/terms.hpp"

namespace izde::searcher {
namespace {

/// Neighbours that a reader looks over.
constexpr std::size_t kRelated = 20;

class YearSpy final : public Xapian::MatchSpy {
  public:
    void operator()(const Xapian::Document& document, double /*weight*/) override {
        if (std::string year = document.get_value(store::kYearSlot); !year.empty()) ++works[std::move(year)];
    }
    std::map<std::string, std::uint64_t> works;
};

Xapian::Query query_of(const ConceptTerm& term) {
    std::vector<Xapian::Query> stems;
    for (const std::string& stem : term.stems) stems.emplace_back(store::stem_term(stem));
    if (stems.size() == 1) return stems.front();
    return {Xapian::Query::OP_PHRASE, stems.begin(), stems.end(),
            static_cast<Xapian::termcount>(stems.size())};
}

std::uint64_t count(const Xapian::Database& database, const Xapian::Query& query, Xapian::MatchSpy* spy) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    if (spy != nullptr) enquire.add_matchspy(spy);
    return enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
}

ConceptView view_of(Concept row, const std::vector<Concept>& all, const Xapian::Database& database) {
    ConceptView view;
    std::vector<Xapian::Query> terms;
    for (const ConceptTerm& term : row.terms) {
        terms.push_back(query_of(term));
        view.works.push_back(count(database, terms.back(), nullptr));
    }
    YearSpy years;
    view.works_of_any =
        count(database, Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()), &years);
    view.works_by_year = std::move(years.works);
    const std::string name = name_of(row);
    for (const Concept& one : all) {
        if (!name.empty() && one.broader == name) view.narrower.push_back(one);
        if (!row.broader.empty() && one.broader == row.broader && name_of(one) != name &&
            view.related.size() < kRelated)
            view.related.push_back(one);
    }
    std::string wider = row.broader;
    while (!wider.empty() && view.broader.size() < all.size()) {
        const auto found = std::ranges::find(all, wider, name_of);
        if (found == all.end()) break;
        view.broader.push_back(*found);
        wider = found->broader;
    }
    view.concept_row = std::move(row);
    return view;
}

}  // namespace

std::vector<ConceptView> look_up_concepts(std::string_view text, const Thesaurus& thesaurus,
                                          const Xapian::Database& database,
                                          const analyzers::Analyzer& analyzer) {
    std::vector<QueryWord> words;
    analyzers::TokenStream tokens = analyzer.analyze(text, analyzers::Language::unknown);
    while (tokens.next()) {
        QueryWord word;
        word.stem = tokens.token().stem;
        word.alternative_stem = tokens.token().alternative_stem;
        words.push_back(std::move(word));
    }
    std::vector<Concept> found;
    std::vector<ConceptView> views;
    if (words.empty() || thesaurus.find(words, 0, found) != words.size()) return views;
    const std::vector<Concept> all = thesaurus.concepts();
    for (Concept& row : found) views.push_back(view_of(std::move(row), all, database));
    return views;
}

}  // namespace izde::searcher
