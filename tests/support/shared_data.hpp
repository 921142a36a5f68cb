#pragma once

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>

namespace izde::tests {

/// A place in the data beside the checkout; says so and gives false where it is absent: the test then
/// returns.
inline bool has_shared_data(const std::filesystem::path& path) {
    if (std::filesystem::exists(path)) return true;
    BOOST_TEST_MESSAGE("skipped: " << path.string() << " is not there");
    return false;
}

}  // namespace izde::tests
