#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analyzers/citation/lexeme.hpp"

namespace izde::analyzers {

/// «п. 2 ст. 35», «35-баптың 2-тармағы»: levels with their numbers.
struct Provision {
    std::size_t first = 0, end = 0;  ///< lexemes
    std::vector<std::string> paths;  ///< as Mention::provisions; what is below an article that is not named
                                     ///< begins with the level («p2»)
    bool is_own = false;             ///< «настоящей статьи», «осы баптың»
    bool has_article = false;
    bool is_abbreviated = false;  ///< «ст.», not «статья»
    bool has_chapter = false;     ///< a chapter alone: of the act, no path
};

/// All provisions of a text, in order. Those that are joined («пункта 1 и пункта 3 статьи 5») complete each
/// other.
std::vector<Provision> read_provisions(const LexemeText& text);

}  // namespace izde::analyzers
