#include "tests/indexer/hostile/mutations.hpp"

#include <array>
#include <vector>

namespace izde::tests {
namespace {

class Hammer {
  public:
    Hammer(std::mt19937_64& random, std::string& bytes, const std::string& other)
        : random_(random), bytes_(bytes), other_(other) {}

    std::string strike() {
        switch (random_() % 9) {
            case 0:
                turn_bits();
                return "bits turned";
            case 1:
                overwrite();
                return "bytes overwritten";
            case 2:
                bytes_.resize(below(bytes_.size()));
                return "cut off";
            case 3:
                bytes_.erase(below(bytes_.size()), 1 + below(bytes_.size() / 4 + 1));
                return "a piece left out";
            case 4:
                bytes_.insert(below(bytes_.size()), piece_of(bytes_));
                return "a piece said twice";
            case 5:
                bytes_.insert(below(bytes_.size()), piece_of(other_));
                return "a piece of another file put in";
            case 6:
                bytes_.replace(below(bytes_.size()), 1 + below(64), std::string(1 + below(64), '\0'));
                return "zeros put in";
            case 7:
                enlarge_numbers();
                return "numbers enlarged";
            default:
                plant_number();
                return "a binary number planted";
        }
    }

  private:
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }

    std::string piece_of(const std::string& text) {
        const std::size_t begin = below(text.size());
        return text.substr(begin, 1 + below(text.size() / 4 + 1));
    }

    void turn_bits() {
        for (std::size_t left = 1 + below(32); left > 0; --left) {
            char& byte = bytes_[below(bytes_.size())];
            byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << below(8)));
        }
    }

    void overwrite() {
        std::size_t at = below(bytes_.size());
        for (std::size_t left = 1 + below(200); left > 0 && at < bytes_.size(); --left, ++at)
            bytes_[at] = static_cast<char>(random_());
    }

    /// Lengths, offsets and counts as text has them.
    void enlarge_numbers() {
        static const std::vector<std::string> kNumbers = {"-1", "0", "2147483647", "4294967296",
                                                          "99999999999999999999"};
        std::vector<std::size_t> digits;
        for (std::size_t at = 0; at < bytes_.size(); ++at) {
            if (bytes_[at] >= '0' && bytes_[at] <= '9') digits.push_back(at);
        }
        for (std::size_t left = 1 + below(4); left > 0 && !digits.empty(); --left)
            bytes_.replace(digits[below(digits.size())] % bytes_.size(), 1, kNumbers[below(kNumbers.size())]);
    }

    void plant_number() {
        static constexpr std::array<std::uint32_t, 6> kNumbers = {0,          1,          0x7FFFFFFF,
                                                                  0x80000000, 0xFFFFFFFE, 0xFFFFFFFF};
        for (std::size_t left = 1 + below(4); left > 0; --left) {
            const std::uint32_t number = kNumbers[below(kNumbers.size())];
            const std::size_t begin = below(bytes_.size());
            for (std::size_t place = 0; place < 4 && begin + place < bytes_.size(); ++place)
                bytes_[begin + place] = static_cast<char>(number >> (8 * place));
        }
    }

    std::mt19937_64& random_;
    std::string& bytes_;
    const std::string& other_;
};

}  // namespace

Mutation mutate(std::mt19937_64& random, std::string bytes, const std::string& other) {
    std::string name;
    const std::size_t strikes = 1 + random() % 3;
    for (std::size_t strike = 0; strike < strikes && !bytes.empty(); ++strike)
        name += (name.empty() ? "" : ", ") + Hammer(random, bytes, other).strike();
    return {name, bytes};
}

}  // namespace izde::tests
