#include <memory>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "izde/izde.hpp"

namespace izde::cli {
namespace {

struct Arguments {
    std::string database;
    bool json = false;
};

std::string to_text(const IndexCheck& check, Locale locale) {
    std::string output;
    const auto lines = [&](Message message, const std::vector<std::string>& values) {
        for (const std::string& value : values) output += text(locale, message, {printable(value)}) + '\n';
    };
    lines(Message::check_damage, check.damages);
    lines(Message::check_lost, check.lost);
    lines(Message::check_changed, check.changed);
    const Message verdict = check.damages.empty() ? Message::check_sound : Message::check_damaged;
    return output + text(locale, verdict, {std::to_string(check.works), std::to_string(check.files)}) + '\n';
}

int check(const Arguments& arguments, Locale locale) {
    require_database(arguments.database, locale);
    const IndexCheck found = check_index(arguments.database);
    print(arguments.json ? to_json(found) + '\n' : to_text(found, locale));
    if (!found.damages.empty()) return kError;
    return found.lost.empty() && found.changed.empty() ? kDone : kSomeFailed;
}

}  // namespace

void add_check(CLI::App& app, Locale locale, Action& action) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const command = app.add_subcommand(
        "check",
        "Read every record of an index: 0 sound, 3 sound but not up to date with its files, 2 damaged");
    add_database_argument(*command, arguments->database);
    command->add_flag("--json", arguments->json, "One JSON object");
    command->callback([=, &action] { action = [=] { return check(*arguments, locale); }; });
}

}  // namespace izde::cli
