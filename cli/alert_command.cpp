#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/alert_store.hpp"
#include "cli/commands.hpp"
#include "cli/hit_text.hpp"
#include "cli/query_errors.hpp"
#include "cli/terminal.hpp"
#include "cli/usage.hpp"
#include "izde/izde.hpp"

namespace izde::cli {
namespace {

/// Answers that are looked through: totals are exact so far.
constexpr std::size_t kLookedThrough = 10'000;

struct Arguments {
    std::vector<std::string> words;
    std::string database, name;
    SearcherOptions options;
    std::size_t limit = 20;
    bool json = false;
};

/// An answer that was not there, or not so, when its alert last ran.
struct News {
    Hit hit;
    std::size_t rank = 0;  ///< from 0
    bool is_changed = false;
};

std::string hash_of(const Hit& hit) {
    return std::to_string(hit.content_hash);
}

std::vector<Hit> answers(const Searcher& searcher, const std::string& query) {
    SearchRequest request;
    request.query = query;
    request.limit = kLookedThrough;
    request.snippets = false;
    return searcher.search(request).hits;
}

/// What the answers hold that the alert has not told; the alert knows them from now on. A work that goes and
/// comes back the same is no news.
std::vector<News> take_news(Alert& alert, std::vector<Hit> hits) {
    std::vector<News> news;
    for (std::size_t rank = 0; rank < hits.size(); ++rank) {
        const std::string hash = hash_of(hits[rank]);
        const auto [known, is_new] = alert.seen.emplace(hits[rank].id, hash);
        if (!is_new && known->second == hash) continue;
        known->second = hash;
        news.push_back({std::move(hits[rank]), rank, !is_new});
    }
    alert.last_run = timestamp();
    return news;
}

/// The hit with its passages: only what is shown needs them.
Hit with_passages(const Searcher& searcher, const std::string& query, const News& one) {
    SearchRequest request;
    request.query = query;
    request.offset = one.rank;
    request.limit = 1;
    std::vector<Hit> hits = searcher.search(request).hits;
    if (hits.size() == 1 && hits[0].id == one.hit.id) return std::move(hits[0]);
    return one.hit;
}

std::string news_json(const Searcher& searcher, const Alert& alert, const std::vector<News>& news,
                      std::size_t limit) {
    using Json = nlohmann::ordered_json;
    Json json = {{"name", alert.name},
                 {"query", alert.query},
                 {"added", std::ranges::count(news, false, &News::is_changed)},
                 {"changed", std::ranges::count(news, true, &News::is_changed)},
                 {"hits", Json::array()}};
    for (const News& one : news) {
        if (json["hits"].size() == limit) break;
        Json hit = Json::parse(to_json(with_passages(searcher, alert.query, one)));
        hit["change"] = one.is_changed ? "changed" : "added";
        json["hits"].push_back(std::move(hit));
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string news_text(const Searcher& searcher, const Alert& alert, const std::vector<News>& news,
                      std::size_t limit, Locale locale) {
    if (news.empty()) return {};
    const auto changed = static_cast<std::size_t>(std::ranges::count(news, true, &News::is_changed));
    std::string output =
        text(locale, Message::alert_news,
             {printable(alert.name), std::to_string(news.size() - changed), std::to_string(changed)}) +
        "\n\n";
    for (std::size_t number = 0; number < std::min(limit, news.size()); ++number)
        output += hit_text(with_passages(searcher, alert.query, news[number]), number + 1, locale) + '\n';
    if (news.size() > limit)
        output += text(locale, Message::alert_more, {std::to_string(news.size() - limit)}) + "\n\n";
    return output;
}

auto find_alert(std::vector<Alert>& alerts, const std::string& name, Locale locale) {
    const auto found = std::ranges::find(alerts, name, &Alert::name);
    if (found == alerts.end())
        throw Error(ErrorCode::not_found, text(locale, Message::alert_unknown, {name}));
    return found;
}

int add(const Arguments& arguments, Locale locale) {
    require_database(arguments.database, locale);
    Alert alert;
    alert.query = query_of(arguments.words);
    alert.name = arguments.name.empty() ? alert.query : arguments.name;
    alert.created = timestamp();
    return answering(alert.query, locale, [&] {
        const Searcher searcher(arguments.database, arguments.options);
        AlertStore store(arguments.database);
        if (std::ranges::find(store.alerts(), alert.name, &Alert::name) != store.alerts().end())
            throw Error(ErrorCode::invalid_argument, text(locale, Message::alert_exists, {alert.name}));
        for (const Hit& hit : answers(searcher, alert.query)) alert.seen.emplace(hit.id, hash_of(hit));
        const std::string said =
            text(locale, Message::alert_saved, {printable(alert.name), std::to_string(alert.seen.size())});
        store.alerts().push_back(std::move(alert));
        store.save();
        print(said + '\n');
        return kDone;
    });
}

int list(const Arguments& arguments, Locale locale) {
    require_database(arguments.database, locale);
    std::string output;
    for (const Alert& alert : read_alerts(arguments.database)) {
        if (arguments.json) {
            output += nlohmann::ordered_json(
                          {{"name", alert.name},
                           {"query", alert.query},
                           {"created", alert.created},
                           {"last_run", alert.last_run.empty() ? nlohmann::ordered_json()
                                                               : nlohmann::ordered_json(alert.last_run)},
                           {"seen", alert.seen.size()}})
                          .dump() +
                      '\n';
        } else {
            output += printable(alert.name);
            if (alert.name != alert.query) output += "  =  " + printable(alert.query);
            output += "  (" + (alert.last_run.empty() ? alert.created : alert.last_run) + ")\n";
        }
    }
    if (output.empty() && !arguments.json) output = text(locale, Message::alert_none) + '\n';
    print(output);
    return kDone;
}

int remove(const Arguments& arguments, Locale locale) {
    require_database(arguments.database, locale);
    AlertStore store(arguments.database);
    for (const std::string& name : arguments.words)
        store.alerts().erase(find_alert(store.alerts(), name, locale));
    store.save();
    return kDone;
}

int run(const Arguments& arguments, Locale locale) {
    require_database(arguments.database, locale);
    const Searcher searcher(arguments.database, arguments.options);
    AlertStore store(arguments.database);
    std::vector<Alert*> chosen;
    for (const std::string& name : arguments.words)
        chosen.push_back(&*find_alert(store.alerts(), name, locale));
    if (chosen.empty()) {
        for (Alert& alert : store.alerts()) chosen.push_back(&alert);
    }
    bool has_news = false;
    for (Alert* const alert : chosen) {
        const std::vector<News> news = take_news(*alert, answers(searcher, alert->query));
        has_news = has_news || !news.empty();
        print(arguments.json ? news_json(searcher, *alert, news, arguments.limit)
                             : news_text(searcher, *alert, news, arguments.limit, locale));
    }
    if (!has_news && !arguments.json)
        print(text(locale, chosen.empty() ? Message::alert_none : Message::alert_nothing_new) + '\n');
    store.save();  // what could not be printed is told again
    return has_news ? kDone : kNothingFound;
}

}  // namespace

void add_alert(CLI::App& app, Locale locale, Action& action) {
    CLI::App* const group =
        app.add_subcommand("alert", "Saved searches, kept beside the index: what is new since they last ran");
    group->require_subcommand(1);
    const auto subcommand = [&](const char* name, const char* description,
                                int (*what)(const Arguments&, Locale)) {
        const auto arguments = std::make_shared<Arguments>();
        CLI::App* const command = group->add_subcommand(name, description);
        add_database_option(*command, arguments->database);
        command->callback([=, &action] { action = [=] { return what(*arguments, locale); }; });
        return std::pair(command, arguments);
    };
    {
        const auto [command, arguments] =
            subcommand("add", "Save a query; works that answer it now count as known", add);
        command->add_option("QUERY", arguments->words, "As for `izde search`")->required();
        command->add_option("--name", arguments->name, "Name of the alert; without it the query");
        add_searcher_options(*command, arguments->options);
    }
    {
        const auto [command, arguments] = subcommand("list", "List the saved queries", list);
        command->add_flag("--json", arguments->json, "One JSON object a line");
    }
    {
        const auto [command, arguments] = subcommand("remove", "Forget saved queries", remove);
        command->add_option("NAME", arguments->words, "Names of alerts")->required();
    }
    {
        const auto [command, arguments] =
            subcommand("run", "Print works that were added or changed since the last run", run);
        command->add_option("NAME", arguments->words, "Names of alerts; without one all run");
        command->add_option("--limit", arguments->limit, "Works to show of each alert")
            ->capture_default_str()
            ->check(number_from_to(locale, 0, 10000));
        command->add_flag("--json", arguments->json, "One JSON object a line for each alert");
        add_searcher_options(*command, arguments->options);
    }
}

}  // namespace izde::cli
