#include "analyzers/stopwords.hpp"

#include "analyzers/word_lists.hpp"

namespace izde::analyzers {

Stopwords::Stopwords()
    : kazakh_(kKazakhStopwords.begin(), kKazakhStopwords.end()),
      russian_(kRussianStopwords.begin(), kRussianStopwords.end()),
      english_(kEnglishStopwords.begin(), kEnglishStopwords.end()) {}

bool Stopwords::contains(std::string_view word, Language language) const {
    // Longer than any listed word (the tests hold the lists to it): needs no hash.
    constexpr std::size_t kLongest = 32;
    if (word.size() > kLongest) return false;
    switch (language) {
        case Language::kazakh:
            return kazakh_.contains(word);
        case Language::russian:
            return russian_.contains(word);
        case Language::english:
            return english_.contains(word);
        case Language::unknown:
            break;
    }
    return false;
}

}  // namespace izde::analyzers
