#include <algorithm>
#include <array>
#include <charconv>

#include "analyzers/citation/act_reader.hpp"

namespace izde::analyzers {
namespace {

constexpr std::string_view kSpaces = " \t\r\n\xC2\xA0.";

bool holds_only(std::string_view gap, std::string_view allowed) {
    return gap.find_first_not_of(allowed) == std::string_view::npos;
}

/// A whole number of at most four digits; −1 for anything else.
int small_number(std::string_view text) {
    int value = -1;
    if (text.empty() || text.size() > 4) return -1;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    return result.ptr == text.data() + text.size() ? value : -1;
}

bool is_year(int number) {
    return number >= 1900 && number <= 2100;
}

/// «12.04.2005», «28.02.08», «2012.06.28».
Date numeric_date(std::string_view text) {
    std::array<int, 3> parts{};
    std::size_t part = 0;
    while (part < 3) {
        const std::size_t point = text.find('.');
        parts[part++] = small_number(text.substr(0, point));
        if (point == std::string_view::npos) break;
        text.remove_prefix(point + 1);
        if (part == 3) return {};
    }
    if (part != 3) return {};
    if (is_year(parts[0])) std::swap(parts[0], parts[2]);
    // Two digits: this century up to the fifties.
    if (parts[2] >= 0 && parts[2] < 100) parts[2] += parts[2] < 50 ? 2000 : 1900;
    const bool is_date =
        is_year(parts[2]) && parts[1] >= 1 && parts[1] <= 12 && parts[0] >= 1 && parts[0] <= 31;
    return is_date ? Date{parts[2], parts[1], parts[0]} : Date{};
}

bool is_kazakh_year_word(std::string_view word) {
    return word.starts_with("жыл") || word == "ж";
}

/// The year at the end of «марта1997».
int glued_year(std::string_view word) {
    const int year = word.size() > 4 ? small_number(word.substr(word.size() - 4)) : -1;
    return is_year(year) ? year : -1;
}

/// «12 апреля», «12 сәуірдегі» at `at`: day and month.
bool read_day_and_month(const LexemeText& text, std::size_t at, Date& date) {
    const auto& lexemes = text.lexemes;
    if (at + 1 >= lexemes.size() || lexemes[at].kind != TokenKind::number) return false;
    if (lexemes[at + 1].sense.role != WordRole::month) return false;
    // «31» июля
    if (!holds_only(text.gap(at + 1), " \t\r\n\xC2\xA0.»\"”'")) return false;
    date.day = small_number(lexemes[at].number);
    date.month = lexemes[at + 1].sense.value;
    return date.day >= 1 && date.day <= 31;
}

std::size_t skip_year_word(const LexemeText& text, std::size_t at, bool& is_kazakh) {
    if (at >= text.lexemes.size() || text.lexemes[at].sense.role != WordRole::year) return at;
    if (!holds_only(text.gap(at), kSpaces)) return at;
    is_kazakh = is_kazakh || is_kazakh_year_word(text.lexemes[at].exact);
    return at + 1;
}

/// «Закон 36 от 12 апреля 2005», «указ президента 674 от 15.10.2021», as it is typed.
bool is_between_name_and_date(const LexemeText& text, std::size_t at) {
    const auto& lexemes = text.lexemes;
    if (at == 0 || at + 2 >= lexemes.size() || lexemes[at].kind != TokenKind::number ||
        lexemes[at + 1].sense.role != WordRole::from || !read_date(text, at + 2)) {
        return false;
    }
    constexpr std::size_t kMostWords = 4;  // «Правительства Республики Казахстан»
    for (std::size_t place = at; place-- > 0 && at - place <= kMostWords;) {
        if (lexemes[place].sense.kind != ActKind::unknown) return true;
        const WordRole role = lexemes[place].sense.role;
        if (role != WordRole::organ && role != WordRole::government && role != WordRole::kazakhstan &&
            role != WordRole::republic && role != WordRole::russia) {
            return false;
        }
    }
    return false;
}

bool is_convocation(std::string_view part) {
    return !part.empty() && part.find_first_not_of("ivx") == std::string_view::npos;
}

}  // namespace

std::optional<DateReading> read_date(const LexemeText& text, std::size_t at) {
    const auto& lexemes = text.lexemes;
    const Lexeme& lexeme = lexemes[at];
    DateReading reading;
    if (lexeme.kind == TokenKind::date ||
        (lexeme.kind == TokenKind::number &&
         std::count(lexeme.number.begin(), lexeme.number.end(), '.') == 2)) {
        reading.date = numeric_date(lexeme.number);
        if (!reading.date.is_set()) return std::nullopt;
        // «строка 1.2.4» is no date, «2012.06.28» is one.
        if (lexeme.kind == TokenKind::number &&
            !lexeme.number.starts_with(std::to_string(reading.date.year))) {
            return std::nullopt;
        }
        reading.end = skip_year_word(text, at + 1, reading.is_kazakh);
        return reading;
    }
    if (lexeme.kind != TokenKind::number) return std::nullopt;
    if (const int year = small_number(lexeme.number); is_year(year)) {
        bool is_kazakh = false;
        const std::size_t day = skip_year_word(text, at + 1, is_kazakh);
        if (day == at + 1 || !is_kazakh || !read_day_and_month(text, day, reading.date)) return std::nullopt;
        reading.date.year = year;
        reading.is_kazakh = true;
        reading.end = day + 2;
        return reading;
    }
    if (!read_day_and_month(text, at, reading.date)) return std::nullopt;
    reading.date.year = glued_year(lexemes[at + 1].exact);
    reading.end = at + 2;
    if (reading.date.year < 0 && reading.end < lexemes.size()) {
        reading.date.year = small_number(lexemes[reading.end].number);
        ++reading.end;
    }
    if (!is_year(reading.date.year)) return std::nullopt;
    reading.end = skip_year_word(text, reading.end, reading.is_kazakh);
    return reading;
}

std::optional<NumberReading> read_act_number(const LexemeText& text, std::size_t at) {
    const auto& lexemes = text.lexemes;
    if (at >= lexemes.size() || !(lexemes[at].has_number_sign || is_between_name_and_date(text, at)))
        return std::nullopt;
    NumberReading reading;
    reading.number = lexemes[at].number.empty() ? lexemes[at].exact : lexemes[at].number;
    reading.end = at + 1;
    // «125/4», «А-10/451», «20-08-2-04/6563»: what stands without a space belongs to the number.
    constexpr std::size_t kMostParts = 6;
    while (reading.end < lexemes.size() && reading.end - at < kMostParts) {
        const std::string_view gap = text.gap(reading.end);
        if (gap != "/" && gap != "-" && gap != ".") break;
        const Lexeme& part = lexemes[reading.end];
        reading.number.append(gap).append(part.number.empty() ? part.exact : part.number);
        ++reading.end;
    }
    constexpr std::size_t kLongest = 40;
    if (reading.number.size() > kLongest) return std::nullopt;
    // What is glued on with a hyphen: the convocation, the mark of a federal law or of a law of the Republic.
    for (std::size_t hyphen = reading.number.rfind('-'); hyphen != std::string::npos && hyphen > 0;
         hyphen = reading.number.rfind('-')) {
        const std::string tail = reading.number.substr(hyphen + 1);
        if (tail == "фз" || tail == "фкз") {
            reading.is_russian = true;
        } else if (is_convocation(tail)) {
            reading.convocation = tail;
        } else if (tail != "зрк" && tail != "қрз") {
            break;
        }
        reading.number.resize(hyphen);
    }
    // «№ 416-V ЗРК», «№ 416-V ҚРЗ»: the mark of a law, not the law.
    if (reading.end < lexemes.size() &&
        (lexemes[reading.end].exact == "зрк" || lexemes[reading.end].exact == "қрз") &&
        holds_only(text.gap(reading.end), kSpaces)) {
        ++reading.end;
    }
    const bool has_digit = std::any_of(reading.number.begin(), reading.number.end(),
                                       [](char c) { return c >= '0' && c <= '9'; });
    return has_digit ? std::optional(reading) : std::nullopt;
}

std::size_t skip_state(const LexemeText& text, std::size_t at, State& state) {
    while (at < text.lexemes.size() && holds_only(text.gap(at), " \t\r\n\xC2\xA0")) {
        const WordRole role = text.lexemes[at].sense.role;
        if (role == WordRole::kazakhstan) {
            state = State::kazakhstan;
        } else if (role == WordRole::russia) {
            state = State::russia;
        } else if (role == WordRole::foreign) {
            state = State::other;
        } else if (role != WordRole::republic) {
            break;
        }
        ++at;
    }
    return at;
}

std::size_t skip_state_back(const LexemeText& text, std::size_t at, State& state) {
    while (at > 0) {
        // «КР Еңбек кодексі» is «ҚР» typed without Kazakh letters, «УК КР» the Kyrgyz one.
        const bool is_typed_so = text.lexemes[at - 1].exact == "кр";
        const WordRole role = is_typed_so ? WordRole::kazakhstan : text.lexemes[at - 1].sense.role;
        if (!holds_only(text.gap(at), " \t\r\n\xC2\xA0«\"“»”")) break;
        if (role == WordRole::kazakhstan) {
            state = State::kazakhstan;
        } else if (role == WordRole::russia) {
            state = State::russia;
        } else if (role == WordRole::foreign) {
            state = State::other;
        } else if (role != WordRole::republic) {
            break;
        }
        --at;
    }
    return at;
}

}  // namespace izde::analyzers
