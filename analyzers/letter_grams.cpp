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

/// Place of a gram in a filter of 2^13 bits.
std::uint64_t filter_bit(std::uint64_t gram) noexcept {
    return gram * 0x9E3779B97F4A7C15ULL >> 51U;
}

std::uint64_t mix(std::uint64_t key) noexcept {
    return (key ^ key >> 29U) * 0xBF58476D1CE4E5B9ULL >> 20U;
}

/// The folded letter at `at`, 0 for what is none, and moves `at` behind it. Two bytes, which hold all
/// Cyrillic, are read without the decoder's checks of longer sequences.
std::uint64_t next_letter(std::string_view text, std::size_t& at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
        ++at;
        return kFolded[first];
    }
    if (first >= 0xC2 && first < 0xD4 && at + 1 < text.size()) {
        const auto second = static_cast<unsigned char>(text[at + 1]);
        if ((second & 0xC0U) == 0x80U) {
            at += 2;
            return kFolded[(first & 0x1FU) << 6U | (second & 0x3FU)];
        }
    }
    const Character character = decode(text, at);
    at += character.length;
    return character.code < kFoldedEnd ? kFolded[character.code] : 0;
}

bool is_soft_hyphen(std::string_view text, std::size_t end) {
    return end >= 2 && text[end - 2] == '\xC2' && text[end - 1] == '\xAD';
}

/// Hash of the folded letters of a word.
std::uint64_t hash_of(std::string_view word) {
    std::uint64_t hash = kFnvOffset;
    for (std::size_t at = 0; at < word.size();) {
        if (const std::uint64_t letter = next_letter(word, at)) hash = (hash ^ letter) * kFnvPrime;
    }
    return hash;
}

/// Calls `on_gram(key)` for each four-gram and `on_word(last_gram, bytes)` for each whole word.
template <typename OnGram, typename OnWord>
void scan(std::string_view text, OnGram&& on_gram, OnWord&& on_word) {
    std::uint64_t gram = kBegin;
    std::size_t length = 0;
    std::size_t begin = 0;
    const auto end_word = [&](std::size_t end) {
        if (length == 0) return;
        if (length < 3) {  // a short word is a gram with its end
            gram <<= 16U;
            on_gram(gram);
        }
        on_word(gram, text.substr(begin, end - begin));
        gram = kBegin;
        length = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t before = at;
        const std::uint64_t letter = next_letter(text, at);
        if (letter == 0) {
            if (!is_soft_hyphen(text, at)) end_word(before);
            continue;
        }
        if (length == 0) begin = before;
        gram = gram << 16U | letter;
        if (++length >= 3) on_gram(gram);
    }
    end_word(text.size());
}

}  // namespace

LetterGrams::LetterGrams(const std::vector<std::string>& words) : word_count_(words.size()) {
    std::vector<std::uint64_t> grams;
    std::vector<std::uint64_t> forms;
    for (const std::string& word : words) {
        scan(
            word, [&](std::uint64_t key) { grams.push_back(key); },
            [&](std::uint64_t, std::string_view form) { forms.push_back(hash_of(form)); });
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
    for (const std::uint64_t gram : grams) {
        const std::uint64_t bit = filter_bit(gram);
        filter_[bit / 64] |= std::uint64_t{1} << bit % 64;
    }
    word_of_form_.resize(forms.size());
    for (std::size_t number = 0; number < forms.size(); ++number) {
        const Slot* const known = find(words_, forms[number]);
        word_of_form_[number] = known != nullptr ? known->number : static_cast<std::uint32_t>(number);
        if (known == nullptr) insert(words_, forms[number], static_cast<std::uint32_t>(number));
    }
}

bool LetterGrams::may_hold(std::uint64_t gram) const noexcept {
    const std::uint64_t bit = filter_bit(gram);
    return (filter_[bit / 64] >> bit % 64 & 1U) != 0;
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
        [&](std::uint64_t gram) {
            if (!may_hold(gram)) return;
            if (const Slot* const slot = find(grams_, gram)) ++counts.grams[slot->number];
        },
        [&](std::uint64_t last_gram, std::string_view word) {
            ++counts.text_words;
            // A word of the query ends in a gram of the query.
            if (!may_hold(last_gram)) return;
            if (const Slot* const slot = find(words_, hash_of(word))) ++counts.words[slot->number];
        });
    for (std::size_t number = 0; number < word_count_; ++number) {
        counts.words[number] = counts.words[word_of_form_[number]];
    }
}

}  // namespace izde::analyzers
