#include <unistd.h>

#include <array>
#include <map>
#include <memory>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "izde/izde.hpp"

namespace izde::cli {
namespace {

struct Arguments {
    std::vector<std::string> words;
    std::string database;
    SearchRequest request;
    bool json = false;
};

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
    std::string result;
    for (const std::string& one : texts) {
        if (&one != &texts.front()) result += between;
        result += one;
    }
    return result;
}

std::string page_text(const PageNumber& page, Locale locale) {
    if (!page.label.empty()) return text(locale, Message::page, {page.label});
    return page.index ? text(locale, Message::page, {std::to_string(*page.index)}) : "";
}

std::string line_of(const Hit& hit, Locale locale) {
    std::vector<std::string> parts;
    if (!hit.authors.empty()) parts.push_back(joined(hit.authors, ", "));
    if (hit.year) parts.push_back(std::to_string(*hit.year));
    parts.emplace_back(code_of(hit.language));
    parts.push_back(hit.path);
    if (const std::string page = page_text(hit.page, locale); !page.empty()) parts.push_back(page);
    return printable(joined(parts, " · "));
}

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
    const bool has_colours = is_terminal(STDOUT_FILENO);
    std::string output;
    std::size_t number = request.offset;
    for (const Hit& hit : results.hits) {
        const std::string title = hit.title.empty() ? text(locale, Message::untitled) : printable(hit.title);
        output +=
            std::to_string(++number) + ". " + (has_colours ? "\x1B[1m" + title + "\x1B[0m" : title) + '\n';
        output += "   " + line_of(hit, locale) + "  [" + printable(hit.id) + "]\n";
        for (const Snippet& snippet : hit.snippets) {
            output += "   … " + highlighted(snippet.text, snippet.marks, has_colours) + '\n';
        }
        if (hit.more_in_file > 0)
            output +=
                "   + " + text(locale, Message::more_in_file, {std::to_string(hit.more_in_file)}) + '\n';
        if (request.explain) output += printable(hit.explanation, true);
        output += '\n';
    }
    const Message found = results.total_is_exact ? Message::found : Message::found_at_least;
    return output + text(locale, found, {std::to_string(results.total)}) + '\n' +
           facets_text(results, locale);
}

int search(Arguments arguments, Locale locale) {
    require_database(arguments.database, locale);
    arguments.request.query = joined(arguments.words, " ");
    const Searcher searcher(arguments.database);
    const Results results = searcher.search(arguments.request);
    print(arguments.json ? to_json(results, arguments.request.query, arguments.request.explain) + '\n'
                         : to_text(results, arguments.request, locale));
    return results.total == 0 ? kNothingFound : kDone;
}

}  // namespace

void add_search(CLI::App& app, Locale locale, Action& action) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const command = app.add_subcommand("search", "Answer a query");
    // -word is a part of the query, not an option.
    command->prefix_command(false)->allow_extras(false);
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
