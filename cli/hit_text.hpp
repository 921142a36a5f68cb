#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/messages.hpp"
#include "izde/izde.hpp"

/// What the terminal shows of answers. Every text is safe to print, ends with a line end, and is wrapped to
/// the width of the terminal where there is one.
namespace izde::cli {

std::string joined(const std::vector<std::string>& texts, std::string_view between);

/// Title, and a line of what is known of the work; not wrapped.
std::string heading_text(const Hit& hit, Locale locale);

/// A hit: its number, its heading, its passages with page and section, and what earned its score where that
/// was asked for.
std::string hit_text(const Hit& hit, std::size_t number, Locale locale);

/// Numbers of answers by language, kind, year, author, volume, cited act and file; "" where none was asked
/// for.
std::string facets_text(const Results& results, Locale locale);

/// What was made of the query, the hits, how many there are, the facets.
std::string results_text(const Results& results, const SearchRequest& request, Locale locale);

}  // namespace izde::cli
