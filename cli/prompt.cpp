#include "cli/prompt.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "cli/hit_text.hpp"
#include "cli/line_reader.hpp"
#include "cli/query_errors.hpp"
#include "cli/terminal.hpp"

namespace izde::cli {
namespace {

enum class Command { next, previous, text, cite, similar, facets, sort, group, help, quit };

/// What people type. Single letters stand for the keys of the Russian layout too: n is т, p is з, q is й.
struct CommandName {
    std::string_view name;
    Command command;
};

constexpr auto kCommandNames = std::to_array<CommandName>({
    {"n", Command::next},           {"т", Command::next},           {"p", Command::previous},
    {"з", Command::previous},       {":text", Command::text},       {":мәтін", Command::text},
    {":текст", Command::text},      {":cite", Command::cite},       {":сілтеме", Command::cite},
    {":ссылка", Command::cite},     {":similar", Command::similar}, {":ұқсас", Command::similar},
    {":похожие", Command::similar}, {":facets", Command::facets},   {":санақ", Command::facets},
    {":разрезы", Command::facets},  {":sort", Command::sort},       {":сұрыптау", Command::sort},
    {":порядок", Command::sort},    {":group", Command::group},     {":топтау", Command::group},
    {":группы", Command::group},    {":help", Command::help},       {":h", Command::help},
    {":?", Command::help},          {":көмек", Command::help},      {":помощь", Command::help},
    {"q", Command::quit},           {"й", Command::quit},           {":quit", Command::quit},
    {":q", Command::quit},          {":шығу", Command::quit},       {":выход", Command::quit},
});

std::vector<std::string> words_of(const std::string& line) {
    std::istringstream stream(line);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

std::optional<std::size_t> number_of(std::string_view word) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
    return number;
}

class Prompt {
  public:
    Prompt(const Searcher& searcher, SearchRequest request, Locale locale)
        : searcher_(searcher), request_(std::move(request)), locale_(locale), reader_(history_file()) {
        if (request_.limit == 0) request_.limit = 1;
    }

    int run() {
        print(text(locale_, Message::prompt_welcome, {std::to_string(searcher_.size())}) + '\n');
        while (std::optional<std::string> line = next_line()) {
            const std::vector<std::string> words = words_of(*line);
            if (words.empty()) continue;
            reader_.remember(*line);
            try {
                if (!obey(*line, words)) return kDone;
            } catch (const Error& error) {
                tell(error, *line);
            }
        }
        print("\n");
        return kDone;
    }

  private:
    static std::filesystem::path history_file() {
        const std::filesystem::path directory = state_directory();
        return directory.empty() ? directory : directory / "history";
    }

    void tell(const Error& error, const std::string& line) const {
        const bool is_query = error.code() == ErrorCode::query_syntax && error.position();
        std::cerr << (is_query ? query_error_text(error, line, locale_)
                               : text(locale_, Message::error, {printable(error.what())}) + '\n');
    }

    /// Whether the prompt goes on.
    bool obey(const std::string& line, const std::vector<std::string>& words) {
        const auto* const named = std::ranges::find(kCommandNames, words[0], &CommandName::name);
        const bool is_key = words[0].front() != ':';
        if (named != kCommandNames.end() && (!is_key || words.size() == 1))
            return command(named->command, words);
        if (words[0].front() == ':') {
            print(text(locale_, Message::prompt_unknown, {printable(words[0])}) + '\n');
        } else if (const auto number = number_of(words[0]);
                   number && words.size() == 1 && is_shown(*number)) {
            open(*number, request_.query);
        } else {
            SearchRequest asked = request_;
            asked.query = line;
            asked.offset = 0;
            const Results results = searcher_.search(asked);
            request_ = std::move(asked);
            give(results);
        }
        return true;
    }

    bool command(Command command, const std::vector<std::string>& words) {
        const std::string argument = words.size() > 1 ? words[1] : "";
        switch (command) {
            case Command::quit:
                return false;
            case Command::help:
                page(text(locale_, Message::prompt_help) + '\n');
                break;
            case Command::next:
                turn(request_.offset + request_.limit);
                break;
            case Command::previous:
                turn(request_.offset - std::min(request_.offset, request_.limit));
                break;
            case Command::facets:
                show_facets();
                break;
            case Command::sort:
                sort(argument);
                break;
            case Command::group:
                request_.group_files = !request_.group_files;
                turn(0);
                break;
            case Command::text:
            case Command::cite:
            case Command::similar:
                of_hit(command, argument, words.size() > 2 ? words[2] : "");
                break;
        }
        return true;
    }

