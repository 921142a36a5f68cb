#include <array>
#include <map>
#include <memory>

#include "cli/commands.hpp"
#include "cli/hit_text.hpp"
#include "cli/query_errors.hpp"
#include "cli/terminal.hpp"
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

/// Values a line shows of a facet.
constexpr std::size_t kShownValues = 6;

std::string facets_text(const Results& results, Locale locale) {
    static constexpr std::array<std::pair<std::string_view, Message>, 5> kNames = {
        {{"language", Message::facet_language},
         {"kind", Message::facet_kind},
         {"year", Message::facet_year},
         {"author", Message::facet_author},
         {"file", Message::facet_file}}};
    std::string output;
    for (const auto& [name, message] : kNames) {
        const auto facet = results.facets.find(std::string(name));
        if (facet == results.facets.end()) continue;
        std::vector<std::string> values;
        for (const auto& [value, count] : facet->second) {
            if (values.size() == kShownValues) break;
            values.push_back(printable(value) + " (" + std::to_string(count) + ')');
        }
        output += text(locale, message) + ": " + joined(values, ", ") + '\n';
    }
    return output;
}

std::string to_text(const Results& results, const SearchRequest& request, Locale locale) {
    if (results.hits.empty()) return text(locale, Message::nothing_found) + '\n';
    std::string output;
    if (results.suggestion_applied) {
        output =
            text(locale, Message::shown_instead, {printable(request.query), printable(results.suggestion)});
    } else if (!results.suggestion.empty()) {
        output = text(locale, Message::did_you_mean, {printable(results.suggestion)});
    }
    if (!output.empty()) output += "\n\n";
    std::size_t number = request.offset;
    for (const Hit& hit : results.hits) output += hit_text(hit, ++number, locale) + '\n';
    const Message found = results.total_is_exact ? Message::found : Message::found_at_least;
    return output + text(locale, found, {std::to_string(results.total)}) + '\n' +
           facets_text(results, locale);
}

int search(Arguments arguments, Locale locale) {
    require_database(arguments.database, locale);
    std::string& query = arguments.request.query;
    query = joined(arguments.words, " ");
    query.erase(0, query.find_first_not_of(' '));  // main puts one before a minus
    const Searcher searcher(arguments.database, arguments.options);
    return answering(query, locale, [&] {
        const Results results = searcher.search(arguments.request);
        print(arguments.json ? to_json(results, query, arguments.request.explain) + '\n'
                             : to_text(results, arguments.request, locale));
        return results.total == 0 ? kNothingFound : kDone;
    });
}

}  // namespace

void add_search(CLI::App& app, Locale locale, Action& action) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const command = app.add_subcommand("search", "Answer a query");
    command
        ->add_option("QUERY", arguments->words,
                     "Words, \"phrases\", =exact, AND OR NOT, -word, lang: title: author: year:")
        ->required();
    add_database_option(*command, arguments->database);
    command->add_option("--limit", arguments->request.limit, "Hits to show")
        ->capture_default_str()
        ->check(CLI::Range(0, 10000));
    command->add_option("--offset", arguments->request.offset, "Hits to pass over")
        ->check(CLI::Range(0, 1000000));
    add_searcher_options(*command, arguments->options);
    command->add_flag("--json", arguments->json, "One JSON object");
    command->add_option("--sort", arguments->request.order, "relevance, newest or oldest")
        ->transform(CLI::CheckedTransformer(std::map<std::string, Order>{
            {"relevance", Order::relevance}, {"newest", Order::newest}, {"oldest", Order::oldest}}))
        ->type_name("ORDER");
    command->add_flag("--group", arguments->request.group_files, "Of each file only its best hit");
    command->add_flag("--facets", arguments->request.facets,
                      "Count the answers by language, kind, year, author and file");
    command->add_flag("--explain", arguments->request.explain, "What earned each hit its score");
    command->callback([=, &action] { action = [=] { return search(*arguments, locale); }; });
}

}  // namespace izde::cli
