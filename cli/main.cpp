#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/hit_text.hpp"
#include "cli/terminal.hpp"
#include "cli/usage.hpp"
#include "izde/izde.hpp"

namespace izde::cli {

void add_database_option(CLI::App& command, std::string& database) {
    command.add_option("--db", database, "Directory of the index")->envname("IZDE_DB")->type_name("DB");
}

void add_database_argument(CLI::App& command, std::string& database) {
    command.add_option("DB,--db", database, "Directory of the index")->envname("IZDE_DB")->type_name("DB");
}

void require_database(const std::string& database, Locale locale) {
    if (database.empty()) throw Error(ErrorCode::invalid_argument, text(locale, Message::no_database));
}

std::string query_of(const std::vector<std::string>& words) {
    std::string query = joined(words, " ");
    query.erase(0, query.find_first_not_of(' '));
    return query;
}

void add_searcher_options(CLI::App& command, SearcherOptions& options) {
    command
        .add_option(
            "--translations", options.translations,
            "Table of translations (`izde learn` writes one), beside the built-in one (may be repeated)")
        ->allow_extra_args(false)  // what follows the file is the query
        ->type_name("FILE");
    command
        .add_option("--thesaurus", options.thesauri,
                    "Concepts in the form of thesaurus/legal.tsv, beside the built-in ones (may be repeated)")
        ->allow_extra_args(false)
        ->type_name("FILE");
    command.add_flag_callback(
        "--no-thesaurus", [&options] { options.built_in_thesaurus = false; },
        "Without the built-in concepts");
}

namespace {

/// The arguments but the program, in the reverse order that CLI11 reads. A word behind `search` or `alert`
/// that begins with one minus excludes («-налог кодекс»): the blank put before it keeps CLI11 from reading an
/// option, and says nothing in a query.
std::vector<std::string> arguments_of(int argc, char** argv) {
    std::vector<std::string> arguments(argv + 1, argv + argc);
    if (!arguments.empty() && (arguments.front() == "search" || arguments.front() == "alert")) {
        for (std::string& one : arguments) {
            if (one == "--") break;
            if (one.size() > 1 && one[0] == '-' && one[1] != '-' && one != "-h") one.insert(0, 1, ' ');
        }
    }
    std::ranges::reverse(arguments);
    return arguments;
}

int run(int argc, char** argv) {
    const Locale locale = locale_of_environment();
    CLI::App app{"Full-text search for Kazakh and Russian legal scholarship", "izde"};
    app.set_version_flag("--version", std::string(version()));
    app.require_subcommand(1);
    Action action;
    add_index(app, locale, action);
    add_search(app, locale, action);
    add_alert(app, locale, action);
    add_show(app, locale, action);
    add_refs(app, locale, action);
    add_similar(app, locale, action);
    add_cite(app, locale, action);
    add_concepts(app, locale, action);
    add_stats(app, locale, action);
    add_check(app, locale, action);
    add_compact(app, locale, action);
    add_segment(app, locale, action);
    add_analyze(app, locale, action);
    add_learn(app, locale, action);
    add_eval(app, locale, action);
    try {
        app.parse(arguments_of(argc, argv));
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error);  // help and version
        std::cerr << usage_error_text(app, error, locale);
        return kError;
    }
    try {
        return action();
    } catch (const Error& error) {
        std::cerr << text(locale, Message::error, {printable(error.what())}) << '\n';
    } catch (const std::exception& error) {
        std::cerr << text(locale, Message::error, {printable(error.what())}) << '\n';
    }
    return kError;
}

}  // namespace
}  // namespace izde::cli

int main(int argc, char** argv) try {
    // A closed pipe is told by write, and is no error.
    if (std::signal(SIGPIPE, SIG_IGN) == SIG_ERR) return izde::cli::kError;
    return izde::cli::run(argc, argv);
} catch (...) {
    return izde::cli::kError;  // not even the message could be written
}
