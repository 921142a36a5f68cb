#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace izde::searcher {

/// The rows of a sorted table whose key, read by `key_of`, equals `key`. It is std::ranges::equal_range for
/// tables of strings: clang 14 cannot instantiate the subrange of libstdc++ 12 that the standard algorithm
/// returns.
template <typename Row, typename KeyOf>
std::span<const Row> equal_rows(std::span<const Row> sorted, std::string_view key, KeyOf key_of) {
    const auto first = std::ranges::lower_bound(sorted, key, {}, key_of);
    const auto last = std::ranges::upper_bound(first, sorted.end(), key, {}, key_of);
    return {first, last};
}

}  // namespace izde::searcher
