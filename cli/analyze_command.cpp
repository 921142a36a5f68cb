#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "cli/usage.hpp"
#include "izde/izde.hpp"

namespace izde::cli {
namespace {

struct Arguments {
    Language language = Language::unknown;
    std::string text;
    bool stems = false;
    bool json = false;
};

/// Reads one word a line and prints `word<TAB>stem`, in large pieces.
void print_stems(Language language) {
    constexpr std::size_t kPiece = 1 << 16;
    WordStemmer stemmer(language);
    std::string output;
    std::string line;
    while (std::getline(std::cin, line)) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        output.append(line).append("\t").append(stemmer.stem(line)).append("\n");
        if (output.size() < kPiece) continue;
        print(output);
        output.clear();
    }
    print(output);
}

std::string to_text(const AnalyzedToken& token) {
    std::string line = std::to_string(token.begin) + "-" + std::to_string(token.end) + '\t' +
                       std::to_string(token.position) + '\t' + token.kind + '\t' +
                       std::string(code_of(token.language)) + '\t' + token.exact + '\t' + token.stem + '\t' +
                       token.loose;
    if (!token.alternative_stem.empty()) line += '\t' + token.alternative_stem;
    if (token.is_stopword) line += "\tstopword";
    return line + '\n';
}

int analyze_text(const Arguments& arguments) {
    if (arguments.stems) {
        print_stems(arguments.language);
        return kDone;
    }
    std::string text = arguments.text;
    if (text.empty()) text.assign(std::istreambuf_iterator<char>(std::cin), {});
    std::string output;
    for (const AnalyzedToken& token : analyze(text, arguments.language)) {
        output += arguments.json ? to_json(token) + '\n' : to_text(token);
    }
    print(output);
    return kDone;
}

}  // namespace

void add_analyze(CLI::App& app, Locale locale, Action& action) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const command =
        app.add_subcommand("analyze", "Show the tokens of a text, as the index sees them");
    command->add_option("TEXT", arguments->text, "The text; standard input where it is absent");
    command->add_option("--lang", arguments->language, "kk, ru, en or auto")
        ->transform(one_of<Language>(locale, {{"kk", Language::kazakh},
                                              {"ru", Language::russian},
                                              {"en", Language::english},
                                              {"auto", Language::unknown}}));
    command->add_flag("--stems", arguments->stems, "Read one word a line, print word<TAB>stem");
    command->add_flag("--json", arguments->json, "One JSON line a token");
    command->callback([=, &action] { action = [=] { return analyze_text(*arguments); }; });
}

}  // namespace izde::cli
