#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/fields.hpp"

namespace izde::searcher {

/// A piece of a query.
struct Lexeme {
    enum class Kind : std::uint8_t { word, quoted, open, close, minus, equals, field, end };
    Kind kind = Kind::end;
    std::string_view text;         ///< of a quotation without its marks
    std::size_t position = 0;      ///< byte of the query
    const Field* field = nullptr;  ///< of `field`
};

struct QuotationMarks {
    std::string_view open, close;
};
inline constexpr std::array<QuotationMarks, 4> kQuotationMarks = {
    {{"\"", "\""}, {"«", "»"}, {"“", "”"}, {"„", "“"}}};

/// Cuts a query into lexemes, the last of which is `end`. Throws QueryError for a quotation without end.
std::vector<Lexeme> cut_query(std::string_view text);

}  // namespace izde::searcher
