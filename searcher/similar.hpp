#pragma once

#include <xapian.h>

#include "analyzers/analyzer.hpp"
#include "searcher/planner.hpp"
#include "store/work.hpp"

namespace izde::searcher {

/// A plan that finds works like this one, and not itself: its 25 stems of most weight by frequency in it and
/// rarity in the index, as plain words. Stopwords, numbers and stems of no other work are left out.
Plan plan_similar(const Xapian::Database& database, const store::Work& work,
                  const analyzers::Analyzer& analyzer);

}  // namespace izde::searcher
