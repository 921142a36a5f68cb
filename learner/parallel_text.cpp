#include "learner/parallel_text.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <tuple>

#include "analyzers/utf8.hpp"

namespace izde::learner {
namespace {

using analyzers::Language;

constexpr std::size_t kMaxLineBytes = std::size_t{1} << 20U;

/// Words of a sentence that are aligned. Longer texts are not sentences, and the work grows with the product
/// of both lengths.
constexpr std::size_t kMaxWords = 150;

using Columns = std::array<std::string, 2>;

[[noreturn]] void fail(const std::filesystem::path& file, std::size_t line, const std::string& cause) {
    throw LearnError(file.string() + ":" + std::to_string(line) + ": " + cause);
}

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto character = analyzers::decode(text, at);
        if (character.code == analyzers::kMalformed) return false;
        at += character.length;
    }
    return true;
}

std::vector<Columns> read_lines(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw LearnError(file.string() + ": cannot be read");
    std::vector<Columns> lines;
    std::string line;
    for (std::size_t number = 1; std::getline(stream, line); ++number) {
        if (line.ends_with('\r')) line.pop_back();
        if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        if (line.empty()) continue;
        if (line.size() > kMaxLineBytes) fail(file, number, "the line is longer than 1 MiB");
        if (!is_utf8(line)) fail(file, number, "the line is not UTF-8");
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos)
            fail(file, number, "two columns parted by a tab were expected, there is one");
        if (line.find('\t', tab + 1) != std::string::npos)
            fail(file, number, "two columns parted by a tab were expected, there are more");
        lines.push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
    if (stream.bad()) throw LearnError(file.string() + ": cannot be read to its end");
    return lines;
}

/// The column whose lines are Kazakh more often than the other's: single lines (names, loans) may tell
/// nothing.
std::size_t kazakh_column(const std::filesystem::path& file, const std::vector<Columns>& lines) {
    std::array<std::size_t, 2> kazakh{};
    for (const Columns& columns : lines) {
        for (std::size_t column = 0; column < columns.size(); ++column)
            kazakh[column] += analyzers::identify_language(columns[column]) == Language::kazakh ? 1 : 0;
    }
    if (kazakh[0] == kazakh[1] && !lines.empty())
        throw LearnError(file.string() + ": one column must be Kazakh, the other Russian");
    return kazakh[1] > kazakh[0] ? 1 : 0;
}

std::vector<StemId> stems_of(std::string_view sentence, Language language, analyzers::TokenStream& tokens,
                             Vocabulary& vocabulary) {
    std::vector<StemId> stems;
    tokens.reset(sentence, language);
    while (stems.size() < kMaxWords && tokens.next()) {
        const analyzers::Token& token = tokens.token();
        if (token.kind != analyzers::TokenKind::word || token.is_stopword) continue;
        stems.push_back(vocabulary.add(token.stem, token.exact));
    }
    return stems;
}

}  // namespace

StemId Vocabulary::add(std::string_view stem, std::string_view form) {
    const auto [known, is_new] = ids_.try_emplace(std::string(stem), static_cast<StemId>(entries_.size()));
    if (is_new) entries_.push_back({std::string(stem), 0, {}});
    Entry& entry = entries_[known->second];
    ++entry.count;
    ++entry.forms[std::string(form)];
    return known->second;
}

std::string_view Vocabulary::usual_form(StemId id) const {
    const auto rank = [](const auto& form) {
        return std::tuple(form.second, -static_cast<std::ptrdiff_t>(form.first.size()));
    };
    // A stem has a form at least: the one that it was made of.
    return std::ranges::max_element(entries_[id].forms,
                                    [&](const auto& one, const auto& other) {
                                        const auto left = rank(one);
                                        const auto right = rank(other);
                                        return left < right || (left == right && one.first > other.first);
                                    })
        ->first;
}

void add_pair(std::string_view kazakh, std::string_view russian, analyzers::TokenStream& tokens,
              ParallelText& text) {
    ParallelText::Pair pair;
    pair.kazakh = stems_of(kazakh, Language::kazakh, tokens, text.kazakh);
    pair.russian = stems_of(russian, Language::russian, tokens, text.russian);
    if (pair.kazakh.empty() || pair.russian.empty()) return;
    text.cooccurrences += pair.kazakh.size() * pair.russian.size();
    text.pairs.push_back(std::move(pair));
}

void read_pairs(const std::filesystem::path& file, const analyzers::Analyzer& analyzer, ParallelText& text) {
    const std::vector<Columns> lines = read_lines(file);
    const std::size_t kazakh = kazakh_column(file, lines);
    analyzers::TokenStream tokens = analyzer.analyze({}, Language::unknown);
    for (const Columns& columns : lines) add_pair(columns[kazakh], columns[1 - kazakh], tokens, text);
}

}  // namespace izde::learner
