#include "analyzers/stemmer.hpp"

#include "analyzers/english/stemmer.hpp"
#include "analyzers/kazakh/stemmer.hpp"
#include "analyzers/russian/stemmer.hpp"

namespace izde::analyzers {
namespace {

class IdentityStemmer final : public Stemmer {
  public:
    void stem(std::string_view word, std::string& stem) override { stem = word; }
};

}  // namespace

std::unique_ptr<Stemmer> make_stemmer(Language language) {
    switch (language) {
        case Language::kazakh:
            return make_kazakh_stemmer();
        case Language::russian:
            return make_russian_stemmer();
        case Language::english:
            return make_english_stemmer();
        case Language::unknown:
            break;
    }
    return std::make_unique<IdentityStemmer>();
}

}  // namespace izde::analyzers
