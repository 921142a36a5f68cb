#pragma once

#include <optional>
#include <string_view>

#include "searcher/query.hpp"
#include "store/work.hpp"

namespace izde::searcher {

/// A field of the query language.
struct Field {
    std::string_view name;  ///< in izde's own language: "title"
    Query::Kind kind = Query::Kind::in_part;
    std::optional<store::BlockKind> part;  ///< of `in_part`: the blocks that it means
};

/// By its English, Kazakh or Russian name, in small letters; nothing where there is no such field.
const Field* find_field(std::string_view name) noexcept;

/// Values of `kind:` and `lang:` in English, Kazakh and Russian («мақала», «статья»; «қазақша», «казахский»),
/// in small letters; nothing where there is no such kind or language.
std::optional<store::WorkKind> find_kind(std::string_view name) noexcept;
std::optional<analyzers::Language> find_language(std::string_view name) noexcept;

/// What an operator word does, in whichever language it is: "AND" for «ЖӘНЕ» and «И»; "" for any other word.
std::string_view find_operator(std::string_view word) noexcept;

}  // namespace izde::searcher
