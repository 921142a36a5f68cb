#include "searcher/searcher.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <utility>

#include "analyzers/citation/act_names.hpp"
#include "searcher/citation_query.hpp"
#include "searcher/copies.hpp"
#include "searcher/planner.hpp"
#include "searcher/ranker.hpp"
#include "searcher/similar.hpp"
#include "searcher/suggest.hpp"
#include "store/codec.hpp"
#include "store/terms.hpp"

namespace izde::searcher {
namespace {

/// Totals are exact up to here; beyond, Xapian's estimate is as good as anyone's need.
constexpr Xapian::doccount kExactTotal = 10'000;

/// Values of each facet: what a reader looks over.
constexpr std::size_t kFacetValues = 20;

/// Of so many answers those of one volume are put together: the first pages of a list, not its tail.
constexpr Xapian::doccount kGrouped = 500;

/// Sections of one long work that may stand among the works like it.
constexpr std::size_t kSections = 50;

/// Answers so few that the searcher may have meant something else.
constexpr std::uint64_t kFew = 5;

/// A writer may overtake a reader so often before the reader gives up.
constexpr int kAttempts = 4;

/// Blocks before and after the best match that `show` gives with a query.
constexpr std::size_t kBlocksAround = 3;

/// The page of byte `offset` of a block.
std::optional<store::PageRef> page_of(const store::Work& work, std::size_t block, std::size_t offset) {
    if (block >= work.blocks.size()) return std::nullopt;
    const std::uint32_t page = store::page_at(work.blocks[block], offset);
    return page < work.pages.size() ? std::optional(work.pages[page]) : std::nullopt;
}

store::Work without_text(store::Work work) {
    work.text.clear();
    work.blocks.clear();
    return work;
}

/// The version of an act, or of its article, in another language.
std::optional<Twin> twin_of(const Xapian::Database& database, Xapian::docid docid, const store::Work& work) {
    if (work.act.empty()) return std::nullopt;
    const std::string term = store::act_term(work.act, work.provision);
    constexpr int kMostVersions = 64;  // an act that is cut into sections has many of its own language
    int seen = 0;
    for (auto posting = database.postlist_begin(term);
         posting != database.postlist_end(term) && ++seen < kMostVersions; ++posting) {
        if (*posting == docid) continue;
        const store::Work other = store::decode_work_header(database.get_document(*posting).get_data());
        if (other.language != work.language && other.provision == work.provision)
            return Twin{other.id, other.title, other.language};
    }
    return std::nullopt;
}

Hit make_hit(const Xapian::Database& database, const Candidate& candidate, const Plan& plan,
             SnippetMaker* snippets, const Request& request) {
    Hit hit;
    const Xapian::Document document = database.get_document(candidate.docid, Xapian::DOC_ASSUME_VALID);
    const std::string data = document.get_data();
    hit.content_hash = store::content_hash_of(document);
    store::Work work = snippets != nullptr ? store::decode_work(data) : store::decode_work_header(data);
    hit.score = candidate.score;
    if (snippets != nullptr) {
        const bool shows_citations = plan.words.empty() && !plan.cited.acts.empty();
        hit.snippets = shows_citations ? citing_snippets(work, plan.cited, request.snippets)
                                       : snippets->make(candidate.docid, work, request.snippets);
        for (Snippet& snippet : hit.snippets) {
            hit.snippet_pages.push_back(page_of(work, snippet.block, snippet.offset));
            snippet.heading = heading_above(work, snippet.block);
        }
    }
    if (request.explain) hit.explanation = explain(candidate);
    hit.more_in_file = candidate.more_in_file;
    hit.twin = twin_of(database, candidate.docid, work);
    for (const Xapian::docid docid : candidate.copies) {
        store::Work copy = store::decode_work_header(database.get_document(docid).get_data());
        hit.copies.push_back({std::move(copy.id), std::move(copy.path), page_of(copy, 0, 0)});
    }
    hit.work = without_text(std::move(work));
    return hit;
}

/// Years are digits; a work without one has an empty value, which Xapian would put among the oldest.
class YearOrder final : public Xapian::KeyMaker {
  public:
    explicit YearOrder(Order order) : order_(order) {}
    std::string operator()(const Xapian::Document& document) const override {
        const std::string year = document.get_value(store::kYearSlot);
        return year.empty() && order_ == Order::oldest ? "~" : year;
    }

