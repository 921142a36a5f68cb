#pragma once

#include <functional>
#include <string>

#include "cli/messages.hpp"
#include "izde/izde.hpp"

namespace izde::cli {

/// What is wrong with a query, in the language of the locale: the message with the number of the character,
/// the query, and a caret below the place; a long query is cut around it. Ends with a line end.
std::string query_error_text(const Error& error, const std::string& query, Locale locale);

/// Runs what answers `query`. A mistake in the query is told on standard error and gives kError; every other
/// exception goes on.
int answering(const std::string& query, Locale locale, const std::function<int()>& answer);

}  // namespace izde::cli
