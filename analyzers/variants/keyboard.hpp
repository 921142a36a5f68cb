#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace izde::analyzers {

/// Layouts of the PC keyboard: US, Russian (Windows), Kazakh (RST KazSSR 903-90, which puts nine letters on
/// the row of digits).
enum class KeyboardLayout : std::uint8_t { english, russian, kazakh };

/// What the keys that gave `text` (UTF-8) under the layout `from` give under `to`. A character that no key of
/// `from` gives stays.
std::string retype(std::string_view text, KeyboardLayout from, KeyboardLayout to);

}  // namespace izde::analyzers
