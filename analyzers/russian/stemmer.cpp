#include "analyzers/russian/stemmer.hpp"

#include "analyzers/snowball.hpp"

namespace izde::analyzers {
namespace {

class RussianStemmer final : public Stemmer {
  public:
    void stem(std::string_view word, std::string& stem) override {
        const std::string_view result = snowball_.stem(word);
        stem = result.empty() ? word : result;
    }

  private:
    Snowball snowball_{"russian"};
};

}  // namespace

std::unique_ptr<Stemmer> make_russian_stemmer() {
    return std::make_unique<RussianStemmer>();
}

}  // namespace izde::analyzers
