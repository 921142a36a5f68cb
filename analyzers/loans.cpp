#include "analyzers/loans.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "analyzers/characters.hpp"
#include "analyzers/utf8.hpp"

namespace izde::analyzers {
namespace {

using namespace std::string_view_literals;

/// Kazakh stem and Russian word of one spelling and two meanings, where the Russian word is worth searching.
constexpr std::array kFalseFriends = {
    "адам"sv,  // human being; the name Adam
    "бал"sv,   // honey, point; ball
    "бас"sv,   // head; bass
    "бес"sv,   // five; demon
    "бой"sv,   // stature; battle
    "ел"sv,    // country; ate
    "жар"sv,   // spouse, cliff; heat
    "сан"sv,   // number; dignity
    "сот"sv,   // court; of hundreds
    "сын"sv,   // criticism; son
    "ток"sv,   // not Kazakh in -қ, but typed so: full; electric current
    "том"sv,   // volume typed without letters; that
    "тор"sv,   // net; torus
};

/// No native Kazakh word has one of these letters.
bool is_loan_letter(char32_t letter) {
    switch (letter) {
        case U'в':
        case U'ф':
        case U'ц':
        case U'ч':
        case U'щ':
        case U'ъ':
        case U'ь':
        case U'э':
            return true;
        default:
            return false;
    }
}

}  // namespace

bool is_russian_loan(std::string_view kazakh_stem) noexcept {
    bool has_loan_letter = false;
    for (std::size_t at = 0; at < kazakh_stem.size();) {
        const Character character = decode(kazakh_stem, at);
        at += character.length;
        if (is_kazakh_letter(character.code)) return false;
        has_loan_letter = has_loan_letter || is_loan_letter(character.code);
    }
    return has_loan_letter;
}

bool is_false_friend(std::string_view kazakh_stem) noexcept {
    return std::find(kFalseFriends.begin(), kFalseFriends.end(), kazakh_stem) != kFalseFriends.end();
}

}  // namespace izde::analyzers
