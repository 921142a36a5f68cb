#include "indexer/segment/sentences.hpp"

#include <algorithm>
#include <array>

#include "analyzers/characters.hpp"
#include "analyzers/utf8.hpp"

namespace izde::indexer {
namespace {

using analyzers::CharacterClass;

/// Abbreviations that stand in mid-sentence, as they are written; single letters are abbreviations anyway.
constexpr std::array<std::string_view, 38> kAbbreviations = {
    "ст",   "пп",   "гл",  "им",  "ред",  "др",   "см",    "стр",  "изд", "тыс", "млн", "млрд", "руб",
    "проф", "акад", "доц", "рис", "табл", "разд", "абз",   "подп", "утв", "соч", "кн",  "вып",  "сб",
    "бет",  "ғғ",   "жж",  "тт",  "бб",   "т.б",  "т.с.с", "art",  "no",  "vol", "pp",  "ibid"};

bool is_closing(char32_t code) {
    return code == U'»' || code == U'”' || code == '"' || code == ')' || code == ']' || code == U'’';
}

bool is_opening(char32_t code) {
    return code == U'«' || code == U'“' || code == U'„' || code == '"' || code == '(' || code == '[' ||
           code == U'–' || code == U'—';
}

/// The word that ends right before byte `end`, as it stands.
std::string_view word_before(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0) {
        std::size_t at = begin - 1;
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
        const char32_t code = analyzers::decode(text, at).code;
        if (analyzers::class_of(code) != CharacterClass::letter && code != '.') break;
        begin = at;
    }
    return text.substr(begin, end - begin);
}

bool is_abbreviation(std::string_view word) {
    if (word.empty()) return false;
    const std::size_t last_stop = word.rfind('.');
    const std::string_view last = last_stop == std::string_view::npos ? word : word.substr(last_stop + 1);
    if (last.size() <= analyzers::decode(word, word.size() - last.size()).length) return true;
    return std::ranges::find(kAbbreviations, word) != kAbbreviations.end() ||
           std::ranges::find(kAbbreviations, last) != kAbbreviations.end();
}

}  // namespace

std::vector<std::uint32_t> sentence_starts(std::string_view paragraph) {
    std::vector<std::uint32_t> starts = {0};
    std::size_t at = 0;
    while (at < paragraph.size()) {
        const auto character = analyzers::decode(paragraph, at);
        const char32_t code = character.code;
        const std::size_t begin = at;
        at += character.length;
        if (code != '.' && code != '!' && code != '?' && code != U'…') continue;
        while (at < paragraph.size() && is_closing(analyzers::decode(paragraph, at).code)) {
            at += analyzers::decode(paragraph, at).length;
        }
        const std::size_t space = paragraph.find_first_not_of(" \n\t", at);
        if (space == at || space == std::string_view::npos) continue;
        if (code == '.' && is_abbreviation(word_before(paragraph, begin))) continue;
        const char32_t next = analyzers::decode(paragraph, space).code;
        const CharacterClass next_class = analyzers::class_of(next);
        const bool begins =
            analyzers::is_upper(next) || next_class == CharacterClass::digit || is_opening(next);
        if (begins) starts.push_back(static_cast<std::uint32_t>(space));
    }
    return starts;
}

}  // namespace izde::indexer
