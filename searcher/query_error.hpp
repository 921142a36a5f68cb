#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>

#include "analyzers/language.hpp"

namespace izde::searcher {

/// What is wrong with a query; the argument that a fault's message takes stands behind it.
enum class QueryFault : std::uint8_t {
    unclosed_quotation,  ///< the closing mark
    unclosed_parenthesis,
    unexpected_close,
    too_deep,
    no_word,
    no_words_before,  ///< the operator
    no_words_after,   ///< the operator
    near_distance,    ///< the greatest distance
    mixed_chain,
    has_no_place,  ///< an operand of NEAR, /s or /p that is no stretch of text
    field_within_field,
    no_value,  ///< the field with its colon
    no_word_after_equals,
    no_year,
    no_such_years,  ///< a range that ends before it begins
    no_field,       ///< the name with its colon
    no_kind,
    no_language,
    no_act,
    long_phrase,  ///< the greatest number of words
    short_wildcard,
};

/// A query that cannot be understood; `what()` says in English what was expected.
class QueryError : public std::runtime_error {
  public:
    QueryError(QueryFault fault, std::size_t position, const std::string& argument = {});
    /// Byte of the query string.
    std::size_t position() const noexcept { return position_; }
    /// The message in Kazakh, Russian or, for any other language, English.
    std::string message(analyzers::Language language) const;

  private:
    QueryFault fault_;
    std::size_t position_;
    std::string argument_;
};

}  // namespace izde::searcher
