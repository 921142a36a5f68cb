#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/thesaurus.hpp"

namespace izde::searcher {

/// A concept with its neighbours and what an index holds of it.
struct ConceptView {
    Concept concept_row;
    std::vector<std::uint64_t> works;        ///< that hold each term, parallel to the concept's terms
    std::vector<Concept> broader;            ///< the wider concept, that of this one, and so on
    std::vector<Concept> narrower, related;  ///< related: of the same broader concept
    std::uint64_t works_of_any = 0;          ///< that hold one of the terms at least
    std::map<std::string, std::uint64_t> works_by_year;  ///< of these, those whose year is known
};

/// The concepts that `text` names, in any inflection of one of their terms; all of it must be the term.
std::vector<ConceptView> look_up_concepts(std::string_view text, const Thesaurus& thesaurus,
                                          const Xapian::Database& database,
                                          const analyzers::Analyzer& analyzer);

}  // namespace izde::searcher
