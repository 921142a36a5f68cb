#include <algorithm>
#include <array>
#include <optional>

#include "indexer/segment/cut.hpp"

namespace izde::indexer {
namespace {

/// The head of a decision (court, case number, «ИМЕНЕМ РЕСПУБЛИКИ КАЗАХСТАН») has no more lines before its
/// name, and the court and the date stand within as many behind it.
constexpr std::size_t kHeadBefore = 6;
constexpr std::size_t kHeadBehind = 6;

/// A file that is a decision says so within its first paragraphs.
constexpr std::size_t kWithin = 12;

/// The names of court acts, and what may stand before and behind them.
constexpr std::array<std::string_view, 13> kActs = {"решение",
                                                    "приговор",
                                                    "постановление",
                                                    "определение",
                                                    "нормативное постановление",
                                                    "заочное решение",
                                                    "шешім",
                                                    "үкім",
                                                    "қаулы",
                                                    "ұйғарым",
                                                    "сот шешімі",
                                                    "кассационное постановление",
                                                    "апелляционное постановление"};

constexpr std::array<std::string_view, 5> kInTheName = {
    "именем республики казахстан", "именем российской федерации", "қазақстан республикасының атынан",
    "қазақстан республикасы атынан", "іменем"};

bool names_act(const Paragraph& paragraph) {
    if (paragraph.word_count == 0 || paragraph.word_count > 14) return false;
    // «Р Е Ш Е Н И Е»: letters set apart.
    std::string words = paragraph.words;
    const auto spaces = static_cast<std::size_t>(std::ranges::count(words, ' '));
    if (spaces >= 4 && paragraph.word_count == spaces + 1 && words.size() <= 3 * paragraph.word_count)
        std::erase(words, ' ');
    const bool is_capital =
        paragraph.capitals > 0.8 || paragraph.is_centred || paragraph.is_bold || paragraph.heading_level != 0;
    return is_capital && std::ranges::any_of(kActs, [&](std::string_view act) {
               return words == act || (paragraph.capitals > 0.5 && words.starts_with(act) &&
                                       words.find("№") != std::string::npos);
           });
}

bool is_in_the_name(const Paragraph& paragraph) {
    return std::ranges::any_of(
        kInTheName, [&](std::string_view words) { return paragraph.words.find(words) != std::string::npos; });
}

/// A line that names the court: «Районный суд № 2 города Караганды», «… соты».
bool names_court(const Paragraph& paragraph) {
    const std::string words = " " + paragraph.words + " ";
    return words.find(" суд ") != std::string::npos || words.find(" суда ") != std::string::npos ||
           words.find(" соты ") != std::string::npos || words.find(" сотының ") != std::string::npos ||
           words.find(" судья ") != std::string::npos || words.find(" судебная ") != std::string::npos ||
           words.find(" сот ") != std::string::npos;
}

/// «Районный суд № 2 города Караганды» of a line that goes on with the judges.
std::string court_of(const Paragraph& paragraph) {
    std::string_view text = paragraph.text;
    for (const std::string_view end : {" в составе", ", ", " құрамында", " судья"}) {
        text = text.substr(0, text.find(end));
    }
    const bool is_name = text.size() < 200 && !text.starts_with("Судья") && !text.starts_with("Дело");
    return is_name ? one_line(text) : std::string();
}

/// «Судья Д.С. Ахметов», «Судьялар: …»: the signatures below a decision are not the head of the next.
bool signs(const Paragraph& paragraph) {
    return paragraph.words.starts_with("судья") || paragraph.words.starts_with("судьи") ||
           paragraph.words.starts_with("председательствующ") || paragraph.words.starts_with("төраға") ||
           paragraph.words.starts_with("төрағалық");
}

bool numbers_case(const Paragraph& paragraph) {
    return paragraph.word_count <= 14 && paragraph.text.find("№") != std::string::npos;
}

std::optional<Cut> read_decision(const std::vector<Paragraph>& paragraphs, std::size_t name) {
    Cut cut;
    cut.kind = store::WorkKind::decision;
    cut.begin = name;
    while (cut.begin > 0 && name - cut.begin < kHeadBefore && paragraphs[cut.begin - 1].word_count <= 14 &&
           !signs(paragraphs[cut.begin - 1]) &&
           (names_court(paragraphs[cut.begin - 1]) || numbers_case(paragraphs[cut.begin - 1]) ||
            is_in_the_name(paragraphs[cut.begin - 1])))
        --cut.begin;
    const std::size_t end = std::min(paragraphs.size(), name + kHeadBehind + 1);
    cut.title = one_line(paragraphs[name].text);
    cut.evidence.push_back(evidence_of("decision", paragraphs[name]));
    bool has_court = false;
    bool has_number = cut.title.find("№") != std::string::npos;
    std::string court;
    for (std::size_t place = cut.begin; place < end; ++place) {
        const Paragraph& paragraph = paragraphs[place];
        if (place == name) continue;
        if (is_in_the_name(paragraph)) cut.evidence.push_back(evidence_of("in-the-name", paragraph));
        if (!has_court && names_court(paragraph)) {
            has_court = true;
            cut.evidence.push_back(evidence_of("court", paragraph));
            court = court_of(paragraph);
        }
        if (!has_number && numbers_case(paragraph)) {
            has_number = true;
            cut.title += ' ' + one_line(paragraph.text);
            cut.evidence.push_back(evidence_of("case-number", paragraph));
        }
    }
    if (!has_court) return std::nullopt;
    if (!court.empty()) cut.title += ", " + court;
    return cut;
}

}  // namespace

std::vector<Cut> cut_decisions(const std::vector<Paragraph>& paragraphs) {
    std::vector<Cut> cuts;
    for (std::size_t place = 0; place < paragraphs.size(); ++place) {
        if (cuts.empty() && place >= kWithin) return {};
        if (!names_act(paragraphs[place])) continue;
        std::optional<Cut> cut = read_decision(paragraphs, place);
        if (!cut) continue;
        // «РЕШИЛ» and the name of the act again within its text are no new act: that has a head of its own.
        const Paragraph& below = paragraphs[std::min(place + 1, paragraphs.size() - 1)];
        if (!cuts.empty() && cut->begin == place && !numbers_case(below) && !is_in_the_name(below)) continue;
        if (cuts.empty()) {
            cut->begin = 0;
        } else {
            cuts.back().end = cut->begin;
        }
        cut->end = paragraphs.size();
        cuts.push_back(std::move(*cut));
    }
    return cuts;
}

}  // namespace izde::indexer
