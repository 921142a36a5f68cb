#include "cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>

namespace izde::cli {
namespace {

/// Length of the well-formed UTF-8 character at the beginning of `text`; 0 where there is none.
std::size_t character_length(std::string_view text) {
    const auto first = static_cast<unsigned char>(text[0]);
    const std::size_t length = first < 0x80   ? 1
                               : first < 0xC2 ? 0
                               : first < 0xE0 ? 2
                               : first < 0xF0 ? 3
                               : first < 0xF5 ? 4
                                              : 0;
    if (length == 0 || length > text.size()) return 0;
    for (std::size_t at = 1; at < length; ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) return 0;
    }
    return length;
}

bool is_control(std::string_view character) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(character[at]); };
    if (character.size() == 1) return byte(0) < 0x20 || byte(0) == 0x7F;
    if (character.size() == 2) return byte(0) == 0xC2 && byte(1) < 0xA0;
    if (character.size() != 3 || byte(0) != 0xE2) return false;
    const bool is_mark =
        byte(1) == 0x80 && (byte(2) == 0x8E || byte(2) == 0x8F || (byte(2) >= 0xA8 && byte(2) <= 0xAE));
    return is_mark || (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9);
}

/// Combining marks (U+0300–U+036F), as in й typed as и and a breve.
bool is_combining(std::string_view character) {
    if (character.size() != 2) return false;
    const auto first = static_cast<unsigned char>(character[0]);
    const auto second = static_cast<unsigned char>(character[1]);
    return first == 0xCC || (first == 0xCD && second < 0xB0);
}

/// The next piece that stands or falls together: a colour, or a character.
std::string_view piece_at(std::string_view text, std::size_t at) {
    if (text.substr(at).starts_with("\x1B[")) {
        const std::size_t end = text.find('m', at);
        return text.substr(at, end == std::string_view::npos ? end : end + 1 - at);
    }
    return text.substr(at, std::max<std::size_t>(1, character_length(text.substr(at))));
}

std::size_t columns_of(std::string_view piece) {
    return piece.front() == '\x1B' || is_combining(piece) ? 0 : 1;
}

constexpr std::string_view kMarkOn = "\x1B[1;33m";
constexpr std::string_view kMarkOff = "\x1B[0m";

}  // namespace

std::string printable(std::string_view text, bool keeps_lines) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = character_length(text);
        const std::string_view character = text.substr(0, length);
        if (length == 0) {
            result += "\uFFFD";
        } else if (is_control(character)) {
            result += keeps_lines && character == "\n" ? '\n' : ' ';
        } else {
            result += character;
        }
        text.remove_prefix(length == 0 ? 1 : length);
    }
    return result;
}

bool is_terminal(int descriptor) {
    return ::isatty(descriptor) == 1;
}

std::size_t width_of(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size(); at += piece_at(text, at).size())
        columns += columns_of(piece_at(text, at));
    return columns;
}

std::size_t offset_of(std::string_view text, std::size_t columns) {
    std::size_t at = 0;
    std::size_t passed = 0;
    for (; at < text.size(); at += piece_at(text, at).size()) {
        const std::size_t width = columns_of(piece_at(text, at));
        if (passed + width > columns) break;
        passed += width;
    }
    return at;
}

std::size_t columns_of_output() {
    constexpr std::size_t kUsual = 80;
    constexpr std::size_t kMost = 100;
    if (!is_terminal(STDOUT_FILENO)) return 0;
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kUsual;
    return std::min<std::size_t>(size.ws_col, kMost);
}

std::size_t rows_of_output() {
    constexpr std::size_t kUsual = 24;
    winsize size{};
    return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 ? kUsual : size.ws_row;
}

std::string wrapped(std::string_view text, std::size_t indent) {
    const std::size_t columns = columns_of_output();
    return wrapped_to(text, indent, columns == 0 ? std::string::npos : columns);
}

std::string wrapped_to(std::string_view text, std::size_t indent, std::size_t columns) {
    std::string result;
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\n') {
            result += '\n';
            used = 0;
            ++at;
            if (at < text.size()) {
                result.append(indent, ' ');
                used = indent;
            }
            continue;
        }
        // A word with the blanks before it.
        const std::size_t word = std::min(text.find_first_not_of(' ', at), text.size());
        const std::size_t end = std::min(text.find_first_of(" \n", word), text.size());
        const std::size_t width = width_of(text.substr(word, end - word));
        const bool is_first = used == 0 || (used == indent && result.ends_with(' '));
        if (!is_first && width > 0 && used + (word - at) + width > columns) {
            result += '\n';
            result.append(indent, ' ');
            used = indent;
        } else {
            result.append(word - at, ' ');
            used += word - at;
        }
        result += text.substr(word, end - word);
        used += width;
        at = end;
    }
    return result;
}

std::string highlighted(std::string_view text, const std::vector<Mark>& marks, bool has_colours,
                        bool keeps_lines) {
    std::string result;
    std::size_t at = 0;
    for (const Mark& mark : marks) {
        result += printable(text.substr(at, mark.begin - at), keeps_lines);
        if (has_colours) result += kMarkOn;
        result += printable(text.substr(mark.begin, mark.end - mark.begin), keeps_lines);
        if (has_colours) result += kMarkOff;
        at = mark.end;
    }
    return result + printable(text.substr(at), keeps_lines);
}

void print(std::string_view text) {
    errno = 0;
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return;
    if (errno == EPIPE) return;
    throw Error(ErrorCode::io, std::string("standard output: ") + std::generic_category().message(errno));
}

std::string decimal(double value, int digits) {
    std::array<char, 64> buffer{};
    const int size = std::snprintf(buffer.data(), buffer.size(), "%.*f", digits, value);
    return {buffer.data(), static_cast<std::size_t>(size)};
}

}  // namespace izde::cli
