#include "api/convert.hpp"

#include "searcher/searcher.hpp"

namespace izde {

std::string_view version() noexcept {
    return IZDE_VERSION;
}

std::string_view code_of(Language language) noexcept {
    return language == Language::mixed ? "mixed" : analyzers::code_of(api::room_language(language));
}

std::string_view name_of(WorkKind kind) noexcept {
    return store::name_of(static_cast<store::WorkKind>(kind));
}

std::string_view name_of(MatchedBy by) noexcept {
    switch (by) {
        case MatchedBy::typed:
            return "typed";
        case MatchedBy::loose:
            return "loose";
        case MatchedBy::thesaurus:
            return "thesaurus";
        case MatchedBy::translation:
            return "translation";
    }
    return "typed";
}

}  // namespace izde

namespace izde::api {

Language public_language(analyzers::Language language, bool is_mixed) noexcept {
    return is_mixed ? Language::mixed : static_cast<Language>(language);
}

analyzers::Language room_language(Language language) noexcept {
    return language == Language::mixed ? analyzers::Language::unknown
                                       : static_cast<analyzers::Language>(language);
}

static_assert(static_cast<int>(Language::english) == static_cast<int>(analyzers::Language::english));
static_assert(static_cast<int>(CitationStyle::csl_json) ==
              static_cast<int>(searcher::CitationStyle::csl_json));
static_assert(static_cast<int>(Order::oldest) == static_cast<int>(searcher::Order::oldest));
static_assert(static_cast<int>(WorkKind::decision) == static_cast<int>(store::WorkKind::decision));

static_assert(static_cast<int>(MatchedBy::translation) == static_cast<int>(searcher::MatchedBy::translation));

WorkKind public_kind(store::WorkKind kind) noexcept {
    return static_cast<WorkKind>(kind);
}

MatchedBy public_match(searcher::MatchedBy by) noexcept {
    return static_cast<MatchedBy>(by);
}

PageNumber page_number(const std::optional<store::PageRef>& page) {
    PageNumber number;
    if (!page) return number;
    number.label = page->label;
    number.index = page->index;
    return number;
}

Hit hit_of(const store::Work& work) {
    Hit hit;
    hit.id = work.id;
    hit.title = work.title;
    hit.authors = work.authors;
    hit.year = work.year;
    hit.language = public_language(work.language, work.is_mixed);
    hit.kind = public_kind(work.kind);
    hit.path = work.path;
    hit.container = work.container;
    hit.volume = work.volume;
    hit.pages = searcher::pages_of(work, "–");
    hit.act = work.act;
    hit.provision = work.provision;
    if (!work.pages.empty()) hit.page = page_number(work.pages.front());
    return hit;
}

}  // namespace izde::api
