#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/hit_text.hpp"
#include "cli/terminal.hpp"
#include "izde/izde.hpp"

namespace izde::cli {
namespace {

/// Characters of the longest bar.
constexpr std::uint64_t kPlotWidth = 40;

struct Arguments {
    std::vector<std::string> words;
    std::string database;
    SearcherOptions options;
    bool json = false;
};

std::string plot(const ConceptView& view, Locale locale) {
    std::vector<std::pair<std::string, std::uint64_t>> rows(view.works_by_year.begin(),
                                                            view.works_by_year.end());
    std::uint64_t undated = view.works;
    for (const auto& [year, works] : rows) undated -= std::min(undated, works);
    if (undated > 0) rows.emplace_back(cli::text(locale, Message::no_year), undated);
    std::uint64_t most = 1;
    for (const auto& [year, works] : rows) most = std::max(most, works);
    std::string text;
    for (const auto& [year, works] : rows) {
        text += "  " + printable(year) + ' ';
        for (std::uint64_t mark = 0; mark < std::max<std::uint64_t>(1, works * kPlotWidth / most); ++mark)
            text += "█";
        text += ' ' + std::to_string(works) + '\n';
    }
    return text;
}

std::string to_text(const ConceptView& view, Locale locale) {
    std::string text;
    for (const ConceptTerm& term : view.terms) {
        text += std::string(code_of(term.language)) + "  " + printable(term.text) + " (" +
                std::to_string(term.works) + ")\n";
    }
    const auto neighbours = [&](Message message, const std::vector<std::string>& names) {
        if (!names.empty()) text += cli::text(locale, message) + ": " + printable(joined(names, "; ")) + '\n';
    };
    neighbours(Message::broader, view.broader);
    neighbours(Message::narrower, view.narrower);
    neighbours(Message::related, view.related);
    return text + cli::text(locale, Message::found, {std::to_string(view.works)}) + '\n' + plot(view, locale);
}

int concepts(const Arguments& arguments, Locale locale) {
    require_database(arguments.database, locale);
    const Searcher searcher(arguments.database, arguments.options);
    const std::vector<ConceptView> views = searcher.concepts(joined(arguments.words, " "));
    std::string output;
    for (const ConceptView& view : views)
        output += arguments.json ? to_json(view) + '\n' : to_text(view, locale) + '\n';
    if (views.empty() && !arguments.json) output = text(locale, Message::nothing_found) + '\n';
    print(output);
    return views.empty() ? kNothingFound : kDone;
}

}  // namespace

void add_concepts(CLI::App& app, Locale locale, Action& action) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const command =
        app.add_subcommand("concepts", "Show a concept: its terms, neighbours and works by year");
    command->add_option("TERM", arguments->words, "A term of the concept, in any inflection")->required();
    add_database_option(*command, arguments->database);
    add_searcher_options(*command, arguments->options);
    command->add_flag("--json", arguments->json, "One JSON object a line");
    command->callback([=, &action] { action = [=] { return concepts(*arguments, locale); }; });
}

}  // namespace izde::cli
