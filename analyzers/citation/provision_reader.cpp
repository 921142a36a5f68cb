#include "analyzers/citation/provision_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace izde::analyzers {
namespace {

/// Longer ranges and products are no citation but a table; hostile text must not make them large.
constexpr int kLongestRange = 40;
constexpr std::size_t kMostPaths = 64;
constexpr std::size_t kLongestNumber = 16;

struct Group {
    std::size_t first = 0, end = 0;
    Unit unit = Unit::none;
    std::vector<std::string> numbers;  ///< empty: «настоящего пункта», whose number nobody says
    bool is_own = false;
    bool is_kazakh = false;
    bool is_abbreviated = false;
    bool has_bracket = false;
    bool is_joined = false;  ///< by a comma or a conjunction to the group before
};

bool holds_only(std::string_view gap, std::string_view allowed) {
    return gap.find_first_not_of(allowed) == std::string_view::npos;
}

constexpr std::string_view kSpacesAndPoint = " \t\r\n\xC2\xA0.";
constexpr std::string_view kListGap = " \t\r\n\xC2\xA0,)";
/// Between numbers, and between letters, which have quotation marks.
constexpr std::string_view kLetterGap = " \t\r\n\xC2\xA0,)\"«»„“”";

bool is_dash_gap(std::string_view gap) {
    const bool has_dash = gap.find('-') != std::string_view::npos ||
                          gap.find("–") != std::string_view::npos || gap.find("—") != std::string_view::npos;
    return has_dash && gap.size() <= 12;
}

class Reader {
  public:
    explicit Reader(const LexemeText& text) : text_(text), lexemes_(text.lexemes) {}

    std::vector<Provision> read();

  private:
    bool is_item(std::size_t at) const;
    bool is_letter(std::size_t at) const;
    std::size_t read_letters(std::size_t at, Group& group) const;
    std::optional<int> read_ordinal(std::size_t& at) const;
    std::size_t read_list(std::size_t at, Group& group) const;
    std::size_t read_ordinals(std::size_t at, Group& group) const;
    std::optional<Group> read_group(std::size_t at) const;
    std::optional<Group> read_unit_first(std::size_t at) const;
    std::optional<Group> read_number_first(std::size_t at) const;
    bool is_joint(std::size_t from, std::size_t to) const;
    bool is_level_below(const std::vector<Group>& chain, const Group& group) const;
    Provision make_provision(std::vector<Group> chain) const;
    void finish_cluster(std::vector<std::vector<Group>>& cluster, std::vector<Provision>& result) const;

