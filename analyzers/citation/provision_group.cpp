#include "analyzers/citation/provision_group.hpp"

#include <algorithm>
#include <charconv>

namespace izde::analyzers {
namespace {

/// Longer ranges are no citation but a table.
constexpr int kLongestRange = 40;
constexpr std::size_t kLongestNumber = 16;

constexpr std::string_view kSpacesAndPoint = " \t\r\n\xC2\xA0.";
/// Between letters, which have quotation marks.
constexpr std::string_view kLetterGap = " \t\r\n\xC2\xA0,)\"«»„“”";

bool is_dash_gap(std::string_view gap) {
    const bool has_dash = gap.find('-') != std::string_view::npos ||
                          gap.find("–") != std::string_view::npos || gap.find("—") != std::string_view::npos;
    return has_dash && gap.size() <= 12;
}

class GroupReader {
  public:
    explicit GroupReader(const LexemeText& text) : text_(text), lexemes_(text.lexemes) {}

    std::optional<Group> read_group(std::size_t at) const;

  private:
    bool is_item(std::size_t at) const;
    bool is_letter(std::size_t at) const;
    bool is_bare_letter(std::size_t at) const;
    std::size_t read_letters(std::size_t at, Group& group) const;
    std::optional<int> read_ordinal(std::size_t& at) const;
    std::size_t read_list(std::size_t at, Group& group) const;
    std::size_t read_ordinals(std::size_t at, Group& group) const;
    std::size_t read_until(std::size_t at, Group& group) const;
    std::optional<Group> read_unit_first(std::size_t at) const;
    std::optional<Group> read_number_first(std::size_t at) const;

