#include <memory>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "cli/usage.hpp"
#include "izde/izde.hpp"

namespace izde::cli {
namespace {

struct Arguments {
    std::vector<std::string> ids;
    std::string database;
    CitationStyle style = CitationStyle::gost;
};

int cite(const Arguments& arguments, Locale locale) {
    require_database(arguments.database, locale);
    const std::string output = Searcher(arguments.database).cite(arguments.ids, arguments.style);
    // What goes into a reference manager keeps its line ends; everything else that moves a cursor is gone.
    const bool is_ris = arguments.style == CitationStyle::ris;
    std::string shown;
    for (std::size_t begin = 0; begin < output.size();) {
        const std::size_t end = std::min(output.find('\n', begin), output.size());
        std::string_view line = std::string_view(output).substr(begin, end - begin);
        if (line.ends_with('\r')) line.remove_suffix(1);
        shown += printable(line) + (is_ris ? "\r\n" : "\n");
        begin = end + 1;
    }
    print(shown);
    return kDone;
}

}  // namespace

void add_cite(CLI::App& app, Locale locale, Action& action) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const command = app.add_subcommand("cite", "Print a reference to a work");
    command->add_option("ID", arguments->ids, "Ids of works, as `search` gives them")->required();
    add_database_option(*command, arguments->database);
    command->add_option("--style", arguments->style, "gost, bibtex, ris or csl-json")
        ->transform(one_of<CitationStyle>(locale, {{"gost", CitationStyle::gost},
                                                   {"bibtex", CitationStyle::bibtex},
                                                   {"ris", CitationStyle::ris},
                                                   {"csl-json", CitationStyle::csl_json}}))
        ->type_name("STYLE");
    command->callback([=, &action] { action = [=] { return cite(*arguments, locale); }; });
}

}  // namespace izde::cli
