#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.hpp"

namespace izde::searcher {

/// A table of translations that cannot be read; `what()` names file, line and cause.
class TranslationError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Weighted word translations between Kazakh and Russian stems. Immutable and thread-safe.
class TranslationTable {
  public:
    struct Row {
        std::string_view kazakh, russian;  ///< stems
        double weight = 0;                 ///< in (0, 1]
    };

    /// Over rows sorted by Kazakh stem, and the same rows' numbers sorted by Russian stem; both must outlive
    /// the table.
    TranslationTable(std::span<const Row> by_kazakh, std::span<const std::uint32_t> by_russian)
        : rows_(by_kazakh), by_russian_(by_russian) {}

    /// Reads a table as `izde learn` writes it: Kazakh word, Russian word, weight, parted by tabs; lines that
    /// begin with # and empty ones are passed over. The words may stand in any form. Throws TranslationError.
    static TranslationTable read(const std::filesystem::path& file, const analyzers::Analyzer& analyzer);

    TranslationTable(TranslationTable&&) noexcept = default;
    TranslationTable& operator=(TranslationTable&&) noexcept = default;

    /// Appends the rows whose word of `language` is `stem`. Logarithmic.
    void find(std::string_view stem, analyzers::Language language, std::vector<Row>& found) const;

    std::span<const Row> by_kazakh() const noexcept { return rows_; }
    std::span<const std::uint32_t> by_russian() const noexcept { return by_russian_; }

  private:
    struct Owned {
        std::vector<std::string> stems;
        std::vector<Row> rows;
        std::vector<std::uint32_t> by_russian;
    };
    std::unique_ptr<Owned> owned_;  ///< what the spans show, unless it is compiled in
    std::span<const Row> rows_;
    std::span<const std::uint32_t> by_russian_;
};

/// translations/kk-ru.tsv, compiled in.
const TranslationTable& built_in_translations() noexcept;

}  // namespace izde::searcher
