#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "analyzers/token.hpp"

namespace izde::analyzers {

class TokenStream;

/// Turns text into terms: the only place where words are split, folded and stemmed.
///
/// Indexer and searcher use the same object, so that what was indexed is what is searched. Immutable and
/// thread-safe; a stream that it makes belongs to one thread and must not outlive the analyzer or the text.
class Analyzer {
  public:
    Analyzer();
    ~Analyzer();
    Analyzer(const Analyzer&) = delete;
    Analyzer& operator=(const Analyzer&) = delete;

    /// Tokens of `text` (UTF-8; malformed bytes separate words and never throw).
    ///
    /// `language` is the paragraph's: with `Language::unknown` (queries) a word whose letters do not decide
    /// is given its Russian stem and, where it differs, the Kazakh one as `alternative_stem`, or the reverse,
    /// whichever reading is the likelier; otherwise `alternative_stem` stays empty.
    /// `first_position` is the position of the first token.
    TokenStream analyze(std::string_view text, Language language, std::uint32_t first_position = 1) const;

    /// A hash of what this analysis is: of the terms it gives a built-in probe text, and of its tables.
    /// Two builds with the same fingerprint may share an index.
    std::uint64_t fingerprint() const;

  private:
    friend class TokenStream;
    struct Tables;
    std::unique_ptr<const Tables> tables_;
};

/// A cursor over the tokens of one text. No allocation per token once its buffers have grown.
class TokenStream {
  public:
    ~TokenStream();
    TokenStream(TokenStream&& other) noexcept;
    TokenStream& operator=(TokenStream&& other) noexcept;

    /// Advances to the next token; false at the end. The first call gives the first token.
    bool next();

    /// The current token; valid until `next` is called again.
    const Token& token() const noexcept;

    /// Restarts on another text with the same buffers (one stream serves a whole build).
    void reset(std::string_view text, Language language, std::uint32_t first_position = 1);

  private:
    friend class Analyzer;
    struct State;
    explicit TokenStream(std::unique_ptr<State> state) noexcept;
    std::unique_ptr<State> state_;
};

}  // namespace izde::analyzers
