#pragma once

#include <filesystem>

namespace izde::tests {

/// Writes files that are merely large, piece by piece: a gigabyte in one line as text, JSON Lines and
/// Markdown, a quarter of one (what is still read), ten gigabytes in ten megabytes of gzip, and a PDF of a
/// million pages.
void write_giants(const std::filesystem::path& directory);

}  // namespace izde::tests
