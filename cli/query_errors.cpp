#include "cli/query_errors.hpp"

#include <algorithm>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"

namespace izde::cli {
namespace {

/// Characters of a query shown before and behind the place: a line of 80 holds both.
constexpr std::size_t kCharactersAround = 38;

Language language_of(Locale locale) {
    return locale == Locale::kazakh    ? Language::kazakh
           : locale == Locale::russian ? Language::russian
                                       : Language::english;
}

}  // namespace

std::string query_error_text(const Error& error, const std::string& query, Locale locale) {
    const std::size_t position = std::min(*error.position(), query.size());
    std::string before = printable(std::string_view(query).substr(0, position));
    std::string behind = printable(std::string_view(query).substr(position));
    const std::size_t column = width_of(before);
    if (column > kCharactersAround)
        before = "…" + before.substr(offset_of(before, column - kCharactersAround + 1));
    if (width_of(behind) > kCharactersAround)
        behind = behind.substr(0, offset_of(behind, kCharactersAround - 1)) + "…";
    return text(locale, Message::query_error,
                {printable(error.message(language_of(locale))), std::to_string(column + 1)}) +
           "\n  " + before + behind + "\n  " + std::string(width_of(before), ' ') + "^\n";
}

int answering(const std::string& query, Locale locale, const std::function<int()>& answer) {
    try {
        return answer();
    } catch (const Error& error) {
        if (error.code() != ErrorCode::query_syntax || !error.position()) throw;
        std::cerr << query_error_text(error, query, locale);
        return kError;
    }
}

}  // namespace izde::cli
