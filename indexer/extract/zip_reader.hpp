#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace izde::indexer {

/// Bytes that the members of one document may unpack to together: far more than any book's text, far less
/// than a bomb's.
inline constexpr std::size_t kMostUnpacked = std::size_t{256} << 20U;

/// The members of a zip file whose names are `wanted`, by name. Throws ExtractError for what is no zip, an
/// encrypted or broken member, and members of more than kMostUnpacked bytes together.
std::map<std::string, std::string> read_zip(std::string_view bytes,
                                            const std::function<bool(std::string_view name)>& wanted);

}  // namespace izde::indexer
