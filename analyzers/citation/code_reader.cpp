#include <algorithm>
#include <array>
#include <charconv>

#include "analyzers/citation/act_reader.hpp"
#include "analyzers/citation/acts.hpp"
#include "analyzers/endings.hpp"

namespace izde::analyzers {
namespace {

/// Runs `use(word)` for each word of a list that spaces part.
template <typename Use>
void for_each_word(std::string_view list, Use&& use) {
    while (!list.empty()) {
        const std::size_t space = list.find(' ');
        use(list.substr(0, space));
        if (space == std::string_view::npos) return;
        list.remove_prefix(space + 1);
    }
}

std::size_t count_words(std::string_view list) {
    return static_cast<std::size_t>(std::count(list.begin(), list.end(), ' ')) + 1;
}

/// Whether the lexemes from `at` begin with these beginnings of words.
bool matches(const LexemeText& text, std::size_t at, std::string_view words) {
    const auto& lexemes = text.lexemes;
    bool result = true;
    for_each_word(words, [&](std::string_view word) {
        // «о» is a word, not a beginning: «о налогах», not «общий».
        constexpr std::size_t kTwoLetters = 4;
        const bool is_whole = word.size() <= kTwoLetters;
        result =
            result && at < lexemes.size() &&
            (is_whole
                 ? lexemes[at].exact == word
                 : lexemes[at].exact.starts_with(word) ||
                       // «енбек кодексі», typed without Kazakh letters
                       without_kazakh_letters(lexemes[at].exact).starts_with(without_kazakh_letters(word)));
        ++at;
    });
    return result;
}

/// The year that four digits are; 0 for any other lexeme.
int year_of(const Lexeme& lexeme) {
    int year = 0;
    if (lexeme.kind != TokenKind::number || lexeme.number.size() != 4 || lexeme.has_number_sign) return 0;
    const char* const end = lexeme.number.data() + lexeme.number.size();
    const auto [rest, error] = std::from_chars(lexeme.number.data(), end, year);
    constexpr int kFirst = 1900;
    constexpr int kLast = 2100;
    return error == std::errc() && rest == end && year >= kFirst && year <= kLast ? year : 0;
}

}  // namespace

std::optional<CodeReading> read_code_name(const LexemeText& text, std::size_t at) {
    CodeReading reading;
    const std::size_t name_end = skip_state_back(text, at, reading.state);
    const std::size_t behind = skip_state(text, at + 1, reading.state);
    const CodeName* found = nullptr;
    std::size_t found_words = 0;
    for (const CodeName& name : code_names()) {
        if (name.place == CodeName::Place::abbreviation) continue;
        const std::size_t words = count_words(name.words);
        if (words <= found_words) continue;
        if (name.place == CodeName::Place::before) {
            if (name_end < words || !matches(text, name_end - words, name.words)) continue;
            reading.first = name_end - words;
            reading.end = behind;
        } else {
            if (!matches(text, behind, name.words)) continue;
            reading.first = at;
            reading.end = behind + words;
        }
        found = &name;
        found_words = words;
    }
    if (found == nullptr) return std::nullopt;
    reading.family = found->family;
    reading.end = skip_state(text, reading.end, reading.state);
    if (found->state != State::unsaid && reading.state == State::unsaid) reading.state = found->state;
    reading.first = skip_state_back(text, reading.first, reading.state);
    return reading;
}

void read_edition(const LexemeText& text, NamedAct& act) {
    const auto& lexemes = text.lexemes;
    std::size_t place = act.end;
    if (place < lexemes.size() && lexemes[place].sense.role == WordRole::from) ++place;
    if (place < lexemes.size() && !lexemes[place].begins_sentence &&
        text.gap(place).find(';') == std::string_view::npos) {
        if (const auto date = read_date(text, place)) {
            act.reference.date = date->date;
            act.end = date->end;
            return;
        }
        if (const int year = year_of(lexemes[place]); year != 0) {
            act.reference.date.year = year;
            act.end = place + 1;
            if (act.end < lexemes.size() && lexemes[act.end].sense.role == WordRole::year) ++act.end;
            return;
        }
    }
    if (act.first >= 2 && lexemes[act.first - 1].sense.role == WordRole::year) {
        if (const int year = year_of(lexemes[act.first - 2]); year != 0) act.reference.date.year = year;
    }
}

std::size_t skip_aside(const LexemeText& text, std::size_t at) {
    constexpr std::array<std::string_view, 6> kFirstWords = {"далее", "бұдан",  "общая",
                                                             "жалпы", "ерекше", "особенная"};
    constexpr std::size_t kLongest = 12;
    const auto& lexemes = text.lexemes;
    if (at == 0 || at >= lexemes.size() || lexemes[at].depth <= lexemes[at - 1].depth) return at;
    if (std::find(kFirstWords.begin(), kFirstWords.end(), lexemes[at].exact) == kFirstWords.end()) return at;
    std::size_t end = at;
    while (end < lexemes.size() && end < at + kLongest && lexemes[end].depth >= lexemes[at].depth) ++end;
    return end < at + kLongest ? end : at;
}

}  // namespace izde::analyzers
