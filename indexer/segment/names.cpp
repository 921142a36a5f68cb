#include "indexer/segment/names.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "analyzers/characters.hpp"
#include "analyzers/normalizer.hpp"
#include "analyzers/tokenizer.hpp"
#include "analyzers/utf8.hpp"
#include "indexer/segment/vocabulary.hpp"

namespace izde::indexer {
namespace {

using analyzers::Piece;
using analyzers::TokenKind;

/// Patronymics end so; each is long enough that no place or title does («-тегі» is not: «процестегі»).
constexpr std::array<std::string_view, 18> kPatronymics = {"ович",  "евич", "ьич",  "овна", "евна", "ична",
                                                           "ұлы",   "улы",  "қызы", "кызы", "гызы", "ovich",
                                                           "evich", "ovna", "evna", "kyzy", "qyzy", "uly"};

/// Words of a degree or post before a name.
constexpr std::size_t kLeadingDegree = 7;

/// Words beside a name that may hold a degree.
constexpr std::size_t kBesideWords = 5;

struct Word {
    Piece piece;
    std::string_view text;
    std::string exact;
    bool is_capitalised = false;
};

/// «Байжанова 1, Ахметов 2,*»: where a mark that a space parts from its name ends; `at` where there is none.
std::size_t end_of_parted_mark(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || text[end] == '*' ||
                                 (text[end] == ',' && end + 1 < text.size() && text[end + 1] != ' ')))
        ++end;
    const bool has_digits = end > at + 1 && end <= at + 6;
    const bool ends = end == text.size() || text[end] == ',' || text[end] == ';' ||
                      text.substr(end).starts_with(" and ") || text.substr(end).starts_with(" и ") ||
                      text.substr(end).starts_with(" және ");
    return has_digits && ends ? end : at;
}

/// The text with marks beside names («И.И.1», «Иванов¹», «И.И.*») as spaces: every byte keeps its place.
std::string without_marks(std::string_view text) {
    std::string result(text);
    bool follows_name = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = analyzers::decode(text, at);
        const char32_t code = character.code;
        const bool is_superscript =
            code == U'¹' || code == U'²' || code == U'³' || (code >= U'⁰' && code <= U'⁹');
        const bool is_digit = code >= '0' && code <= '9';
        if (code == ' ' && follows_name) {
            const std::size_t end = end_of_parted_mark(text, at);
            result.replace(at, end - at, end - at, ' ');
            if (end != at) {
                at = end;
                continue;
            }
        }
        if (is_superscript || code == '*' || code == '_' || (is_digit && follows_name)) {
            result.replace(at, character.length, character.length, ' ');
        } else {
            follows_name = code == '.' || (is_digit && follows_name) ||
                           analyzers::class_of(code) == analyzers::CharacterClass::letter;
        }
        at += character.length;
    }
    return result;
}

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
               return word.exact.size() >= ending.size() + 4 && word.exact.ends_with(ending);
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
    return capitals + 1 >= letters && capitals > 1 ? result : std::string(word);
}

bool is_in_capitals(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const auto character = analyzers::decode(word, at);
        at += character.length;
        const bool is_letter = analyzers::class_of(character.code) == analyzers::CharacterClass::letter;
        if (is_letter && !analyzers::is_upper(character.code)) return false;
    }
    return true;
}

