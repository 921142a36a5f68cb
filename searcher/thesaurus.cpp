#include "searcher/thesaurus.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "store/terms.hpp"

namespace izde::searcher {
namespace {

using analyzers::Language;

/// Columns of a table; the last ones may be left out.
constexpr std::size_t kColumns = 6;
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

}  // namespace

void Thesaurus::add(std::string_view table, const std::string& name, const analyzers::Analyzer& analyzer) {
    analyzers::TokenStream tokens = analyzer.analyze({}, Language::unknown);
    std::vector<std::pair<std::size_t, std::size_t>> lines;  // concept, its line
    std::size_t number = 0;
    const auto fail = [&](std::size_t line, const std::string& cause) -> void {
        throw ThesaurusError(name + ":" + std::to_string(line) + ": " + cause);
    };
    for (std::string_view line : split(table, '\n')) {
        ++number;
        if (line.empty() || line.front() == '#') continue;
        const std::vector<std::string_view> columns = split(line, '\t');
        if (columns.size() < 2 || columns.size() > kColumns)
            fail(number,
                 "expected Kazakh, Russian and English terms, broader concept, domain and note, parted "
                 "by tabs");
        Concept one;
        for (std::size_t column = 0; column < std::min(columns.size(), kLanguages.size()); ++column) {
            for (const std::string_view term : split(columns[column], ';')) {
                if (term.empty()) continue;
                ConceptTerm made{std::string(term), kLanguages[column],
                                 stems_of(term, kLanguages[column], tokens)};
                if (made.stems.empty()) fail(number, "no word in the term «" + made.text + "»");
                one.terms.push_back(std::move(made));
            }
        }
        if (one.terms.size() < 2) fail(number, "a concept needs two terms at least");
        const auto column = [&](std::size_t place) {
            return std::string(place < columns.size() ? columns[place] : std::string_view());
        };
        one.broader = column(3);
        one.domain = column(4);
        one.note = column(5);
        for (std::size_t term = 0; term < one.terms.size(); ++term)
            by_first_stem_.emplace(one.terms[term].stems.front(), Entry{concepts_.size(), term});
        const auto english = std::ranges::find(one.terms, Language::english, &ConceptTerm::language);
        if (english != one.terms.end()) by_name_.emplace(english->text, concepts_.size());
        lines.emplace_back(concepts_.size(), number);
        concepts_.push_back(std::move(one));
    }
    for (const auto& [made, line] : lines) {
        const std::string& broader = concepts_[made].broader;
        if (!broader.empty() && by_name(broader) == nullptr)
            fail(line, "no concept is named «" + broader + "»");
    }
}

void Thesaurus::add_file(const std::filesystem::path& file, const analyzers::Analyzer& analyzer) {
    std::ifstream stream(file, std::ios::binary);
    const std::string table{std::istreambuf_iterator<char>(stream), {}};
    if (!stream.good() && !stream.eof()) throw ThesaurusError(file.string() + ": cannot be read");
    add(table, file.string(), analyzer);
}

std::size_t Thesaurus::find(const std::vector<QueryWord>& words, std::size_t first,
                            std::vector<const Concept*>& found) const {
    std::size_t longest = 0;
    for (const std::string* const stem : {&words[first].stem, &words[first].alternative_stem}) {
        if (stem->empty()) continue;
        const auto [begin, end] = by_first_stem_.equal_range(*stem);
        for (auto entry = begin; entry != end; ++entry) {
            const Concept& one = concepts_[entry->second.concept_number];
            const ConceptTerm& term = one.terms[entry->second.term];
            if (term.stems.size() < longest || !stands_at(term, words, first)) continue;
            if (term.stems.size() > longest) found.clear();
            longest = term.stems.size();
            if (std::ranges::find(found, &one) == found.end()) found.push_back(&one);
        }
    }
    return longest;
}

const Concept* Thesaurus::by_name(std::string_view english) const {
    const auto found = by_name_.find(english);
    return found == by_name_.end() ? nullptr : &concepts_[found->second];
}

void ThesaurusExpander::expand(const Xapian::Database& database, const std::vector<QueryWord>& words,
                               std::vector<Expansion>& expansions) const {
    std::vector<const Concept*> found;
    for (std::size_t first = 0; first < words.size();) {
        found.clear();
        const std::size_t length = thesaurus_.find(words, first, found);
        // A stopword alone names no concept: «қызмет» does, «мен» never.
        if (length == 0 || (length == 1 && words[first].is_stopword)) {
            ++first;
            continue;
        }
        for (const Concept* const one : found) {
            for (const ConceptTerm& term : one->terms) {
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
