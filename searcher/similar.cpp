#include "searcher/similar.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "store/terms.hpp"

namespace izde::searcher {
namespace {

constexpr std::size_t kWords = 25;

/// Longer works are told by their beginning: abstract, keywords and introduction say what they are about.
constexpr std::size_t kTokens = 20'000;

struct Count {
    std::size_t in_work = 0;
    std::string exact;
};

std::map<std::string, Count> count_stems(const store::Work& work, const analyzers::Analyzer& analyzer) {
    std::map<std::string, Count> counts;
    std::size_t tokens_seen = 0;
    for (std::size_t number = 0; number < work.blocks.size() && tokens_seen < kTokens; ++number) {
        const store::Block& block = work.blocks[number];
        if (block.kind == store::BlockKind::reference || block.kind == store::BlockKind::byline) continue;
        const std::size_t end =
            number + 1 < work.blocks.size() ? work.blocks[number + 1].begin : work.text.size();
        analyzers::TokenStream tokens = analyzer.analyze(
            std::string_view(work.text).substr(block.begin, end - block.begin), block.language);
        for (; tokens.next(); ++tokens_seen) {
            const analyzers::Token& token = tokens.token();
            if (token.is_stopword || token.kind != analyzers::TokenKind::word) continue;
            Count& count = counts[std::string(store::cut_utf8(token.stem, store::kMaxStemBytes))];
            if (count.in_work++ == 0) count.exact = token.exact;
        }
    }
    return counts;
}

}  // namespace

Plan plan_similar(const Xapian::Database& database, const store::Work& work,
                  const analyzers::Analyzer& analyzer) {
    std::vector<std::pair<double, QueryWord>> weighted;
    const double works = database.get_doccount();
    for (auto& [stem, count] : count_stems(work, analyzer)) {
        const Xapian::doccount frequency = database.get_termfreq(store::stem_term(stem));
        if (frequency < 2) continue;
        QueryWord word;
        word.stem = stem;
        word.exact = std::move(count.exact);
        const double saturated =
            static_cast<double>(count.in_work) / (static_cast<double>(count.in_work) + 1.2);
        weighted.emplace_back(saturated * std::log(1 + works / frequency), std::move(word));
    }
    std::ranges::sort(weighted, [](const auto& left, const auto& right) {
        return left.first != right.first ? left.first > right.first : left.second.stem < right.second.stem;
    });
    if (weighted.size() > kWords) weighted.resize(kWords);

    Plan plan;
    std::vector<Xapian::Query> leaves;
    for (auto& [weight, word] : weighted) {
        leaves.emplace_back(store::stem_term(word.stem));
        plan.words.push_back(std::move(word));
    }
    if (leaves.empty()) return plan;
    plan.wordings = typed_wordings(plan.words);
    const Xapian::Query self(store::id_term(work.id));
    plan.query = Xapian::Query(Xapian::Query::OP_AND_NOT,
                               Xapian::Query(Xapian::Query::OP_OR, leaves.begin(), leaves.end()), self);
    return plan;
}

}  // namespace izde::searcher
