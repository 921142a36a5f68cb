#include "searcher/respell.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <queue>
#include <unordered_set>
#include <utility>

#include "analyzers/characters.hpp"
#include "analyzers/utf8.hpp"

namespace izde::searcher {
namespace {

using analyzers::LetterReading;
using analyzers::TypingVariant;

/// Steps of the search: for one word, and for all words of a query together (some 10 ms).
constexpr std::size_t kStepsPerWord = 3'000;
constexpr std::size_t kStepsPerQuery = 12'000;

/// A dearer word wins by its frequency: beyond e^4 times as frequent nothing does.
constexpr double kMargin = 4;

/// An ending is no part of the vocabulary and so less sure than a stem.
constexpr double kEndingBegins = 0.2;
constexpr double kEndingLetter = 0.05;
constexpr std::size_t kShortestStem = 2;
/// A letter that Kazakh harmony asks to be the Kazakh one.
constexpr double kAgainstHarmony = 0.5;
/// A word with Kazakh letters that has vowels of both kinds, a time.
constexpr double kBreaksHarmony = 0.7;

// Slips. A slip in the first letter is rarer than in others.
constexpr double kSlip = 5;
constexpr double kLikelySlip = 2.5;
constexpr double kTransposition = 3.5;
constexpr double kFirstLetter = 1.5;
/// A slip and a letter left out in one word.
constexpr double kSlipAndLetter = 2;

/// Letters taken for each other by ear or by eye.
constexpr std::array<std::u32string_view, 14> kAlike = {
    U"оа", U"еиэі", U"ыиіұ", U"бп", U"дт", U"гкқғ", U"зс",
    U"вф", U"жш",   U"шщч",  U"ьъ", U"нң", U"хһғқ", U"үұуөо",
};

constexpr std::u32string_view kEndingLetters = U"аеиоуыюяйвдлмнрстхшьғгқкңі";

bool are_alike(char32_t left, char32_t right) {
    return std::ranges::any_of(kAlike, [&](std::u32string_view letters) {
        return letters.find(left) != std::u32string_view::npos &&
               letters.find(right) != std::u32string_view::npos;
    });
}

bool has_kazakh_letter(std::u32string_view word) {
    return std::ranges::any_of(word, analyzers::is_kazakh_letter);
}

bool is_sign(char32_t letter) {
    return letter == U'ь' || letter == U'ъ';
}

std::string utf8_of(std::u32string_view letters) {
    std::string text;
    for (const char32_t letter : letters) analyzers::append_utf8(text, letter);
    return text;
}

struct Node {
    double cost = 0;
    std::u32string word;    ///< so far
    std::size_t at = 0;     ///< typed letters used
    std::size_t slips = 0;  ///< made
    bool in_ending = false;
};

struct IsDearer {
    bool operator()(const Node& left, const Node& right) const {
        if (left.cost != right.cost) return left.cost > right.cost;
        if (left.at != right.at) return left.at < right.at;
        return left.word > right.word;
    }
};

/// The search for one word.
class Walk {
  public:
    Walk(std::u32string_view typed, TypingVariant variant, std::size_t slips, Vocabulary& vocabulary)
        : typed_(typed), variant_(variant), slips_(slips), vocabulary_(vocabulary) {
        nodes_.push({});
    }

    /// The next cheapest whole word; takes steps from `steps_left`.
    std::optional<Respelling> next(std::size_t& steps_left) {
        while (!nodes_.empty() && steps_left > 0) {
            --steps_left;
            Node node = nodes_.top();
            nodes_.pop();
            std::u32string state = node.word;
            state += static_cast<char32_t>(node.at);
            if (!visited_.insert(utf8_of(state)).second) continue;
            extend(node);
            if (node.at == typed_.size() && node.word != typed_) return Respelling{node.word, node.cost, 0};
        }
        return std::nullopt;
    }

  private:
    void extend(const Node& node) {
        if (node.at < typed_.size()) {
            readings_.clear();
            analyzers::append_readings(variant_, typed_, node.at, readings_);
            for (const LetterReading& reading : readings_)
                step(node, reading.meant, reading.typed, reading.cost, 0);
        }
        if (node.slips < slips_) slip(node);
    }

    void slip(const Node& node) {
        const double first = node.at == 0 ? kFirstLetter : 0;
        const char32_t here = node.at < typed_.size() ? typed_[node.at] : U'\0';
        if (here != U'\0') {
            // One letter too many; a doubled one is the commonest.
            const bool is_doubled = node.at > 0 && typed_[node.at - 1] == here;
            step(node, {}, 1, first + (is_doubled || is_sign(here) ? kLikelySlip : kSlip), 1);
        }
        if (node.at + 1 < typed_.size() && typed_[node.at + 1] != here) {
            const std::u32string swapped = {typed_[node.at + 1], here};
            step(node, swapped, 2, first + kTransposition, 1);
        }
        if (node.word.empty()) {
            // Any first letter would walk the whole vocabulary.
            for (const std::u32string_view letters : kAlike) {
                if (letters.find(here) == std::u32string_view::npos) continue;
                for (const char32_t& letter : letters) {
                    if (letter != here) step(node, {&letter, 1}, 1, first + kLikelySlip, 1);
                }
            }
            return;
        }
        if (node.in_ending) {
            put_letters(node, here, kEndingLetters);
        } else {
            put_letters(node, here, vocabulary_.letters_after(utf8_of(node.word)));
        }
    }

