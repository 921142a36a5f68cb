#pragma once

#include <string_view>

namespace izde::analyzers {

/// How far below a code the act of this canonical id stands (Law of Kazakhstan 480-V on legal acts, article
/// 10): 0 for the constitution and codes, 0.3 for laws, 0.6 for decrees of the President, 1 for resolutions,
/// orders and other acts under a law; 0 for "" and for ids that do not tell (treaties).
double subordination_of(std::string_view act);

}  // namespace izde::analyzers
