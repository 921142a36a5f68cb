#include "analyzers/letter_grams.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "analyzers/characters.hpp"
#include "analyzers/normalizer.hpp"
#include "analyzers/utf8.hpp"

namespace izde::analyzers {
namespace {

/// Stands for a word's beginning; no letter has this code.
constexpr std::uint64_t kBegin = 1;
constexpr std::uint64_t kFnvOffset = 14695981039346656037ULL;
constexpr std::uint64_t kFnvPrime = 1099511628211ULL;

/// Folded letters of the table's blocks, 0 for what is no letter.
constexpr std::size_t kFoldedEnd = detail::kTableEnd;

std::array<std::uint16_t, kFoldedEnd> make_folded() {
    std::array<std::uint16_t, kFoldedEnd> folded{};
    for (char32_t code = 0; code < kFoldedEnd; ++code) {
        const CharacterClass kind = class_of(code);
        if (kind != CharacterClass::letter && kind != CharacterClass::digit) continue;
        const char32_t lower = to_lower(code) == U'ё' ? U'е' : to_lower(code);
        folded[code] = static_cast<std::uint16_t>(latin_look_alike(lower));
    }
    return folded;
}

const std::array<std::uint16_t, kFoldedEnd> kFolded = make_folded();

std::uint64_t mix(std::uint64_t key) noexcept {
    return (key ^ key >> 29U) * 0xBF58476D1CE4E5B9ULL >> 20U;
}

/// Calls `on_gram(key)` for each four-gram and `on_word(key)` for each whole word.
template <typename OnGram, typename OnWord>
void scan(std::string_view text, OnGram&& on_gram, OnWord&& on_word) {
    std::uint64_t gram = kBegin;
    std::uint64_t word = kFnvOffset;
    std::size_t length = 0;
    const auto end_word = [&] {
        if (length == 0) return;
        if (length < 3) on_gram(gram << 16U);  // a short word is a gram with its end
        on_word(word);
        gram = kBegin;
        word = kFnvOffset;
        length = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        const Character character = decode(text, at);
        at += character.length;
        if (character.code == 0xAD) continue;
        const std::uint64_t letter = character.code < kFoldedEnd ? kFolded[character.code] : 0;
        if (letter == 0) {
            end_word();
            continue;
        }
        gram = gram << 16U | letter;
        word = (word ^ letter) * kFnvPrime;
        if (++length >= 3) on_gram(gram);
    }
    end_word();
}

}  // namespace

LetterGrams::LetterGrams(const std::vector<std::string>& words) : word_count_(words.size()) {
    std::vector<std::uint64_t> grams;
    std::vector<std::uint64_t> forms;
    for (const std::string& word : words) {
        scan(
            word, [&](std::uint64_t key) { grams.push_back(key); },
            [&](std::uint64_t key) { forms.push_back(key); });
        forms.resize(static_cast<std::size_t>(&word - words.data()) +
                     1);  // a compound counts by its first half
    }
    std::ranges::sort(grams);
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    gram_count_ = grams.size();
    grams_.resize(std::bit_ceil(grams.size() * 4 + 1));
    words_.resize(std::bit_ceil(forms.size() * 4 + 1));
    for (std::size_t number = 0; number < grams.size(); ++number)
        insert(grams_, grams[number], static_cast<std::uint32_t>(number));
    word_of_form_.resize(forms.size());
    for (std::size_t number = 0; number < forms.size(); ++number) {
        const Slot* const known = find(words_, forms[number]);
        word_of_form_[number] = known != nullptr ? known->number : static_cast<std::uint32_t>(number);
        if (known == nullptr) insert(words_, forms[number], static_cast<std::uint32_t>(number));
    }
}

const LetterGrams::Slot* LetterGrams::find(const std::vector<Slot>& table, std::uint64_t key) noexcept {
    for (std::size_t at = mix(key) & (table.size() - 1); table[at].is_used;
         at = (at + 1) & (table.size() - 1)) {
        if (table[at].key == key) return &table[at];
    }
    return nullptr;
}

void LetterGrams::insert(std::vector<Slot>& table, std::uint64_t key, std::uint32_t number) {
    std::size_t at = mix(key) & (table.size() - 1);
    while (table[at].is_used) at = (at + 1) & (table.size() - 1);
    table[at] = {key, number, true};
}

void LetterGrams::count(std::string_view text, Counts& counts) const {
    counts.grams.assign(gram_count_, 0);
    counts.words.assign(word_count_, 0);
    counts.text_words = 0;
    scan(
        text,
        [&](std::uint64_t key) {
            if (const Slot* const slot = find(grams_, key)) ++counts.grams[slot->number];
        },
        [&](std::uint64_t key) {
            ++counts.text_words;
            if (const Slot* const slot = find(words_, key)) ++counts.words[slot->number];
        });
    for (std::size_t number = 0; number < word_count_; ++number) {
        counts.words[number] = counts.words[word_of_form_[number]];
    }
}

}  // namespace izde::analyzers
