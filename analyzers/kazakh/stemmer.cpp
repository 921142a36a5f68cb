#include "analyzers/kazakh/stemmer.hpp"

#include "analyzers/suffix_rules.hpp"

namespace izde::analyzers {
namespace {

class KazakhStemmer final : public Stemmer {
  public:
    void stem(std::string_view word, std::string& stem) override { apply_rules(kKazakhRules, word, stem); }
};

}  // namespace

std::unique_ptr<Stemmer> make_kazakh_stemmer() {
    return std::make_unique<KazakhStemmer>();
}

}  // namespace izde::analyzers
