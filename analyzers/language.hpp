#pragma once

#include <cstdint>
#include <string_view>

namespace izde::analyzers {

/// The languages of the corpus. The values are written into the index (store/codec): never renumber them.
enum class Language : std::uint8_t {
    unknown = 0,  ///< not decided: a text without letters, or a query too short to tell
    kazakh = 1,
    russian = 2,
    english = 3,
};

/// ISO 639-1 code: "kk", "ru", "en"; "und" where the language is unknown.
std::string_view code_of(Language language) noexcept;

/// The language of an ISO 639-1 code; `Language::unknown` for any other text.
Language language_from_code(std::string_view code) noexcept;

/// Decides the language of one paragraph of UTF-8 text.
///
/// Letters that only Kazakh has decide first, then function words and suffixes, then the script.
/// A text without any letter is `unknown`. Pure and thread-safe.
Language identify_language(std::string_view paragraph) noexcept;

}  // namespace izde::analyzers
