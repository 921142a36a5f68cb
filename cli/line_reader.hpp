#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace izde::cli {

/// Where the command keeps what belongs to its user: $XDG_STATE_HOME/izde, else ~/.local/state/izde; empty
/// where neither variable is set.
std::filesystem::path state_directory();

/// Reads lines from the terminal with editing and a history. One at a time: GNU readline is one for the
/// process.
class LineReader {
  public:
    /// The history is read from and appended to `history` (made where it is absent, readable by its owner
    /// alone); an empty path, or one that cannot be written, keeps none beyond this run.
    explicit LineReader(std::filesystem::path history);

    /// A line without its end; nothing at the end of input.
    std::optional<std::string> read(const std::string& prompt);

    void remember(const std::string& line);

  private:
    std::filesystem::path history_;
};

}  // namespace izde::cli