    const LexemeText& text_;
    const std::vector<Lexeme>& lexemes_;
};

/// A number that may count provisions: no № before it, no year or month behind it.
bool GroupReader::is_item(std::size_t at) const {
    if (at >= lexemes_.size()) return false;
    const Lexeme& lexeme = lexemes_[at];
    if (lexeme.kind != TokenKind::number && lexeme.kind != TokenKind::legal_number) return false;
    if (lexeme.number.empty() || lexeme.has_number_sign || lexeme.number.size() > kLongestNumber)
        return false;
    if (lexeme.number[0] < '0' || lexeme.number[0] > '9') return false;
    if (at + 1 < lexemes_.size() && lexeme.glued == Unit::none &&
        holds_only(text_.gap(at + 1), kSpacesAndPoint)) {
        const WordRole next = lexemes_[at + 1].sense.role;
        if (next == WordRole::month || (next == WordRole::year && lexeme.number.size() == 4)) return false;
    }
    return true;
}

/// «б» of «подпункт «б»» or «б) тармақшасы»: one small letter in quotation marks or before a bracket.
bool GroupReader::is_letter(std::size_t at) const {
    if (at >= lexemes_.size()) return false;
    const Lexeme& lexeme = lexemes_[at];
    constexpr std::size_t kCyrillicLetter = 2;
    if (lexeme.exact.size() != kCyrillicLetter || lexeme.is_capital ||
        lexeme.span.end - lexeme.span.begin != kCyrillicLetter ||
        static_cast<unsigned char>(lexeme.exact[0]) < 0x80)
        return false;
    const std::string_view behind = text_.gap(at + 1);
    const std::string_view before = text_.gap(at);
    const auto opens = [&](std::string_view mark) { return before.ends_with(mark); };
    const auto closes = [&](std::string_view mark) { return behind.starts_with(mark); };
    return closes(")") || ((opens("«") || opens("\"") || opens("“") || opens("„")) &&
                           (closes("»") || closes("\"") || closes("”") || closes("“")));
}

/// «п. а ч. 2 ст. 105»: a letter as it is typed, right before the level above it; «в», «и», «о», «с» are
/// words.
bool GroupReader::is_bare_letter(std::size_t at) const {
    constexpr std::string_view kLetters = "абгдежз";
    constexpr std::size_t kLetter = 2;  // bytes
    return at + 1 < lexemes_.size() && lexemes_[at].exact.size() == kLetter &&
           kLetters.find(lexemes_[at].exact) != std::string_view::npos &&
           lexemes_[at + 1].sense.is_russian_unit && holds_only(text_.gap(at + 1), " \t\r\n\xC2\xA0");
}

/// Letters that points are counted by in Russian acts: «ё», «й» and the signs count nothing.
void add_letter_range(const std::string& last, Group& group) {
    constexpr std::string_view kCounting = "абвгдежзиклмнопрстуфхцчшщэюя";
    constexpr std::size_t kLetter = 2;  // bytes
    const std::size_t from = kCounting.find(group.numbers.back());
    const std::size_t to = kCounting.find(last);
    if (from != std::string_view::npos && to != std::string_view::npos) {
        for (std::size_t at = from + kLetter; at < to; at += kLetter)
            group.numbers.emplace_back(kCounting.substr(at, kLetter));
    }
    group.numbers.push_back(last);
}

/// «а», «б» и «г», а), в) from `at`, where a letter stands; the lexeme behind them.
std::size_t GroupReader::read_letters(std::size_t at, Group& group) const {
    group.numbers.push_back(lexemes_[at].exact);
    group.has_bracket = true;
    std::size_t end = at + 1;
    while (group.numbers.size() < kMostPaths) {
        std::size_t next = end;
        if (next < lexemes_.size() && !is_letter(next) &&
            lexemes_[next].sense.role == WordRole::conjunction && holds_only(text_.gap(next), kLetterGap))
            ++next;
        if (!is_letter(next)) break;
        if (next == end && is_dash_gap(text_.gap(next))) {
            add_letter_range(lexemes_[next].exact, group);
            end = next + 1;
            continue;
        }
        if (!holds_only(text_.gap(next), kLetterGap)) break;
        if (next == end && text_.gap(next).find(',') == std::string_view::npos) break;
        group.numbers.push_back(lexemes_[next].exact);
        end = next + 1;
    }
    return end;
}

void add_number(const LexemeText& text, const Lexeme& lexeme, Group& group) {
    const std::string_view raw = text.text.substr(lexeme.span.begin, lexeme.span.end - lexeme.span.begin);
    const std::size_t point = lexeme.number.find('.');
    if (point != std::string::npos && raw.find(',') != std::string_view::npos) {
        // «пунктах 1,2» is a list, not a decimal fraction.
        group.numbers.push_back(lexeme.number.substr(0, point));
        group.numbers.push_back(lexeme.number.substr(point + 1));
    } else {
        group.numbers.push_back(lexeme.number);
    }
    group.has_bracket = group.has_bracket || lexeme.has_bracket;
}

/// «146-1 – 146-3» counts behind the hyphen, before which both are one article.
void add_range(std::string_view last, Group& group) {
    const std::string first = group.numbers.back();
    const std::size_t hyphen = first.rfind('-');
    const std::string shared = hyphen == std::string::npos ? "" : first.substr(0, hyphen + 1);
    int from = 0;
    int to = 0;
    if (last.starts_with(shared) && last.find('-', shared.size()) == std::string_view::npos) {
        std::from_chars(first.data() + shared.size(), first.data() + first.size(), from);
        std::from_chars(last.data() + shared.size(), last.data() + last.size(), to);
    }
    if (to > from && to - from <= kLongestRange) {
        for (int number = from + 1; number < to; ++number)
            group.numbers.push_back(shared + std::to_string(number));
    }
    group.numbers.emplace_back(last);
}

/// «13, 14 и 15», «13–15», «13 по 15», «13-тен 15-ке дейінгі», «1), 3) и 5)», «36 және 37-баптар» from `at`;
/// the lexeme behind the list.
std::size_t GroupReader::read_list(std::size_t at, Group& group) const {
    add_number(text_, lexemes_[at], group);
    std::size_t end = at + 1;
    while (lexemes_[end - 1].glued == Unit::none && end < lexemes_.size() &&
           group.numbers.size() < kMostPaths) {
        std::size_t next = end;
        const bool is_from_to =
            lexemes_[next].exact == "до" && at > 0 && lexemes_[at - 1].sense.role == WordRole::from;
        if ((is_from_to || lexemes_[next].sense.role == WordRole::conjunction) &&
            holds_only(text_.gap(next), kListGap)) {
            ++next;
        }
        if (!is_item(next)) break;
        const std::string_view gap = text_.gap(next);
        const bool is_until = next > end && (is_from_to || lexemes_[end].exact == "по");
        const bool is_until_kazakh = next == end && next + 1 < lexemes_.size() &&
                                     lexemes_[next + 1].sense.role == WordRole::range_until &&
                                     holds_only(gap, kSpacesAndPoint);
        if ((next == end && is_dash_gap(gap)) || is_until || is_until_kazakh) {
            add_range(lexemes_[next].number, group);
            group.has_bracket = group.has_bracket || lexemes_[next].has_bracket;
            if (is_until_kazakh) return next + 2;
        } else if (holds_only(gap, kListGap) && (next > end || gap.find(',') != std::string_view::npos)) {
            add_number(text_, lexemes_[next], group);
        } else {
            break;
        }
        end = next + 1;
    }
    return end;
}

/// «сто двадцать пятой», «екі жүз отыз бірінші», «шестой» from `at`, which then is behind it.
std::optional<int> GroupReader::read_ordinal(std::size_t& at) const {
    std::size_t next = at;
    int value = 0;
    const auto take = [&](WordRole role) {
        if (next >= lexemes_.size() || lexemes_[next].sense.role != role) return 0;
        if (next > at && !holds_only(text_.gap(next), kSpacesAndPoint)) return 0;
        return static_cast<int>(lexemes_[next++].sense.value);
    };
    const int count = take(WordRole::count);
    const int hundreds = take(WordRole::hundreds);
    if (count > 0 && hundreds == 0) return std::nullopt;
    value += hundreds * std::max(count, 1);
    value += take(WordRole::tens);
    const int last = take(WordRole::ordinal);
    if (last == 0) return std::nullopt;
    at = next;
    return value + last;
}

/// «первой или шестой», «тоқсан бірінші» from `at`; `at` itself where no ordinal stands there.
std::size_t GroupReader::read_ordinals(std::size_t at, Group& group) const {
    std::size_t end = at;
    while (end < lexemes_.size()) {
        std::size_t next = end;
        if (!group.numbers.empty() && lexemes_[next].sense.role == WordRole::conjunction) ++next;
        if (next >= lexemes_.size() || (next > at && !holds_only(text_.gap(next), kListGap))) break;
        const std::optional<int> value = read_ordinal(next);
        if (!value) break;
        group.numbers.push_back(std::to_string(*value));
        end = next;
        if (group.numbers.size() > kMostPaths) break;
    }
    return end;
}

std::optional<Group> GroupReader::read_unit_first(std::size_t at) const {
    const WordSense& sense = lexemes_[at].sense;
    Group group;
    group.first = at;
    group.unit = sense.unit;
    group.is_abbreviated = sense.is_abbreviation;
    group.is_kazakh = !sense.is_russian_unit;
    std::size_t number = at + 1;
    // «ст. ст. 13, 15»
    while (sense.is_abbreviation && number < lexemes_.size() && lexemes_[number].exact == lexemes_[at].exact)
        ++number;
    const bool may_have_letter = group.unit == Unit::point || group.unit == Unit::subpoint;
    if (may_have_letter && sense.is_russian_unit && is_letter(number) &&
        holds_only(text_.gap(number), " \t\r\n\xC2\xA0.\"«„“")) {
        group.end = read_letters(number, group);
        return group;
    }
    if (number >= lexemes_.size() || !holds_only(text_.gap(number), kSpacesAndPoint)) return std::nullopt;
    if (may_have_letter && is_bare_letter(number)) {
        group.numbers.push_back(lexemes_[number].exact);
        group.has_bracket = true;
        group.end = number + 1;
        return group;
    }
    const WordRole role = lexemes_[number].sense.role;
    if ((role == WordRole::range_from || role == WordRole::from) && is_item(number + 1)) ++number;
    if (group.unit == Unit::chapter) {
        const char begin = lexemes_[number].exact.empty() ? ' ' : lexemes_[number].exact[0];
        if (static_cast<unsigned char>(begin) >= 0x80) return std::nullopt;  // «раздел имущества»
        group.numbers.emplace_back("1");
        group.end = number + 1;
        return group;
    }
    if (is_item(number) && lexemes_[number].glued == Unit::none) {
        group.end = read_list(number, group);
        const bool is_others = group.end < lexemes_.size() && lexemes_[group.end].sense.is_kazakh_unit &&
                               !lexemes_[group.end].sense.is_russian_unit;
        if (lexemes_[group.end - 1].glued != Unit::none || (is_others && group.is_kazakh))
            return std::nullopt;
        return group;
    }
    if (!sense.is_russian_unit) return std::nullopt;
    group.end = read_ordinals(number, group);
    if (group.numbers.empty()) return std::nullopt;
    return group;
}

/// The rest of «13-баптан 15-бапқа дейін» from `at`; the lexeme behind it, `at` where there is none.
std::size_t GroupReader::read_until(std::size_t at, Group& group) const {
    const bool is_range = group.numbers.size() == 1 && at + 1 < lexemes_.size() && is_item(at) &&
                          lexemes_[at].glued == group.unit && lexemes_[at + 1].exact.starts_with("дейін") &&
                          holds_only(text_.gap(at), kSpacesAndPoint) &&
                          holds_only(text_.gap(at + 1), kSpacesAndPoint);
    if (!is_range) return at;
    add_range(lexemes_[at].number, group);
    return at + 2;
}

std::optional<Group> GroupReader::read_number_first(std::size_t at) const {
    Group group;
    group.first = at;
    group.is_kazakh = true;
    if (is_letter(at)) {
        group.end = read_letters(at, group);
        const bool is_point = group.end < lexemes_.size() && lexemes_[group.end].sense.is_kazakh_unit &&
                              (lexemes_[group.end].sense.unit == Unit::point ||
                               lexemes_[group.end].sense.unit == Unit::subpoint);
        if (!is_point || !holds_only(text_.gap(group.end), kLetterGap)) return std::nullopt;
        group.unit = lexemes_[group.end].sense.unit;
        ++group.end;
        return group;
    }
    if (is_item(at)) {
        group.end = read_list(at, group);
        if (const Unit glued = lexemes_[group.end - 1].glued; glued != Unit::none) {
            const bool is_letter = lexemes_[group.end - 1].exact.ends_with("-б") ||
                                   lexemes_[group.end - 1].exact.ends_with("-т");
            if (is_letter && !text_.gap(group.end).starts_with(".")) return std::nullopt;
            group.unit = glued;
            group.is_abbreviated = is_letter;
            group.end = read_until(group.end, group);
            return group;
        }
    } else {
        group.end = read_ordinals(at, group);
    }
    if (group.numbers.empty() || group.end >= lexemes_.size()) return std::nullopt;
    const WordSense& sense = lexemes_[group.end].sense;
    const bool is_russian_order = sense.is_russian_unit && !is_item(at);  // «первой части»
    if (sense.unit == Unit::none || sense.is_abbreviation || !(sense.is_kazakh_unit || is_russian_order)) {
        return std::nullopt;
    }
    if (!holds_only(text_.gap(group.end), " \t\r\n\xC2\xA0)-")) return std::nullopt;
    group.unit = sense.unit;
    group.is_kazakh = !is_russian_order;
    ++group.end;
    return group;
}

std::optional<Group> GroupReader::read_group(std::size_t at) const {
    const Lexeme& lexeme = lexemes_[at];
    if (lexeme.sense.role == WordRole::own && at + 1 < lexemes_.size() &&
        lexemes_[at + 1].sense.unit != Unit::none && !lexemes_[at + 1].sense.is_abbreviation &&
        lexemes_[at + 1].sense.unit != Unit::chapter) {
        Group group;
        group.first = at;
        group.end = at + 2;
        group.unit = lexemes_[at + 1].sense.unit;
        group.is_own = true;
        group.is_kazakh = !lexemes_[at + 1].sense.is_russian_unit;
        if (group.unit == Unit::article) group.numbers.emplace_back("@");
        return group;
    }
    if (lexeme.sense.unit != Unit::none) {
        if (auto group = read_unit_first(at)) return group;
    }
    const WordRole role = lexeme.sense.role;
    if (is_item(at) || is_letter(at) || role == WordRole::ordinal || role == WordRole::tens ||
        role == WordRole::hundreds || role == WordRole::count) {
        return read_number_first(at);
    }
    return std::nullopt;
}

}  // namespace

bool holds_only(std::string_view gap, std::string_view allowed) {
    return gap.find_first_not_of(allowed) == std::string_view::npos;
}

std::optional<Group> read_group(const LexemeText& text, std::size_t at) {
    return GroupReader(text).read_group(at);
}

}  // namespace izde::analyzers
