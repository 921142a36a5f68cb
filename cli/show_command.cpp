#include <unistd.h>

#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/query_errors.hpp"
#include "cli/terminal.hpp"
#include "izde/izde.hpp"

namespace izde::cli {
namespace {

struct Arguments {
    std::string id, database, page, query;
    bool json = false;
};

int show(const Arguments& arguments, Locale locale) {
    require_database(arguments.database, locale);
    const Searcher searcher(arguments.database);
    return answering(arguments.query, locale, [&] {
        const Passage passage = searcher.show(arguments.id, arguments.page, arguments.query);
        if (arguments.json) {
            print(to_json(passage) + '\n');
            return kDone;
        }
        std::string text = highlighted(passage.text, passage.marks, is_terminal(STDOUT_FILENO), true);
        if (!text.ends_with('\n')) text += '\n';
        print(text);
        if (!arguments.query.empty() && passage.marks.empty())
            std::cerr << cli::text(locale, Message::no_match_in_work, {printable(arguments.query)}) << '\n';
        return kDone;
    });
}

}  // namespace

void add_show(CLI::App& app, Locale locale, Action& action) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const command =
        app.add_subcommand("show", "Print a work, or its passage around a page or a query");
    command->add_option("ID", arguments->id, "Id of the work, as `search` gives it")->required();
    add_database_option(*command, arguments->database);
    command->add_option("--page", arguments->page, "Only this page, as printed or as counted");
    command->add_option("--query", arguments->query,
                        "Mark these words; without --page only around their best passage");
    command->add_flag("--json", arguments->json, "One JSON object");
    command->callback([=, &action] { action = [=] { return show(*arguments, locale); }; });
}

}  // namespace izde::cli
