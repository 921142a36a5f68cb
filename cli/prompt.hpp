#pragma once

#include "cli/messages.hpp"
#include "izde/izde.hpp"

namespace izde::cli {

/// Answers queries typed on the terminal until the end of input: page by page, opening hits by their numbers.
/// `request` says how (its query is not used). Gives the exit status.
int run_prompt(const Searcher& searcher, const SearchRequest& request, Locale locale);

}  // namespace izde::cli
