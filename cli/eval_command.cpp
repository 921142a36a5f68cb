#include <algorithm>
#include <chrono>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "izde/izde.hpp"

namespace izde::cli {
namespace {

/// Depth of a run: what TREC's measures look at.
constexpr std::size_t kDepth = 100;

struct Arguments {
    std::string database, queries, run;
    SearcherOptions options;
};

struct EvalQuery {
    std::string id, text;
};

std::vector<EvalQuery> read_queries(const std::string& path) {
    std::ifstream stream(path);
    if (!stream) throw Error(ErrorCode::io, path + ": cannot be read");
    std::vector<EvalQuery> queries;
    std::string line;
    for (std::size_t number = 1; std::getline(stream, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        try {
            const auto json = nlohmann::json::parse(line);
            queries.push_back({json.at("_id").get<std::string>(), json.at("text").get<std::string>()});
        } catch (const nlohmann::json::exception& error) {
            throw Error(ErrorCode::invalid_argument,
                        path + ":" + std::to_string(number) + ": " + error.what());
        }
    }
    return queries;
}

double percentile(std::vector<double> times, double share) {
    if (times.empty()) return 0;
    const auto place =
        times.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(times.size() - 1));
    std::nth_element(times.begin(), place, times.end());
    return *place;
}

int evaluate(const Arguments& arguments, Locale locale) {
    require_database(arguments.database, locale);
    const std::vector<EvalQuery> queries = read_queries(arguments.queries);
    const Searcher searcher(arguments.database, arguments.options);
    std::ofstream run(arguments.run);
    if (!run) throw Error(ErrorCode::io, arguments.run + ": cannot be written");
    std::vector<double> milliseconds;
    SearchRequest request;
    request.limit = kDepth;
    request.operators = false;
    request.snippets = false;
    double total = 0;
    for (const EvalQuery& query : queries) {
        request.query = query.text;
        const auto start = std::chrono::steady_clock::now();
        const Results results = searcher.search(request);
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
        milliseconds.push_back(took.count());
        total += took.count();
        std::size_t rank = 0;
        for (const Hit& hit : results.hits) {
            run << query.id << " Q0 " << hit.id << ' ' << ++rank << ' ' << decimal(hit.score, 6) << " izde\n";
        }
    }
    run.close();
    if (!run) throw Error(ErrorCode::io, arguments.run + ": cannot be written");
    const double per_second = total > 0 ? static_cast<double>(queries.size()) / total * 1000 : 0;
    print(text(locale, Message::evaluated,
               {std::to_string(queries.size()), decimal(per_second, 0),
                decimal(percentile(milliseconds, 0.5), 2), decimal(percentile(milliseconds, 0.95), 2),
                decimal(percentile(milliseconds, 0.99), 2)}) +
          '\n');
    return kDone;
}

}  // namespace

void add_eval(CLI::App& app, Locale locale, Action& action) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const command = app.add_subcommand("eval", "Answer BEIR queries and write a TREC run");
    add_database_option(*command, arguments->database);
    command->add_option("--queries", arguments->queries, "queries.jsonl: `_id` and `text` a line")
        ->required();
    command->add_option("--run", arguments->run, "The run file to write: the best 100 works a query")
        ->required();
    add_searcher_options(*command, arguments->options);
    command->callback([=, &action] { action = [=] { return evaluate(*arguments, locale); }; });
}

}  // namespace izde::cli
