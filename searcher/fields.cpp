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

constexpr auto kKinds = std::to_array<std::pair<std::string_view, store::WorkKind>>({
    {"мақала", store::WorkKind::article},
    {"статья", store::WorkKind::article},
    {"бөлім", store::WorkKind::section},
    {"раздел", store::WorkKind::section},
    {"норма", store::WorkKind::provision},
    {"бап", store::WorkKind::provision},
    {"кітап", store::WorkKind::book},
    {"книга", store::WorkKind::book},
    {"шешім", store::WorkKind::decision},
    {"решение", store::WorkKind::decision},
    {"құжат", store::WorkKind::document},
    {"документ", store::WorkKind::document},
});

constexpr auto kLanguages = std::to_array<std::pair<std::string_view, analyzers::Language>>({
    {"kazakh", analyzers::Language::kazakh},
    {"қазақ", analyzers::Language::kazakh},
    {"қазақша", analyzers::Language::kazakh},
    {"казахский", analyzers::Language::kazakh},
    {"russian", analyzers::Language::russian},
    {"орыс", analyzers::Language::russian},
    {"орысша", analyzers::Language::russian},
    {"русский", analyzers::Language::russian},
    {"english", analyzers::Language::english},
    {"ағылшын", analyzers::Language::english},
    {"ағылшынша", analyzers::Language::english},
    {"английский", analyzers::Language::english},
});

template <typename Rows>
auto value_of(const Rows& rows, std::string_view name) noexcept {
    const auto found = std::ranges::find(rows, name, &Rows::value_type::first);
    return found == rows.end() ? std::nullopt : std::optional(found->second);
}

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

std::optional<store::WorkKind> find_kind(std::string_view name) noexcept {
    const auto kind = store::work_kind_from_name(name);
    return kind ? kind : value_of(kKinds, name);
}

std::optional<analyzers::Language> find_language(std::string_view name) noexcept {
    const analyzers::Language language = analyzers::language_from_code(name);
    return language != analyzers::Language::unknown ? std::optional(language) : value_of(kLanguages, name);
}

std::string_view find_operator(std::string_view word) noexcept {
    const auto* const found =
        std::ranges::find(kOperators, word, &std::pair<std::string_view, std::string_view>::first);
    return found == kOperators.end() ? std::string_view() : found->second;
}

}  // namespace izde::searcher
