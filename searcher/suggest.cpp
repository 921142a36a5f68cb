#include "searcher/suggest.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "analyzers/characters.hpp"
#include "analyzers/utf8.hpp"
#include "analyzers/variants/keyboard.hpp"
#include "analyzers/variants/letter_readings.hpp"
#include "searcher/respell.hpp"
#include "searcher/vocabulary.hpp"
#include "store/terms.hpp"

namespace izde::searcher {
namespace {

using analyzers::KeyboardLayout;
using analyzers::Span;
using analyzers::TypingVariant;

/// Words of a query that are looked at: who pastes a page is not helped by its slips.
constexpr std::size_t kMostWords = 64;

/// How much likelier another reading of a word must be that stands in the index as typed (as a logarithm):
/// where other words of the query are typed that way, and where the query finds little.
constexpr double kSharedWay = 1;
constexpr double kOwnWay = 3;

/// Words of a short query may all be slips. In a longer one more than a third are no slips but words that the
/// index lacks, or of a language that it lacks: of 142 Russian sentences over Kazakh news 46 were "corrected"
/// without this.
constexpr std::ptrdiff_t kShortQuery = 4;
constexpr std::ptrdiff_t kSlipShare = 3;

struct LayoutPair {
    KeyboardLayout from, to;
};
/// The commonest first: of two that read the same words the first is taken.
constexpr std::array kLayoutPairs = {
    LayoutPair{KeyboardLayout::english, KeyboardLayout::russian},
    LayoutPair{KeyboardLayout::english, KeyboardLayout::kazakh},
    LayoutPair{KeyboardLayout::russian, KeyboardLayout::english},
    LayoutPair{KeyboardLayout::russian, KeyboardLayout::kazakh},
    LayoutPair{KeyboardLayout::kazakh, KeyboardLayout::english},
    LayoutPair{KeyboardLayout::kazakh, KeyboardLayout::russian},
};

/// What a stretch of text is to the index.
enum class Standing : std::uint8_t {
    nothing,  ///< no word
    ignored,  ///< stopwords and numbers only
    unknown,  ///< holds a word that stands in no work
    known,
};

/// A word of the query as it was typed.
struct TypedWord {
    Query* leaf = nullptr;
    Span span;  ///< of the leaf's text
    std::u32string letters;
    TypingVariant variant = TypingVariant::letters;
    Xapian::doccount frequency = 0;
    bool is_stopword = false;
    bool is_expanded = false;
    std::optional<Respelling> meant;
};

bool is_blank(char character) {
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

/// The pieces of `text` between blanks.
std::vector<Span> chunks_of(std::string_view text) {
    std::vector<Span> chunks;
    for (std::size_t at = 0; at < text.size();) {
        if (is_blank(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && !is_blank(text[at])) ++at;
        chunks.push_back({begin, at});
    }
    return chunks;
}

std::string_view part_of(std::string_view text, Span span) {
    return text.substr(span.begin, span.end - span.begin);
}

class Suggester {
  public:
    Suggester(const analyzers::Analyzer& analyzer, const Xapian::Database& database,
              const std::vector<std::string>& expanded)
        : expanded_(expanded),
          tokens_(analyzer.analyze("", analyzers::Language::unknown)),
          stems_(database, ""),
          authors_(database, std::string(store::kAuthorPrefix)),
          respeller_(analyzer, stems_),
          author_respeller_(analyzer, authors_) {}

    std::optional<Suggestion> suggest(const Query& typed, const std::string& text, bool finds_few) {
        finds_few_ = finds_few;
        Suggestion suggestion;
        suggestion.query = typed;
        collect(suggestion.query, false);
        if (words_.empty()) return std::nullopt;
        const auto content =
            std::ranges::count_if(words_, [](const TypedWord& word) { return !word.is_stopword; });
        const std::ptrdiff_t unknown = std::ranges::count_if(words_, is_unknown);
        if (unknown == 0 && !finds_few) return std::nullopt;
        bool is_changed = false;
        std::ptrdiff_t read = 0;
        if (unknown > 0 && retype(suggestion.query, text)) {
            is_changed = true;
            read = unknown;
            words_.clear();
            collect(suggestion.query, false);
            for (const TypedWord& word : words_) note(word.letters);
        }
        read += read_words();
        const bool is_short = content <= kShortQuery;
        // What stands in no work but is said by other words: the query is of a language that the index lacks.
        const bool is_foreign = std::ranges::any_of(
            words_, [](const TypedWord& word) { return word.frequency == 0 && word.is_expanded; });
        suggestion.finds_little = 2 * read >= content || (is_short && !is_foreign && 2 * unknown >= content);
        // A reading that is only offered must not make a good answer wait.
        if (!suggestion.finds_little && !finds_few) respeller_.hurry();
        const std::ptrdiff_t unread = std::ranges::count_if(
            words_, [](const TypedWord& word) { return is_unknown(word) && !word.meant; });
        if (is_short || kSlipShare * unread <= content) correct_words();
        std::ranges::reverse(words_);  // from the end, so that the spans before stay true
        for (const TypedWord& word : words_) {
            if (!word.meant) continue;
            is_changed = true;
            std::string& leaf = word.leaf->text;
            const std::string meant = analyzers::with_capitals_of(part_of(leaf, word.span), word.meant->word);
            leaf.replace(word.span.begin, word.span.end - word.span.begin, meant);
            note(word.meant->word);
        }
        if (!is_changed) return std::nullopt;
        suggestion.words = std::move(changed_);
        return suggestion;
    }

  private:
    static bool is_unknown(const TypedWord& word) {
        return word.frequency == 0 && !word.is_stopword && !word.is_expanded;
    }

    void note(std::u32string_view letters) {
        std::string word;
        for (const char32_t letter : letters) analyzers::append_utf8(word, letter);
        changed_.push_back(std::move(word));
    }

    Vocabulary& vocabulary_of(const Query& leaf) {
        return leaf.kind == Query::Kind::author ? authors_ : stems_;
    }
    Respeller& respeller_of(const Query& leaf) {
        return leaf.kind == Query::Kind::author ? author_respeller_ : respeller_;
    }

    static Xapian::doccount frequency_of(const analyzers::Token& token, Vocabulary& vocabulary) {
        const Xapian::doccount one = vocabulary.frequency(token.stem);
        return token.alternative_stem.empty() ? one
                                              : std::max(one, vocabulary.frequency(token.alternative_stem));
    }

    bool is_expanded(const analyzers::Token& token) const {
        return std::ranges::find(expanded_, token.exact) != expanded_.end();
    }

    /// The typed words of all leaves that are not excluded.
    void collect(Query& query, bool is_excluded) {
        const bool excludes = is_excluded || query.kind == Query::Kind::excluded;
        for (Query& child : query.children) collect(child, excludes);
        if (excludes) return;
        if (query.kind != Query::Kind::words && query.kind != Query::Kind::phrase &&
            query.kind != Query::Kind::exact && query.kind != Query::Kind::author)
            return;
        // =word asks for just this form: it is read otherwise only where it leaves nothing else.
        if (query.kind == Query::Kind::exact && !finds_few_) return;
        const std::vector<Span> spans = analyzers::typed_words(query.text);
        tokens_.reset(query.text, analyzers::Language::unknown);
        bool has_token = tokens_.next();
        for (const Span& span : spans) {
            if (words_.size() == kMostWords) return;
            while (has_token && tokens_.token().span.begin < span.begin) has_token = tokens_.next();
            // What begins within an earlier token is its ending: «ҚР-ның».
            if (!has_token || tokens_.token().span.begin != span.begin) continue;
            const analyzers::Token& token = tokens_.token();
            if (token.kind != analyzers::TokenKind::word) continue;
            TypedWord word;
            word.leaf = &query;
            word.span = span;
            word.letters = analyzers::typed_letters(part_of(query.text, span));
            word.frequency = frequency_of(token, vocabulary_of(query));
            word.is_stopword = token.is_stopword;
            word.is_expanded = is_expanded(token);
            const auto is_latin = [](char32_t letter) { return analyzers::is_latin(letter); };
            if (std::ranges::any_of(word.letters, is_latin)) word.variant = TypingVariant::latin;
            words_.push_back(std::move(word));
        }
    }

    Standing standing_of(std::string_view text) {
        Standing standing = Standing::nothing;
        tokens_.reset(text, analyzers::Language::unknown);
        while (tokens_.next()) {
            const analyzers::Token& token = tokens_.token();
            if (token.is_stopword || token.kind != analyzers::TokenKind::word) {
                standing = std::max(standing, Standing::ignored);
            } else if (frequency_of(token, stems_) == 0 && !is_expanded(token)) {
                return Standing::unknown;
            } else {
                standing = Standing::known;
            }
        }
        return standing;
    }

    /// `chunk` under the other layout if the index has all its words; a comma or full stop behind it may be a
    /// letter or not.
    std::optional<std::string> retyped_chunk(std::string_view chunk, LayoutPair pair) {
        std::string whole = analyzers::retype(chunk, pair.from, pair.to);
        if (whole == chunk) return std::nullopt;
        if (standing_of(whole) == Standing::known) return whole;
        const std::size_t last = chunk.find_last_not_of(".,;:?!");
        if (last == std::string_view::npos || last + 1 == chunk.size()) return std::nullopt;
        whole = analyzers::retype(chunk.substr(0, last + 1), pair.from, pair.to);
        if (standing_of(whole) != Standing::known) return std::nullopt;
        return whole.append(chunk.substr(last + 1));
    }

    /// Puts the text under the layout that makes the most unknown chunks words of the index, at least half of
    /// them.
    std::optional<std::string> retyped_text(const std::string& text) {
        std::vector<Span> chunks = chunks_of(text);
        if (chunks.size() > kMostWords) return std::nullopt;
        std::vector<Standing> standings;
        standings.reserve(chunks.size());
        for (const Span& chunk : chunks) standings.push_back(standing_of(part_of(text, chunk)));
        const auto unknown = std::ranges::count(standings, Standing::unknown);
        std::optional<std::string> best;
        std::ptrdiff_t best_gain = 0;
        for (const LayoutPair& pair : kLayoutPairs) {
            std::string result = text;
            std::ptrdiff_t gain = 0;
            for (std::size_t number = chunks.size(); number-- > 0;) {
                const std::string_view chunk = part_of(text, chunks[number]);
                if (standings[number] == Standing::known) continue;
                std::optional<std::string> other = retyped_chunk(chunk, pair);
                if (other && standings[number] == Standing::unknown) ++gain;
                // A slip or a rare word: its neighbours say how it was typed.
                if (!other && standings[number] == Standing::unknown)
                    other = analyzers::retype(chunk, pair.from, pair.to);
                if (other) result.replace(chunks[number].begin, chunk.size(), *other);
            }
            if (gain <= best_gain || 2 * gain < unknown) continue;
            best_gain = gain;
            best = std::move(result);
        }
        return best;
    }

    /// Plain words are read anew as a whole, since a minus or a quotation mark may be a letter of another
    /// layout; in other queries only the words are.
    bool retype(Query& query, const std::string& text) {
        if (is_plain(query)) {
            std::optional<std::string> other = retyped_text(text);
            if (!other) return false;
            query = plain_words(*other);
            return true;
        }
        return retype_leaves(query);
    }

    bool retype_leaves(Query& query) {
        bool is_changed = false;
        for (Query& child : query.children) is_changed = retype_leaves(child) || is_changed;
        if (query.kind != Query::Kind::words && query.kind != Query::Kind::phrase &&
            query.kind != Query::Kind::exact)
            return is_changed;
        std::optional<std::string> other = retyped_text(query.text);
        if (other) query.text = *other;
        return is_changed || other;
    }

    static bool is_plain(const Query& query) {
        const bool is_word = query.kind == Query::Kind::words || query.kind == Query::Kind::group ||
                             query.kind == Query::Kind::excluded;
        return is_word && std::ranges::all_of(query.children, is_plain);
    }

    /// Letters left out and Latin: of words that stand in no work, then of those that share their way of
    /// typing. Gives their number without stopwords.
    std::ptrdiff_t read_words() {
        std::ptrdiff_t all = 0;
        std::array<std::size_t, 2> read{};
        for (TypedWord& word : words_) {
            if (!is_unknown(word)) continue;
            word.meant = respeller_of(*word.leaf).read(word.letters, word.variant);
            if (word.meant) ++read[static_cast<std::size_t>(word.variant)];
            all += word.meant ? 1 : 0;
        }
        for (TypedWord& word : words_) {
            // «мен», «да» stay; Latin «men», which English has too, goes with its neighbours.
            const bool stays = word.is_stopword && word.variant == TypingVariant::letters;
            if (word.meant || is_unknown(word) || stays) continue;
            const bool shares_way = read[static_cast<std::size_t>(word.variant)] > 0;
            if (!shares_way && !finds_few_) continue;
            std::optional<Respelling> meant = respeller_of(*word.leaf).read(word.letters, word.variant);
            const double typed = std::log(std::max(1.0, static_cast<double>(word.frequency)));
            if (!meant || meant->score - typed <= (shares_way ? kSharedWay : kOwnWay)) continue;
            word.meant = std::move(meant);
            all += shares_way && !word.is_stopword ? 1 : 0;
        }
        return all;
    }

    void correct_words() {
        for (TypedWord& word : words_) {
            if (is_unknown(word) && !word.meant)
                word.meant = respeller_of(*word.leaf).correct(word.letters, word.variant);
        }
    }

    const std::vector<std::string>& expanded_;
    analyzers::TokenStream tokens_;
    Vocabulary stems_;
    Vocabulary authors_;
    Respeller respeller_;
    Respeller author_respeller_;
    std::vector<TypedWord> words_;
    std::vector<std::string> changed_;
    bool finds_few_ = false;
};

}  // namespace

std::optional<Suggestion> suggest(const Query& query, const std::string& text, bool finds_few,
                                  const std::vector<std::string>& expanded,
                                  const analyzers::Analyzer& analyzer, const Xapian::Database& database) {
    return Suggester(analyzer, database, expanded).suggest(query, text, finds_few);
}

}  // namespace izde::searcher
