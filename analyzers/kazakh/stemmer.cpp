#include "analyzers/kazakh/stemmer.hpp"

#include <array>
#include <cstddef>

namespace izde::analyzers {
namespace {

using namespace std::string_view_literals;

// Each layer stands at most once, in this order from the right; within a layer the longest ending first.
constexpr std::array kCases = {
    "ындағы"sv, "індегі"sv, "ндағы"sv, "ндегі"sv, "дағы"sv, "дегі"sv, "тағы"sv, "тегі"sv, "ының"sv,
    "інің"sv,   "ның"sv,    "нің"sv,   "дың"sv,   "дің"sv,  "тың"sv,  "тің"sv,  "мен"sv,  "бен"sv,
    "пен"sv,    "нан"sv,    "нен"sv,   "дан"sv,   "ден"sv,  "тан"sv,  "тен"sv,  "нда"sv,  "нде"sv,
    "да"sv,     "де"sv,     "та"sv,    "те"sv,    "ға"sv,   "ге"sv,   "қа"sv,   "ке"sv,   "на"sv,
    "не"sv,     "ны"sv,     "ні"sv,    "ды"sv,    "ді"sv,   "ты"sv,   "ті"sv,
};
constexpr std::array kPossessives = {"сы"sv, "сі"sv, "ы"sv, "і"sv};
constexpr std::array kPlurals = {"лар"sv, "лер"sv, "дар"sv, "дер"sv, "тар"sv, "тер"sv};

constexpr std::size_t kShortestStem = 6;  // three Cyrillic letters

template <std::size_t size>
void strip(std::string_view& word, const std::array<std::string_view, size>& endings) {
    for (const std::string_view ending : endings) {
        if (word.size() >= ending.size() + kShortestStem && word.ends_with(ending)) {
            word.remove_suffix(ending.size());
            return;
        }
    }
}

class KazakhStemmer final : public Stemmer {
  public:
    void stem(std::string_view word, std::string& stem) override {
        std::string_view rest = word;
        strip(rest, kCases);
        strip(rest, kPossessives);
        strip(rest, kPlurals);
        stem = rest;
        // Before a vowel a final қ, к, п is voiced: тармақ → тармағы, бап → бабы.
        if (stem.ends_with("ғ"sv)) stem.replace(stem.size() - 2, 2, "қ"sv);
        if (stem.ends_with("г"sv) && rest.size() < word.size()) stem.replace(stem.size() - 2, 2, "к"sv);
        if (stem.ends_with("б"sv) && rest.size() < word.size()) stem.replace(stem.size() - 2, 2, "п"sv);
    }
};

}  // namespace

std::unique_ptr<Stemmer> make_kazakh_stemmer() {
    return std::make_unique<KazakhStemmer>();
}

}  // namespace izde::analyzers
