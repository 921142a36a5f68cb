#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "cli/messages.hpp"
#include "izde/izde.hpp"

/// One function a subcommand: declares its arguments, and gives what is run when it is chosen.
namespace izde::cli {

/// Exit statuses, as README documents them.
enum ExitStatus : int { kDone = 0, kNothingFound = 1, kError = 2, kSomeFailed = 3 };

/// Set by the subcommand that was chosen; main runs it.
using Action = std::function<int()>;

void add_index(CLI::App& app, Locale locale, Action& action);
void add_search(CLI::App& app, Locale locale, Action& action);
void add_alert(CLI::App& app, Locale locale, Action& action);
void add_refs(CLI::App& app, Locale locale, Action& action);
void add_similar(CLI::App& app, Locale locale, Action& action);
void add_concepts(CLI::App& app, Locale locale, Action& action);
void add_cite(CLI::App& app, Locale locale, Action& action);
void add_show(CLI::App& app, Locale locale, Action& action);
void add_segment(CLI::App& app, Locale locale, Action& action);
void add_analyze(CLI::App& app, Locale locale, Action& action);
void add_stats(CLI::App& app, Locale locale, Action& action);
void add_check(CLI::App& app, Locale locale, Action& action);
void add_compact(CLI::App& app, Locale locale, Action& action);
void add_learn(CLI::App& app, Locale locale, Action& action);
void add_eval(CLI::App& app, Locale locale, Action& action);

/// `--db DB`, or the environment's IZDE_DB; throws izde::Error where neither is given.
void add_database_option(CLI::App& command, std::string& database);
/// `DB` as an argument too: of commands that are about nothing else.
void add_database_argument(CLI::App& command, std::string& database);
void require_database(const std::string& database, Locale locale);

/// The words of a query as they were typed, without the blank that main puts before a minus.
std::string query_of(const std::vector<std::string>& words);

/// `--translations FILE`, as often as wanted.
void add_searcher_options(CLI::App& command, SearcherOptions& options);

}  // namespace izde::cli
