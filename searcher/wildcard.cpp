#include "searcher/wildcard.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "analyzers/utf8.hpp"
#include "store/terms.hpp"

namespace izde::searcher {
namespace {

constexpr std::size_t kMostStems = 200;
constexpr std::size_t kMostTerms = 20'000;
constexpr std::size_t kLeastLetters = 3;

/// The pattern with its letters as the index writes them: look-alikes repaired, ё as е, lower case.
std::string normalised(std::string_view word, const analyzers::Analyzer& analyzer) {
    std::string pattern;
    while (!word.empty()) {
        const std::size_t wild = std::min(word.find_first_of("*?"), word.size());
        analyzers::TokenStream tokens = analyzer.analyze(word.substr(0, wild), analyzers::Language::unknown);
        while (tokens.next()) pattern += tokens.token().exact;
        if (wild < word.size()) pattern += word[wild];
        word.remove_prefix(std::min(wild + 1, word.size()));
    }
    return pattern;
}

}  // namespace

WildcardExpansion expand_wildcard(std::string_view word, const Xapian::Database& database,
                                  const analyzers::Analyzer& analyzer) {
    WildcardExpansion expansion;
    expansion.pattern = normalised(word, analyzer);
    const std::string beginning = expansion.pattern.substr(0, expansion.pattern.find_first_of("*?"));
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < beginning.size();) {
        at += analyzers::decode(beginning, at).length;
        ends.push_back(at);
    }
    if (ends.size() < kLeastLetters) throw std::invalid_argument("expected three letters before * or ?");

    const bool is_prefix =
        expansion.pattern.size() == beginning.size() + 1 && expansion.pattern.back() == '*';
    std::vector<std::pair<Xapian::doccount, std::string>> found;
    std::size_t seen = 0;
    const auto end = database.allterms_end(beginning);
    for (auto term = database.allterms_begin(beginning); term != end && seen < kMostTerms; ++term, ++seen) {
        found.emplace_back(term.get_termfreq(), *term);
    }
    std::ranges::sort(found, [](const auto& left, const auto& right) {
        return left.first != right.first ? left.first > right.first : left.second < right.second;
    });
    if (found.size() > kMostStems) found.resize(kMostStems);
    for (auto& [frequency, stem] : found)
        (is_prefix ? expansion.certain : expansion.possible).push_back(std::move(stem));
    for (const std::size_t length : ends) {
        const std::string stem = store::stem_term(beginning.substr(0, length));
        if (length < beginning.size() && length >= ends[kLeastLetters - 1] && database.term_exists(stem))
            expansion.possible.push_back(stem);
    }
    return expansion;
}

}  // namespace izde::searcher
