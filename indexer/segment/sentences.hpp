#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace izde::indexer {

/// Byte offsets at which the sentences of a paragraph begin; the first is 0. A full stop behind an initial or
/// an abbreviation of Kazakh and Russian legal text («ст.», «т.б.», «ж.») ends no sentence.
std::vector<std::uint32_t> sentence_starts(std::string_view paragraph);

}  // namespace izde::indexer
