#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/messages.hpp"
#include "izde/izde.hpp"

namespace izde::cli {

std::string joined(const std::vector<std::string>& texts, std::string_view between);

/// A hit as the terminal shows it: its number and title, a line of what is known of it, its snippets, and
/// what earned its score where that was asked for. Safe to print; ends with a line end.
std::string hit_text(const Hit& hit, std::size_t number, Locale locale);

}  // namespace izde::cli
