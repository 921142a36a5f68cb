#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "analyzers/citation/act_names.hpp"
#include "searcher/cite.hpp"
#include "searcher/concept_lookup.hpp"
#include "searcher/database_pool.hpp"
#include "searcher/expansion.hpp"
#include "searcher/facets.hpp"
#include "searcher/query.hpp"
#include "searcher/snippet.hpp"
#include "store/work.hpp"

/// Query → results: the entry point of this room.
namespace izde::searcher {

/// In which order answers come.
enum class Order : std::uint8_t { relevance, newest, oldest };

/// A question.
struct Request {
    std::string query;
    std::size_t offset = 0;
    std::size_t limit = 10;
    bool operators = true;     ///< false: every character is plain words
    std::size_t snippets = 3;  ///< at most so many a hit
    bool explain = false;
    Order order = Order::relevance;  ///< by year: equal years by relevance; works without a year come last
    bool groups_files = false;       ///< of each file, or volume, only the best hit
    bool facets = false;
};

/// The same act, or article of it, in another language.
struct Twin {
    std::string id, title;
    analyzers::Language language = analyzers::Language::unknown;
};

/// The same work in another file.
struct Copy {
    std::string id, path;
    std::optional<store::PageRef> page;  ///< on which it begins
};

/// One answer.
struct Hit {
    store::Work work;  ///< without text and blocks
    double score = 0;
    std::vector<Snippet> snippets;
    std::vector<std::optional<store::PageRef>> snippet_pages;  ///< parallel to `snippets`
    std::string explanation;
    std::size_t more_in_file = 0;  ///< hits of the same file, or volume, that stand behind this one
    std::optional<Twin> twin;
    std::uint64_t content_hash = 0;  ///< of everything that is indexed of the work
    std::vector<Copy> copies;
};

struct Results {
    std::vector<Hit> hits;
    std::uint64_t total = 0;
    bool total_is_exact = true;  ///< always, up to 10,000
    std::string interpreted_as;
    std::string suggestion;           ///< another query that may have been meant; "" where there is none
    bool suggestion_applied = false;  ///< the answers are those of `suggestion`: as typed little was found
    std::map<std::string, FacetCounts> facets;
    std::map<std::string, analyzers::ActName> act_names;  ///< of the acts among `facets`
};

/// A work's text or a part of it.
struct Passage {
    store::Work work;  ///< without text and blocks
    std::string text;
    std::vector<Mark> marks;
    std::optional<store::PageRef> first_page, last_page;
};

/// Pages from `first` to the last block of the passage; "" means no such work.
class NotFound : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// An opened index. Thread-safe.
class Searcher {
  public:
    /// The analyzer must outlive the searcher; plain words are expanded by `expanders`. Throws
    /// store::IndexError.
    Searcher(const std::filesystem::path& directory, const analyzers::Analyzer& analyzer,
             Expanders expanders = {});

    /// Throws QueryError, store::IndexError, Xapian::Error.
    Results search(const Request& request) const;

    /// The whole work; what stands on the page labelled (or, where no label matches, numbered) `page`; or,
    /// with a query alone, the blocks around its best match. Throws NotFound.
    Passage show(const std::string& id, const std::string& page, const std::string& query) const;

    /// The works most like this one, in the order of BM25 over its own words; sections of the same work are
    /// left out. Throws NotFound.
    std::vector<Hit> similar(const std::string& id, std::size_t limit) const;

    /// Throws NotFound.
    std::string cite(const std::vector<std::string>& ids, CitationStyle style) const;

    /// What the index holds of the concepts that `text` names.
    std::vector<ConceptView> concepts(const std::string& text, const Thesaurus& thesaurus) const;

    std::uint64_t size() const;

  private:
    /// Runs `use(lease)`, again on a fresh database where a writer overtook it.
    template <typename Use>
    auto with_lease(Use&& use) const;

    /// Runs `use(database)` so.
    template <typename Use>
    auto with_database(Use&& use) const;

    /// Everything of the results but what is said of the query itself.
    Results answer(const DatabasePool::Lease& lease, const Plan& plan, const Request& request) const;

    const analyzers::Analyzer& analyzer_;
    mutable DatabasePool pool_;
    mutable FacetCounter facets_;
    Expanders expanders_;
};

}  // namespace izde::searcher
