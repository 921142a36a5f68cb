#include <memory>

#include "cli/commands.hpp"
#include "cli/hit_text.hpp"
#include "cli/terminal.hpp"
#include "cli/usage.hpp"
#include "izde/izde.hpp"

namespace izde::cli {
namespace {

struct Arguments {
    std::string id, database;
    std::size_t limit = 10;
    bool json = false;
};

int similar(const Arguments& arguments, Locale locale) {
    require_database(arguments.database, locale);
    const Searcher searcher(arguments.database);
    const std::vector<Hit> hits = searcher.similar(arguments.id, arguments.limit);
    std::string output;
    std::size_t number = 0;
    for (const Hit& hit : hits)
        output += arguments.json ? to_json(hit) + '\n' : hit_text(hit, ++number, locale) + '\n';
    if (hits.empty() && !arguments.json) output = text(locale, Message::nothing_found) + '\n';
    print(output);
    return hits.empty() ? kNothingFound : kDone;
}

}  // namespace

void add_similar(CLI::App& app, Locale locale, Action& action) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const command = app.add_subcommand("similar", "Find works like a work");
    command->add_option("ID", arguments->id, "Id of the work, as `search` gives it")->required();
    add_database_option(*command, arguments->database);
    command->add_option("--limit", arguments->limit, "Works to show")
        ->capture_default_str()
        ->check(number_from_to(locale, 1, 1000));
    command->add_flag("--json", arguments->json, "One JSON object a line");
    command->callback([=, &action] { action = [=] { return similar(*arguments, locale); }; });
}

}  // namespace izde::cli
