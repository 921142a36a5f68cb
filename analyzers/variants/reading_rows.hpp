#pragma once

#include <array>
#include <string_view>

/// What typed letters may mean. Costs are rough logarithms: .3 for a reading that is nearly as usual as the
/// plain one, 1 for one in three, 1.5 and more for what is rarely meant. README.md has what they restore.
namespace izde::analyzers {

struct ReadingRow {
    std::u32string_view typed;
    std::u32string_view meant;
    double cost;
};

/// Cyrillic: Kazakh letters left out, then letters taken for each other.
inline constexpr std::array kLetterRows = {
    ReadingRow{U"к", U"қ", .3},  ReadingRow{U"г", U"ғ", .3},  ReadingRow{U"н", U"ң", .6},
    ReadingRow{U"у", U"ұ", .4},  ReadingRow{U"у", U"ү", .4},  ReadingRow{U"о", U"ө", .4},
    ReadingRow{U"а", U"ә", .6},  ReadingRow{U"и", U"і", .2},  ReadingRow{U"х", U"һ", 1.2},
    ReadingRow{U"ұ", U"ү", 1},  // «ҰЕҰ» for «ҮЕҰ»
    ReadingRow{U"ү", U"ұ", 1},   ReadingRow{U"і", U"ы", 1.5}, ReadingRow{U"ы", U"і", 1.5},
    ReadingRow{U"ә", U"а", 1.5}, ReadingRow{U"һ", U"х", 1},   ReadingRow{U"ө", U"о", 1.5},
    ReadingRow{U"ү", U"у", 1.5}, ReadingRow{U"ұ", U"у", 1.2}, ReadingRow{U"қ", U"к", 1.5},
    ReadingRow{U"ғ", U"г", 1.5}, ReadingRow{U"ң", U"н", 1.2}, ReadingRow{U"і", U"и", 1.2},
    ReadingRow{U"ы", U"и", 2},
};

/// Latin, all alphabets at once: what a letter means in one of them is an alternative in the others, and the
/// vocabulary decides.
inline constexpr std::array kLatinRows = {
    ReadingRow{U"a", U"а", 0},
    ReadingRow{U"a", U"ә", .7},  // ASCII
    ReadingRow{U"a'", U"ә", 0},  // 2017
    ReadingRow{U"á", U"ә", 0},   // 2018
    ReadingRow{U"ä", U"ә", 0},   // 2019, 2021
    ReadingRow{U"ə", U"ә", 0},
    ReadingRow{U"â", U"я", .5},  // ISO 9
    ReadingRow{U"ae", U"ә", 1},
    ReadingRow{U"b", U"б", 0},
    ReadingRow{U"c", U"ц", .3},
    ReadingRow{U"c", U"с", 1.5},
    ReadingRow{U"c", U"к", 1.5},
    ReadingRow{U"c'", U"ч", 0},  // 2017
    ReadingRow{U"ç", U"ч", 0},
    ReadingRow{U"č", U"ч", 0},
    ReadingRow{U"ch", U"ч", 0},
    ReadingRow{U"ch", U"х", 1.5},
    ReadingRow{U"d", U"д", 0},
    ReadingRow{U"e", U"е", 0},
    ReadingRow{U"e", U"э", .5},
    ReadingRow{U"è", U"э", 0},
    ReadingRow{U"é", U"э", 0},
    ReadingRow{U"ë", U"е", 0},
    ReadingRow{U"eh", U"э", .5},
    ReadingRow{U"f", U"ф", 0},
    ReadingRow{U"g", U"г", 0},
    ReadingRow{U"g", U"ғ", .5},
    ReadingRow{U"g'", U"ғ", 0},
    ReadingRow{U"ǵ", U"ғ", 0},
    ReadingRow{U"ğ", U"ғ", 0},
    ReadingRow{U"gh", U"ғ", 0},
    ReadingRow{U"h", U"х", .2},
    ReadingRow{U"h", U"һ", .8},
    ReadingRow{U"i", U"и", .1},
    ReadingRow{U"i", U"і", .1},
    ReadingRow{U"i", U"й", .4},
    ReadingRow{U"i", U"ы", 1},
    ReadingRow{U"i", U"ий", 1},
    ReadingRow{U"i'", U"и", 0},  // 2017
    ReadingRow{U"i'", U"й", .2},
    ReadingRow{U"ı", U"і", .1},  // 2019, 2021
    ReadingRow{U"ı", U"и", .1},  // 2018
    ReadingRow{U"ı", U"й", .3},
    ReadingRow{U"ı", U"ы", .8},
    ReadingRow{U"ï", U"и", 0},
    ReadingRow{U"í", U"и", 0},
    ReadingRow{U"ii", U"ий", .3},
    ReadingRow{U"ij", U"ий", 0},
    ReadingRow{U"iy", U"ий", 0},
    ReadingRow{U"iy", U"и", .5},
    ReadingRow{U"j", U"ж", .2},
    ReadingRow{U"j", U"й", .3},
    ReadingRow{U"j", U"ь", 1},
    ReadingRow{U"k", U"к", 0},
    ReadingRow{U"k", U"қ", .4},
    ReadingRow{U"kh", U"х", 0},
    ReadingRow{U"kh", U"қ", 1},
    ReadingRow{U"l", U"л", 0},
    ReadingRow{U"m", U"м", 0},
    ReadingRow{U"n", U"н", 0},
    ReadingRow{U"n", U"ң", .6},
    ReadingRow{U"n'", U"ң", 0},
    ReadingRow{U"ń", U"ң", 0},
    ReadingRow{U"ñ", U"ң", 0},
    ReadingRow{U"ŋ", U"ң", 0},
    ReadingRow{U"ng", U"ң", .6},
    ReadingRow{U"o", U"о", 0},
    ReadingRow{U"o", U"ө", .5},
    ReadingRow{U"o'", U"ө", 0},
    ReadingRow{U"ó", U"ө", 0},
    ReadingRow{U"ö", U"ө", 0},
    ReadingRow{U"oe", U"ө", 1},
    ReadingRow{U"p", U"п", 0},
    ReadingRow{U"q", U"қ", 0},
    ReadingRow{U"q", U"к", 1.5},
    ReadingRow{U"r", U"р", 0},
    ReadingRow{U"s", U"с", 0},
    ReadingRow{U"s'", U"ш", 0},
    ReadingRow{U"ş", U"ш", 0},
    ReadingRow{U"š", U"ш", 0},
    ReadingRow{U"s", U"ш", 2},  // ş, š without their marks
    ReadingRow{U"sh", U"ш", 0},
    ReadingRow{U"shh", U"щ", 0},  // GOST 7.79
    ReadingRow{U"shch", U"щ", 0},
    ReadingRow{U"sch", U"щ", .2},
    ReadingRow{U"šč", U"щ", 0},
    ReadingRow{U"ŝ", U"щ", 0},
    ReadingRow{U"şş", U"щ", 0},
    ReadingRow{U"s'c'", U"щ", 0},
    ReadingRow{U"t", U"т", 0},
    ReadingRow{U"ts", U"ц", 0},
    ReadingRow{U"tc", U"ц", .3},
    ReadingRow{U"tz", U"ц", .5},
    ReadingRow{U"u", U"у", 0},
    ReadingRow{U"u", U"ұ", .2},
    ReadingRow{U"u", U"ү", .5},
    ReadingRow{U"u", U"ю", 2},
    ReadingRow{U"u'", U"ү", 0},
    ReadingRow{U"ú", U"ү", 0},
    ReadingRow{U"ü", U"ү", 0},
    ReadingRow{U"ū", U"ұ", 0},
    ReadingRow{U"û", U"ұ", .3},
    ReadingRow{U"û", U"ю", .5},  // ISO 9
    ReadingRow{U"ŭ", U"ұ", 0},
    ReadingRow{U"v", U"в", 0},
    ReadingRow{U"w", U"в", .3},
    ReadingRow{U"w", U"у", .3},
    ReadingRow{U"x", U"х", .3},
    ReadingRow{U"x", U"кс", .5},
    ReadingRow{U"y", U"ы", 0},
    ReadingRow{U"y", U"й", .3},
    ReadingRow{U"y", U"ий", .8},
    ReadingRow{U"y", U"ый", .8},
    ReadingRow{U"y", U"і", 1.5},
    ReadingRow{U"y'", U"у", 0},  // 2017
    ReadingRow{U"ý", U"у", 0},   // 2018
    ReadingRow{U"yy", U"ый", 0},
    ReadingRow{U"yj", U"ый", 0},
    ReadingRow{U"z", U"з", 0},
    ReadingRow{U"ž", U"ж", 0},
    ReadingRow{U"zh", U"ж", 0},
    ReadingRow{U"ya", U"я", 0},
    ReadingRow{U"ja", U"я", .2},
    ReadingRow{U"ia", U"я", .3},
    ReadingRow{U"ıa", U"я", .2},
    ReadingRow{U"i'a", U"я", 0},
    ReadingRow{U"yu", U"ю", 0},
    ReadingRow{U"ju", U"ю", .2},
    ReadingRow{U"iu", U"ю", .3},
    ReadingRow{U"ıu", U"ю", .2},
    ReadingRow{U"i'u'", U"ю", 0},
    ReadingRow{U"yo", U"е", 0},  // ё, which is indexed as е
    ReadingRow{U"jo", U"е", .3},
    ReadingRow{U"ye", U"е", .2},
    ReadingRow{U"je", U"е", .3},
    ReadingRow{U"'", U"ь", .1},
    ReadingRow{U"'", U"ъ", .3},
    ReadingRow{U"'", U"", .5},
    ReadingRow{U"\"", U"ъ", 0},
    // Signs that most people leave out: «zemel», «izyatie».
    ReadingRow{U"l", U"ль", .5},
    ReadingRow{U"t", U"ть", .9},
    ReadingRow{U"n", U"нь", .9},
    ReadingRow{U"d", U"дь", 1.2},
    ReadingRow{U"r", U"рь", 1.2},
    ReadingRow{U"s", U"сь", 1.2},
    ReadingRow{U"z", U"зь", 1.2},
    ReadingRow{U"v", U"вь", 1.2},
    ReadingRow{U"m", U"мь", 1.2},
    ReadingRow{U"sh", U"шь", 1.2},
    ReadingRow{U"zh", U"жь", 1.2},
    ReadingRow{U"ch", U"чь", 1.2},
    ReadingRow{U"b", U"бъ", 1.2},
    ReadingRow{U"v", U"въ", 1.2},
    ReadingRow{U"d", U"дъ", 1.2},
    ReadingRow{U"z", U"зъ", 1.2},
    ReadingRow{U"s", U"съ", 1.2},
    ReadingRow{U"t", U"тъ", 1.5},
    ReadingRow{U"n", U"нъ", 1.5},
};

}  // namespace izde::analyzers
