#pragma once

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <string>
#include <vector>

namespace izde::tests {

/// The fields of a tab-separated table's lines; comments and empty lines are left out.
inline std::vector<std::vector<std::string>> read_table(const std::string& path) {
    std::ifstream stream(path);
    BOOST_REQUIRE_MESSAGE(stream.good(), "cannot read " + path);
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(stream, line);) {
        if (line.empty() || line.starts_with("# ")) continue;
        std::vector<std::string> fields(1);
        for (const char character : line) {
            if (character == '\t') {
                fields.emplace_back();
            } else {
                fields.back() += character;
            }
        }
        rows.push_back(std::move(fields));
    }
    return rows;
}

}  // namespace izde::tests