    void of_hit(Command command, const std::string& argument, const std::string& style) {
        const std::optional<std::size_t> number = number_of(argument);
        if (!number || !is_shown(*number)) {
            print(text(locale_, Message::prompt_no_hit) + '\n');
        } else if (command == Command::text) {
            open(*number, "");
        } else if (command == Command::cite) {
            static constexpr std::array<std::pair<std::string_view, CitationStyle>, 4> kStyles = {
                {{"gost", CitationStyle::gost},
                 {"bibtex", CitationStyle::bibtex},
                 {"ris", CitationStyle::ris},
                 {"csl-json", CitationStyle::csl_json}}};
            const auto* const found =
                std::ranges::find(kStyles, style, &decltype(kStyles)::value_type::first);
            print(printable(searcher_.cite({hit(*number).id},
                                           found == kStyles.end() ? CitationStyle::gost : found->second),
                            true));
        } else {
            hits_ = searcher_.similar(hit(*number).id, request_.limit);
            request_.offset = 0;
            std::string output;
            for (std::size_t at = 0; at < hits_.size(); ++at)
                output += hit_text(hits_[at], at + 1, locale_) + '\n';
            page(hits_.empty() ? text(locale_, Message::nothing_found) + '\n' : output);
        }
    }

    void turn(std::size_t offset) {
        if (request_.query.empty()) {
            print(text(locale_, Message::prompt_no_hit) + '\n');
            return;
        }
        SearchRequest asked = request_;
        asked.offset = offset;
        const Results results = searcher_.search(asked);
        if (results.hits.empty() && offset > 0) {
            print(text(locale_, Message::prompt_no_more) + '\n');
            return;
        }
        request_ = std::move(asked);
        give(results);
    }

    void give(const Results& results) {
        hits_ = results.hits;
        page(results_text(results, request_, locale_));
    }

    void show_facets() {
        SearchRequest asked = request_;
        asked.facets = true;
        asked.limit = 0;
        const std::string facets = facets_text(searcher_.search(asked), locale_);
        page(facets.empty() ? text(locale_, Message::nothing_found) + '\n' : facets);
    }

    void sort(const std::string& order) {
        request_.order = order == "newest"   ? Order::newest
                         : order == "oldest" ? Order::oldest
                                             : Order::relevance;
        turn(0);
    }

    bool is_shown(std::size_t number) const {
        return number > request_.offset && number - request_.offset <= hits_.size();
    }
    const Hit& hit(std::size_t number) const { return hits_[number - request_.offset - 1]; }

    /// The hit's text around the best passage for `query`, or all of it.
    void open(std::size_t number, const std::string& query) {
        const Passage passage = searcher_.show(hit(number).id, "", query);
        page(wrapped(heading_text(passage.work, locale_) + '\n' +
                         highlighted(passage.text, passage.marks, true, true) + '\n',
                     0));
    }

    std::optional<std::string> next_line() {
        if (typed_ahead_) return std::exchange(typed_ahead_, std::nullopt);
        return reader_.read("izde> ");
    }

    /// Prints a screen at a time. What is typed in between but q is the next command: a hit may be opened
    /// before the list is at its end.
    void page(const std::string& output) {
        const std::size_t rows = std::max<std::size_t>(rows_of_output(), 4) - 1;
        std::size_t begin = 0;
        while (begin < output.size()) {
            std::size_t end = begin;
            for (std::size_t row = 0; row < rows && end < output.size(); ++row)
                end = std::min(output.find('\n', end), output.size() - 1) + 1;
            print(output.substr(begin, end - begin));
            begin = end;
            if (begin == output.size()) break;
            const std::optional<std::string> answer = reader_.read(text(locale_, Message::prompt_more) + ' ');
            if (!answer) break;
            const std::vector<std::string> words = words_of(*answer);
            if (words.empty()) continue;
            if (words != std::vector<std::string>{"q"} && words != std::vector<std::string>{"й"})
                typed_ahead_ = *answer;
            break;
        }
    }

    const Searcher& searcher_;
    SearchRequest request_;
    Locale locale_;
    LineReader reader_;
    std::vector<Hit> hits_;
    std::optional<std::string> typed_ahead_;
};

}  // namespace

int run_prompt(const Searcher& searcher, const SearchRequest& request, Locale locale) {
    return Prompt(searcher, request, locale).run();
}

}  // namespace izde::cli
