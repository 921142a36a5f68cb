#include <unistd.h>

#include <memory>

#include "cli/commands.hpp"
#include "cli/hit_text.hpp"
#include "cli/prompt.hpp"
#include "cli/query_errors.hpp"
#include "cli/terminal.hpp"
#include "cli/usage.hpp"
#include "izde/izde.hpp"

namespace izde::cli {
namespace {

struct Arguments {
    std::vector<std::string> words;
    std::string database;
    SearcherOptions options;
    SearchRequest request;
    bool json = false;
};

int search(Arguments arguments, Locale locale) {
    require_database(arguments.database, locale);
    std::string& query = arguments.request.query;
    query = query_of(arguments.words);
    const bool is_dialogue = is_terminal(STDIN_FILENO) && is_terminal(STDOUT_FILENO) && !arguments.json;
    if (query.empty() && !is_dialogue)
        throw Error(ErrorCode::invalid_argument, text(locale, Message::no_query));
    const Searcher searcher(arguments.database, arguments.options);
    if (query.empty()) return run_prompt(searcher, arguments.request, locale);
    return answering(query, locale, [&] {
        const Results results = searcher.search(arguments.request);
        print(arguments.json ? to_json(results, query, arguments.request.explain) + '\n'
                             : results_text(results, arguments.request, locale));
        return results.total == 0 ? kNothingFound : kDone;
    });
}

}  // namespace

void add_search(CLI::App& app, Locale locale, Action& action) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const command = app.add_subcommand("search", "Answer a query; without one, ask for queries");
    command->add_option(
        "QUERY", arguments->words,
        "Words, \"phrases\", =exact, AND OR NOT, -word, NEAR/5, word*, and fields: title: author: "
        "year:2016..2021 lang:kk kind:article cites: … Without a query, on a terminal: a prompt");
    add_database_option(*command, arguments->database);
    command->add_option("--limit", arguments->request.limit, "Hits to show")
        ->capture_default_str()
        ->check(number_from_to(locale, 0, 10000));
    command->add_option("--offset", arguments->request.offset, "Hits to pass over")
        ->check(number_from_to(locale, 0, 1000000));
    add_searcher_options(*command, arguments->options);
    command->add_flag("--json", arguments->json, "One JSON object");
    command->add_option("--sort", arguments->request.order, "relevance, newest or oldest")
        ->transform(one_of<Order>(
            locale, {{"relevance", Order::relevance}, {"newest", Order::newest}, {"oldest", Order::oldest}}))
        ->type_name("ORDER");
    command->add_flag("--group", arguments->request.group_files,
                      "Of each volume (file or issue) only its best hit");
    command->add_flag("--facets", arguments->request.facets,
                      "Count the answers by language, kind, year, author, volume, cited act and file");
    command->add_flag("--explain", arguments->request.explain, "What earned each hit its score");
    command->callback([=, &action] { action = [=] { return search(*arguments, locale); }; });
}

}  // namespace izde::cli
