#include "analyzers/loans.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "analyzers/characters.hpp"
#include "analyzers/utf8.hpp"

namespace izde::analyzers {
namespace {

using namespace std::string_view_literals;

/// Kazakh stem and Russian lemma of one spelling and two meanings, where both are worth searching. Found by
/// intersecting the stems of 600,000 Kazakh words with the lemmas of 2.3 million Russian ones and reading the
/// list.
constexpr std::array kFalseFriends = {
    "адам"sv,  // human being; the name Adam
    "аз"sv,    // little; the letter az
    "баба"sv,  // ancestor; peasant woman
    "бал"sv,   // honey; ball
    "бас"sv,   // head; bass
    "бес"sv,   // five; demon
    "бой"sv,   // stature; battle
    "бор"sv,   // chalk; pine wood
    "дар"sv,   // gallows; gift
    "ел"sv,    // country; ate
    "жар"sv,   // spouse, cliff; heat
    "он"sv,    // ten; he
    "рай"sv,   // mood; paradise
    "сан"sv,   // number; dignity
    "сор"sv,   // misfortune; litter
    "сын"sv,   // criticism; son
    "тон"sv,   // fur coat; tone
    "тор"sv,   // net; torus
};

/// Loans that Kazakh ends otherwise than the Russian lemma, and abbreviations that both write.
struct Loan {
    std::string_view kazakh;
    std::string_view russian;
};
constexpr std::array kLoans = {
    Loan{"каникул"sv, "каникулы"sv}, Loan{"метал"sv, "металл"sv},  Loan{"минут"sv, "минута"sv},
    Loan{"млн"sv, "миллион"sv},      Loan{"млрд"sv, "миллиард"sv}, Loan{"секунд"sv, "секунда"sv},
    Loan{"трлн"sv, "триллион"sv},
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

std::string_view russian_lemma_of_loan(std::string_view kazakh_stem) noexcept {
    const auto* const loan = std::find_if(
        kLoans.begin(), kLoans.end(), [&](const Loan& candidate) { return candidate.kazakh == kazakh_stem; });
    return loan == kLoans.end() ? std::string_view() : loan->russian;
}

bool is_false_friend(std::string_view kazakh_stem) noexcept {
    return std::find(kFalseFriends.begin(), kFalseFriends.end(), kazakh_stem) != kFalseFriends.end();
}

}  // namespace izde::analyzers
