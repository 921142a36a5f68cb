#include "analyzers/citation/act_rank.hpp"

#include <array>
#include <utility>

#include "analyzers/citation/acts.hpp"

namespace izde::analyzers {
namespace {

constexpr double kLaw = 0.3;
constexpr double kDecree = 0.6;
constexpr double kBelow = 1;

/// Kinds as they stand in keys of our own.
constexpr std::array<std::pair<std::string_view, double>, 6> kKinds{{{"law", kLaw},
                                                                     {"decree", kDecree},
                                                                     {"resolution", kBelow},
                                                                     {"order", kBelow},
                                                                     {"decision", kBelow},
                                                                     {"instruction", kBelow}}};

}  // namespace

double subordination_of(std::string_view act) {
    if (act.empty() || find_code_by_id(act) != nullptr) return 0;
    constexpr std::size_t kState = 3;  // «kz:» or «ru:»
    if (act.starts_with("kz:") || act.starts_with("ru:")) {
        const std::string_view kind = act.substr(kState, act.find(':', kState) - kState);
        for (const auto& [name, standing] : kKinds) {
            if (kind == name) return standing;
        }
        return 0;
    }
    // adilet.zan.kz: K code, Z law, U decree; P resolution, V and G orders, R and S further acts.
    switch (act.front()) {
        case 'Z':
            return kLaw;
        case 'U':
            return kDecree;
        case 'P':
        case 'V':
        case 'G':
        case 'R':
        case 'S':
            return kBelow;
        default:
            return 0;
    }
}

}  // namespace izde::analyzers
