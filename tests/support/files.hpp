#pragma once

#include <filesystem>
#include <fstream>
#include <string_view>

namespace izde::tests {

/// Writes a file, and the directories above it.
inline void write_file(const std::filesystem::path& path, std::string_view bytes) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream stream(path, std::ios::binary);
    stream.exceptions(std::ios::failbit | std::ios::badbit);
    stream << bytes;
    stream.close();
}

}  // namespace izde::tests
