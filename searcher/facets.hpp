#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace izde::searcher {

/// The answers' values of one property with their numbers, the most frequent first, equal ones by value.
using FacetCounts = std::vector<std::pair<std::string, std::uint64_t>>;

/// The volume that a work stands in, as «Вестник права, № 3, 2016» with what is known of it; "" where neither
/// name nor number is.
std::string volume_name(const Xapian::Document& document);

/// Counts the answers by language, kind, year, author, volume, cited act and file while Xapian goes over
/// them: as many of them as the total is exact for. Values of works that lack the property are not counted.
class FacetSpy final : public Xapian::MatchSpy {
  public:
    void operator()(const Xapian::Document& document, double weight) override;

    /// At most `limit` values of each property.
    std::map<std::string, FacetCounts> counts(std::size_t limit) const;

  private:
    std::map<std::string, std::map<std::string, std::uint64_t>> counted_;
};

}  // namespace izde::searcher
