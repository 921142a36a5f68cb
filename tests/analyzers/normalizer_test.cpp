#include "analyzers/normalizer.hpp"

#include <fstream>
#include <string>

#include <unicode/uchar.h>

#include <boost/test/unit_test.hpp>

#include "analyzers/characters.hpp"
#include "analyzers/normalizer_table.hpp"
#include "analyzers/utf8.hpp"

using namespace izde::analyzers;

namespace {

std::string utf8(char32_t code) {
    std::string text;
    append_utf8(text, code);
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(normalizer)

BOOST_AUTO_TEST_CASE(spellings_of_the_table_become_one) {
    std::ifstream table("tests/data/normal_forms.tsv");
    BOOST_REQUIRE(table.is_open());
    Normalizer normalizer;
    std::string exact;
    std::string loose;
    std::size_t rows = 0;
    for (std::string line; std::getline(table, line);) {
        if (line.empty() || line.front() == '#') continue;
        ++rows;
        const std::size_t first = line.find('\t');
        const std::size_t second = line.find('\t', first + 1);
        std::string raw = line.substr(0, first);
        for (std::size_t at = 0; (at = raw.find("\\u", at)) != std::string::npos;) {
            raw.replace(at, 6, utf8(static_cast<char32_t>(std::stoul(raw.substr(at + 2, 4), nullptr, 16))));
        }
        normalizer.normalize(raw, exact);
        fold_loose(exact, loose);
        BOOST_TEST(exact == line.substr(first + 1, second - first - 1), line << ": " << exact);
        BOOST_TEST(loose == line.substr(second + 1), line << ": " << loose);
    }
    BOOST_TEST(rows > 30U);
}

BOOST_AUTO_TEST_CASE(every_fold_has_a_reason_and_happens) {
    Normalizer normalizer;
    std::string exact;
    for (const FoldRow& row : kFolds) BOOST_TEST(!row.reason.empty());
    for (const FoldRow& row : kLatinInCyrillic) {
        BOOST_TEST(!row.reason.empty());
        normalizer.normalize("ж" + utf8(row.from) + "ж", exact);
        BOOST_TEST(exact == "ж" + utf8(row.to) + "ж");
    }
    for (const FoldRow& row : kCyrillicInLatin) {
        BOOST_TEST(!row.reason.empty());
        normalizer.normalize("z" + utf8(row.from) + "z", exact);
        BOOST_TEST(exact == "z" + utf8(row.to) + "z");
    }
}

BOOST_AUTO_TEST_CASE(loose_folds_are_the_same_from_kazakh_letters_and_without_them) {
    std::string with;
    std::string without;
    fold_loose("жергілікті өзін-өзі басқару", with);
    fold_loose("жергиликти озин-ози баскару", without);
    BOOST_TEST(with == without);
}

/// The tables of characters.hpp are rules written out by hand; ICU is the authority.
BOOST_AUTO_TEST_CASE(classes_and_lower_case_agree_with_unicode) {
    for (char32_t code = 0; code < detail::kTableEnd; ++code) {
        const auto character = static_cast<UChar32>(code);
        BOOST_TEST_CONTEXT("U+" << std::hex << static_cast<std::uint32_t>(code)) {
            const bool is_irregular_latin = code >= 0x180 && code < 0x250;
            const bool is_greek_or_coptic = code >= 0x370 && code < 0x400;
            if (!is_irregular_latin && !is_greek_or_coptic && code != 0x130) {
                BOOST_TEST((to_lower(code) == static_cast<char32_t>(u_tolower(character))));
            }
            const std::uint32_t category = U_GET_GC_MASK(character);
            const CharacterClass character_class = class_of(code);
            if ((category & U_GC_M_MASK) != 0 && code != 0x34F)
                BOOST_TEST((character_class == CharacterClass::mark));
            const bool is_modifier = (category & U_GC_LM_MASK) != 0;
            if ((category & U_GC_L_MASK) != 0 && !is_modifier) {
                BOOST_TEST((character_class == CharacterClass::letter));
            }
            if ((category & (U_GC_Z_MASK | U_GC_S_MASK | U_GC_CC_MASK)) != 0) {
                BOOST_TEST((character_class == CharacterClass::separator ||
                            character_class == CharacterClass::apostrophe));
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
