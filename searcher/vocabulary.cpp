#include "searcher/vocabulary.hpp"

#include <algorithm>
#include <utility>

#include "analyzers/utf8.hpp"
#include "store/terms.hpp"

namespace izde::searcher {
namespace {

/// .3 µs a term: 30 ms for the queries that cost most.
constexpr std::size_t kMostTerms = 100'000;
/// Terms are read by stretches of one beginning of so many letters; shorter beginnings are looked up one by
/// one, 3 µs each.
constexpr std::size_t kStretchLetters = 3;
/// Bytes by which a stem may be longer than what stands before an ending, and stems looked at for one.
constexpr std::size_t kLetterChangesBytes = 6;
constexpr std::size_t kMostLooked = 32;
/// More letters than any alphabet here has.
constexpr std::size_t kMostLetters = 100;

/// Bytes of the first `count` letters, or npos where there are fewer.
std::size_t bytes_of_letters(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    for (; count > 0; --count) {
        if (at >= text.size()) return std::string_view::npos;
        at += analyzers::decode(text, at).length;
    }
    return at;
}

}  // namespace

Vocabulary::Vocabulary(const Xapian::Database& database, std::string prefix)
    : database_(database), prefix_(std::move(prefix)), terms_left_(kMostTerms) {}

bool Vocabulary::is_short(std::string_view beginning) {
    return bytes_of_letters(beginning, kStretchLetters) == std::string_view::npos;
}

const Vocabulary::Terms& Vocabulary::terms_of(std::string_view beginning) {
    const std::string_view head = beginning.substr(0, bytes_of_letters(beginning, kStretchLetters));
    const auto known = stretches_.find(head);
    if (known != stretches_.end()) return known->second;
    Terms& terms = stretches_[std::string(head)];
    const std::string first = prefix_ + std::string(head);
    const auto end = database_.allterms_end(first);
    for (auto term = database_.allterms_begin(first); term != end && terms_left_ > 0; ++term, --terms_left_)
        terms.push_back((*term).substr(prefix_.size()));
    return terms;
}

bool Vocabulary::has_beginning(std::string_view beginning) {
    if (is_short(beginning)) {
        const auto known = short_beginnings_.find(beginning);
        if (known != short_beginnings_.end()) return known->second;
        const std::string first = prefix_ + std::string(beginning);
        const bool is_there = database_.allterms_begin(first) != database_.allterms_end(first);
        short_beginnings_.emplace(beginning, is_there);
        return is_there;
    }
    const Terms& terms = terms_of(beginning);
    const auto place = std::lower_bound(terms.begin(), terms.end(), beginning);
    return place != terms.end() && std::string_view(*place).starts_with(beginning);
}

bool Vocabulary::may_end_stem(std::string_view beginning) {
    const auto known = stem_ends_.find(beginning);
    if (known != stem_ends_.end()) return known->second;
    bool may_end = false;
    if (is_short(beginning)) {
        may_end = frequency(beginning) > 0;
    } else {
        const Terms& terms = terms_of(beginning);
        auto place = std::lower_bound(terms.begin(), terms.end(), beginning);
        for (std::size_t seen = 0; seen < kMostLooked && place != terms.end() && !may_end; ++seen, ++place) {
            if (!std::string_view(*place).starts_with(beginning)) break;
            may_end = place->size() <= beginning.size() + kLetterChangesBytes;
        }
    }
    stem_ends_.emplace(beginning, may_end);
    return may_end;
}

const std::vector<char32_t>& Vocabulary::letters_after(std::string_view beginning) {
    const auto known = letters_after_.find(beginning);
    if (known != letters_after_.end()) return known->second;
    std::vector<char32_t>& letters = letters_after_[std::string(beginning)];
    if (is_short(beginning)) {
        const std::string first = prefix_ + std::string(beginning);
        const auto end = database_.allterms_end(first);
        auto term = database_.allterms_begin(first);
        while (term != end && letters.size() < kMostLetters) {
            std::string head = *term;
            if (head.size() == first.size()) {
                ++term;
                continue;
            }
            const auto letter = analyzers::decode(head, first.size());
            letters.push_back(letter.code);
            head.resize(first.size() + letter.length);
            term.skip_to(head + '\xFF');  // no character of UTF-8: behind all that begin so
        }
        return letters;
    }
    const Terms& terms = terms_of(beginning);
    auto place = std::lower_bound(terms.begin(), terms.end(), beginning);
    while (place != terms.end() && std::string_view(*place).starts_with(beginning)) {
        if (place->size() == beginning.size()) {
            ++place;
            continue;
        }
        const auto letter = analyzers::decode(*place, beginning.size());
        letters.push_back(letter.code);
        const std::string_view head = std::string_view(*place).substr(0, beginning.size() + letter.length);
        place = std::partition_point(place, terms.end(), [&](const std::string& term) {
            return std::string_view(term).starts_with(head);
        });
    }
    return letters;
}

Xapian::doccount Vocabulary::frequency(std::string_view stem) const {
    return database_.get_termfreq(prefix_ + std::string(store::cut_utf8(stem, store::kMaxStemBytes)));
}

}  // namespace izde::searcher
