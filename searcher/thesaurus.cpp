#include "searcher/thesaurus.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "searcher/equal_rows.hpp"
#include "store/terms.hpp"

namespace izde::searcher {
namespace {

using analyzers::Language;

/// Columns of a table; the last ones may be left out.
constexpr std::size_t kColumns = 6;
constexpr std::size_t kMostBytes = std::size_t{64} << 20U;
constexpr std::array<Language, 3> kLanguages = {Language::kazakh, Language::russian, Language::english};

/// A term of the other language means the same; a synonym nearly so. (A synonym as sure as the typed word
/// would let works that never name it stand before those that do.)
constexpr double kTranslationWeight = 1.0;
constexpr double kSynonymWeight = 0.5;

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char border) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = std::min(text.find(border), text.size());
        parts.push_back(trimmed(text.substr(0, end)));
        if (end == text.size()) return parts;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::string> stems_of(std::string_view term, Language language, analyzers::TokenStream& tokens) {
    std::vector<std::string> stems;
    tokens.reset(term, language);
    while (tokens.next()) stems.emplace_back(store::cut_utf8(tokens.token().stem, store::kMaxStemBytes));
    return stems;
}

bool is_said(const QueryWord& word, const std::string& stem) {
    return word.stem == stem || (!word.alternative_stem.empty() && word.alternative_stem == stem);
}

bool stands_at(const ConceptTerm& term, const std::vector<QueryWord>& words, std::size_t first) {
    if (term.stems.size() > words.size() - first) return false;
    for (std::size_t place = 0; place < term.stems.size(); ++place) {
        if (!is_said(words[first + place], term.stems[place])) return false;
    }
    return true;
}

/// The concept of a line without its end. Throws ThesaurusError without file and line.
Concept read_row(std::string_view line, analyzers::TokenStream& tokens) {
    const std::vector<std::string_view> columns = split(line, '\t');
    if (columns.size() < 2 || columns.size() > kColumns) {
        throw ThesaurusError(
            "expected Kazakh, Russian and English terms, broader concept, domain and note, parted by tabs");
    }
    Concept one;
    for (std::size_t column = 0; column < std::min(columns.size(), kLanguages.size()); ++column) {
        for (const std::string_view term : split(columns[column], ';')) {
            if (term.empty()) continue;
            ConceptTerm made{std::string(term), kLanguages[column],
                             stems_of(term, kLanguages[column], tokens)};
            if (made.stems.empty()) throw ThesaurusError("no word in the term «" + made.text + "»");
            one.terms.push_back(std::move(made));
        }
    }
    if (one.terms.size() < 2) throw ThesaurusError("a concept needs two terms at least");
    const auto column = [&](std::size_t place) {
        return std::string(place < columns.size() ? columns[place] : std::string_view());
    };
    one.broader = column(3);
    one.domain = column(4);
    one.note = column(5);
    return one;
}

/// Calls `use(line, offset, number)` for each row of a table.
template <typename Use>
void for_each_row(std::string_view table, const Use& use) {
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < table.size();) {
        const std::size_t end = std::min(table.find('\n', begin), table.size());
        const std::string_view line = table.substr(begin, end - begin);
        ++number;
        if (!trimmed(line).empty() && line.front() != '#')
            use(line, static_cast<std::uint32_t>(begin), number);
        begin = end + 1;
    }
}

std::string_view row_at(std::string_view table, std::uint32_t row) {
    return table.substr(row, std::min(table.find('\n', row), table.size()) - row);
}

}  // namespace

std::string name_of(const Concept& one) {
    const auto english = std::ranges::find(one.terms, Language::english, &ConceptTerm::language);
    return english == one.terms.end() ? std::string() : english->text;
}

