#pragma once

#include <string>
#include <vector>

#include "analyzers/citation/finder.hpp"
#include "analyzers/citation/resolver.hpp"
#include "indexer/segment.hpp"
#include "store/work.hpp"

namespace izde::indexer {

/// Reads what works cite, and which act a work is. Belongs to one thread; the analyzer must outlive it.
class CitationReader {
  public:
    explicit CitationReader(const analyzers::Analyzer& analyzer) : finder_(analyzer) {}

    /// The works of one file: fills `act`, `provision` and `citations`. The requisites of a statute stand
    /// before its first article («Закон Республики Казахстан от 16 февраля 2012 года № 561-IV»), in the
    /// page's own name, and, weaker, in the name of the file.
    void read(std::vector<SegmentedWork>& works);

    /// A work that stands alone, as what it is: fills `citations`.
    void read(store::Work& work);

  private:
    std::string act_of_file(const std::vector<SegmentedWork>& works);
    std::string act_in(std::string_view text, analyzers::Language language);

    analyzers::CitationFinder finder_;
};

}  // namespace izde::indexer
