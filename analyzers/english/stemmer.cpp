#include "analyzers/english/stemmer.hpp"

#include "analyzers/snowball.hpp"

namespace izde::analyzers {
namespace {

class EnglishStemmer final : public Stemmer {
  public:
    void stem(std::string_view word, std::string& stem) override {
        const std::string_view result = snowball_.stem(word);
        stem = result.empty() ? word : result;
    }

  private:
    Snowball snowball_{"english"};
};

}  // namespace

std::unique_ptr<Stemmer> make_english_stemmer() {
    return std::make_unique<EnglishStemmer>();
}

}  // namespace izde::analyzers
