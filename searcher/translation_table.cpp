#include "searcher/translation_table.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <memory>
#include <numeric>
#include <optional>
#include <tuple>

#include "searcher/equal_rows.hpp"

namespace izde::searcher {
namespace {

using analyzers::Language;

/// A table has tens of thousands of rows; a line holds two words and a number.
constexpr std::size_t kMaxRows = 2'000'000;
constexpr std::size_t kMaxLineBytes = 4096;

[[noreturn]] void fail(const std::filesystem::path& file, std::size_t line, const std::string& cause) {
    throw TranslationError(file.string() + ":" + std::to_string(line) + ": " + cause);
}

/// The stem of a text that is one word.
std::optional<std::string> stem_of(std::string_view word, Language language, analyzers::TokenStream& tokens) {
    tokens.reset(word, language);
    if (!tokens.next()) return std::nullopt;
    std::string stem(tokens.token().stem);
    return tokens.next() ? std::nullopt : std::optional(std::move(stem));
}

double weight_of(const std::filesystem::path& file, std::size_t line, std::string_view text) {
    double weight = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
    if (error != std::errc() || end != text.data() + text.size() || !(weight > 0 && weight <= 1))
        fail(file, line, "the weight must be a number above 0 and at most 1");
    return weight;
}

}  // namespace

TranslationTable TranslationTable::read(const std::filesystem::path& file,
                                        const analyzers::Analyzer& analyzer) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw TranslationError(file.string() + ": cannot be read");
    auto owned = std::make_unique<Owned>();
    std::vector<double> weights;
    analyzers::TokenStream tokens = analyzer.analyze({}, Language::unknown);
    std::string line;
    for (std::size_t number = 1; std::getline(stream, line); ++number) {
        if (line.ends_with('\r')) line.pop_back();
        if (line.empty() || line.front() == '#') continue;
        if (line.size() > kMaxLineBytes) fail(file, number, "the line is too long");
        const std::size_t first = line.find('\t');
        const std::size_t second = first == std::string::npos ? first : line.find('\t', first + 1);
        if (second == std::string::npos)
            fail(file, number, "expected a Kazakh word, a Russian word and a weight, parted by tabs");
        const std::string_view text = line;
        const double weight = weight_of(file, number, text.substr(second + 1));
        const auto kazakh = stem_of(text.substr(0, first), Language::kazakh, tokens);
        const auto russian = stem_of(text.substr(first + 1, second - first - 1), Language::russian, tokens);
        if (!kazakh || !russian) fail(file, number, "each column must hold one word");
        if (*kazakh == *russian) continue;  // they meet without a table
        if (weights.size() == kMaxRows) fail(file, number, "the table is too large");
        owned->stems.push_back(*kazakh);
        owned->stems.push_back(*russian);
        weights.push_back(weight);
    }
    if (stream.bad()) throw TranslationError(file.string() + ": cannot be read to its end");
    for (std::size_t row = 0; row < weights.size(); ++row)
        owned->rows.push_back({owned->stems[2 * row], owned->stems[2 * row + 1], weights[row]});
    std::ranges::sort(owned->rows, [](const Row& left, const Row& right) {
        return std::tuple(left.kazakh, -left.weight, left.russian) <
               std::tuple(right.kazakh, -right.weight, right.russian);
    });
    owned->by_russian.resize(owned->rows.size());
    std::iota(owned->by_russian.begin(), owned->by_russian.end(), std::uint32_t{0});
    std::ranges::sort(owned->by_russian, [&](std::uint32_t left, std::uint32_t right) {
        const Row& one = owned->rows[left];
        const Row& other = owned->rows[right];
        return std::tuple(one.russian, -one.weight, one.kazakh) <
               std::tuple(other.russian, -other.weight, other.kazakh);
    });
    TranslationTable table(owned->rows, owned->by_russian);
    table.owned_ = std::move(owned);
    return table;
}

void TranslationTable::find(std::string_view stem, Language language, std::vector<Row>& found) const {
    if (language == Language::kazakh) {
        const auto rows = equal_rows(rows_, stem, &Row::kazakh);
        found.insert(found.end(), rows.begin(), rows.end());
        return;
    }
    const auto russian = [this](std::uint32_t row) { return rows_[row].russian; };
    for (const std::uint32_t row : equal_rows(by_russian_, stem, russian)) found.push_back(rows_[row]);
}

}  // namespace izde::searcher
