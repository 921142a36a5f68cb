#include "searcher/wording_matcher.hpp"

#include "store/terms.hpp"

namespace izde::searcher {
namespace {

constexpr std::uint32_t kNoStem = UINT32_MAX;

}  // namespace

WordingMatcher::WordingMatcher(const Plan& plan) {
    for (const Wording& wording : plan.wordings) {
        std::vector<std::uint32_t> sequence;
        for (const std::string& stem : wording.stems) {
            sequence.push_back(
                stems_.try_emplace(stem, static_cast<std::uint32_t>(stems_.size())).first->second);
        }
        sequences_.push_back(std::move(sequence));
    }
    wordings_of_stem_.resize(stems_.size());
    for (std::size_t wording = 0; wording < sequences_.size(); ++wording)
        wordings_of_stem_[sequences_[wording].front()].push_back(static_cast<std::uint32_t>(wording));
}

void WordingMatcher::find(std::string_view text, analyzers::Language language, analyzers::TokenStream& tokens,
                          Matches& matches) const {
    matches.all.clear();
    matches.content_tokens = 0;
    std::vector<Place> places;
    tokens.reset(text, language);
    while (tokens.next()) {
        const analyzers::Token& token = tokens.token();
        if (!token.is_stopword) ++matches.content_tokens;
        const auto known = stems_.find(store::cut_utf8(token.stem, store::kMaxStemBytes));
        places.push_back({known == stems_.end() ? kNoStem : known->second, token.span.begin, token.span.end});
    }
    for (std::size_t first = 0; first < places.size(); ++first) {
        if (places[first].stem == kNoStem) continue;
        for (const std::uint32_t wording : wordings_of_stem_[places[first].stem]) {
            const auto& sequence = sequences_[wording];
            std::size_t length = 1;
            while (length < sequence.size() && first + length < places.size() &&
                   places[first + length].stem == sequence[length])
                ++length;
            if (length < sequence.size()) continue;
            matches.all.push_back({wording, first, places[first].begin, places[first + length - 1].end});
        }
    }
}

}  // namespace izde::searcher
