#pragma once

#include <string_view>

#include "indexer/extract/charset.hpp"

namespace izde::indexer {

/// How unlike Kazakh and Russian `bytes` are when read in `charset`: bits, by letter-pair statistics; lower
/// is likelier. 0 for pure ASCII. Linear in the size of `bytes`.
double reading_cost(std::string_view bytes, Charset charset) noexcept;

}  // namespace izde::indexer
