#pragma once

#include <string>

namespace izde::indexer {

/// Overwrites with spaces what a tag holds beyond 1,000 attributes, and says whether it had to. libxml2
/// compares each attribute with all before it: a tag of 40,000 took it 11 seconds. Linear in the text.
bool bound_attributes(std::string& markup);

}  // namespace izde::indexer
