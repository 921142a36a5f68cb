#include "analyzers/token.hpp"

namespace izde::analyzers {

std::string_view name_of(TokenKind kind) noexcept {
    switch (kind) {
        case TokenKind::word:
            return "word";
        case TokenKind::number:
            return "number";
        case TokenKind::legal_number:
            return "legal_number";
        case TokenKind::identifier:
            return "identifier";
        case TokenKind::date:
            return "date";
        case TokenKind::initials:
            return "initials";
    }
    return "word";
}

}  // namespace izde::analyzers
