#include "indexer/segment/imprint.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "indexer/segment/cut.hpp"
#include "indexer/segment/vocabulary.hpp"

namespace izde::indexer {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2099;

/// Lines of a title page are short; the years in longer ones are those of laws.
constexpr std::size_t kTitlePageWords = 20;

/// A line of imprint says little more than its year.
constexpr std::size_t kYearLineWords = 8;

/// The years that stand alone in a text, left to right.
std::vector<std::pair<std::size_t, int>> years_of(std::string_view text) {
    std::vector<std::pair<std::size_t, int>> years;
    const auto is_digit = [&](std::size_t at) {
        return at < text.size() && text[at] >= '0' && text[at] <= '9';
    };
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
        if ((at > 0 && is_digit(at - 1)) || is_digit(at + 4)) continue;
        int year = 0;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 4, year);
        if (error == std::errc() && end == text.data() + at + 4 && year >= kFirstYear && year <= kLastYear)
            years.emplace_back(at, year);
    }
    return years;
}

/// «№ 3», «Том 2», «Выпуск 5», «2-том», «2 (14)»: up to the year.
std::string volume_of(std::string_view text) {
    static constexpr std::array<std::string_view, 10> kSigns = {
        "№", "Том ", "ТОМ ", "Т. ", "Выпуск ", "Вып.", "Vol. ", "-том", "-шығарылым", "-шығарылуы"};
    for (const std::string_view sign : kSigns) {
        std::size_t at = text.find(sign);
        if (at == std::string_view::npos) continue;
        if (sign.starts_with('-')) {
            std::size_t begin = at;
            while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
            return begin == at ? std::string() : std::string(text.substr(begin, at + sign.size() - begin));
        }
        std::size_t end = at + sign.size();
        while (end < text.size() && text[end] == ' ') ++end;
        const std::size_t digits = end;
        while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || text[end] == '-')) ++end;
        if (end > digits) return std::string(text.substr(at, end - at));
    }
    return {};
}

std::string_view without_spaces(std::string_view text) {
    constexpr std::string_view kNoBreak = "\u00A0";
    while (text.starts_with(' ') || text.starts_with(kNoBreak))
        text.remove_prefix(text.starts_with(' ') ? 1 : kNoBreak.size());
    return text;
}

/// Whether the year at `at` ends a date as acts have them: «15 декабря 2006», «15.12.2006», «2006 жылғы».
bool is_of_date(std::string_view text, std::size_t at) {
    if (without_spaces(text.substr(at + 4)).starts_with("жылғы")) return true;
    std::string_view before = text.substr(0, at);
    if (before.size() >= 2 && before.ends_with('.') && before[before.size() - 2] >= '0' &&
        before[before.size() - 2] <= '9')
        return true;
    const std::size_t end = before.find_last_not_of(' ');
    before = before.substr(0, end == std::string_view::npos ? 0 : end + 1);
    const std::string_view word = before.substr(before.find_last_of(' ') + 1);
    const std::string_view rest = before.substr(0, before.size() - word.size());
    const std::size_t digit = rest.find_last_not_of(" \"»");
    return !word.empty() && digit != std::string_view::npos && rest[digit] >= '0' && rest[digit] <= '9';
}

}  // namespace

std::optional<int> imprint_year(const Paragraph& paragraph, bool is_act) {
    switch (paragraph.role) {
        case Role::body:
            if (paragraph.word_count > kYearLineWords) return std::nullopt;
            break;
        case Role::abstract:
        case Role::keywords:
        case Role::reference:
        case Role::provision:
        case Role::contents:
            return std::nullopt;
        default:
            if (paragraph.word_count > kTitlePageWords) return std::nullopt;
    }
    const bool cites = !is_act && mentions_act(paragraph.words);
    const std::string_view text = paragraph.text;
    for (const auto& [at, year] : years_of(text)) {
        if (cites && is_of_date(text, at)) continue;
        const std::string_view after = without_spaces(text.substr(at + 4));
        const bool has_word = after.starts_with("жыл") || after.starts_with("ж.") ||
                              after.starts_with("г.") || after.starts_with("год") || after.starts_with("г ");
        const bool is_imprint = (paragraph.role == Role::imprint || paragraph.role == Role::note) &&
                                paragraph.word_count <= kYearLineWords;
        if (has_word || is_imprint) return year;
    }
    return std::nullopt;
}

std::optional<int> head_year(const Paragraph& paragraph, Role role) {
    const auto years = years_of(paragraph.text);
    if (years.size() != 1) return std::nullopt;
    const auto& [at, year] = years.front();
    const std::string_view text = paragraph.text;
    constexpr std::string_view kBesideYear = " ()[],.©\u2013-";
    const bool is_alone = paragraph.word_count <= 2 &&
                          text.substr(0, at).find_first_not_of(kBesideYear) == std::string_view::npos;
    if (!is_alone && role != Role::byline) return std::nullopt;
    std::string_view after = text.substr(at + 4);
    for (const std::string_view word : {" г.", " год", " ж.", " жыл"}) {
        if (after.starts_with(word)) after.remove_prefix(word.size());
    }
    if (after.find_first_not_of(kBesideYear) != std::string_view::npos) return std::nullopt;
    return year;
}

Imprint read_imprint(const Source& source, std::size_t end) {
    Imprint imprint;
    const auto note = [&](const char* rule, const Paragraph& paragraph) {
        imprint.evidence.push_back(evidence_of(rule, paragraph, &source));
    };
    for (std::size_t place = 0; place < end; ++place) {
        const Paragraph& paragraph = source.paragraphs[place];
        if (paragraph.role == Role::contents) continue;
        const bool is_text = paragraph.role == Role::body && paragraph.word_count > kTitlePageWords;
        if (is_text) break;
        const bool is_name =
            paragraph.role == Role::title || (paragraph.role == Role::line && paragraph.capitals > 0.8);
        if (imprint.container.empty() && is_name) {
            imprint.container = one_line(paragraph.text);
            note("volume-title", paragraph);
        }
        const bool is_short = paragraph.word_count <= kYearLineWords;
        if (std::string volume = is_short ? volume_of(paragraph.text) : "";
            imprint.volume.empty() && !volume.empty()) {
            imprint.volume = std::move(volume);
            note("volume-number", paragraph);
        }
        if (!imprint.year && (imprint.year = imprint_year(paragraph, false))) note("volume-year", paragraph);
    }
    for (const std::string& head : source.running_heads) {
        if (imprint.volume.empty()) imprint.volume = volume_of(head);
        const auto years = years_of(head);
        if (!imprint.year && years.size() == 1) {
            imprint.year = years.front().second;
            imprint.evidence.push_back({"running-head", head, 0});
        }
    }
    return imprint;
}

}  // namespace izde::indexer