    const LexemeText& text_;
    const std::vector<Lexeme>& lexemes_;
};

/// A number that may count provisions: no № before it, no year or month behind it.
bool Reader::is_item(std::size_t at) const {
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
bool Reader::is_letter(std::size_t at) const {
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

/// «а», «б» и «г», а), в) from `at`, where a letter stands; the lexeme behind them.
std::size_t Reader::read_letters(std::size_t at, Group& group) const {
    group.numbers.push_back(lexemes_[at].exact);
    group.has_bracket = true;
    std::size_t end = at + 1;
    while (group.numbers.size() < kMostPaths) {
        std::size_t next = end;
        if (next < lexemes_.size() && !is_letter(next) &&
            lexemes_[next].sense.role == WordRole::conjunction && holds_only(text_.gap(next), kLetterGap))
            ++next;
        if (!is_letter(next) || !holds_only(text_.gap(next), kLetterGap)) break;
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

void add_range(std::string_view last, Group& group) {
    int from = 0;
    int to = 0;
    const std::string first = group.numbers.back();
    std::from_chars(first.data(), first.data() + first.size(), from);
    std::from_chars(last.data(), last.data() + last.size(), to);
    const bool is_plain = first.find('-') == std::string::npos && last.find('-') == std::string_view::npos;
    if (is_plain && to > from && to - from <= kLongestRange) {
        for (int number = from + 1; number < to; ++number) group.numbers.push_back(std::to_string(number));
    }
    group.numbers.emplace_back(last);
}

/// «13, 14 и 15», «13–15», «13 по 15», «13-тен 15-ке дейінгі», «1), 3) и 5)», «36 және 37-баптар» from `at`;
/// the lexeme behind the list.
std::size_t Reader::read_list(std::size_t at, Group& group) const {
    add_number(text_, lexemes_[at], group);
    std::size_t end = at + 1;
    while (lexemes_[end - 1].glued == Unit::none && end < lexemes_.size() &&
           group.numbers.size() < kMostPaths) {
        std::size_t next = end;
        if (lexemes_[next].sense.role == WordRole::conjunction && holds_only(text_.gap(next), kListGap))
            ++next;
        if (!is_item(next)) break;
        const std::string_view gap = text_.gap(next);
        const bool is_until = next > end && lexemes_[end].exact == "по";
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
std::optional<int> Reader::read_ordinal(std::size_t& at) const {
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
std::size_t Reader::read_ordinals(std::size_t at, Group& group) const {
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

std::optional<Group> Reader::read_unit_first(std::size_t at) const {
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
    if (lexemes_[number].sense.role == WordRole::range_from && is_item(number + 1)) ++number;
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

std::optional<Group> Reader::read_number_first(std::size_t at) const {
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

std::optional<Group> Reader::read_group(std::size_t at) const {
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

/// Whether only a comma or a conjunction (or «а также») stands between lexemes.
bool Reader::is_joint(std::size_t from, std::size_t to) const {
    if (to - from > 2 || to >= lexemes_.size()) return false;
    for (std::size_t at = from; at < to; ++at) {
        if (lexemes_[at].sense.role != WordRole::conjunction) return false;
    }
    for (std::size_t at = from; at <= to; ++at) {
        if (!holds_only(text_.gap(at), kListGap)) return false;
    }
    return to > from || text_.gap(to).find(',') != std::string_view::npos;
}

char letter_of(Unit unit) {
    switch (unit) {
        case Unit::point:
            return 'p';
        case Unit::subpoint:
            return 's';
        case Unit::part:
            return 'c';
        case Unit::paragraph:
            return 'b';
        default:
            return '\0';
    }
}

bool has_article(const std::vector<Group>& chain) {
    return std::any_of(chain.begin(), chain.end(),
                       [](const Group& group) { return group.unit == Unit::article; });
}

/// Whether the levels stand from the large to the small.
bool is_descending(const std::vector<Group>& chain) {
    if (chain.empty() || chain.front().unit == Unit::article) return true;
    if (chain.back().unit == Unit::article) return false;
    return chain.front().is_kazakh;
}

/// From the article down; 0 of a chapter.
int level_of(Unit unit) {
    constexpr std::array kLevels = {Unit::article, Unit::part, Unit::point, Unit::subpoint, Unit::paragraph};
    const auto* const level = std::find(kLevels.begin(), kLevels.end(), unit);
    return level == kLevels.end() ? 0 : static_cast<int>(level - kLevels.begin()) + 1;
}

/// «статья 35, пункт 2»: behind a comma a lower level of the same article, unless an article of its own
/// stands behind it («статья 8, пункт 2 статьи 9»).
bool Reader::is_level_below(const std::vector<Group>& chain, const Group& group) const {
    if (chain.front().unit != Unit::article || chain.front().is_kazakh || group.is_kazakh) return false;
    if (level_of(group.unit) <= level_of(chain.back().unit)) return false;
    const std::string_view gap = text_.gap(group.first);
    if (!holds_only(gap, kListGap) || gap.find(',') == std::string_view::npos) return false;
    std::size_t next = group.end;
    while (next < lexemes_.size() && lexemes_[next].sense.role == WordRole::conjunction) ++next;
    const std::optional<Group> behind = next < lexemes_.size() ? read_group(next) : std::nullopt;
    const bool is_lower_still = behind && level_of(behind->unit) > level_of(group.unit);
    return !behind || is_lower_still || !holds_only(text_.gap(next), kListGap);
}

Provision Reader::make_provision(std::vector<Group> chain) const {
    Provision provision;
    provision.first = lexemes_.size();
    for (std::size_t i = 0; i < chain.size(); ++i) {
        // «пп. 1, 2 ст. 5»: points in the plural; a sub-point has a bracket or a point above it.
        if (chain[i].unit == Unit::subpoint && chain[i].is_abbreviated && !chain[i].has_bracket &&
            i + 1 < chain.size() && chain[i + 1].unit == Unit::article) {
            chain[i].unit = Unit::point;
        }
    }
    if (!is_descending(chain)) std::reverse(chain.begin(), chain.end());
    std::vector<std::string> paths = {""};
    for (const Group& group : chain) {
        if (group.unit == Unit::chapter) {
            provision.has_chapter = true;
            continue;
        }
        if (group.numbers.empty()) return {};  // «настоящего пункта»
        std::vector<std::string> longer;
        for (const std::string& path : paths) {
            for (const std::string& number : group.numbers) {
                if (longer.size() >= kMostPaths) break;
                std::string next = path;
                if (!next.empty()) next += '/';
                if (group.unit != Unit::article) next += letter_of(group.unit);
                longer.push_back(next + number);
            }
        }
        paths = std::move(longer);
        if (group.unit == Unit::article) {
            provision.has_article = true;
            provision.is_abbreviated = group.is_abbreviated;
        }
        provision.is_own = provision.is_own || group.is_own;
    }
    if (paths.size() != 1 || !paths[0].empty()) provision.paths = std::move(paths);
    return provision;
}

/// Gives chains without an article the levels that they share with a neighbour: «пункта 1 и пункта 3 статьи
/// 5» from behind, «35-бабының 1-тармағы және 2-тармағы» from before.
void Reader::finish_cluster(std::vector<std::vector<Group>>& cluster, std::vector<Provision>& result) const {
    std::vector<std::vector<Group>> complete = cluster;
    for (std::size_t i = cluster.size(); i-- > 0;) {
        std::vector<Group>& chain = complete[i];
        if (has_article(chain) || i + 1 >= cluster.size() || chain.back().is_kazakh) continue;
        const std::vector<Group>& next = complete[i + 1];
        if (!has_article(next) || next.front().unit == Unit::article) continue;
        auto from = std::find_if(next.begin(), next.end(),
                                 [&](const Group& group) { return group.unit == chain.back().unit; });
        if (from == next.end()) from = next.end() - 2;
        chain.insert(chain.end(), from + 1, next.end());
    }
    for (std::size_t i = 1; i < cluster.size(); ++i) {
        std::vector<Group>& chain = complete[i];
        if (has_article(chain)) continue;
        const std::vector<Group>& before = complete[i - 1];
        if (!has_article(before) || before.front().unit != Unit::article) continue;
        const auto until = std::find_if(before.begin(), before.end(),
                                        [&](const Group& group) { return group.unit == chain.front().unit; });
        chain.insert(chain.begin(), before.begin(), until);
    }
    for (std::size_t i = 0; i < cluster.size(); ++i) {
        Provision provision = make_provision(complete[i]);
        provision.first = cluster[i].front().first;
        provision.end = cluster[i].back().end;
        if (!provision.paths.empty() || provision.has_chapter) result.push_back(std::move(provision));
    }
    cluster.clear();
}

std::vector<Provision> Reader::read() {
    std::vector<Provision> result;
    std::vector<std::vector<Group>> cluster;
    std::size_t at = 0;
    std::size_t end = 0;  // of the last group
    while (at < lexemes_.size()) {
        std::optional<Group> group = read_group(at);
        if (!group) {
            ++at;
            continue;
        }
        // «188-б. 2-б.»: «б» is the article and then the part.
        if (!cluster.empty() && group->first == end && group->unit == Unit::article && group->is_kazakh &&
            group->is_abbreviated && cluster.back().back().unit == Unit::article &&
            cluster.back().back().is_abbreviated && cluster.back().back().is_kazakh) {
            group->unit = Unit::part;
        }
        constexpr std::size_t kLongestCluster = 32;
        const bool is_next =
            !cluster.empty() && group->first == end && holds_only(text_.gap(end), " \t\r\n\xC2\xA0.)\"«»„“”");
        const bool is_lower =
            !cluster.empty() && group->first == end && is_level_below(cluster.back(), *group);
        if (is_lower || (is_next && cluster.back().back().unit != group->unit)) {
            cluster.back().push_back(std::move(*group));
        } else if (!cluster.empty() && cluster.size() < kLongestCluster && is_joint(end, group->first)) {
            cluster.push_back({std::move(*group)});
        } else {
            finish_cluster(cluster, result);
            cluster.push_back({std::move(*group)});
        }
        end = at = cluster.back().back().end;
    }
    finish_cluster(cluster, result);
    return result;
}

}  // namespace

std::vector<Provision> read_provisions(const LexemeText& text) {
    return Reader(text).read();
}

}  // namespace izde::analyzers
