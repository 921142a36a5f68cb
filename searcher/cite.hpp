#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/work.hpp"

namespace izde::searcher {

/// How a reference to a work is written.
enum class CitationStyle : std::uint8_t {
    gost,      ///< ГОСТ Р 7.0.5-2008, entries of a list of references, one a line
    bibtex,    ///< the key of an entry is the work's id
    ris,       ///< lines ended by CR LF
    csl_json,  ///< one array of items (CSL-JSON 1.0)
};

/// The printed pages that a work stands on, "12" or "12–17" with this dash; "" where none is known.
std::string pages_of(const store::Work& work, std::string_view dash);

/// References to works by what is known of them; nothing is made up for what is not. Needs no text and no
/// blocks.
std::string cite(const std::vector<store::Work>& works, CitationStyle style);

}  // namespace izde::searcher