  private:
    Order order_;
};

/// Keeps the first candidate of each volume: of a file, and of an issue whose articles are files of their
/// own but say where they were printed. The lines of a JSONL file are works of their own.
void group_volumes(const Xapian::Database& database, std::vector<Candidate>& candidates) {
    std::map<std::string, std::size_t> place_of;
    std::vector<Candidate> kept;
    for (Candidate& candidate : candidates) {
        const Xapian::Document document = database.get_document(candidate.docid);
        std::vector<std::string> keys;
        if (std::string path = document.get_value(store::kPathSlot); !path.ends_with(".jsonl"))
            keys.push_back("file " + std::move(path));
        // A name without a number is a series, not a volume; so is one without a year.
        const std::string volume = document.get_value(store::kVolumeSlot);
        const bool is_one_volume = volume.find('\x1F') > 0 && !volume.empty() && volume.back() != '\x1F';
        if (const std::string year = document.get_value(store::kYearSlot); is_one_volume && !year.empty())
            keys.push_back(std::string("volume ").append(volume).append(1, '\x1F').append(year));
        std::size_t place = kept.size();
        for (const std::string& key : keys) {
            if (const auto known = place_of.find(key); known != place_of.end()) place = known->second;
        }
        for (std::string& key : keys) place_of.emplace(std::move(key), place);
        if (place < kept.size()) {
            ++kept[place].more_in_file;
        } else {
            kept.push_back(std::move(candidate));
        }
    }
    candidates = std::move(kept);
}

Xapian::docid find_work(const Xapian::Database& database, const std::string& id) {
    const std::string term = store::id_term(id);
    const auto posting = database.postlist_begin(term);
    if (posting == database.postlist_end(term)) throw NotFound("no work has the id " + id);
    return *posting;
}

/// The words, normalised, that the index says otherwise: in the other language, by a term of the same
/// concept.
std::vector<std::string> expanded_words(const Plan& plan) {
    std::vector<std::string> words;
    for (const Wording& wording : plan.wordings) {
        if (wording.by == MatchedBy::typed) continue;
        for (const std::size_t word : wording.words) words.push_back(plan.words[word].exact);
    }
    return words;
}

bool finds_any(const Xapian::Database& database, const Plan& plan) {
    Xapian::Enquire enquire(database);
    enquire.set_query(plan.query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return !enquire.get_mset(0, 1).empty();
}

/// Whether any of the block stands on the page.
bool is_on_page(const store::Work& work, std::size_t block, const std::string& page, bool by_label) {
    const auto is_it = [&](std::uint32_t number) {
        if (number >= work.pages.size()) return false;
        const store::PageRef& ref = work.pages[number];
        return by_label ? ref.label == page : std::to_string(ref.index) == page;
    };
    return is_it(work.blocks[block].page) ||
           std::ranges::any_of(work.blocks[block].turns,
                               [&](const store::PageTurn& turn) { return is_it(turn.page); });
}

/// The blocks [first, last) that `show` gives.
std::pair<std::size_t, std::size_t> shown_blocks(Xapian::docid docid, const store::Work& work,
                                                 const std::string& page, SnippetMaker& snippets) {
    if (!page.empty()) {
        const bool has_label =
            std::ranges::any_of(work.pages, [&](const store::PageRef& ref) { return ref.label == page; });
        std::size_t first = 0;
        while (first < work.blocks.size() && !is_on_page(work, first, page, has_label)) ++first;
        if (first == work.blocks.size()) throw NotFound("the work has no page " + page);
        std::size_t last = first;
        while (last < work.blocks.size() && is_on_page(work, last, page, has_label)) ++last;
        return {first, last};
    }
    const std::vector<Snippet> best = snippets.make(docid, work, 1);
    if (!best.empty() && !best.front().marks.empty()) {
        const std::size_t block = best.front().block;
        return {block - std::min(block, kBlocksAround),
                std::min(work.blocks.size(), block + kBlocksAround + 1)};
    }
    return {0, work.blocks.size()};
}

}  // namespace

Searcher::Searcher(const std::filesystem::path& directory, const analyzers::Analyzer& analyzer,
                   Expanders expanders)
    : analyzer_(analyzer), pool_(directory, analyzer.fingerprint()), expanders_(std::move(expanders)) {}

template <typename Use>
auto Searcher::with_lease(Use&& use) const {
    DatabasePool::Lease lease = pool_.borrow();
    for (int attempt = 1;; ++attempt) {
        try {
            return use(std::as_const(lease));
        } catch (const Xapian::DatabaseModifiedError&) {
            if (attempt == kAttempts) throw;
            lease.reopen();
        }
    }
}

template <typename Use>
auto Searcher::with_database(Use&& use) const {
    return with_lease([&](const DatabasePool::Lease& lease) { return use(*lease); });
}

Results Searcher::search(const Request& request) const {
    const Query query = request.operators ? parse_query(request.query) : plain_words(request.query);
    return with_lease([&](const DatabasePool::Lease& lease) {
        const Xapian::Database& database = *lease;
        const Plan plan = plan_query(query, analyzer_, database, expanders_);
        Results results = answer(lease, plan, request);
        results.interpreted_as = to_string(query);
        const std::optional<Suggestion> other =
            suggest(query, request.query, results.total < kFew, expanded_words(plan), analyzer_, database);
        if (!other) return results;
        Plan other_plan = plan_query(other->query, analyzer_, database, expanders_);
        if (results.total > 0 && !other->finds_little) {
            if (finds_any(database, other_plan)) results.suggestion = to_string(other->query);
            return results;
        }
        for (QueryWord& word : other_plan.words) {
            if (std::ranges::find(other->words, word.exact) != other->words.end()) word.by = MatchedBy::loose;
        }
        Results meant = answer(lease, other_plan, request);
        meant.interpreted_as = to_string(other->query);
        if (meant.total == 0) return results;
        meant.suggestion = meant.interpreted_as;
        meant.suggestion_applied = true;
        return meant;
    });
}

Results Searcher::answer(const DatabasePool::Lease& lease, const Plan& plan, const Request& request) const {
    const Xapian::Database& database = *lease;
    Results results;
    if (plan.query.empty()) return results;
    Xapian::Enquire enquire(database);
    enquire.set_query(plan.query);
    enquire.set_weighting_scheme(first_stage(Group::own));
    YearOrder by_year(request.order);
    if (request.order != Order::relevance)
        enquire.set_sort_by_key_then_relevance(&by_year, request.order == Order::newest);
    const std::size_t wanted = request.offset + request.limit;
    // As many more as may turn out to be copies: a page is not to end early for them.
    const auto looked_at = std::max<std::size_t>(wanted + kRescored, request.groups_files ? kGrouped : 0);
    // Facets count as many answers as the total is exact for. A MatchSpy would see them too, but by their
    // numbers within a shard.
    const auto fetched = static_cast<Xapian::doccount>(std::min<std::size_t>(
        request.facets ? std::max<std::size_t>(looked_at, kExactTotal) : looked_at, database.get_doccount()));
    const Xapian::MSet matches = enquire.get_mset(0, fetched, kExactTotal + 1);
    results.total = matches.get_matches_estimated();
    results.total_is_exact = matches.get_matches_lower_bound() == matches.get_matches_upper_bound();
    if (request.facets) {
        results.facets =
            facets_.count(database, lease.revision(), {matches.begin(), matches.end()}, kFacetValues);
    }
    if (const auto cited = results.facets.find("cites"); cited != results.facets.end()) {
        for (const auto& [act, works] : cited->second)
            results.act_names.emplace(act, analyzers::name_of_act(act));
    }

    std::vector<Candidate> candidates = candidates_of(database, matches, looked_at);
    if (request.order == Order::relevance) rank(database, plan, analyzer_, expanders_, candidates);
    if (!plan.asked.acts.empty() && request.order == Order::relevance) {
        add_cited(database, plan.asked, kRescored, candidates);
        put_cited_first(database, plan.asked, plan.language, candidates);
    }
    const std::size_t works = candidates.size();
    merge_copies(database, analyzer_, candidates);
    results.total -= std::min<std::uint64_t>(results.total, works - candidates.size());
    if (request.groups_files) group_volumes(database, candidates);
    std::optional<SnippetMaker> snippets;
    if (request.snippets > 0) snippets.emplace(database, plan, analyzer_);
    for (std::size_t place = request.offset; place < std::min(wanted, candidates.size()); ++place) {
        results.hits.push_back(
            make_hit(database, candidates[place], plan, snippets ? &*snippets : nullptr, request));
    }
    return results;
}

std::vector<Hit> Searcher::similar(const std::string& id, std::size_t limit) const {
    return with_database([&](const Xapian::Database& database) {
        const store::Work work =
            store::decode_work(database.get_document(find_work(database, id)).get_data());
        const Plan plan = plan_similar(database, work, analyzer_);
        std::vector<Hit> hits;
        if (plan.query.empty()) return hits;
        Xapian::Enquire enquire(database);
        enquire.set_query(plan.query);
        enquire.set_weighting_scheme(first_stage(Group::own));
        const std::string& whole = work.parent.empty() ? work.id : work.parent;
        Request request;
        request.snippets = 1;
        SnippetMaker snippets(database, plan, analyzer_);
        for (const Candidate& candidate :
             candidates_of(database, enquire.get_mset(0, static_cast<Xapian::doccount>(limit + kSections)))) {
            if (hits.size() == limit) break;
            Hit hit = make_hit(database, candidate, plan, &snippets, request);
            if (hit.work.id != whole && hit.work.parent != whole) hits.push_back(std::move(hit));
        }
        return hits;
    });
}

std::string Searcher::cite(const std::vector<std::string>& ids, CitationStyle style) const {
    return with_database([&](const Xapian::Database& database) {
        std::vector<store::Work> works;
        works.reserve(ids.size());
        for (const std::string& id : ids) {
            works.push_back(
                store::decode_work_header(database.get_document(find_work(database, id)).get_data()));
        }
        return searcher::cite(works, style);
    });
}

Passage Searcher::show(const std::string& id, const std::string& page, const std::string& query) const {
    return with_database([&](const Xapian::Database& database) {
        const Plan plan =
            query.empty() ? Plan{} : plan_query(parse_query(query), analyzer_, database, expanders_);
        SnippetMaker snippets(database, plan, analyzer_);
        const Xapian::docid docid = find_work(database, id);
        store::Work work = store::decode_work(database.get_document(docid).get_data());
        const auto [first, last] = shown_blocks(docid, work, page, snippets);
        Passage passage;
        const std::size_t begin = first < work.blocks.size() ? work.blocks[first].begin : 0;
        for (std::size_t block = first; block < last; ++block) {
            const std::size_t from = work.blocks[block].begin;
            if (plan.words.empty()) break;
            const std::string_view text =
                std::string_view(work.text).substr(from, end_of_block(work, block) - from);
            for (const Mark& mark : snippets.find_marks(text, work.blocks[block])) {
                passage.marks.push_back({mark.begin + from - begin, mark.end + from - begin, mark.by});
            }
        }
        const std::size_t end = last == 0 ? work.text.size() : end_of_block(work, last - 1);
        passage.text = work.text.substr(begin, end - begin);
        passage.first_page = page_of(work, first, 0);
        passage.last_page = last == 0 ? std::nullopt : page_of(work, last - 1, end_of_block(work, last - 1));
        passage.work = without_text(std::move(work));
        return passage;
    });
}

std::vector<ConceptView> Searcher::concepts(const std::string& text, const Thesaurus& thesaurus) const {
    return with_database([&](const Xapian::Database& database) {
        return look_up_concepts(text, thesaurus, database, analyzer_);
    });
}

std::uint64_t Searcher::size() const {
    return with_database(
        [](const Xapian::Database& database) { return std::uint64_t{database.get_doccount()}; });
}

}  // namespace izde::searcher
