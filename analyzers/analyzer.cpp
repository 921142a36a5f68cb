#include "analyzers/analyzer.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "analyzers/characters.hpp"
#include "analyzers/fingerprint.hpp"
#include "analyzers/loans.hpp"
#include "analyzers/normalizer.hpp"
#include "analyzers/number_form.hpp"
#include "analyzers/stemmer.hpp"
#include "analyzers/stopwords.hpp"
#include "analyzers/tokenizer.hpp"
#include "analyzers/word_evidence.hpp"
#include "analyzers/word_memo.hpp"

namespace izde::analyzers {

struct Analyzer::Tables {
    Stopwords stopwords;
    std::uint64_t fingerprint = 0;
};

namespace {

/// What a word is, and the lengths of its forms: exact, stem, loose form, alternative stem, which stand in
/// the memo in this order.
struct Forms {
    TokenKind kind;
    Language language;
    bool is_stopword;
    std::uint16_t exact, stem, loose, alternative;
};

/// Words remembered by a stream: about 3 MB. On 29 MB of Russian law the memory halves the time of analysis;
/// a dearer stemmer gains more.
constexpr std::size_t kMemoSize = 16384;
constexpr std::size_t kLongestRemembered =
    96;  ///< bytes; longer ones are rare, and offsets in a key are one byte

}  // namespace

struct TokenStream::State {
    explicit State(const Stopwords& words) : stopwords(words) {}

    void reset(std::string_view new_text, Language new_language, std::uint32_t first_position) {
        text = new_text;
        language = new_language;
        likely = language == Language::unknown ? identify_language(text) : language;
        position = first_position;
        tokenizer.reset(text);
    }

    std::string_view bytes(Span span) const { return text.substr(span.begin, span.end - span.begin); }

    bool next();
    void recall_piece(const Piece& it);
    void analyze_piece(const Piece& it);
    void analyze_word(const Piece& word);
    void stem_cyrillic(bool may_be_either);
    void stem_kazakh(std::string_view word, std::string& result);
    Language language_of_word(const WordShape& shape) const;
    bool is_russian_in_kazakh(int evidence) const;

    const Stopwords& stopwords;
    std::unique_ptr<Stemmer> kazakh = make_stemmer(Language::kazakh);
    std::unique_ptr<Stemmer> russian = make_stemmer(Language::russian);
    std::unique_ptr<Stemmer> english = make_stemmer(Language::english);
    Tokenizer tokenizer;
    Normalizer normalizer;

    std::string_view text;
    Language language = Language::unknown;
    Language likely =
        Language::unknown;  // of the text as a whole: `language`, or the best guess where it is unknown
    std::uint32_t position = 1;

