#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "searcher/planner.hpp"

namespace izde::searcher {

/// Finds the wordings of a plan in analyzed text. Built once a query, used for any number of texts.
class WordingMatcher {
  public:
    /// `plan` must outlive the matcher.
    explicit WordingMatcher(const Plan& plan);

    struct Match {
        std::size_t wording = 0;         ///< number in `Plan::wordings`
        std::size_t first = 0;           ///< number of its first token
        std::size_t begin = 0, end = 0;  ///< bytes of the text
    };

    struct Matches {
        std::vector<Match> all;          ///< by first token; of one token the typed wordings first
        std::size_t content_tokens = 0;  ///< tokens of the text that are no stopwords
    };

    /// `matches` is overwritten; its memory is used again.
    void find(std::string_view text, analyzers::Language language, analyzers::TokenStream& tokens,
              Matches& matches) const;

  private:
    struct Place {
        std::uint32_t stem = 0;
        std::size_t begin = 0, end = 0;
    };
    std::unordered_map<std::string_view, std::uint32_t> stems_;
    std::vector<std::vector<std::uint32_t>> sequences_;         ///< of each wording
    std::vector<std::vector<std::uint32_t>> wordings_of_stem_;  ///< wordings that begin with a stem
};

}  // namespace izde::searcher
