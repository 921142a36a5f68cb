#pragma once

#include "indexer/confine/limits.hpp"

namespace izde::tests {

/// Limits that a test reaches soon; both sides must have the same.
inline constexpr indexer::ExtractionLimits kSmallLimits{std::uint64_t{512} << 20U, std::uint64_t{16} << 20U,
                                                        std::chrono::seconds(1), std::chrono::seconds(4)};

}  // namespace izde::tests
