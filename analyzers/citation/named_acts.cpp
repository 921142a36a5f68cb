#include <algorithm>

#include "analyzers/citation/act_reader.hpp"
#include "analyzers/citation/acts.hpp"
#include "analyzers/citation/treaties.hpp"

namespace izde::analyzers {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
constexpr std::size_t kLongestTitle = 24;  ///< words that are compared with the titles of known laws

class NamedActs {
  public:
    NamedActs(const LexemeText& text, std::vector<bool>& taken, std::vector<NamedAct>& acts)
        : text_(text), lexemes_(text.lexemes), taken_(taken), acts_(acts) {}

    void read();

  private:
    bool read_identifier(std::size_t at);
    bool read_pointer(std::size_t at);
    bool read_code(std::size_t at);
    bool read_abbreviation(std::size_t at);
    bool is_basic_law(std::size_t at) const;
    bool read_constitution(std::size_t at);
    bool read_titled(std::size_t at);
    bool read_titled_list(std::size_t at);
    bool read_named_treaty(std::size_t at);
    bool read_instrument(std::size_t at);
    std::size_t known_title_behind(std::size_t at, std::string& title) const;
    std::size_t known_title_before(std::size_t at, std::string& title) const;
    void add(NamedAct act);

    const LexemeText& text_;
    const std::vector<Lexeme>& lexemes_;
    std::vector<bool>& taken_;
    std::vector<NamedAct>& acts_;
};

void NamedActs::add(NamedAct act) {
    for (std::size_t place = act.first; place < act.end; ++place) taken_[place] = true;
    acts_.push_back(std::move(act));
}

bool NamedActs::read_identifier(std::size_t at) {
    if (lexemes_[at].kind != TokenKind::identifier) return false;
    NamedAct act{at, at + 1, {}, false};
    act.reference.form = ActReference::Form::identifier;
    act.reference.code = canonical_identifier(lexemes_[at].exact);
    add(std::move(act));
    return true;
}

/// «настоящим Законом», «осы Конституциялық заңды», «названного Кодекса».
bool NamedActs::read_pointer(std::size_t at) {
    const WordRole role = lexemes_[at].sense.role;
    if (role != WordRole::own && role != WordRole::that) return false;
    std::size_t place = at + 1;
    while (place < lexemes_.size() && place < at + 3 && lexemes_[place].sense.role == WordRole::filler)
        ++place;
    if (place >= lexemes_.size() || taken_[place] || lexemes_[place].begins_sentence) return false;
    const ActKind kind = lexemes_[place].sense.kind;
    const bool is_own = role == WordRole::own;
    // «осы шешім», «настоящее решение» are any decision.
    const bool is_act = kind == ActKind::law || kind == ActKind::code || kind == ActKind::decree ||
                        kind == ActKind::constitution || (is_own && kind == ActKind::resolution) ||
                        (is_own && kind == ActKind::order);
    if (!is_act || lexemes_[place].sense.is_plural) return false;
    // «осы заңды тұлға» is a legal person.
    if (place + 1 < lexemes_.size() && lexemes_[place + 1].exact.starts_with("тұлға")) return false;
    NamedAct act{at, place + 1, {}, !is_own};
    act.reference.form = is_own ? ActReference::Form::own : ActReference::Form::named_before;
    act.reference.kind = kind;
    add(std::move(act));
    return true;
}

bool NamedActs::read_code(std::size_t at) {
    if (lexemes_[at].sense.kind != ActKind::code || lexemes_[at].sense.is_plural) return false;
    const std::optional<CodeReading> name = read_code_name(text_, at);
    NamedAct act{at, at + 1, {}, !name};
    act.reference.kind = ActKind::code;
    if (!name) {
        if (!lexemes_[at].is_capital) return false;
        act.reference.form = ActReference::Form::named_before;
        add(std::move(act));
        return true;
    }
    act.first = name->first;
    act.end = name->end;
    act.reference.form = ActReference::Form::named_code;
    act.reference.code = name->family;
    act.reference.state = name->state;
    read_edition(text_, act);
    // «(Особенная часть)», «(Ерекше бөлім)»: an act of its own.
    for (std::size_t place = act.end; place < lexemes_.size() && place < act.end + 2; ++place) {
        if (name->family != "civil" ||
            !(lexemes_[place].exact.starts_with("особенн") || lexemes_[place].exact == "ерекше")) {
            continue;
        }
        constexpr Date kSpecialPart = {1999, 7, 1};
        act.reference.date = kSpecialPart;
        break;
    }
    add(std::move(act));
    return true;
}

/// «УК РК», «ҚР ҚК»; without a state only beside a provision: «УК» is a managing company too.
bool NamedActs::read_abbreviation(std::size_t at) {
    // «тк рк ст 35» is typed so; «ақ» in small letters is the word for white.
    if (!lexemes_[at].is_acronym && (lexemes_[at].kind != TokenKind::word || lexemes_[at].exact == "ақ"))
        return false;
    State state = State::unsaid;
    const std::size_t behind = skip_state(text_, at + 1, state);
    const std::size_t before = skip_state_back(text_, at, state);
    const CodeName* found = nullptr;
    for (const CodeName& name : code_names()) {
        if (name.place != CodeName::Place::abbreviation || name.words != lexemes_[at].exact) continue;
        const bool is_of_state = name.state == state || name.state == State::unsaid ||
                                 (state == State::unsaid && name.state == State::kazakhstan);
        if (is_of_state && (found == nullptr || name.state == state)) found = &name;
    }
    if (found == nullptr) return false;
    NamedAct act{before, behind, {}, state == State::unsaid};
    act.reference.form = ActReference::Form::named_code;
    act.reference.kind = ActKind::code;
    act.reference.code = found->family;
    act.reference.state = state;
    read_edition(text_, act);
    add(std::move(act));
    return true;
}

/// «Основной закон», «Ата заң», «Негізгі заң» at the word for law.
bool NamedActs::is_basic_law(std::size_t at) const {
    if (at == 0 || lexemes_[at].sense.kind != ActKind::law || lexemes_[at].begins_sentence) return false;
    const std::string& before = lexemes_[at - 1].exact;
    return before.starts_with("основн") || before == "ата" || before == "негізгі";
}

bool NamedActs::read_constitution(std::size_t at) {
    const bool is_basic = is_basic_law(at);
    if ((lexemes_[at].sense.kind != ActKind::constitution && !is_basic) || lexemes_[at].sense.is_plural)
        return false;
    // «основной закон» is said of other things too: the Constitution only beside a provision.
    NamedAct act{at, at + 1, {}, is_basic || !lexemes_[at].is_capital};
    if (is_basic) --act.first;
    act.end = skip_state(text_, at + 1, act.reference.state);
    act.first = skip_state_back(text_, act.first, act.reference.state);
    act.reference.form = ActReference::Form::named_code;
    act.reference.kind = ActKind::constitution;
    act.reference.code = "constitution";
    read_edition(text_, act);
    add(std::move(act));
    return true;
}

/// The end of the longest title of a known law that begins at `at`, quotation marks or not; kNowhere if none.
std::size_t NamedActs::known_title_behind(std::size_t at, std::string& title) const {
    std::string key;
    std::size_t end = kNowhere;
    for (std::size_t place = at; place < lexemes_.size() && place < at + kLongestTitle; ++place) {
        if (place > at && (lexemes_[place].begins_sentence || lexemes_[place].has_number_sign)) break;
        const std::string_view part = title_key_part(lexemes_[place].exact, lexemes_[place].sense.role);
        if (!key.empty() && !part.empty()) key += '-';
        key += part;
        const TitledLaw* const law = key.empty() ? nullptr : find_title(key, TitleMatch::whole_or_beginning);
        if (law == nullptr) continue;
        end = place + 1;
        title = law->russian;
    }
    return end;
}

/// The beginning of the longest title of a known law that ends before `at`.
std::size_t NamedActs::known_title_before(std::size_t at, std::string& title) const {
    std::string key;
    std::size_t first = kNowhere;
    for (std::size_t place = at; place-- > 0 && at - place < kLongestTitle;) {
        if (lexemes_[place + 1].begins_sentence && place + 1 < at) break;
        const std::string_view part = title_key_part(lexemes_[place].exact, lexemes_[place].sense.role);
        if (!key.empty() && !part.empty()) key.insert(0, 1, '-');
        key.insert(0, part);
        const TitledLaw* const law = key.empty() ? nullptr : find_title(key, TitleMatch::whole_or_beginning);
        if (law == nullptr) continue;
        first = place;
        title = law->kazakh;
    }
    return first;
}

/// «законов РК «О языках» (15 вопросов), «О рекламе» и «О связи»»: a title an act.
bool NamedActs::read_titled_list(std::size_t at) {
    constexpr std::size_t kMostTitles = 32;
    constexpr std::size_t kLongestAside = 12;
    State state = State::unsaid;
    std::size_t place = skip_state(text_, at + 1, state);
    std::size_t titles = 0;
    for (; titles < kMostTitles && place < lexemes_.size(); ++titles) {
        const int number = lexemes_[place].quoted;
        if (number == 0 || lexemes_[place].sense.role != WordRole::about || taken_[place]) break;
        const Quotation& quotation = text_.quotations[static_cast<std::size_t>(number - 1)];
        if (quotation.first != place || quotation.end <= quotation.first) break;
        NamedAct act{titles == 0 ? at : place, quotation.end, {}, false};
        act.reference.form = ActReference::Form::titled;
        act.reference.kind = ActKind::law;
        act.reference.state = state;
        act.reference.title =
            text_.text.substr(quotation.span.begin, quotation.span.end - quotation.span.begin);
        add(std::move(act));
        place = quotation.end;
        const std::size_t farthest = std::min(lexemes_.size(), place + kLongestAside);
        while (place < farthest && (lexemes_[place].depth > lexemes_[at].depth ||
                                    lexemes_[place].sense.role == WordRole::conjunction)) {
            ++place;
        }
    }
    return titles > 0;
}

bool NamedActs::read_titled(std::size_t at) {
    if (lexemes_[at].sense.kind != ActKind::law) return false;
    if (lexemes_[at].sense.is_plural) return read_titled_list(at);
    NamedAct act{at, at + 1, {}, false};
    act.reference.form = ActReference::Form::titled;
    act.reference.kind = ActKind::law;
    const std::size_t behind = skip_state(text_, at + 1, act.reference.state);
    const std::size_t before = skip_state_back(text_, at, act.reference.state);
    const auto take_title = [&](std::size_t edge, bool is_before) {
        if (edge >= lexemes_.size() || lexemes_[edge].sense.role != WordRole::about ||
            lexemes_[edge].quoted == 0)
            return;
        const Quotation& quotation = text_.quotations[static_cast<std::size_t>(lexemes_[edge].quoted - 1)];
        if (quotation.end <= quotation.first ||
            (is_before ? quotation.end != before : quotation.first != behind))
            return;
        act.reference.title =
            text_.text.substr(quotation.span.begin, quotation.span.end - quotation.span.begin);
        act.first = is_before ? quotation.first : at;
        act.end = is_before ? at + 1 : quotation.end;
    };
    take_title(behind, false);
    if (before > 0) take_title(before - 1, true);
    if (act.reference.title.empty() && behind < lexemes_.size() &&
        lexemes_[behind].sense.role == WordRole::about) {
        const std::size_t end = known_title_behind(behind, act.reference.title);
        if (end != kNowhere) act.end = end;
    }
    if (act.reference.title.empty() && before > 0 && lexemes_[before - 1].sense.role == WordRole::about) {
        const std::size_t first = known_title_before(before, act.reference.title);
        if (first != kNowhere) act.first = first;
    }
    if (act.reference.title.empty()) {
        // «статья 5 Закона»: the one that was named.
        if (!lexemes_[at].is_capital || lexemes_[at].exact == "заңды") return false;
        act.reference.form = ActReference::Form::named_before;
        act.is_tentative = true;
    } else {
        read_edition(text_, act);
    }
    add(std::move(act));
    return true;
}

bool NamedActs::read_named_treaty(std::size_t at) {
    if (!lexemes_[at].sense.begins_treaty) return false;
    const TreatyReading reading = read_treaty(text_, at);
    if (reading.treaty == nullptr) return false;
    NamedAct act{at, reading.end, {}, false};
    act.reference.form = ActReference::Form::identifier;
    act.reference.state = State::other;
    act.reference.code = reading.treaty->id;
    add(std::move(act));
    return true;
}

/// «статья 5 Конвенции МОТ», «Хартияның 5-бабы»: an act without an id, so that the article is nobody else's.
bool NamedActs::read_instrument(std::size_t at) {
    if (!lexemes_[at].sense.is_instrument) return false;
    NamedAct act{at, at + 1, {}, true};
    act.reference.form = ActReference::Form::identifier;
    act.reference.state = State::other;
    add(std::move(act));
    return true;
}

void NamedActs::read() {
    for (std::size_t at = 0; at < lexemes_.size(); ++at) {
        if (taken_[at]) continue;
        if (read_identifier(at) || read_pointer(at) || read_code(at) || read_abbreviation(at) ||
            read_constitution(at) || read_titled(at) || read_named_treaty(at) || read_instrument(at)) {
            continue;
        }
    }
}

}  // namespace

void read_named_acts(const LexemeText& text, std::vector<bool>& taken, std::vector<NamedAct>& acts) {
    NamedActs(text, taken, acts).read();
}

}  // namespace izde::analyzers
