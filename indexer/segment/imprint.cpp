#include "indexer/segment/imprint.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "indexer/segment/cut.hpp"

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

}  // namespace

std::optional<int> imprint_year(const Paragraph& paragraph) {
    const bool is_text = paragraph.role == Role::body && paragraph.word_count > kTitlePageWords;
    if (is_text || paragraph.role == Role::reference) return std::nullopt;
    for (const auto& [at, year] : years_of(paragraph.text)) {
        std::string_view after = std::string_view(paragraph.text).substr(at + 4);
        while (after.starts_with(' ') || after.starts_with("\u00A0"))
            after.remove_prefix(after.starts_with(' ') ? 1 : 2);
        const bool has_word = after.starts_with("жыл") || after.starts_with("ж.") ||
                              after.starts_with("г.") || after.starts_with("год") || after.starts_with("г ");
        const bool is_imprint = paragraph.role == Role::imprint && paragraph.word_count <= kYearLineWords;
        if (has_word || is_imprint) return year;
    }
    return std::nullopt;
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
        if (!imprint.year && (imprint.year = imprint_year(paragraph))) note("volume-year", paragraph);
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
