#include "analyzers/person_name.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "analyzers/characters.hpp"
#include "analyzers/utf8.hpp"

namespace izde::analyzers {
namespace {

/// Latin spellings of Cyrillic letters, the longest first (passport rules of Kazakhstan and Russia, the
/// Kazakh Latin alphabets, library transliteration).
constexpr auto kLatin = std::to_array<std::pair<std::u32string_view, std::u32string_view>>(
    {{U"shch", U"ш"}, {U"sch", U"ш"}, {U"zh", U"ж"}, {U"dj", U"ж"}, {U"kh", U"х"}, {U"gh", U"г"},
     {U"ch", U"ч"},   {U"sh", U"ш"},  {U"ts", U"ц"}, {U"ye", U"е"}, {U"ck", U"к"}, {U"a", U"а"},
     {U"b", U"б"},    {U"c", U"ц"},   {U"d", U"д"},  {U"e", U"е"},  {U"f", U"ф"},  {U"g", U"г"},
     {U"h", U"х"},    {U"i", U"и"},   {U"j", U"ж"},  {U"k", U"к"},  {U"l", U"л"},  {U"m", U"м"},
     {U"n", U"н"},    {U"o", U"о"},   {U"p", U"п"},  {U"q", U"к"},  {U"r", U"р"},  {U"s", U"с"},
     {U"t", U"т"},    {U"u", U"у"},   {U"v", U"в"},  {U"w", U"у"},  {U"x", U"кс"}, {U"y", U"и"},
     {U"z", U"з"}});

/// Kazakh letters as Russian writes them, and Russian ones that Latin does not tell apart.
constexpr auto kCyrillic = std::to_array<std::pair<char32_t, std::u32string_view>>(
    {{U'ә', U"а"}, {U'ғ', U"г"}, {U'қ', U"к"},  {U'ң', U"н"},  {U'ұ', U"у"}, {U'ү', U"у"},
     {U'һ', U"х"}, {U'і', U"и"}, {U'ы', U"и"},  {U'й', U"и"},  {U'э', U"е"}, {U'щ', U"ш"},
     {U'ъ', U""},  {U'ь', U""},  {U'я', U"иа"}, {U'ю', U"иу"}, {U'á', U"а"}, {U'ä', U"а"},
     {U'ğ', U"г"}, {U'ń', U"н"}, {U'ñ', U"н"},  {U'ú', U"у"},  {U'ü', U"у"}, {U'ū', U"у"},
     {U'ı', U"и"}, {U'ş', U"ш"}, {U'ç', U"ч"},  {U'ǵ', U"г"},  {U'ŋ', U"н"}, {U'ý', U"у"}});

/// Endings of cases behind surnames in -ов, -ев, -ин, Russian and Kazakh, as they are after the folds.
constexpr std::array<std::u32string_view, 22> kEndings = {
    U"а",  U"у",  U"им", U"ои", U"е",  U"ом", U"их",  U"ими", U"тин", U"дин", U"нин",
    U"ка", U"ке", U"ти", U"ди", U"та", U"те", U"тан", U"тен", U"пен", U"мен", U"бен"};

std::u32string decoded(std::string_view word) {
    std::u32string letters;
    for (std::size_t at = 0; at < word.size();) {
        const Character character = decode(word, at);
        at += character.length;
        letters.push_back(to_lower(character.code));
    }
    return letters;
}

constexpr std::u32string_view kVowels = U"аәеёиоөуұүыіэюя";

/// Spellings that Russian documents give a Kazakh name, besides that letter by letter: a weak і or ы between
/// consonants is left out («Әбдірахманов» – «Абдрахманов», «Тілеубаев» – «Тлеубаев»), і behind a syllable of
/// ү is у («Жүнісов» – «Жунусов»), «уә» at the beginning is «ва» («Уәлиханов» – «Валиханов»). One change a
/// form: two of a kind are not met in names, and forms stay few.
std::vector<std::u32string> russian_spellings(const std::u32string& letters) {
    std::vector<std::u32string> spellings = {letters};
    const auto is_consonant = [&](std::size_t at) {
        return at < letters.size() && kVowels.find(letters[at]) == std::u32string_view::npos;
    };
    constexpr std::size_t kMostSpellings = 6;
    char32_t vowel_before = 0;
    for (std::size_t at = 0; at < letters.size() && spellings.size() < kMostSpellings; ++at) {
        const char32_t letter = letters[at];
        if ((letter == U'і' || letter == U'ы') && at > 0 && is_consonant(at - 1) && is_consonant(at + 1) &&
            at + 2 < letters.size()) {
            spellings.push_back(letters);
            spellings.back().erase(at, 1);
            if (letter == U'і' && vowel_before == U'ү') {
                spellings.push_back(letters);
                spellings.back()[at] = U'у';
            }
        }
        if (!is_consonant(at)) vowel_before = letter;
    }
    if (letters.starts_with(U"уә")) spellings.push_back(U"ва" + letters.substr(2));
    return spellings;
}

std::u32string folded(std::u32string_view letters, char32_t for_barred_o) {
    std::u32string result;
    for (std::size_t at = 0; at < letters.size();) {
        const char32_t code = letters[at];
        if (code == U'ө' || code == U'ö' || code == U'ó') {
            result += for_barred_o;
            ++at;
            continue;
        }
        const auto* const latin = std::ranges::find_if(
            kLatin, [&](const auto& row) { return letters.substr(at).starts_with(row.first); });
        if (latin != kLatin.end()) {
            result += latin->second;
            at += latin->first.size();
            continue;
        }
        const auto* const cyrillic =
            std::ranges::find_if(kCyrillic, [&](const auto& row) { return row.first == code; });
        if (cyrillic != kCyrillic.end()) {
            result += cyrillic->second;
        } else if (class_of(code) == CharacterClass::letter) {
            result += code;
        }
        ++at;
    }
    // «Джумагулов» is «Жұмағұлов»; «Юлиия», «Сергеевна»: a letter doubled by the folds is one.
    for (std::size_t at; (at = result.find(U"дж")) != std::u32string::npos;) result.erase(at, 1);
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

/// «букетова», «букетовтин» → «букетов»; patronymics stay.
void cut_ending(std::u32string& name) {
    constexpr std::size_t kShortest = 4;
    for (const std::u32string_view family : {U"ов", U"ев", U"ин"}) {
        const std::size_t at = name.rfind(family);
        if (at == std::u32string::npos || at + 2 < kShortest || at + 2 == name.size()) continue;
        const std::u32string_view ending = std::u32string_view(name).substr(at + 2);
        if (std::ranges::find(kEndings, ending) != kEndings.end()) {
            name.resize(at + 2);
            return;
        }
    }
}

}  // namespace

std::vector<std::string> name_forms(std::string_view word) {
    std::vector<std::string> forms;
    for (const std::u32string& letters : russian_spellings(decoded(word))) {
        for (const char32_t for_barred_o : {U'у', U'о'}) {
            std::u32string name = folded(letters, for_barred_o);
            cut_ending(name);
            std::string form;
            for (const char32_t code : name) append_utf8(form, code);
            if (!form.empty() && std::ranges::find(forms, form) == forms.end())
                forms.push_back(std::move(form));
        }
    }
    return forms;
}

}  // namespace izde::analyzers