/// «ҚазҰУ», «КазНУ», «КАЗГЮУ-дің»: capitals behind small letters, or before them.
bool is_mixed_abbreviation(std::string_view word) {
    std::size_t letters = 0;
    std::size_t capitals = 0;
    for (std::size_t at = 0; at < word.size();) {
        const auto character = analyzers::decode(word, at);
        at += character.length;
        if (character.code == '-') return false;
        ++letters;
        if (analyzers::is_upper(character.code)) ++capitals;
    }
    return capitals > 1 && capitals < letters;
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

/// «Байтұрсынұлының еңбектері»: whose something is, a title's person and no author.
bool is_genitive(std::string_view exact) {
    static constexpr std::array<std::string_view, 6> kEndings = {"ның", "нің", "дың", "дің", "тың", "тің"};
    return std::ranges::any_of(kEndings, [&](std::string_view ending) { return exact.ends_with(ending); });
}

bool may_be_surname(const Word& word) {
    // Two Cyrillic letters: «Ли», «Ким».
    return word.is_capitalised && word.text.size() >= 4 && !is_no_name(word.exact) &&
           !is_genitive(word.exact);
}

/// «Е.А.Бөкетов атындағы», «им. Е.А. Букетова».
bool names_institution(std::string_view text, const analyzers::Span& span) {
    const std::string_view before = text.substr(0, span.begin);
    // «имени академика Е.А. Букетова», «им. аль-Фараби»
    constexpr std::size_t kRankBytes = 40;
    const std::size_t named = before.rfind("имени ");
    const bool has_rank = named != std::string_view::npos && before.size() - named <= kRankBytes &&
                          before.substr(named).find(',') == std::string_view::npos;
    return has_rank || text.substr(span.end).starts_with(" атындағы") || before.ends_with("им. ") ||
           before.ends_with("им.") || before.ends_with("имени ") || before.ends_with("атындағы ");
}

/// «Научный руководитель: … Петров П.П.», «Ғылыми жетекшісі …»: who stands behind such words is no author.
bool names_other(std::string_view before) {
    static constexpr std::array<std::string_view, 12> kWords = {
        "онсультант:", "уководител",  "ылыми жетекші", "етекшісі", "ылыми кеңесші", "upervisor",
        "ецензент",    "ікір беруші", "еревод",        "едактор",  "translat",      "уч. рук"};
    return std::ranges::any_of(
        kWords, [&](std::string_view word) { return before.find(word) != std::string_view::npos; });
}

/// «К. БАЙЖАНОВА»: one letter beside capitals, which the tokenizer takes for the end of a sentence.
bool is_lone_initial(std::string_view text, const Word& word) {
    return word.is_capitalised && analyzers::decode(word.text, 0).length == word.text.size() &&
           text.substr(word.piece.span.end).starts_with(".");
}

/// Initials have a full stop: «ПОЛИТИКА И СФЕРА» names nobody.
bool are_initials(std::string_view text, const Word& word) {
    return (word.piece.kind == TokenKind::initials || is_lone_initial(text, word)) &&
           (word.text.find('.') != std::string_view::npos ||
            text.substr(word.piece.span.end).starts_with("."));
}

/// «Кулаш Т. Байжанова»: a given name, one initial and the surname, between two commas or alone on the line;
/// elsewhere the initial belongs to the word before it.
bool is_given_initial_surname(std::string_view text, const std::vector<Word>& words, std::size_t at) {
    if (at + 2 >= words.size()) return false;
    const Word& given = words[at];
    const Word& initial = words[at + 1];
    const Word& surname = words[at + 2];
    const bool is_one_letter = analyzers::decode(initial.text, 0).length + 1 >= initial.text.size();
    if (!is_one_letter || !are_initials(text, initial) || !may_be_surname(given) ||
        !may_be_surname(surname) || !is_adjacent(text, given, initial) ||
        !is_adjacent(text, initial, surname))
        return false;
    const auto is_separated = [&](const Word& left, const Word& right) {
        const std::string_view between =
            text.substr(left.piece.span.end, right.piece.span.begin - left.piece.span.end);
        return between.find_first_of(",;\n(") != std::string_view::npos ||
               between.find(" - ") != std::string_view::npos ||
               between.find("\u2013") != std::string_view::npos ||
               between.find("\u2014") != std::string_view::npos;
    };
    const auto joins = [](const Word& word) {
        return word.exact == "және" || word.exact == "и" || word.exact == "and";
    };
    // A degree may stand beside the name without a comma: «Кулаш Т. Байжанова PhD докторант».
    const auto tells_degree = [&](std::size_t begin, std::size_t end) {
        std::string beside;
        for (std::size_t place = begin; place < std::min(end, words.size()); ++place)
            beside += words[place].exact + ' ';
        return affiliation_words(beside) > 0;
    };
    const bool begins = at == 0 || joins(words[at - 1]) || is_separated(words[at - 1], given) ||
                        tells_degree(at - std::min(at, kBesideWords), at);
    const bool ends = at + 3 == words.size() || joins(words[at + 3]) ||
                      is_separated(surname, words[at + 3]) || tells_degree(at + 3, at + 3 + kBesideWords);
    return begins && ends;
}

/// «Байжанова, К.Т.»: the surname, a comma, initials that belong to no other surname.
bool is_surname_comma_initials(std::string_view text, const std::vector<Word>& words, std::size_t at) {
    if (at + 1 >= words.size() || !may_be_surname(words[at]) || !are_initials(text, words[at + 1]))
        return false;
    const std::string_view between =
        text.substr(words[at].piece.span.end, words[at + 1].piece.span.begin - words[at].piece.span.end);
    if (between != ", ") return false;
    return at + 2 == words.size() || !words[at + 2].is_capitalised ||
           !is_adjacent(text, words[at + 1], words[at + 2]);
}

/// «Кулаш БАЙЖАНОВА»: a given name and a surname in capitals, which separators end where it is as short as an
/// abbreviation («Виктор ЛИ,»).
bool is_given_capital_surname(std::string_view text, const std::vector<Word>& words, std::size_t at) {
    constexpr std::size_t kSurnameLetters = 4;
    const Word& given = words[at];
    const Word& surname = words[at + 1];
    // «Юлия Щербакова ОТВЕТСТВЕННОСТЬ НЕСОВЕРШЕННОЛЕТНИХ»: a name and a title.
    const auto goes_on = [&](std::size_t left) {
        return left + 1 < words.size() && words[left + 1].is_capitalised &&
               is_adjacent(text, words[left], words[left + 1]);
    };
    if (goes_on(at + 1) || (at > 0 && words[at - 1].is_capitalised && goes_on(at - 1))) return false;
    if (!may_be_surname(given) || !may_be_surname(surname) || !is_in_capitals(surname.text) ||
        is_in_capitals(given.text) || !is_adjacent(text, given, surname) ||
        affiliation_words(given.exact) + affiliation_words(surname.exact) > 0)
        return false;
    const auto letters = static_cast<std::size_t>(std::ranges::count_if(
        surname.text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
    std::string_view behind = text.substr(surname.piece.span.end);
    while (behind.starts_with(' ')) behind.remove_prefix(1);
    return letters >= kSurnameLetters || behind.empty() || behind.starts_with(',');
}

/// A hyphen compound is two words for the tokenizer, one surname for a reader: «Петров-Водкин».
std::vector<Word> join_compounds(std::string_view text, std::vector<Word> words) {
    std::vector<Word> joined;
    for (Word& word : words) {
        const bool continues = !joined.empty() && word.is_capitalised && joined.back().is_capitalised &&
                               word.piece.span.begin == joined.back().piece.span.end + 1 &&
                               text[joined.back().piece.span.end] == '-';
        if (!continues) {
            joined.push_back(std::move(word));
            continue;
        }
        Word& whole = joined.back();
        whole.piece.span.end = word.piece.span.end;
        whole.text = text.substr(whole.piece.span.begin, whole.piece.span.end - whole.piece.span.begin);
        whole.exact += '-' + word.exact;
    }
    return joined;
}

}  // namespace

std::vector<PersonName> find_names(std::string_view line) {
    const std::string text = without_marks(line);
    const std::vector<Word> words = join_compounds(text, words_of(text));
    std::vector<PersonName> names;
    // «Алматы Т.Р. Есенжолов»: whose initials these are the first name of the line tells.
    bool initials_first = false;
    for (std::size_t place = 0; place < words.size(); ++place) {
        if (!are_initials(text, words[place])) continue;
        initials_first = place == 0 || !is_adjacent(text, words[place - 1], words[place]) ||
                         !may_be_surname(words[place - 1]);
        break;
    }
    std::size_t at = 0;
    while (at < words.size()) {
        const Word& word = words[at];
        const Word* const next =
            at + 1 < words.size() && is_adjacent(text, word, words[at + 1]) ? &words[at + 1] : nullptr;
        const bool leads = next != nullptr && are_initials(text, *next) && at + 2 < words.size() &&
                           is_adjacent(text, *next, words[at + 2]) && may_be_surname(words[at + 2]) &&
                           (initials_first ||
                            names_institution(text, {next->piece.span.begin, words[at + 2].piece.span.end}));
        if (next != nullptr && is_given_initial_surname(text, words, at)) {
            const Word& surname = words[at + 2];
            names.push_back(
                {name_case(word.text) + ' ' + initials_of(next->text) + ' ' + name_case(surname.text),
                 {word.piece.span.begin, surname.piece.span.end}});
            at += 3;
            continue;
        }
        if (is_surname_comma_initials(text, words, at)) {
            names.push_back({name_case(word.text) + ' ' + initials_of(words[at + 1].text),
                             {word.piece.span.begin, words[at + 1].piece.span.end}});
            at += 2;
            continue;
        }
        if (next != nullptr && !leads && may_be_surname(word) && are_initials(text, *next)) {
            names.push_back({name_case(word.text) + ' ' + initials_of(next->text),
                             {word.piece.span.begin, next->piece.span.end}});
            at += 2;
            continue;
        }
        if (next != nullptr && are_initials(text, word) && may_be_surname(*next)) {
            names.push_back({name_case(next->text) + ' ' + initials_of(word.text),
                             {word.piece.span.begin, next->piece.span.end}});
            at += 2;
            continue;
        }
        if (at + 2 < words.size() && next != nullptr && is_adjacent(text, *next, words[at + 2]) &&
            word.is_capitalised && next->is_capitalised && words[at + 2].is_capitalised &&
            !is_no_name(word.exact) && (is_patronymic(*next) || is_patronymic(words[at + 2]))) {
            names.push_back(
                {name_case(word.text) + ' ' + name_case(next->text) + ' ' + name_case(words[at + 2].text),
                 {word.piece.span.begin, words[at + 2].piece.span.end}});
            at += 3;
            continue;
        }
        if (next != nullptr && is_given_capital_surname(text, words, at)) {
            names.push_back({name_case(word.text) + ' ' + name_case(next->text),
                             {word.piece.span.begin, next->piece.span.end}});
            at += 2;
            continue;
        }
        ++at;
    }
    std::size_t end = 0;
    std::erase_if(names, [&](const PersonName& name) {
        const std::string_view between = std::string_view(text).substr(end, name.span.begin - end);
        end = name.span.end;
        return names_institution(text, name.span) || names_other(between);
    });
    return names;
}

std::vector<PersonName> find_bare_names(std::string_view line) {
    const std::string text = without_marks(line);
    const std::vector<Word> words = join_compounds(text, words_of(text));
    std::vector<PersonName> names;
    const auto is_name_word = [](const Word& word) {
        return word.is_capitalised && word.text.size() >= 4 && !is_no_name(word.exact) &&
               !is_mixed_abbreviation(word.text) && affiliation_words(word.exact) == 0;
    };
    // A degree may lead: «2-курс магистранты Ләззат Үмбетова».
    std::size_t first = 0;
    std::string lead;
    while (first + 1 < words.size() && !(is_name_word(words[first]) && is_name_word(words[first + 1]))) {
        lead += (lead.empty() ? "" : " ") + words[first++].exact;
    }
    const bool is_degree =
        first <= kLeadingDegree && affiliation_words(lead) > 0 &&
        std::none_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(first),
                     [](const Word& word) { return word.is_capitalised && word.text.size() > 6; });
    if (!is_degree) first = 0;
    for (std::size_t at = first; at < words.size();) {
        // Nothing but separators before a name.
        const std::size_t gap = at == 0 ? 0 : words[at - 1].piece.span.end;
        const std::string_view between = std::string_view(text).substr(gap, words[at].piece.span.begin - gap);
        if (at > first && between.find_first_not_of(" \t\n,;") != std::string_view::npos) break;
        if (at > first && between.find_first_of(",;") == std::string_view::npos) {
            if (words[at].exact != "және" && words[at].exact != "и" && words[at].exact != "and") break;
            if (++at == words.size()) break;
        }
        std::size_t end = at;
        while (end < words.size() && is_name_word(words[end]) &&
               (end == at || is_adjacent(text, words[end - 1], words[end])))
            ++end;
        // «Қуаныш Байжанов Казахский национальный университет»: a word in small letters goes on with the
        // last.
        if (end - at == 3 && end < words.size() && words[end].piece.kind == TokenKind::word &&
            !words[end].is_capitalised && is_adjacent(text, words[end - 1], words[end]))
            --end;
        if (end - at < 2 || end - at > 3) break;
        // «Karaganda Buketov University»: what goes on without a comma is no name.
        if (end < words.size() && words[end].is_capitalised && is_no_name(words[end].exact) &&
            is_adjacent(text, words[end - 1], words[end]))
            break;
        if (is_in_capitals(words[at].text)) break;
        if (names_institution(text, {words[at].piece.span.begin, words[end - 1].piece.span.end})) break;
        std::string name;
        for (std::size_t place = at; place < end; ++place)
            name += (name.empty() ? "" : " ") + name_case(words[place].text);
        names.push_back({std::move(name), {words[at].piece.span.begin, words[end - 1].piece.span.end}});
        at = end;
    }
    return names;
}

bool name_same_person(std::string_view one, std::string_view other) {
    if (one == other) return true;
    const auto parts = [](std::string_view name) {
        std::vector<std::string_view> words;
        while (!name.empty()) {
            const std::size_t end = std::min(name.find_first_of(" ."), name.size());
            if (end > 0) words.push_back(name.substr(0, end));
            name.remove_prefix(std::min(end + 1, name.size()));
        }
        return words;
    };
    const std::vector<std::string_view> left = parts(one);
    const std::vector<std::string_view> right = parts(other);
    const auto is_initial = [](std::string_view word) {
        return analyzers::decode(word, 0).length == word.size();
    };
    // One with initials, the other in full: each word of the first is one of the second or begins it.
    const std::vector<std::string_view>& brief = std::ranges::any_of(left, is_initial) ? left : right;
    const std::vector<std::string_view>& full = &brief == &left ? right : left;
    if (brief.size() != full.size() || std::ranges::any_of(full, is_initial) ||
        !std::ranges::any_of(brief, is_initial))
        return false;
    return std::ranges::all_of(brief, [&](std::string_view word) {
        return std::ranges::any_of(full, [&](std::string_view whole) {
            return is_initial(word) ? whole.starts_with(word) : whole == word;
        });
    });
}

}  // namespace izde::indexer
