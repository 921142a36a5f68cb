#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
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

/// A code called by its name.
struct CodeReading {
    std::size_t first = 0, end = 0;  ///< lexemes of the name and the state
    std::string_view family;         ///< of CodeVersion
    State state = State::unsaid;
};
/// The name around the word «кодекс» at a lexeme: «Трудовой кодекс РК», «Кодекс РК «О налогах …».
std::optional<CodeReading> read_code_name(const LexemeText& text, std::size_t at);

/// Reads what tells the act from others of its name, behind it («УК РК 1997 года», «Конституция от 30 августа
/// 1995 года») or before it («1999 жылғы АПК»), into the date of the reference.
void read_edition(const LexemeText& text, NamedAct& act);

/// The first lexeme behind «(Общая часть)» or «(далее – ТК)» at a lexeme; `at` where no such aside stands.
std::size_t skip_aside(const LexemeText& text, std::size_t at);

/// Acts with a date, a number or both; in order. `taken` has a flag a lexeme.
void read_dated_acts(const LexemeText& text, std::vector<bool>& taken, std::vector<NamedAct>& acts);

/// Ids, «настоящий Кодекс», codes, the Constitution, laws by title: of what is not taken.
void read_named_acts(const LexemeText& text, std::vector<bool>& taken, std::vector<NamedAct>& acts);

}  // namespace izde::analyzers