    Piece piece;
    Token token;
    WordMemo<Forms> memo{kMemoSize};
    std::string memo_key;
    std::string exact;
    std::string head;
    std::string stem;
    std::string loose;
    std::string alternative;
    std::string work;
};

namespace {

/// No word is longer; what is gets no stem but itself, since a stemmer's time grows with the word.
constexpr std::size_t kLongestStemmedWord = 128;

}  // namespace

bool TokenStream::State::next() {
    if (!tokenizer.next(piece)) return false;
    if (piece.span.end - piece.span.begin > kLongestRemembered) {
        analyze_piece(piece);
    } else {
        recall_piece(piece);
    }
    token.span = piece.span;
    token.position = position++;
    if (token.alternative_stem == token.stem) token.alternative_stem = {};
    return true;
}

void TokenStream::State::recall_piece(const Piece& it) {
    // All that the forms depend on besides tables: how the piece was cut, what language surrounds it, its
    // bytes.
    const auto offset = [&it](std::size_t at) { return static_cast<char>(at - it.span.begin); };
    memo_key.assign({static_cast<char>(it.kind), static_cast<char>(it.tail), static_cast<char>(language),
                     static_cast<char>(likely), offset(it.head.begin), offset(it.head.end)});
    if (it.tail != Piece::Tail::none) memo_key += {offset(it.tail_span.begin), offset(it.tail_span.end)};
    memo_key += bytes(it.span);
    auto known = memo.find(memo_key);
    if (known.value == nullptr) {
        analyze_piece(it);
        const auto size = [](const std::string& form) { return static_cast<std::uint16_t>(form.size()); };
        work = exact + stem + loose + alternative;
        known = memo.insert(memo_key,
                            {token.kind, token.language, token.is_stopword, size(exact), size(stem),
                             size(loose), size(alternative)},
                            work);
    }
    const Forms& forms = *known.value;
    const char* at = known.texts;
    const auto next_form = [&at](std::uint16_t size) {
        at += size;
        return std::string_view(at - size, size);
    };
    token.kind = forms.kind;
    token.language = forms.language;
    token.is_stopword = forms.is_stopword;
    token.exact = next_form(forms.exact);
    token.stem = next_form(forms.stem);
    token.loose = next_form(forms.loose);
    token.alternative_stem = next_form(forms.alternative);
}

void TokenStream::State::analyze_piece(const Piece& it) {
    alternative.clear();
    token.kind = it.kind;
    token.language = likely;
    token.is_stopword = false;
    if (it.kind == TokenKind::word || it.tail == Piece::Tail::unit) {
        analyze_word(it);
    } else {
        normalize_number(bytes(it.head), it.kind, normalizer, stem);
        exact = stem;
        if (it.tail == Piece::Tail::ending) {
            normalizer.normalize(bytes(it.tail_span), work);
            exact += '-';
            exact += work;
        }
    }
    fold_loose(exact, loose);
    token.exact = exact;
    token.stem = stem;
    token.loose = loose;
    token.alternative_stem = alternative;
}

void TokenStream::State::analyze_word(const Piece& word) {
    if (word.tail == Piece::Tail::unit) {
        // «35-бабының»: the number, and the unit's stem by the Kazakh stemmer.
        normalize_number(bytes(word.head), word.kind, normalizer, head);
        normalizer.normalize(bytes(word.tail_span), work);
        exact = head + '-' + work;
        kazakh->stem(work, stem);
        stem.insert(0, head + '-');
        token.language = Language::kazakh;
        return;
    }
    const WordShape shape = normalizer.normalize(bytes(word.head), head);
    if (shape.is_roman_numeral) {
        token.kind = TokenKind::legal_number;
        stem = head;
    } else {
        token.language = language_of_word(shape);
        token.is_stopword = stopwords.contains(head, token.language);
        if (head.size() > kLongestStemmedWord) {
            stem = head;
        } else if (token.language == Language::english) {
            english->stem(head, stem);
        } else {
            const bool may_be_either = language == Language::unknown && !shape.has_kazakh_letter;
            stem_cyrillic(may_be_either);
        }
    }
    exact = head;
    if (word.tail == Piece::Tail::ending) {
        normalizer.normalize(bytes(word.tail_span), work);
        exact += '-';
        exact += work;
    }
}

/// Letters overrule the paragraph: a Kazakh letter makes a word Kazakh, Latin letters make it English (any
/// Latin word takes the English stem: that of a name or a Latin term is harmless), Russian inflection makes
/// it Russian.
Language TokenStream::State::language_of_word(const WordShape& shape) const {
    if (shape.has_kazakh_letter) return Language::kazakh;
    if (!shape.has_cyrillic) return shape.has_latin ? Language::english : likely;
    if (likely == Language::russian) return Language::russian;
    const int evidence = kazakh_evidence(head);
    if (likely == Language::kazakh)
        return is_russian_in_kazakh(evidence) ? Language::russian : Language::kazakh;
    return evidence > 0 ? Language::kazakh : Language::russian;
}

/// Up to four letters hold too few trigrams against a Kazakh text: «сот» (court) was сто, «том» (volume) тот.
/// Russian function words keep their language but for two that are Kazakh nouns, volume and feast; loans with
/// Kazakh endings have none of Russian («федерациясы»). In 403,000 words of Kazakh, 5,200 of them taken for
/// Russian, this turns 1,030; of the 75 forms whose stem changes by it some ten are Russian.
bool TokenStream::State::is_russian_in_kazakh(int evidence) const {
    constexpr std::size_t kFourLetters = 8;
    if (evidence > -kLikely || has_kazakh_ending_behind_loan(head)) return false;
    if (head == "том" || head == "той") return false;
    return head.size() > kFourLetters || stopwords.contains(head, Language::russian);
}

void TokenStream::State::stem_cyrillic(bool may_be_either) {
    const bool is_kazakh = token.language == Language::kazakh;
    if (is_kazakh) {
        stem_kazakh(head, stem);
    } else {
        russian->stem(head, stem);
    }
    if (!may_be_either) return;
    if (is_kazakh) {
        russian->stem(head, alternative);
    } else {
        stem_kazakh(head, alternative);
    }
}

void TokenStream::State::stem_kazakh(std::string_view word, std::string& result) {
    kazakh->stem(word, result);
    // No acronym that looks inflected is cut down to a letter: «СІМ» is not с + ім, «ИП» is not и.
    constexpr std::size_t kOneLetter = 2;
    if (result.size() <= kOneLetter) result = word;
    if (is_russian_loan(result)) {
        russian->stem(result, work);
        result.swap(work);
    } else if (is_false_friend(result)) {
        result += kKazakhTag;
    } else if (const std::string_view lemma = russian_lemma_of_loan(result); !lemma.empty()) {
        result = lemma;
    }
}

Analyzer::Analyzer() {
    auto tables = std::make_unique<Tables>();
    Tables& writable = *tables;
    tables_ = std::move(tables);
    writable.fingerprint = fingerprint_of(*this);
}

Analyzer::~Analyzer() = default;

TokenStream Analyzer::analyze(std::string_view text, Language language, std::uint32_t first_position) const {
    auto state = std::make_unique<TokenStream::State>(tables_->stopwords);
    state->reset(text, language, first_position);
    return TokenStream(std::move(state));
}

std::uint64_t Analyzer::fingerprint() const {
    return tables_->fingerprint;
}

TokenStream::TokenStream(std::unique_ptr<State> state) noexcept : state_(std::move(state)) {}
TokenStream::~TokenStream() = default;
TokenStream::TokenStream(TokenStream&& other) noexcept = default;
TokenStream& TokenStream::operator=(TokenStream&& other) noexcept = default;

bool TokenStream::next() {
    return state_->next();
}

const Token& TokenStream::token() const noexcept {
    return state_->token;
}

void TokenStream::reset(std::string_view text, Language language, std::uint32_t first_position) {
    state_->reset(text, language, first_position);
}

}  // namespace izde::analyzers
