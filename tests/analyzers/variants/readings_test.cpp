#include <boost/test/unit_test.hpp>
#include <map>
#include <string>
#include <vector>

#include "analyzers/utf8.hpp"
#include "analyzers/variants/keyboard.hpp"
#include "analyzers/variants/letter_readings.hpp"
#include "tests/support/table.hpp"

using namespace izde::analyzers;

namespace {

KeyboardLayout layout(const std::string& code) {
    return code == "en"   ? KeyboardLayout::english
           : code == "ru" ? KeyboardLayout::russian
                          : KeyboardLayout::kazakh;
}

/// Whether some sequence of readings of `typed` from `at` gives `meant` from `reached`.
bool can_mean(TypingVariant variant, std::u32string_view typed, std::size_t at, std::u32string_view meant) {
    if (at == typed.size()) return meant.empty();
    std::vector<LetterReading> readings;
    append_readings(variant, typed, at, readings);
    for (const LetterReading& reading : readings) {
        if (meant.starts_with(reading.meant) &&
            can_mean(variant, typed, at + reading.typed, meant.substr(reading.meant.size())))
            return true;
    }
    return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(variants)

BOOST_AUTO_TEST_CASE(keys_of_one_layout_are_read_under_another) {
    std::size_t rows = 0;
    for (const auto& row : izde::tests::read_table("tests/data/retyped.tsv")) {
        BOOST_REQUIRE(row.size() == 4U);
        BOOST_TEST(retype(row[2], layout(row[0]), layout(row[1])) == row[3]);
        ++rows;
    }
    BOOST_TEST(rows >= 14U);
    BOOST_TEST(retype("a\xFF\xC0z", KeyboardLayout::english, KeyboardLayout::russian) == "ф\xFF\xC0я");
}

BOOST_AUTO_TEST_CASE(every_word_of_the_table_is_among_the_readings_of_what_was_typed) {
    std::map<std::string, std::pair<int, int>> passed;
    for (const auto& row : izde::tests::read_table("tests/data/readings.tsv")) {
        BOOST_REQUIRE(row.size() == 3U);
        const TypingVariant variant = row[0] == "latin" ? TypingVariant::latin : TypingVariant::letters;
        const bool is_read = can_mean(variant, typed_letters(row[1]), 0, typed_letters(row[2]));
        BOOST_TEST(is_read, row[1] << " is not read as " << row[2]);
        passed[row[0]].first += is_read ? 1 : 0;
        ++passed[row[0]].second;
    }
    for (const auto& [variant, counts] : passed)
        BOOST_TEST_MESSAGE(variant << ": " << counts.first << " of " << counts.second);
}

BOOST_AUTO_TEST_CASE(endings_follow_the_last_vowel) {
    BOOST_TEST(may_continue_ending(U"кітап", U'қ'));
    BOOST_TEST(!may_continue_ending(U"мектеп", U'қ'));
    BOOST_TEST(may_continue_ending(U"мектеп", U'і'));
    BOOST_TEST(!may_continue_ending(U"кітап", U'і'));
    BOOST_TEST(!may_continue_ending(U"кітап", U'ө'));
    BOOST_TEST(may_continue_ending(U"суд", U'қ'));  // у tells nothing
    BOOST_TEST(asks_for_kazakh_letter(U"басқаруды", U'н'));
    BOOST_TEST(!asks_for_kazakh_letter(U"болаты", U'н'));
    BOOST_TEST(!asks_for_kazakh_letter(U"мониторингт", U'и'));
    BOOST_TEST(may_continue_ending(U"мониторингт", U'і'));
}

BOOST_AUTO_TEST_CASE(words_keep_their_apostrophes_and_capitals) {
    const std::string text = "Jergilikti o'zin-o’zi basqary' «q» 35-бап";
    std::vector<std::string> words;
    for (const Span& span : typed_words(text))
        words.push_back(text.substr(span.begin, span.end - span.begin));
    BOOST_TEST((words == std::vector<std::string>{"Jergilikti", "o'zin", "o’zi", "basqary'", "q", "бап"}),
               boost::test_tools::per_element());
    BOOST_TEST((typed_letters("O’ZI\u0301") == U"o'zí"));
    BOOST_TEST(with_capitals_of("ҰЕҰ", U"үеұ") == "ҮЕҰ");
    BOOST_TEST(with_capitals_of("Uzin", U"өзін") == "Өзін");
    BOOST_TEST(with_capitals_of("q", U"қ") == "қ");
    BOOST_TEST(typed_words("\xFF\xC0").empty());
}

BOOST_AUTO_TEST_SUITE_END()
