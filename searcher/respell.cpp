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
constexpr std::size_t kStepsPerWord = 4'000;
constexpr std::size_t kStepsPerQuery = 16'000;

/// A dearer word wins by its frequency: beyond e^4 times as frequent nothing does.
constexpr double kMargin = 3;

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
/// Of two slips in a word one at least is likely: any two would walk half of the vocabulary.
constexpr double kDearestTwo = 9;
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

/// A letter of a word in the making and the one before it.
struct Link {
    std::uint32_t before;
    char32_t letter;
};
constexpr std::uint32_t kNoLink = 0xFFFFFFFF;

struct Node {
    double cost = 0;
    std::uint64_t hash = 0;        ///< of the word so far
    std::uint32_t last = kNoLink;  ///< its last letter
    std::uint32_t length = 0;      ///< its letters
    std::size_t at = 0;            ///< typed letters used
    std::size_t slips = 0;         ///< made
    Vocabulary::Place place = Vocabulary::kRoot;
    bool in_ending = false;
};

/// By cost; then what is nearer to the end.
struct IsDearer {
    bool operator()(const Node& left, const Node& right) const {
        if (left.cost != right.cost) return left.cost > right.cost;
        if (left.at != right.at) return left.at < right.at;
        return left.hash > right.hash;
    }
};

/// The search for one word.
class Walk {
  public:
    /// `is_irregular`: an ending may begin anywhere, since stems change more than `may_end_stem` knows.
    Walk(std::u32string_view typed, TypingVariant variant, std::size_t slips, bool is_irregular,
         Vocabulary& vocabulary)
        : typed_(typed),
          variant_(variant),
          slips_(slips),
          is_irregular_(is_irregular),
          vocabulary_(vocabulary) {
        nodes_.push({});
    }

    /// The next cheapest whole word; takes steps from `steps_left`.
    std::optional<Respelling> next(std::size_t& steps_left) {
        while (!nodes_.empty() && steps_left > 0) {
            --steps_left;
            const Node node = nodes_.top();
            nodes_.pop();
            constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15;
            if (!visited_.insert((node.hash + node.at) * kMix).second) continue;
            extend(node);
            if (node.at < typed_.size()) continue;
            spell(node);
            if (word_ != typed_) return Respelling{word_, node.cost, 0};
        }
        return std::nullopt;
    }

  private:
    /// The letters of a node, into `word_`.
    void spell(const Node& node) {
        word_.resize(node.length);
        std::uint32_t link = node.last;
        for (std::size_t at = node.length; at-- > 0; link = links_[link].before)
            word_[at] = links_[link].letter;
    }

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
            const std::array<char32_t, 2> swapped = {typed_[node.at + 1], here};
            step(node, {swapped.data(), swapped.size()}, 2, first + kTransposition, 1);
        }
        if (node.length == 0) {
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
            put_letters(node, here, vocabulary_.letters_after(node.place));
        }
    }

    /// A letter too few, or another than was meant.
    template <typename Letters>
    void put_letters(const Node& node, char32_t here, const Letters& letters) {
        const char32_t before = links_[node.last].letter;
        // Copied: the vocabulary grows while it is walked.
        const std::u32string all(letters.begin(), letters.end());
        for (const char32_t& letter : all) {
            const std::u32string_view meant(&letter, 1);
            step(node, meant, 0, before == letter || is_sign(letter) ? kLikelySlip : kSlip, 1);
            if (here != U'\0' && letter != here)
                step(node, meant, 1, are_alike(letter, here) ? kLikelySlip : kSlip, 1);
        }
    }

    void step(const Node& node, std::u32string_view meant, std::size_t typed, double cost,
              std::size_t slips) {
        if (node.slips + slips > 1 && node.cost + cost > kDearestTwo) return;
        Node next = node;
        next.cost += cost;
        next.at += typed;
        next.slips += slips;
        // Where endings begin no vocabulary guides the search: one slip there is the last.
        if (slips > 0 && node.in_ending) next.slips = slips_;
        for (const char32_t letter : meant) {
            const Vocabulary::Place place =
                next.in_ending ? Vocabulary::kNowhere : vocabulary_.next(next.place, letter);
            if (place == Vocabulary::kNowhere && !enter_ending(next, letter, slips > 0 ? 0 : cost)) return;
            next.place = place;
            links_.push_back({next.last, letter});
            next.last = static_cast<std::uint32_t>(links_.size() - 1);
            ++next.length;
            next.hash = (next.hash ^ letter) * 0x100000001B3;
        }
        nodes_.push(next);
    }

    /// Whether `letter` may begin or go on an ending; `waived` is the cost of a Kazakh letter that harmony
    /// asks for.
    bool enter_ending(Node& node, char32_t letter, double waived) {
        if (!node.in_ending &&
            (node.length < kShortestStem || (!is_irregular_ && !vocabulary_.may_end_stem(node.place))))
            return false;
        spell(node);
        if (!analyzers::may_continue_ending(word_, letter)) return false;
        node.cost += kEndingLetter + (node.in_ending ? 0 : kEndingBegins);
        if (analyzers::asks_for_kazakh_letter(word_, letter)) node.cost += kAgainstHarmony;
        if (analyzers::is_asked_kazakh_letter(word_, letter)) node.cost -= waived;
        node.in_ending = true;
        return true;
    }

    std::u32string_view typed_;
    TypingVariant variant_;
    std::size_t slips_;
    bool is_irregular_;
    Vocabulary& vocabulary_;
    std::priority_queue<Node, std::vector<Node>, IsDearer> nodes_;
    std::vector<Link> links_;
    std::unordered_set<std::uint64_t> visited_;
    std::vector<LetterReading> readings_;
    std::u32string word_;
};

}  // namespace

Respeller::Respeller(const analyzers::Analyzer& analyzer, Vocabulary& vocabulary)
    : tokens_(analyzer.analyze("", analyzers::Language::unknown)),
      vocabulary_(vocabulary),
      steps_per_word_(kStepsPerWord),
      steps_left_(kStepsPerQuery) {}

void Respeller::hurry() {
    constexpr std::size_t kHurry = 4;
    steps_left_ = kStepsPerQuery / kHurry;
    steps_per_word_ = kStepsPerWord / kHurry;
}

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
    std::optional<Respelling> best = search(typed, variant, 0, false);
    return best ? best : search(typed, variant, 0, true);
}

std::optional<Respelling> Respeller::correct(std::u32string_view typed, TypingVariant variant) {
    constexpr std::size_t kOneSlip = 4;
    constexpr std::size_t kTwoSlips = 8;
    if (typed.size() < kOneSlip) return std::nullopt;
    std::optional<Respelling> best = search(typed, variant, 1, false);
    // Two slips among the readings of Latin letters are beyond what can be walked.
    const bool is_done = best || typed.size() < kTwoSlips || variant == TypingVariant::latin;
    return is_done ? best : search(typed, variant, 2, false);
}

std::optional<Respelling> Respeller::search(std::u32string_view typed, TypingVariant variant,
                                            std::size_t slips, bool is_irregular) {
    Walk walk(typed, variant, slips, is_irregular, vocabulary_);
    std::optional<Respelling> best;
    double cheapest = 0;
    constexpr std::size_t kIrregularShare = 4;
    std::size_t steps =
        std::min(is_irregular ? steps_per_word_ / kIrregularShare : steps_per_word_, steps_left_);
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
