#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
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

/// Concepts of law, found by their terms in any inflection. Immutable and thread-safe.
class Thesaurus {
  public:
    /// Reads tables: Kazakh, Russian and English terms (parted by "; "), broader concept, domain, note,
    /// parted by tabs; lines that begin with # and empty ones are passed over. `name` stands in messages.
    /// Throws ThesaurusError for a row that is no concept and for a broader concept that is nowhere.
    void add(std::string_view table, const std::string& name, const analyzers::Analyzer& analyzer);

    /// The same of a file.
    void add_file(const std::filesystem::path& file, const analyzers::Analyzer& analyzer);

    /// The concepts whose terms begin at word `first`, of the longest term that does, and its length in
    /// words; 0 where there is none.
    std::size_t find(const std::vector<QueryWord>& words, std::size_t first,
                     std::vector<const Concept*>& found) const;

    const std::vector<Concept>& concepts() const noexcept { return concepts_; }

    /// By its first English term; null where there is none.
    const Concept* by_name(std::string_view english) const;

  private:
    struct Entry {
        std::size_t concept_number = 0, term = 0;
    };
    std::vector<Concept> concepts_;
    std::multimap<std::string, Entry, std::less<>> by_first_stem_;
    std::map<std::string, std::size_t, std::less<>> by_name_;
};

/// thesaurus/legal.tsv as it was when this library was built.
std::string_view built_in_thesaurus() noexcept;

/// Expands terms of a thesaurus by the other terms of their concepts, longest terms first; matched words are
/// not matched again.
class ThesaurusExpander final : public Expander {
  public:
    explicit ThesaurusExpander(Thesaurus thesaurus) : thesaurus_(std::move(thesaurus)) {}

    void expand(const Xapian::Database& database, const std::vector<QueryWord>& words,
                std::vector<Expansion>& expansions) const override;

  private:
    Thesaurus thesaurus_;
};

}  // namespace izde::searcher
