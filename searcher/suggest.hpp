#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "searcher/query.hpp"

namespace izde::searcher {

/// Another query that may have been meant.
struct Suggestion {
    Query query;
    std::vector<std::string> words;  ///< what is written otherwise than it was typed, normalised
    bool finds_little = false;  ///< most words were typed in another way, or a short query has slips in most
};

/// Reads a query otherwise than it was typed: in another keyboard layout, with the letters that Kazakh typed
/// on a Russian keyboard or in Latin leaves out, Russian in Latin, without slips. Only words that stand in no
/// work are read otherwise, and what shares their way of typing where the reading is much more frequent;
/// `finds_few` (the query as typed finds few works or none) lets every word be read so. `expanded` are words,
/// normalised, that other words of the index say: they may stand in no work and were meant all the same.
/// `text` is what was typed. Nothing where no word gains. A few ms where words are unknown, microseconds
/// where none is.
std::optional<Suggestion> suggest(const Query& query, const std::string& text, bool finds_few,
                                  const std::vector<std::string>& expanded,
                                  const analyzers::Analyzer& analyzer, const Xapian::Database& database);

}  // namespace izde::searcher
