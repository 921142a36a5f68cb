#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace izde::indexer {

/// The numbers that Word sets before paragraphs and keeps out of their text: «Статья 5.», «1)», «а)»
/// (ECMA-376, part 1, 17.9). Statutes are cited by them.
class WordNumbering {
  public:
    /// `xml` is word/numbering.xml. Throws ExtractError where it is broken.
    explicit WordNumbering(std::string_view xml);
    WordNumbering() = default;

    /// The label of the next paragraph of a list at a level from 0, without a space behind it; "" where the
    /// list is unknown or a bullet.
    std::string next(const std::string& list, std::size_t level);

  private:
    static constexpr std::size_t kLevels = 9;
    struct Level {
        int start = 1;
        std::string format = "decimal";
        std::string text;  ///< «%1.%2.»
    };
    using Levels = std::array<Level, kLevels>;
    struct Counters {
        std::array<int, kLevels> value{};
        std::array<bool, kLevels> has_begun{};
    };

    std::map<std::string, Levels> definitions_;
    std::map<std::string, std::string> definition_of_;  ///< list → definition
    std::map<std::string, Counters> counters_;          ///< by definition: lists that share one count on
};

}  // namespace izde::indexer
