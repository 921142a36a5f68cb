#include <memory>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "izde/izde.hpp"

namespace izde::cli {
namespace {

int compact(const std::string& database, Locale locale) {
    require_database(database, locale);
    const CompactReport report = compact_index(database);
    const auto megabytes = [](std::uint64_t bytes) { return decimal(static_cast<double>(bytes) / 1e6, 1); };
    print(text(locale, Message::compacted, {megabytes(report.bytes_before), megabytes(report.bytes_after)}) +
          '\n');
    return kDone;
}

}  // namespace

void add_compact(CLI::App& app, Locale locale, Action& action) {
    const auto database = std::make_shared<std::string>();
    CLI::App* const command =
        app.add_subcommand("compact", "Write an index anew without the free space that updates leave");
    add_database_argument(*command, *database);
    command->callback([=, &action] { action = [=] { return compact(*database, locale); }; });
}

}  // namespace izde::cli
