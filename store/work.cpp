#include "store/work.hpp"

#include <algorithm>
#include <array>

namespace izde::store {
namespace {

constexpr std::array<std::string_view, 6> kKindNames = {"document",  "article", "section",
                                                        "provision", "book",    "decision"};

}  // namespace

std::string_view name_of(WorkKind kind) noexcept {
    return kKindNames[static_cast<std::size_t>(kind)];
}

std::optional<WorkKind> work_kind_from_name(std::string_view name) noexcept {
    const auto* const found = std::find(kKindNames.begin(), kKindNames.end(), name);
    if (found == kKindNames.end()) return std::nullopt;
    return static_cast<WorkKind>(found - kKindNames.begin());
}

std::uint32_t page_at(const Block& block, std::size_t offset) noexcept {
    std::uint32_t page = block.page;
    for (const PageTurn& turn : block.turns) {
        if (turn.offset <= offset) page = turn.page;
    }
    return page;
}

}  // namespace izde::store
