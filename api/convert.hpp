#pragma once

#include <optional>

#include "analyzers/language.hpp"
#include "izde/izde.hpp"
#include "searcher/expansion.hpp"
#include "store/work.hpp"

/// The rooms' types as those of the public face.
namespace izde::api {

Language public_language(analyzers::Language language, bool is_mixed = false) noexcept;
analyzers::Language room_language(Language language) noexcept;  ///< `mixed` is unknown
WorkKind public_kind(store::WorkKind kind) noexcept;
MatchedBy public_match(searcher::MatchedBy by) noexcept;
PageNumber page_number(const std::optional<store::PageRef>& page);

/// Everything that a hit says of its work; the page is that of the work's beginning.
Hit hit_of(const store::Work& work);

}  // namespace izde::api
