#include <memory>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "izde/izde.hpp"

namespace izde::cli {
namespace {

struct Arguments {
    std::vector<std::string> parallel;
    std::string out, database;
};

int learn(const Arguments& arguments, Locale locale) {
    if (arguments.parallel.empty() && arguments.database.empty())
        throw Error(ErrorCode::invalid_argument, text(locale, Message::no_parallel));
    const LearnReport report = learn_translations(arguments.parallel, arguments.out, arguments.database);
    print(text(locale, Message::learned,
               {std::to_string(report.translations), std::to_string(report.pairs),
                std::to_string(report.kazakh_words), std::to_string(report.russian_words)}) +
          '\n');
    if (!arguments.database.empty())
        print(text(locale, Message::learned_acts, {std::to_string(report.acts)}) + '\n');
    return report.translations == 0 ? kNothingFound : kDone;
}

}  // namespace

void add_learn(CLI::App& app, Locale locale, Action& action) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const command = app.add_subcommand("learn", "Learn word translations from parallel texts");
    command->add_option("PARALLEL", arguments->parallel,
                        "TSV files: a Kazakh sentence and its Russian translation a line, parted by a tab");
    // No IZDE_DB here: which texts teach is to be said.
    command
        ->add_option("--db", arguments->database,
                     "Learn from the acts and articles that this index holds in both languages")
        ->type_name("DB");
    command->add_option("--out", arguments->out, "The table to write; `izde search --translations` reads it")
        ->required();
    command->callback([=, &action] { action = [=] { return learn(*arguments, locale); }; });
}

}  // namespace izde::cli
