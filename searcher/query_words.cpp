#include "searcher/query_words.hpp"

#include <algorithm>

#include "store/terms.hpp"

namespace izde::searcher {

using analyzers::Language;

std::vector<QueryWord> read_words(std::string_view text, const analyzers::Analyzer& analyzer,
                                  std::size_t limit) {
    std::vector<QueryWord> words;
    analyzers::TokenStream tokens = analyzer.analyze(text, Language::unknown);
    while (words.size() < limit && tokens.next()) {
        const analyzers::Token& token = tokens.token();
        QueryWord word;
        word.stem = store::cut_utf8(token.stem, store::kMaxStemBytes);
        word.alternative_stem = store::cut_utf8(token.alternative_stem, store::kMaxStemBytes);
        word.exact = token.exact;
        word.is_stopword = token.is_stopword;
        word.language = token.language;
        words.push_back(std::move(word));
    }
    return words;
}

void QueryWords::add(const std::vector<QueryWord>& words, bool is_bound) {
    for (const QueryWord& word : words) {
        if (const auto known = number_of(word)) {
            words_[*known].is_bound = words_[*known].is_bound && is_bound;
        } else if (words_.size() < kMaxWords) {
            words_.push_back(word);
            words_.back().is_bound = is_bound;
        }
    }
}

std::optional<std::size_t> QueryWords::number_of(const QueryWord& word) const {
    const auto known = std::ranges::find_if(
        words_, [&](const QueryWord& one) { return one.stem == word.stem && one.exact == word.exact; });
    return known == words_.end() ? std::nullopt : std::optional<std::size_t>(known - words_.begin());
}

Language QueryWords::main_language() const {
    const auto count = [&](Language language) {
        return std::ranges::count(words_, language, &QueryWord::language);
    };
    const auto kazakh = count(Language::kazakh);
    const auto russian = count(Language::russian);
    if (kazakh == 0 && russian == 0) return Language::unknown;
    return kazakh >= russian ? Language::kazakh : Language::russian;
}

Xapian::Query leaf(const QueryWord& word, TermMaker term, Xapian::Query::op either) {
    const std::string first = term(word.stem);
    if (word.alternative_stem.empty()) return {first};
    return {either, Xapian::Query(first), Xapian::Query(term(word.alternative_stem))};
}

Xapian::Query weightless(const Xapian::Query& query) {
    return {Xapian::Query::OP_SCALE_WEIGHT, query, 0.0};
}

Xapian::Query combine(Xapian::Query::op operation, const std::vector<Xapian::Query>& parts) {
    return {operation, parts.begin(), parts.end()};
}

}  // namespace izde::searcher
