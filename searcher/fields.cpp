#include "searcher/fields.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace izde::searcher {
namespace {

using Kind = Query::Kind;
using store::BlockKind;

constexpr Field kTitle{"title", Kind::in_part, BlockKind::title};
constexpr Field kHeading{"heading", Kind::in_part, BlockKind::heading};
constexpr Field kAbstract{"abstract", Kind::in_part, BlockKind::abstract};
constexpr Field kKeywords{"keywords", Kind::in_part, BlockKind::keywords};
constexpr Field kReferences{"references", Kind::in_part, BlockKind::reference};
constexpr Field kAuthor{"author", Kind::author, {}};
constexpr Field kLanguage{"lang", Kind::language, {}};
constexpr Field kKind{"kind", Kind::work_kind, {}};
constexpr Field kYear{"year", Kind::year, {}};
constexpr Field kFile{"file", Kind::file, {}};
constexpr Field kCites{"cites", Kind::cites, {}};

constexpr std::array<std::pair<std::string_view, const Field*>, 39> kFields = {{
    {"title", &kTitle},
    {"тақырып", &kTitle},
    {"название", &kTitle},
    {"заглавие", &kTitle},
    {"heading", &kHeading},
    {"тақырыпша", &kHeading},
    {"заголовок", &kHeading},
    {"abstract", &kAbstract},
    {"аңдатпа", &kAbstract},
    {"аннотация", &kAbstract},
    {"keywords", &kKeywords},
    {"түйінсөз", &kKeywords},
    {"кілтсөз", &kKeywords},
    {"ключевые", &kKeywords},
    {"references", &kReferences},
    {"әдебиет", &kReferences},
    {"әдебиеттер", &kReferences},
    {"литература", &kReferences},
    {"источники", &kReferences},
    {"author", &kAuthor},
    {"автор", &kAuthor},
    {"авторы", &kAuthor},
    {"lang", &kLanguage},
    {"language", &kLanguage},
    {"тіл", &kLanguage},
    {"язык", &kLanguage},
    {"kind", &kKind},
    {"түр", &kKind},
    {"вид", &kKind},
    {"year", &kYear},
    {"жыл", &kYear},
    {"год", &kYear},
    {"file", &kFile},
    {"файл", &kFile},
    {"құжат", &kFile},
    {"cites", &kCites},
    {"сілтеме", &kCites},
    {"цитирует", &kCites},
    {"ссылка", &kCites},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kOperators = {{
    {"AND", "AND"},
    {"ЖӘНЕ", "AND"},
    {"И", "AND"},
    {"OR", "OR"},
    {"НЕМЕСЕ", "OR"},
    {"ИЛИ", "OR"},
    {"NOT", "NOT"},
    {"ЕМЕС", "NOT"},
    {"НЕ", "NOT"},
}};

}  // namespace

const Field* find_field(std::string_view name) noexcept {
    const auto* const found =
        std::ranges::find(kFields, name, &std::pair<std::string_view, const Field*>::first);
    return found == kFields.end() ? nullptr : found->second;
}

std::string_view find_operator(std::string_view word) noexcept {
    const auto* const found =
        std::ranges::find(kOperators, word, &std::pair<std::string_view, std::string_view>::first);
    return found == kOperators.end() ? std::string_view() : found->second;
}

}  // namespace izde::searcher