    /// A letter too few, or another than was meant.
    template <typename Letters>
    void put_letters(const Node& node, char32_t here, const Letters& letters) {
        for (const char32_t& letter : letters) {
            const std::u32string_view meant(&letter, 1);
            const bool is_doubled = !node.word.empty() && node.word.back() == letter;
            step(node, meant, 0, is_doubled || is_sign(letter) ? kLikelySlip : kSlip, 1);
            if (here != U'\0' && letter != here)
                step(node, meant, 1, are_alike(letter, here) ? kLikelySlip : kSlip, 1);
        }
    }

    void step(const Node& node, std::u32string_view meant, std::size_t typed, double cost,
              std::size_t slips) {
        Node next{node.cost + cost, node.word, node.at + typed, node.slips + slips, node.in_ending};
        // Where endings begin no vocabulary guides the search: one slip there is the last.
        if (slips > 0 && node.in_ending) next.slips = slips_;
        for (const char32_t letter : meant) {
            if (next.in_ending) {
                if (!analyzers::may_continue_ending(next.word, letter)) return;
                next.cost += kEndingLetter;
                if (analyzers::asks_for_kazakh_letter(next.word, letter)) next.cost += kAgainstHarmony;
                if (slips == 0 && analyzers::is_asked_kazakh_letter(next.word, letter)) next.cost -= cost;
            }
            next.word += letter;
            if (next.in_ending || vocabulary_.has_beginning(utf8_of(next.word))) continue;
            next.word.pop_back();
            // Slips need the guidance of stems; without them a word may as well be irregular.
            if (next.word.size() < kShortestStem || !analyzers::may_continue_ending(next.word, letter) ||
                (slips_ > 0 && !vocabulary_.may_end_stem(utf8_of(next.word))))
                return;
            next.word += letter;
            next.in_ending = true;
            next.cost += kEndingBegins;
        }
        nodes_.push(std::move(next));
    }

    std::u32string_view typed_;
    TypingVariant variant_;
    std::size_t slips_;
    Vocabulary& vocabulary_;
    std::priority_queue<Node, std::vector<Node>, IsDearer> nodes_;
    std::unordered_set<std::string> visited_;
    std::vector<LetterReading> readings_;
};

}  // namespace

Respeller::Respeller(const analyzers::Analyzer& analyzer, Vocabulary& vocabulary)
    : tokens_(analyzer.analyze("", analyzers::Language::unknown)),
      vocabulary_(vocabulary),
      steps_left_(kStepsPerQuery) {}

Xapian::doccount Respeller::frequency(std::string_view word) {
    tokens_.reset(word, analyzers::Language::unknown);
    if (!tokens_.next()) return 0;
    const analyzers::Token& token = tokens_.token();
    if (token.span.begin != 0 || token.span.end != word.size()) return 0;
    const Xapian::doccount one = vocabulary_.frequency(token.stem);
    return token.alternative_stem.empty() ? one
                                          : std::max(one, vocabulary_.frequency(token.alternative_stem));
}

std::optional<Respelling> Respeller::read(std::u32string_view typed, TypingVariant variant) {
    return search(typed, variant, 0);
}

std::optional<Respelling> Respeller::correct(std::u32string_view typed, TypingVariant variant) {
    constexpr std::size_t kOneSlip = 4;
    constexpr std::size_t kTwoSlips = 8;
    if (typed.size() < kOneSlip) return search(typed, variant, 0);
    std::optional<Respelling> best = search(typed, variant, 1);
    return best || typed.size() < kTwoSlips ? best : search(typed, variant, 2);
}

std::optional<Respelling> Respeller::search(std::u32string_view typed, TypingVariant variant,
                                            std::size_t slips) {
    Walk walk(typed, variant, slips, vocabulary_);
    std::optional<Respelling> best;
    double cheapest = 0;
    std::size_t steps = std::min(kStepsPerWord, steps_left_);
    const std::size_t given = steps;
    while (std::optional<Respelling> word = walk.next(steps)) {
        if (best && word->cost > cheapest + kMargin) break;
        const Xapian::doccount count = frequency(utf8_of(word->word));
        if (count == 0) continue;
        word->cost += kBreaksHarmony * static_cast<double>(analyzers::harmony_breaks(word->word));
        if (slips > 0 && has_kazakh_letter(word->word) && !has_kazakh_letter(typed))
            word->cost += kSlipAndLetter;
        if (!best) cheapest = word->cost;
        word->score = std::log(static_cast<double>(count)) - word->cost;
        if (!best || word->score > best->score) best = std::move(word);
    }
    steps_left_ -= given - steps;
    return best;
}

}  // namespace izde::searcher
