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

}  // namespace izde::store
