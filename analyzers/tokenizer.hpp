#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "analyzers/normalizer.hpp"
#include "analyzers/token.hpp"

namespace izde::analyzers {

/// A token as it stands in the text, before any of its forms is made.
struct Piece {
    /// What follows the head within the token.
    enum class Tail {
        none,
        ending,  ///< a case or ordinal ending after a hyphen: «ҚР-ның», «5-ші», «90-х»; the head alone is the
                 ///< stem
        unit,  ///< the unit of law that the number counts: «35-бап», «2-тармағының»; number and stem of the
               ///< unit
    };

    Span span;
    TokenKind kind = TokenKind::word;
    Tail tail = Tail::none;
    Span head;       ///< `span` without the tail, its hyphen and a leading №
    Span tail_span;  ///< empty where `tail` is `none`
};

/// Cuts UTF-8 text into pieces, left to right, never overlapping, never inside a character.
///
/// - The halves of a hyphen compound are pieces of their own («өзін-өзі» is two), so that each is findable
/// and the
///   spelling without the hyphen meets it in a phrase.
/// - A word broken at the end of a line (hyphen, line break, small letter) is one piece over both lines.
/// - Numbers keep what law glues on them; № and N before a number belong to it.
/// Linear in the length of the text; holds a little work space; belongs to one thread.
class Tokenizer {
  public:
    /// The text must outlive the tokenizer or the next `reset`.
    void reset(std::string_view text) noexcept;

    /// The next piece; false at the end.
    bool next(Piece& piece);

  private:
    struct Run;  // a stretch of letters, digits and what belongs to them

    std::size_t skip_to_start(std::size_t at) const;
    Run read_run(std::size_t begin) const;
    std::size_t skip_spaces(std::size_t at) const;
    std::size_t after_hyphen(std::size_t at) const;
    std::size_t after_line_end_hyphen(std::size_t at) const;
    char32_t code_at(std::size_t at) const;
    std::string_view bytes(std::size_t begin, std::size_t end) const {
        return text_.substr(begin, end - begin);
    }

    bool read_number_sign(std::size_t at, Piece& piece);
    bool read_identifier(std::size_t at, Piece& piece) const;
    bool read_initials(std::size_t at, Piece& piece) const;
    bool read_date(std::size_t at, Piece& piece) const;
    void read_number(std::size_t at, Piece& piece);
    void read_word(std::size_t at, Piece& piece);
    bool read_tail(const Run& left, std::size_t tail_begin, Piece& piece);
    bool joins_over_line_end(const Run& left, const Run& right);

    std::string_view text_;
    std::size_t at_ = 0;
    bool follows_surname_ = false;  // the piece before was a capitalised word: «Бөкетов Е.А.»
    Normalizer normalizer_;
    std::string left_exact_;
    std::string right_exact_;
};

}  // namespace izde::analyzers
