#include "indexer/segment/names.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "analyzers/characters.hpp"
#include "analyzers/normalizer.hpp"
#include "analyzers/tokenizer.hpp"
#include "analyzers/utf8.hpp"

namespace izde::indexer {
namespace {

using analyzers::Piece;
using analyzers::TokenKind;

/// Patronymics end so; each is long enough that no place or title does.
constexpr std::array<std::string_view, 12> kPatronymics = {"ович", "евич", "ьич",  "овна", "евна", "ична",
                                                           "ұлы",  "улы",  "тегі", "қызы", "кызы", "гызы"};

struct Word {
    Piece piece;
    std::string_view text;
    std::string exact;
    bool is_capitalised = false;
};

std::vector<Word> words_of(std::string_view text) {
    analyzers::Tokenizer tokenizer;
    analyzers::Normalizer normalizer;
    tokenizer.reset(text);
    std::vector<Word> words;
    Piece piece;
    while (tokenizer.next(piece)) {
        Word word{piece, text.substr(piece.span.begin, piece.span.end - piece.span.begin), {}, false};
        normalizer.normalize(word.text, word.exact);
        const char32_t first = analyzers::decode(word.text, 0).code;
        word.is_capitalised = piece.kind == TokenKind::word && analyzers::is_upper(first);
        words.push_back(std::move(word));
    }
    return words;
}

/// Whether only white space (and, before initials, a full stop or a comma) stands between two words.
bool is_adjacent(std::string_view text, const Word& left, const Word& right) {
    const std::string_view between =
        text.substr(left.piece.span.end, right.piece.span.begin - left.piece.span.end);
    return between.find_first_not_of(" \t\n.\xC2\xA0") == std::string_view::npos && between.size() <= 6;
}

bool is_patronymic(const Word& word) {
    return word.is_capitalised && std::ranges::any_of(kPatronymics, [&](std::string_view ending) {
               return word.exact.size() > ending.size() + 4 && word.exact.ends_with(ending);
           });
}

/// «БАЙЖАНОВА» → «Байжанова», «ӘБДІ-ҚАДЫР» → «Әбді-Қадыр»; other words stay.
std::string name_case(std::string_view word) {
    std::string result;
    bool is_first = true;
    std::size_t capitals = 0;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size();) {
        const auto character = analyzers::decode(word, at);
        at += character.length;
        ++letters;
        if (analyzers::is_upper(character.code)) ++capitals;
        analyzers::append_utf8(result, is_first ? character.code : analyzers::to_lower(character.code));
        is_first = character.code == '-';
    }
    return capitals + 1 >= letters && letters > 2 ? result : std::string(word);
}

/// Initials in one spelling: capitals, each with a full stop, no spaces.
std::string initials_of(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = analyzers::decode(text, at);
        at += character.length;
        if (analyzers::class_of(character.code) != analyzers::CharacterClass::letter) continue;
        if (analyzers::is_upper(character.code) && !result.empty()) result += '.';
        analyzers::append_utf8(result, character.code);
    }
    return result + '.';
}

bool may_be_surname(const Word& word) {
    return word.is_capitalised && word.text.size() >= 4;  // two Cyrillic letters: «Ли», «Ким»
}

}  // namespace

std::vector<PersonName> find_names(std::string_view text) {
    const std::vector<Word> words = words_of(text);
    std::vector<PersonName> names;
    std::size_t at = 0;
    while (at < words.size()) {
        const Word& word = words[at];
        const Word* const next =
            at + 1 < words.size() && is_adjacent(text, word, words[at + 1]) ? &words[at + 1] : nullptr;
        if (next != nullptr && may_be_surname(word) && next->piece.kind == TokenKind::initials) {
            names.push_back({name_case(word.text) + ' ' + initials_of(next->text),
                             {word.piece.span.begin, next->piece.span.end}});
            at += 2;
            continue;
        }
        if (next != nullptr && word.piece.kind == TokenKind::initials && may_be_surname(*next)) {
            names.push_back({name_case(next->text) + ' ' + initials_of(word.text),
                             {word.piece.span.begin, next->piece.span.end}});
            at += 2;
            continue;
        }
        if (at + 2 < words.size() && next != nullptr && is_adjacent(text, *next, words[at + 2]) &&
            word.is_capitalised && next->is_capitalised && words[at + 2].is_capitalised &&
            (is_patronymic(*next) || is_patronymic(words[at + 2]))) {
            names.push_back(
                {name_case(word.text) + ' ' + name_case(next->text) + ' ' + name_case(words[at + 2].text),
                 {word.piece.span.begin, words[at + 2].piece.span.end}});
            at += 3;
            continue;
        }
        ++at;
    }
    return names;
}

}  // namespace izde::indexer
