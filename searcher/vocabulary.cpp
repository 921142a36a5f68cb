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

std::size_t letters_of(std::string_view text) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size(); ++letters) at += analyzers::decode(text, at).length;
    return letters;
}

}  // namespace

Vocabulary::Vocabulary(const Xapian::Database& database, std::string prefix)
    : database_(database), prefix_(std::move(prefix)), beginnings_(1), terms_left_(kMostTerms) {}

const Vocabulary::Terms& Vocabulary::stretch(const std::string& head) {
    const auto [known, is_new] = stretches_.try_emplace(head);
    Terms& terms = known->second;
    if (!is_new) return terms;
    const std::string first = prefix_ + head;
    const auto end = database_.allterms_end(first);
    for (auto term = database_.allterms_begin(first); term != end && terms_left_ > 0; ++term, --terms_left_)
        terms.push_back((*term).substr(prefix_.size()));
    return terms;
}

/// Whether a term begins so; `terms` is still that of the beginning one letter shorter.
bool Vocabulary::has_terms(Beginning& beginning) {
    if (beginning.terms == nullptr && letters_of(beginning.text) < kStretchLetters) {
        const std::string first = prefix_ + beginning.text;
        return database_.allterms_begin(first) != database_.allterms_end(first);
    }
    if (beginning.terms == nullptr) beginning.terms = &stretch(beginning.text);
    const auto place = std::lower_bound(beginning.terms->begin(), beginning.terms->end(), beginning.text);
    return place != beginning.terms->end() && place->starts_with(beginning.text);
}

Vocabulary::Place Vocabulary::next(Place place, char32_t letter) {
    const std::uint64_t key = std::uint64_t{place} << 32U | letter;
    const auto known = next_.find(key);
    if (known != next_.end()) return known->second;
    Beginning beginning;
    beginning.text = beginnings_[place].text;
    beginning.terms = beginnings_[place].terms;
    analyzers::append_utf8(beginning.text, letter);
    Place result = kNowhere;
    if (has_terms(beginning)) {
        result = static_cast<Place>(beginnings_.size());
        beginnings_.push_back(std::move(beginning));
    }
    next_.emplace(key, result);
    return result;
}

bool Vocabulary::may_end_stem(Place place) {
    Beginning& beginning = beginnings_[place];
    if (beginning.may_end != Answer::unknown) return beginning.may_end == Answer::yes;
    bool may_end = false;
    if (beginning.terms == nullptr) {
        may_end = frequency(beginning.text) > 0;
    } else {
        const Terms& terms = *beginning.terms;
        auto term = std::lower_bound(terms.begin(), terms.end(), beginning.text);
        for (std::size_t seen = 0; seen < kMostLooked && term != terms.end() && !may_end; ++seen, ++term) {
            if (!term->starts_with(beginning.text)) break;
            may_end = term->size() <= beginning.text.size() + kLetterChangesBytes;
        }
    }
    beginning.may_end = may_end ? Answer::yes : Answer::no;
    return may_end;
}

const std::vector<char32_t>& Vocabulary::letters_after(Place place) {
    Beginning& beginning = beginnings_[place];
    if (!beginning.has_letters) {
        find_letters(beginning);
        beginning.has_letters = true;
    }
    return beginning.letters;
}

void Vocabulary::find_letters(Beginning& beginning) const {
    if (beginning.terms == nullptr) {
        const std::string first = prefix_ + beginning.text;
        const auto end = database_.allterms_end(first);
        auto term = database_.allterms_begin(first);
        while (term != end && beginning.letters.size() < kMostLetters) {
            std::string head = *term;
            if (head.size() == first.size()) {
                ++term;
                continue;
            }
            const auto letter = analyzers::decode(head, first.size());
            beginning.letters.push_back(letter.code);
            head.resize(first.size() + letter.length);
            term.skip_to(head + '\xFF');  // no byte of UTF-8: behind all that begin so
        }
        return;
    }
    const Terms& terms = *beginning.terms;
    auto term = std::lower_bound(terms.begin(), terms.end(), beginning.text);
    while (term != terms.end() && term->starts_with(beginning.text)) {
        if (term->size() == beginning.text.size()) {
            ++term;
            continue;
        }
        const auto letter = analyzers::decode(*term, beginning.text.size());
        beginning.letters.push_back(letter.code);
        const std::string_view head =
            std::string_view(*term).substr(0, beginning.text.size() + letter.length);
        term = std::partition_point(term, terms.end(),
                                    [&](const std::string& other) { return other.starts_with(head); });
    }
}

Xapian::doccount Vocabulary::frequency(std::string_view stem) {
    const auto [known, is_new] = frequencies_.try_emplace(std::string(stem), 0);
    if (is_new) {
        known->second =
            database_.get_termfreq(prefix_ + std::string(store::cut_utf8(stem, store::kMaxStemBytes)));
    }
    return known->second;
}

}  // namespace izde::searcher
