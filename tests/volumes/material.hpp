#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

namespace izde::tests {

enum class Tongue { kazakh, russian, english };

struct Person {
    std::string surname;
    std::string given;
    std::string patronymic;
};

/// The body of one of our own articles: whole paragraphs, unwrapped.
struct Body {
    Tongue tongue = Tongue::kazakh;
    std::vector<std::string> paragraphs;
};

/// What volumes are made of: bodies of examples/corpus, titles, names and small change of
/// tests/data/volume_words.tsv.
struct Material {
    std::vector<Body> bodies;
    std::map<std::pair<std::string, Tongue>, std::vector<std::string>> words;  ///< by kind and language
    std::map<Tongue, std::vector<Person>> persons;

    const std::vector<std::string>& of(const std::string& kind, Tongue tongue) const {
        return words.at({kind, tongue});
    }
};

/// Reads both; the working directory is the source tree.
const Material& material();

/// Draws with a seed; the same numbers on every platform.
class Dice {
  public:
    explicit Dice(unsigned seed) : random_(seed) {}
    /// 0 … below-1.
    std::size_t below(std::size_t limit) { return random_() % limit; }
    bool chance(unsigned percent) { return below(100) < percent; }
    template <typename Value>
    const Value& one_of(const std::vector<Value>& values) {
        return values[below(values.size())];
    }
    template <typename Value>
    void shuffle(std::vector<Value>& values) {
        for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
    }

  private:
    std::mt19937 random_;
};

}  // namespace izde::tests
