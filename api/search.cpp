#include <algorithm>
#include <chrono>

#include "analyzers/analyzer.hpp"
#include "api/convert.hpp"
#include "api/errors.hpp"
#include "searcher/cognate_expander.hpp"
#include "searcher/searcher.hpp"
#include "searcher/thesaurus.hpp"
#include "searcher/translation_expander.hpp"

namespace izde {
namespace {

/// Passages shown of a hit.
constexpr std::size_t kSnippets = 3;

std::vector<Mark> marks_of(const std::vector<searcher::Mark>& marks) {
    std::vector<Mark> result;
    result.reserve(marks.size());
    for (const searcher::Mark& mark : marks)
        result.push_back({mark.begin, mark.end, api::public_match(mark.by)});
    return result;
}

Hit hit_of(searcher::Hit&& from) {
    Hit hit = api::hit_of(from.work);
    hit.score = from.score;
    hit.explanation = std::move(from.explanation);
    hit.more_in_file = from.more_in_file;
    hit.content_hash = from.content_hash;
    if (from.twin) {
        hit.twin = Twin{std::move(from.twin->id), std::move(from.twin->title),
                        api::public_language(from.twin->language, false)};
    }
    for (searcher::Copy& copy : from.copies)
        hit.copies.push_back({std::move(copy.id), std::move(copy.path), api::page_number(copy.page)});
    for (std::size_t number = 0; number < from.snippets.size(); ++number) {
        Snippet snippet;
        snippet.text = std::move(from.snippets[number].text);
        snippet.marks = marks_of(from.snippets[number].marks);
        snippet.page = api::page_number(from.snippet_pages[number]);
        snippet.heading = std::move(from.snippets[number].heading);
        hit.snippets.push_back(std::move(snippet));
    }
    if (!hit.snippets.empty() && hit.snippets.front().page.index) hit.page = hit.snippets.front().page;
    return hit;
}

/// Beside the first term, the first of another language.
std::string second_term(const searcher::Concept& one) {
    const auto other = std::ranges::find_if(one.terms, [&](const searcher::ConceptTerm& term) {
        return term.language != one.terms.front().language;
    });
    return other == one.terms.end() ? std::string() : other->text;
}

}  // namespace

struct Searcher::Impl {
    Impl(const std::string& directory, const SearcherOptions& options)
        : thesaurus(read_thesaurus(options)), searcher(directory, analyzer, expanders(options)) {}

    std::shared_ptr<const searcher::Thesaurus> read_thesaurus(const SearcherOptions& options) const {
        auto result = std::make_shared<searcher::Thesaurus>(analyzer);
        if (options.built_in_thesaurus) result->add_built_in();
        for (const std::string& file : options.thesauri) result->add_file(file);
        return result;
    }

    searcher::Expanders expanders(const SearcherOptions& options) const {
        std::vector<searcher::TranslationTable> own;
        for (const std::string& file : options.translations)
            own.push_back(searcher::TranslationTable::read(file, analyzer));
        searcher::Expanders result;
        result.push_back(std::make_unique<searcher::ThesaurusExpander>(thesaurus));
        result.push_back(std::make_unique<searcher::TranslationExpander>(std::move(own)));
        result.push_back(std::make_unique<searcher::CognateExpander>());
        return result;
    }

    analyzers::Analyzer analyzer;
    std::shared_ptr<const searcher::Thesaurus> thesaurus;
    searcher::Searcher searcher;
};

Searcher::Searcher(const std::string& directory, const SearcherOptions& options)
    : impl_(api::guarded([&] { return std::make_unique<Impl>(directory, options); })) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

Results Searcher::search(const SearchRequest& request) const {
    return api::guarded([&] {
        const auto start = std::chrono::steady_clock::now();
        searcher::Results found = impl_->searcher.search(
            {request.query, request.offset, request.limit, request.operators,
             request.snippets ? kSnippets : 0, request.explain, static_cast<searcher::Order>(request.order),
             request.group_files, request.facets});
        Results results;
        for (searcher::Hit& hit : found.hits) results.hits.push_back(hit_of(std::move(hit)));
        results.total = found.total;
        results.total_is_exact = found.total_is_exact;
        results.interpreted_as = std::move(found.interpreted_as);
        results.suggestion = std::move(found.suggestion);
        results.suggestion_applied = found.suggestion_applied;
        results.facets = std::move(found.facets);
        for (auto& [act, name] : found.act_names)
            results.act_names.emplace(act, ActName{std::move(name.kazakh), std::move(name.russian)});
        results.took =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
        return results;
    });
}

Passage Searcher::show(const std::string& id, const std::string& page_label, const std::string& query) const {
    return api::guarded([&] {
        searcher::Passage found = impl_->searcher.show(id, page_label, query);
        Passage passage;
        passage.work = api::hit_of(found.work);
        passage.text = std::move(found.text);
        passage.marks = marks_of(found.marks);
        passage.first_page = api::page_number(found.first_page);
        passage.last_page = api::page_number(found.last_page);
        return passage;
    });
}

std::vector<Hit> Searcher::similar(const std::string& id, std::size_t limit) const {
    return api::guarded([&] {
        std::vector<Hit> hits;
        for (searcher::Hit& hit : impl_->searcher.similar(id, limit)) hits.push_back(hit_of(std::move(hit)));
        return hits;
    });
}

std::string Searcher::cite(const std::vector<std::string>& ids, CitationStyle style) const {
    return api::guarded(
        [&] { return impl_->searcher.cite(ids, static_cast<searcher::CitationStyle>(style)); });
}

std::vector<ConceptView> Searcher::concepts(const std::string& text) const {
    return api::guarded([&] {
        std::vector<ConceptView> views;
        const auto names = [](const std::vector<searcher::Concept>& concepts) {
            std::vector<std::string> result;
            for (const searcher::Concept& one : concepts)
                result.push_back(one.terms.front().text + " = " + second_term(one));
            return result;
        };
        for (searcher::ConceptView& found : impl_->searcher.concepts(text, *impl_->thesaurus)) {
            ConceptView view;
            for (std::size_t term = 0; term < found.works.size(); ++term) {
                const searcher::ConceptTerm& from = found.concept_row.terms[term];
                view.terms.push_back(
                    {from.text, api::public_language(from.language, false), found.works[term]});
            }
            view.domain = found.concept_row.domain;
            view.note = found.concept_row.note;
            view.broader = names(found.broader);
            view.narrower = names(found.narrower);
            view.related = names(found.related);
            view.works = found.works_of_any;
            view.works_by_year = std::move(found.works_by_year);
            views.push_back(std::move(view));
        }
        return views;
    });
}

std::uint64_t Searcher::size() const {
    return api::guarded([&] { return impl_->searcher.size(); });
}

}  // namespace izde