void Thesaurus::add(std::string table, const std::string& name) {
    Table added;
    added.text = std::make_shared<const std::string>(std::move(table));
    added.rows = *added.text;
    const auto stems = std::make_shared<std::vector<std::string>>();
    std::vector<std::uint32_t> rows;
    std::map<std::string, std::size_t> broader;  // with the line that names it
    std::set<std::string> names;
    for (const Concept& one : concepts()) names.insert(name_of(one));
    analyzers::TokenStream tokens = analyzer_.analyze({}, Language::unknown);
    for_each_row(added.rows, [&](std::string_view line, std::uint32_t row, std::size_t number) {
        const std::string place = name + ":" + std::to_string(number) + ": ";
        if (row > kMostBytes) throw ThesaurusError(place + "the table is too large");
        try {
            const Concept one = read_row(line, tokens);
            for (const ConceptTerm& term : one.terms) {
                stems->push_back(term.stems.front());
                rows.push_back(row);
            }
            names.insert(name_of(one));
            if (!one.broader.empty()) broader.emplace(one.broader, number);
        } catch (const ThesaurusError& error) {
            throw ThesaurusError(place + error.what());
        }
    });
    for (const auto& [wanted, number] : broader) {
        if (names.contains(wanted)) continue;
        std::string cause = name + ":" + std::to_string(number);
        cause += ": no concept is named «" + wanted + "»";
        throw ThesaurusError(cause);
    }
    for (std::size_t term = 0; term < rows.size(); ++term)
        added.own_entries.push_back({(*stems)[term], rows[term]});
    std::ranges::sort(added.own_entries);
    added.own_entries.erase(std::unique(added.own_entries.begin(), added.own_entries.end()),
                            added.own_entries.end());
    added.stems = stems;
    tables_.push_back(std::move(added));
    tables_.back().entries = tables_.back().own_entries;
}

void Thesaurus::add_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw ThesaurusError(file.string() + ": cannot be read");
    add({std::istreambuf_iterator<char>(stream), {}}, file.string());
}

void Thesaurus::add_built_in() {
    Table added;
    const BuiltInThesaurus built_in = built_in_thesaurus();
    added.rows = built_in.table;
    added.entries = built_in.entries;
    tables_.push_back(std::move(added));
}

std::size_t Thesaurus::find(const std::vector<QueryWord>& words, std::size_t first,
                            std::vector<Concept>& found) const {
    std::size_t longest = 0;
    std::optional<analyzers::TokenStream> tokens;
    for (const std::string* const stem : {&words[first].stem, &words[first].alternative_stem}) {
        if (stem->empty()) continue;
        for (const Table& table : tables_) {
            for (const Entry& entry : equal_rows(table.entries, *stem, &Entry::stem)) {
                if (!tokens) tokens.emplace(analyzer_.analyze({}, Language::unknown));
                Concept one = read_row(row_at(table.rows, entry.row), *tokens);
                std::size_t length = 0;
                for (const ConceptTerm& term : one.terms) {
                    if (stands_at(term, words, first)) length = std::max(length, term.stems.size());
                }
                if (length == 0 || length < longest) continue;
                if (length > longest) found.clear();
                longest = length;
                found.push_back(std::move(one));
            }
        }
        if (words[first].alternative_stem == words[first].stem) break;
    }
    return longest;
}

std::vector<Concept> Thesaurus::concepts() const {
    std::vector<Concept> all;
    analyzers::TokenStream tokens = analyzer_.analyze({}, Language::unknown);
    for (const Table& table : tables_) {
        for_each_row(table.rows, [&](std::string_view line, std::uint32_t, std::size_t) {
            all.push_back(read_row(line, tokens));
        });
    }
    return all;
}

void ThesaurusExpander::expand(const Xapian::Database& database, const std::vector<QueryWord>& words,
                               std::vector<Expansion>& expansions) const {
    std::vector<Concept> found;
    for (std::size_t first = 0; first < words.size();) {
        found.clear();
        const std::size_t length = thesaurus_->find(words, first, found);
        // A stopword alone names no concept: «қызмет» does, «мен» never.
        if (length == 0 || (length == 1 && words[first].is_stopword)) {
            ++first;
            continue;
        }
        for (const Concept& one : found) {
            for (const ConceptTerm& term : one.terms) {
                if (stands_at(term, words, first) && term.stems.size() == length) continue;
                const bool is_known = std::ranges::all_of(term.stems, [&](const std::string& stem) {
                    return database.term_exists(store::stem_term(stem));
                });
                if (!is_known) continue;
                Expansion expansion;
                expansion.first_word = first;
                expansion.word_count = length;
                expansion.stems = term.stems;
                expansion.weight =
                    words[first].language != Language::unknown && words[first].language == term.language
                        ? kSynonymWeight
                        : kTranslationWeight;
                expansion.by = MatchedBy::thesaurus;
                expansion.language = term.language;
                expansions.push_back(std::move(expansion));
            }
        }
        first += length;
    }
}

}  // namespace izde::searcher
