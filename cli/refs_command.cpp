#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/hit_text.hpp"
#include "cli/query_errors.hpp"
#include "cli/terminal.hpp"
#include "cli/usage.hpp"
#include "izde/izde.hpp"

namespace izde::cli {
namespace {

struct Arguments {
    std::vector<std::string> act;
    std::string database;
    SearchRequest request;
    bool json = false;
};

int refs(Arguments arguments, Locale locale) {
    require_database(arguments.database, locale);
    std::string act = joined(arguments.act, " ");
    // A title keeps its marks: «…» stand for "…" within the query's own.
    bool opens = true;
    for (std::size_t at = act.find('"'); at != std::string::npos; at = act.find('"', at), opens = !opens)
        act.replace(at, 1, opens ? "«" : "»");
    arguments.request.query = "cites:\"" + act + '"';
    const Searcher searcher(arguments.database);
    return answering(arguments.request.query, locale, [&] {
        const Results results = searcher.search(arguments.request);
        if (arguments.json) {
            print(to_json(results, arguments.request.query, false) + '\n');
        } else {
            std::string output;
            std::size_t number = arguments.request.offset;
            for (const Hit& hit : results.hits) output += hit_text(hit, ++number, locale) + '\n';
            const Message found = results.total_is_exact ? Message::found : Message::found_at_least;
            print(results.hits.empty()
                      ? text(locale, Message::nothing_found) + '\n'
                      : output + text(locale, found, {std::to_string(results.total)}) + '\n');
        }
        return results.total == 0 ? kNothingFound : kDone;
    });
}

}  // namespace

void add_refs(CLI::App& app, Locale locale, Action& action) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const command =
        app.add_subcommand("refs", "List the works that cite an act or a provision of it");
    command
        ->add_option(
            "ACT", arguments->act,
            "The act, as people name it or by id: Z050000036_, «Еңбек кодексі 35-бап», «ст. 35 ТК РК»")
        ->required();
    add_database_option(*command, arguments->database);
    command->add_option("--limit", arguments->request.limit, "Works to show")
        ->capture_default_str()
        ->check(number_from_to(locale, 0, 10000));
    command->add_option("--offset", arguments->request.offset, "Works to pass over")
        ->check(number_from_to(locale, 0, 1000000));
    command->add_flag("--json", arguments->json, "One JSON object, as `search` prints it");
    command->callback([=, &action] { action = [=] { return refs(*arguments, locale); }; });
}

}  // namespace izde::cli
