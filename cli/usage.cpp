#include "cli/usage.hpp"

#include <algorithm>
#include <charconv>

#include "cli/terminal.hpp"

namespace izde::cli {
namespace {

/// What follows the first `mark` in a message of CLI11; all of it where there is none.
std::string behind(std::string_view text, std::string_view mark) {
    const std::size_t at = text.find(mark);
    return std::string(at == std::string_view::npos ? text : text.substr(at + mark.size()));
}

std::string first_word(std::string_view text) {
    return std::string(text.substr(0, text.find_first_of(" :")));
}

std::string cause_of(const CLI::App& app, const CLI::ParseError& error, Locale locale) {
    const std::string what = error.what();
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)
        return text(locale, Message::unexpected_argument, {behind(what, ": ")});
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
        if (!app.get_subcommands().empty())
            return text(locale, Message::argument_missing, {first_word(what)});
        const std::vector<std::string> left = app.remaining(true);
        return left.empty() ? text(locale, Message::no_command)
                            : text(locale, Message::unknown_command, {left.front()});
    }
    if (error.get_name() == "ArgumentMismatch")
        return text(locale, Message::value_missing, {first_word(what)});
    if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr)
        return text(locale, Message::not_understood, {behind(what, "Could not convert: ")});
    return what;  // of validators here: the option, and what it takes
}

}  // namespace

CLI::Validator number_from_to(Locale locale, std::int64_t least, std::int64_t most) {
    return {
        [=](std::string& typed) {
            std::int64_t number = 0;
            const char* const end = typed.data() + typed.size();
            const auto [rest, error] = std::from_chars(typed.data(), end, number);
            if (error == std::errc() && rest == end && number >= least && number <= most)
                return std::string();
            // Of «-5» main has put a blank before the minus.
            const std::string shown = typed.substr(std::min(typed.find_first_not_of(' '), typed.size()));
            return text(locale, Message::not_in_range, {shown, std::to_string(least), std::to_string(most)});
        },
        ""};
}

std::string usage_error_text(const CLI::App& app, const CLI::ParseError& error, Locale locale) {
    std::string command = "izde";
    for (const CLI::App* const one : app.get_subcommands()) command += ' ' + one->get_name();
    return text(locale, Message::error, {printable(cause_of(app, error, locale))}) + '\n' +
           text(locale, Message::see_help, {command + " --help"}) + '\n';
}

}  // namespace izde::cli
