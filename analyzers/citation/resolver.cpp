#include "analyzers/citation/resolver.hpp"

#include <algorithm>
#include <charconv>

#include "analyzers/citation/acts.hpp"
#include "analyzers/normalizer.hpp"
#include "analyzers/tokenizer.hpp"

namespace izde::analyzers {
namespace {

using Form = ActReference::Form;

int article_of(const Mention& mention) {
    int article = 0;
    if (mention.provisions.empty()) return 0;
    const std::string& path = mention.provisions.front();
    std::from_chars(path.data(), path.data() + path.size(), article);
    return article;
}

constexpr std::size_t kLongestTitleKey = 100;

/// Paragraphs within which «названный Закон» is the one that was named.
constexpr int kNotLongBefore = 10;

}  // namespace

std::string key_of_title(std::string_view title) {
    Tokenizer tokenizer;
    Normalizer normalizer;
    Piece piece;
    std::vector<std::string> words;
    constexpr std::size_t kMostWords = 40;
    tokenizer.reset(title);
    while (tokenizer.next(piece) && words.size() < kMostWords) {
        words.emplace_back();
        normalizer.normalize(title.substr(piece.span.begin, piece.span.end - piece.span.begin), words.back());
    }
    std::string key = title_key({words.begin(), words.end()});
    if (key.size() > kLongestTitleKey) {
        const std::size_t hyphen = key.rfind('-', kLongestTitleKey);
        if (hyphen != std::string::npos) key.resize(hyphen);
    }
    return key;
}

std::string id_of_title(std::string_view title, State state) {
    const std::string key = key_of_title(title);
    if (key.empty() || state == State::other) return {};
    return (state == State::russia ? "ru:law:«" : "kz:law:«") + key + "»";
}

State CitationResolver::state_of(const ActReference& act) const {
    return act.state == State::unsaid ? context_.state : act.state;
}

std::string CitationResolver::code_of(const ActReference& act, int article) const {
    const State state = state_of(act);
    if (state == State::other) return {};
    if (act.kind == ActKind::constitution) {
        constexpr int kConstitution = 1995;
        if (state == State::kazakhstan && act.date.is_set() && act.date.year != kConstitution) {
            return "kz:constitution:" + std::to_string(act.date.year);
        }
        const CodeVersion* const constitution = find_code("constitution", state, 0, 0);
        return constitution == nullptr ? "" : std::string(constitution->id);
    }
    if (act.date.is_set()) {
        if (const CodeVersion* const code = find_code_of(act.code, state, act.date, article))
            return std::string(code->id);
    }
    const CodeVersion* code = find_code(act.code, state, context_.year, article);
    // A work that is older than the first code in force speaks of its draft or of a Soviet one; the first it
    // is where the two are near.
    constexpr int kNear = 2;
    if (code == nullptr) {
        code = find_code(act.code, state, context_.year + kNear, article);
    }
    return code == nullptr ? "" : std::string(code->id);
}

std::string CitationResolver::dated(const ActReference& act) const {
    const State state = state_of(act);
    if (!act.date.is_set()) {
        std::string by_title = titled(act);
        if (!act.title.empty() && !by_title.starts_with("kz:law:«")) return by_title;
        return state == State::russia ? "" : find_by_number(act.number, act.convocation);
    }
    if (act.kind == ActKind::code) {
        if (const CodeVersion* const code = find_code_of(act.code, state, act.date, 0)) {
            return std::string(code->id);
        }
    }
    // «Трудовой кодекс: Закон РК от 15 мая 2007 года № 251».
    if (act.kind == ActKind::law && state != State::russia && !act.number.empty()) {
        const CodeVersion* const code = find_code(state, act.date);
        if (code != nullptr && code->number == act.number) return std::string(code->id);
    }
    std::string number = act.number;
    if (number.empty() && act.kind == ActKind::law && state != State::russia) {
        if (const TitledLaw* const law = find_titled_law(act.date, key_of_title(act.title)))
            number = law->number;
    }
    // Decrees of 1995 that have the force of laws are known by either name.
    const bool is_known_law = act.kind == ActKind::decree && state != State::russia &&
                              std::ranges::any_of(titled_laws(), [&](const TitledLaw& law) {
                                  return law.adopted == act.date && law.number == number;
                              });
    return act_id(is_known_law ? ActKind::law : act.kind, state, act.organ, act.date, number);
}

std::string CitationResolver::titled(const ActReference& act) const {
    const std::string key = key_of_title(act.title);
    if (key.empty()) return {};
    if (const auto known = acts_by_title_.find(key); known != acts_by_title_.end()) return known->second;
    const State state = state_of(act);
    if (state == State::kazakhstan) {
        const int year = act.date.is_set() ? act.date.year : context_.year;
        if (const TitledLaw* const law = find_title(key, TitleMatch::whole, year)) {
            return act_id(ActKind::law, state, Organ::unsaid, law->adopted, law->number);
        }
    }
    return id_of_title(act.title, state);
}

void CitationResolver::learn(const Mention& mention) {
    if (mention.act.form != Form::dated || mention.act.title.empty() || !mention.act.date.is_set()) return;
    if (mention.act.number.empty()) return;
    acts_by_title_.emplace(key_of_title(mention.act.title), dated(mention.act));
}

std::string CitationResolver::act_of(const Mention& mention) {
    const ActReference& act = mention.act;
    switch (act.form) {
        case Form::unsaid:
            // «статья 35» in an article of a code is one of that code.
            if (!context_.article.empty()) return context_.act;
            return paragraphs_since_act_ <= 1 ? last_act_ : "";
        case Form::own:
            return context_.act;
        case Form::named_before:
            // «Кодекс» in a code is the code itself; «названный Закон» is another act.
            return last_act_.empty() || paragraphs_since_act_ > kNotLongBefore ? context_.act : last_act_;
        case Form::identifier:
            return act.code;
        case Form::named_code:
            return code_of(act, article_of(mention));
        case Form::dated:
            return dated(act);
        case Form::titled:
            return titled(act);
    }
    return {};
}

Citation CitationResolver::resolve(const Mention& mention) {
    Citation citation{mention.span, act_of(mention), {}, {}};
    if (mention.act.kind == ActKind::law && !citation.act.empty())
        citation.title = id_of_title(mention.act.title, state_of(mention.act));
    if (citation.title == citation.act) citation.title.clear();
    const bool is_of_own_article = context_.act == citation.act && !context_.article.empty();
    for (const std::string& path : mention.provisions) {
        if (!path.starts_with('@')) {
            citation.provisions.push_back(path);
        } else if (is_of_own_article) {
            citation.provisions.push_back(context_.article + path.substr(1));
        }
    }
    const bool is_named = mention.act.form != Form::own && mention.act.form != Form::unsaid;
    if (is_named && !citation.act.empty()) {
        last_act_ = citation.act;
        paragraphs_since_act_ = 0;
    }
    return citation;
}

}  // namespace izde::analyzers
