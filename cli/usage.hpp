#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/messages.hpp"

/// What the command says of arguments that it cannot take.
namespace izde::cli {

/// One of some words, for `CLI::Option::transform`: gives the option the value of the word, as a number.
template <typename Value>
CLI::Validator one_of(Locale locale, std::vector<std::pair<std::string, Value>> choices) {
    return {[locale, choices = std::move(choices)](std::string& typed) {
                std::string names;
                for (const auto& [name, value] : choices) {
                    if (name == typed) {
                        typed = std::to_string(static_cast<int>(value));
                        return std::string();
                    }
                    names += (names.empty() ? "" : ", ") + name;
                }
                return text(locale, Message::not_one_of, {typed, names});
            },
            ""};
}

/// A whole number of a range, for `CLI::Option::check`.
CLI::Validator number_from_to(Locale locale, std::int64_t least, std::int64_t most);

/// The message for arguments that could not be read, and where help is.
std::string usage_error_text(const CLI::App& app, const CLI::ParseError& error, Locale locale);

}  // namespace izde::cli
