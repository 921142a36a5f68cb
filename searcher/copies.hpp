#pragma once

#include <xapian.h>

#include <vector>

#include "searcher/ranker.hpp"

namespace izde::searcher {

/// So many answers are looked at for files that hold the same work: the first pages of a list, not its tail.
inline constexpr std::size_t kLookedAtForCopies = 500;

/// Puts the same work in another file (the PDF and the DOCX of an article) behind its best candidate, as one
/// of its `copies`: their texts are nearly the same by their sketches, and nothing that a reader would cite
/// contradicts. Works of one file, and lines of JSON Lines, which have ids of their own, stay apart; so do
/// court decisions, which are forms filled in.
void merge_copies(const Xapian::Database& database, const analyzers::Analyzer& analyzer,
                  std::vector<Candidate>& candidates);

}  // namespace izde::searcher
