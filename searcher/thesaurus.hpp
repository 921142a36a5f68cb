#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "searcher/expansion.hpp"

namespace izde::searcher {

/// A thesaurus that cannot be read; `what()` names file, line and cause.
class ThesaurusError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// A term of a concept: as it is written, and as the index knows it.
struct ConceptTerm {
    std::string text;
    analyzers::Language language = analyzers::Language::unknown;
    std::vector<std::string> stems;
};

/// What terms of several languages mean.
struct Concept {
    std::vector<ConceptTerm> terms;  ///< the preferred one of each language first
    std::string broader;             ///< English term of the broader concept; "" for the widest
    std::string domain;
    std::string note;
};

/// Its first English term, by which others name it; "" where it has none.
std::string name_of(const Concept& one);

/// Concepts of law, found by their terms in any inflection. Immutable once it is filled, and thread-safe
/// then.
///
/// A table stays text: what is kept beside it is where the rows begin whose terms begin with a stem, and a
/// row is read when a query has that stem. (Reading 711 rows took 8 ms, as long as a whole search.)
class Thesaurus {
  public:
    /// A row of a table by the stem that one of its terms begins with.
    struct Entry {
        std::string_view stem;
        std::uint32_t row = 0;  ///< byte offset in the table
        // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the 0 that <=> is compared with for a
        // pointer
        friend auto operator<=>(const Entry&, const Entry&) = default;
    };

    /// The analyzer must outlive the thesaurus.
    explicit Thesaurus(const analyzers::Analyzer& analyzer) : analyzer_(analyzer) {}
    Thesaurus(Thesaurus&&) noexcept = default;
    Thesaurus& operator=(Thesaurus&&) = delete;

    /// Adds a table: Kazakh, Russian and English terms (parted by "; "), broader concept, domain, note,
    /// parted by tabs; lines that begin with # and empty ones are passed over. `name` stands in messages.
    /// Throws ThesaurusError for a row that is no concept and for a broader concept that no table has.
    void add(std::string table, const std::string& name);

    /// The same of a file.
    void add_file(const std::filesystem::path& file);

    /// Adds thesaurus/legal.tsv as it was when this library was built.
    void add_built_in();

    /// Reads the concepts whose terms stand at word `first`, by the longest term that does; gives its length
    /// in words, 0 where there is none.
    std::size_t find(const std::vector<QueryWord>& words, std::size_t first,
                     std::vector<Concept>& found) const;

    /// Every concept, in the order of the tables.
    std::vector<Concept> concepts() const;

    /// The entries of one table, sorted: what the build writes beside the built-in one.
    std::span<const Entry> entries(std::size_t table) const { return tables_.at(table).entries; }

  private:
    struct Table {
        std::shared_ptr<const std::string> text;  ///< null for the built-in one
        std::string_view rows;
        std::shared_ptr<const std::vector<std::string>> stems;
        std::vector<Entry> own_entries;
        std::span<const Entry> entries;
    };

    const analyzers::Analyzer& analyzer_;
    std::vector<Table> tables_;
};

/// What the build made of thesaurus/legal.tsv.
struct BuiltInThesaurus {
    std::string_view table;
    std::span<const Thesaurus::Entry> entries;
};
BuiltInThesaurus built_in_thesaurus() noexcept;

/// Expands terms of a thesaurus by the other terms of their concepts, longest terms first; matched words are
/// not matched again.
class ThesaurusExpander final : public Expander {
  public:
    explicit ThesaurusExpander(std::shared_ptr<const Thesaurus> thesaurus)
        : thesaurus_(std::move(thesaurus)) {}

    void expand(const Xapian::Database& database, const std::vector<QueryWord>& words,
                std::vector<Expansion>& expansions) const override;

  private:
    std::shared_ptr<const Thesaurus> thesaurus_;
};

}  // namespace izde::searcher
