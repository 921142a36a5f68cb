#pragma once

#include <string>
#include <string_view>

namespace izde::indexer {

/// A file's bytes as UTF-8.
struct DecodedText {
    std::string text;      ///< well-formed UTF-8 without byte order mark; line ends are \n
    std::string encoding;  ///< IANA name of what the bytes were
    std::string
        warning;  ///< a declaration that was wrong, bytes that no encoding explains; "" where all is well
};

/// Decodes text of unknown or declared encoding: byte order mark, UTF-8, UTF-16 by its zero and Cyrillic high
/// bytes, else the single-byte encoding that makes the text look most like Kazakh or Russian. A declaration
/// is believed unless the text speaks clearly against it. `declared` is a name or "". Throws ExtractError for
/// bytes that are no text.
DecodedText decode_text(std::string_view bytes, std::string_view declared = {});

}  // namespace izde::indexer
