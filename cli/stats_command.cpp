#include <memory>

#include "cli/commands.hpp"
#include "cli/hit_text.hpp"
#include "cli/terminal.hpp"
#include "izde/izde.hpp"

namespace izde::cli {
namespace {

struct Arguments {
    std::string database;
    bool json = false;
};

std::string megabytes(std::uint64_t bytes) {
    return decimal(static_cast<double>(bytes) / 1e6, 1);
}

template <typename Key>
std::string listed(const std::map<Key, std::uint64_t>& counts) {
    std::vector<std::string> parts;
    for (const auto& [key, count] : counts) {
        std::string name;
        if constexpr (std::is_integral_v<Key>) {
            name = std::to_string(key);
        } else {
            name = key.empty() ? "-" : key;
        }
        parts.push_back(name + ' ' + std::to_string(count));
    }
    return printable(joined(parts, ", "));
}

std::string to_text(const IndexStatistics& statistics, Locale locale) {
    const auto line = [&](Message message, const std::vector<std::string>& values) {
        return text(locale, message, values) + '\n';
    };
    std::string output =
        line(Message::stats_works, {std::to_string(statistics.works), std::to_string(statistics.files)});
    output += line(Message::by_language, {listed(statistics.works_by_language)});
    output += line(Message::stats_by_kind, {listed(statistics.works_by_kind)});
    if (!statistics.works_by_year.empty())
        output += line(Message::stats_by_year, {listed(statistics.works_by_year)});
    output += line(Message::stats_by_suffix, {listed(statistics.files_by_suffix)});
    output +=
        line(Message::stats_words, {std::to_string(statistics.words), std::to_string(statistics.stems)});
    output +=
        line(Message::stats_bytes, {megabytes(statistics.text_bytes), megabytes(statistics.index_bytes)});
    for (const SkippedFile& one : statistics.skipped) {
        output += line(one.is_failure ? Message::failed : Message::skipped,
                       {printable(one.path), printable(one.cause)});
    }
    return output;
}

int stats(const Arguments& arguments, Locale locale) {
    require_database(arguments.database, locale);
    const IndexStatistics statistics = index_statistics(arguments.database);
    print(arguments.json ? to_json(statistics) + '\n' : to_text(statistics, locale));
    return kDone;
}

}  // namespace

void add_stats(CLI::App& app, Locale locale, Action& action) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const command =
        app.add_subcommand("stats", "Count what an index holds, and name what was passed over and why");
    add_database_argument(*command, arguments->database);
    command->add_flag("--json", arguments->json, "One JSON object");
    command->callback([=, &action] { action = [=] { return stats(*arguments, locale); }; });
}

}  // namespace izde::cli
