#pragma once

#include <string>
#include <string_view>

namespace izde::indexer {

/// Overwrites with spaces what a tag holds beyond 1,000 attributes, and says whether it had to. libxml2
/// compares each attribute with all before it: a tag of 40,000 took it 11 seconds. Linear in the text.
bool bound_attributes(std::string& markup);

/// Overwrites with spaces the comments of XML that hold more than 1,000 pairs of hyphens. Each is an error,
/// with which libxml2 repeats the comment so far: 800,000 took it three minutes. Linear in the text.
void bound_comments(std::string& xml);

/// Whether XML holds a tag or a comment that those would change. Linear in the text.
bool takes_squared_time(std::string_view xml);

}  // namespace izde::indexer
