#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "analyzers/citation/lexicon.hpp"
#include "analyzers/word_memo.hpp"

namespace izde::analyzers {

/// A token and what it may be in a citation.
struct Lexeme {
    Span span;
    TokenKind kind = TokenKind::word;
    std::string exact;
    WordSense sense;
    std::string number;       ///< of a number: «35», «146-1», «24-7»; a date as dd.mm.yyyy; else empty
    Unit glued = Unit::none;  ///< the unit within «35-бабының»
    bool has_number_sign = false;  ///< № or N before it
    bool has_bracket = false;      ///< «2)»
    bool is_capital = false;
    bool is_acronym = false;  ///< capitals alone, at least two
    bool begins_sentence = false;
    int depth = 0;   ///< of round brackets
    int quoted = 0;  ///< number of the innermost quotation that it stands in; 0 outside of any
};

/// The text between quotation marks.
struct Quotation {
    std::size_t first = 0, end = 0;  ///< lexemes
    Span span;                       ///< bytes between the marks
};

/// A stretch of text as lexemes.
struct LexemeText {
    std::string_view text;
    std::vector<Lexeme> lexemes;
    std::vector<Quotation> quotations;  ///< number n of Lexeme::quoted is at n - 1

    /// What stands between lexeme `at - 1` (or the beginning) and lexeme `at` (or the end).
    std::string_view gap(std::size_t at) const;
    bool gap_holds(std::size_t at, std::string_view what) const {
        return gap(at).find(what) != std::string_view::npos;
    }
};

/// Makes lexemes; remembers the senses of words. Belongs to one thread.
class LexemeReader {
  public:
    explicit LexemeReader(const Analyzer& analyzer) : stream_(analyzer.analyze({}, Language::unknown)) {}

    /// Replaces what `result` held. The text must outlive it.
    void read(std::string_view text, Language language, LexemeText& result);

  private:
    WordSense remembered(std::string_view exact);
    void split_unit(std::vector<Lexeme>& lexemes);

    TokenStream stream_;
    WordMemo<WordSense> senses_{16384};
};

}  // namespace izde::analyzers
