#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/citation/lexeme.hpp"

namespace izde::analyzers {

/// An act as a stretch of a text names it.
struct NamedAct {
    std::size_t first = 0, end = 0;  ///< lexemes
    ActReference reference;
    bool is_tentative = false;  ///< «Закон», «ТК»: an act only beside a provision
};

/// A date at a lexeme.
struct DateReading {
    std::size_t end = 0;
    Date date;
    bool is_kazakh = false;  ///< «2005 жылғы 12 сәуірдегі»: the act's name comes behind it
};
std::optional<DateReading> read_date(const LexemeText& text, std::size_t at);

/// The number of an act at a lexeme that a № stands before.
struct NumberReading {
    std::size_t end = 0;
    std::string number;
    std::string convocation;
    bool is_russian = false;  ///< «131-ФЗ»
};
std::optional<NumberReading> read_act_number(const LexemeText& text, std::size_t at);

/// The first lexeme behind (before) state names from `at`, and the state that they name.
std::size_t skip_state(const LexemeText& text, std::size_t at, State& state);
std::size_t skip_state_back(const LexemeText& text, std::size_t at, State& state);

/// Acts with a date, a number or both; in order. `taken` has a flag a lexeme.
void read_dated_acts(const LexemeText& text, std::vector<bool>& taken, std::vector<NamedAct>& acts);

/// Ids, «настоящий Кодекс», codes, the Constitution, laws by title: of what is not taken.
void read_named_acts(const LexemeText& text, std::vector<bool>& taken, std::vector<NamedAct>& acts);

}  // namespace izde::analyzers
