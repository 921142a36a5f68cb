#include "cli/line_reader.hpp"

#include <fcntl.h>
#include <unistd.h>

// readline's headers use FILE without including it.
#include <cstdio>
// clang-format off
#include <readline/readline.h>
#include <readline/history.h>
// clang-format on

#include <clocale>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <system_error>
#include <utility>

namespace izde::cli {
namespace {

namespace fs = std::filesystem;

constexpr int kMostLines = 1000;

std::string_view variable(const char* name) {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): the prompt has one thread
    const char* const value = std::getenv(name);
    return value == nullptr ? std::string_view() : value;
}

/// Letters beyond ASCII are edited as letters only where the C library reads UTF-8: the user's locale may not
/// be installed, C.UTF-8 always is.
void use_utf8() {
    // NOLINTBEGIN(concurrency-mt-unsafe): the prompt has one thread
    if (std::setlocale(LC_CTYPE, "") == nullptr || MB_CUR_MAX == 1) (void)std::setlocale(LC_CTYPE, "C.UTF-8");
    // NOLINTEND(concurrency-mt-unsafe)
}

/// An existing file, so that lines can be appended.
bool make_file(const fs::path& path) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    return file >= 0 && ::close(file) == 0;
}

}  // namespace

fs::path state_directory() {
    if (const std::string_view state = variable("XDG_STATE_HOME"); !state.empty())
        return fs::path(state) / "izde";
    if (const std::string_view home = variable("HOME"); !home.empty())
        return fs::path(home) / ".local" / "state" / "izde";
    return {};
}

LineReader::LineReader(fs::path history) : history_(std::move(history)) {
    use_utf8();
    rl_readline_name = "izde";
    rl_bind_key('\t', rl_insert);  // words of a query are no names of files
    using_history();
    stifle_history(kMostLines);
    if (!history_.empty() && make_file(history_)) {
        read_history(history_.c_str());
    } else {
        history_.clear();
    }
}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): readline is set up by the constructor
std::optional<std::string> LineReader::read(const std::string& prompt) {
    const std::unique_ptr<char, decltype(&std::free)> line(readline(prompt.c_str()), &std::free);
    if (!line) return std::nullopt;
    return std::string(line.get());
}

void LineReader::remember(const std::string& line) {
    const HIST_ENTRY* const last =
        history_length == 0 ? nullptr : history_get(history_base + history_length - 1);
    if (last != nullptr && line == last->line) return;
    add_history(line.c_str());
    if (!history_.empty()) append_history(1, history_.c_str());
}

}  // namespace izde::cli
