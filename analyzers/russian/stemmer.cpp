#include "analyzers/russian/stemmer.hpp"

#include "analyzers/suffix_rules.hpp"

namespace izde::analyzers {
namespace {

class RussianStemmer final : public Stemmer {
  public:
    void stem(std::string_view word, std::string& stem) override { apply_rules(kRussianRules, word, stem); }
};

}  // namespace

std::unique_ptr<Stemmer> make_russian_stemmer() {
    return std::make_unique<RussianStemmer>();
}

}  // namespace izde::analyzers
