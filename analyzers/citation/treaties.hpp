#pragma once

#include <cstddef>
#include <string_view>

#include "analyzers/citation/lexeme.hpp"

/// International treaties and declarations, which scholars name by title and seldom by date. Their ids are
/// keys of our own: int:treaty:1989-11-20, by the day of adoption or signing; with a word where two were
/// adopted on one day.
namespace izde::analyzers {

struct Treaty {
    std::string_view id, russian, kazakh;  ///< names in the nominative
};

/// A treaty named at a lexeme.
struct TreatyReading {
    const Treaty* treaty = nullptr;  ///< null where none begins here
    std::size_t end = 0;
};
TreatyReading read_treaty(const LexemeText& text, std::size_t at);

/// Whether the name of a treaty may begin with this normalised word.
bool begins_treaty(std::string_view word);

/// Whether a normalised word is «конвенции», «хартияның», «устава».
bool is_instrument(std::string_view word);

/// Null for any other id.
const Treaty* find_treaty(std::string_view id);

}  // namespace izde::analyzers
