#include <algorithm>
#include <array>

#include "analyzers/citation/act_reader.hpp"

namespace izde::analyzers {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// How far the name of an act is looked for, in words outside of brackets and quotation marks: «постановление
/// главного государственного санитарного врача города …» before the date; behind it a few adjectives.
constexpr std::size_t kFarthestLeft = 40;
constexpr std::size_t kFarthestRight = 4;
constexpr std::size_t kFarthestOrgan = 30;
constexpr std::size_t kLongestRest = 12;  ///< of a title behind the mark that ends a name within it
constexpr std::size_t kLongestTitle = 40;
/// All words that are passed over, with those in brackets: «(алғашқы ресми жарияланған күнінен кейін …)»
/// each.
constexpr std::size_t kMostPassed = 240;

/// «(ред. от 12.01.2020)», «(с изменениями от …)»: the date is of an edition, not of an act.
bool says_edition(std::string_view word) {
    return word == "ред" || word == "изм" || word.starts_with("редакци") || word.starts_with("изменени") ||
           word.starts_with("дополнени") || word.starts_with("состояни") || word.starts_with("өзгеріс") ||
           word.starts_with("толықтыру");
}

/// «представления инспекции от 13 июня», «письмо министерства от …»: the date is of a paper that is no act.
bool is_other_paper(std::string_view word) {
    constexpr std::array<std::string_view, 6> kStems = {"представлени", "письм",     "протокол",
                                                        "ходатайств",   "заключени", "поручени"};
    return std::ranges::any_of(kStems, [&](std::string_view stem) { return is_russian_form(word, stem); });
}

/// Date, number or both, side by side.
struct Requisites {
    std::size_t first = 0, end = 0;
    Date date;
    NumberReading number;
    bool is_kazakh = false;
    bool has_from = false;
};

class DatedActs {
  public:
    DatedActs(const LexemeText& text, std::vector<bool>& taken, std::vector<NamedAct>& acts)
        : text_(text), lexemes_(text.lexemes), taken_(taken), acts_(acts) {}

    void read();

  private:
    bool is_aside(std::size_t at, const Lexeme& from) const {
        return lexemes_[at].depth > from.depth ||
               (lexemes_[at].quoted != from.quoted && lexemes_[at].quoted != 0);
    }
    bool has_from_before(std::size_t at) const {
        return at > 0 && lexemes_[at - 1].sense.role == WordRole::from;
    }
    bool read_requisites(std::size_t at, Requisites& requisites) const;
    std::size_t number_behind(std::size_t date_end) const;
    std::size_t kind_before(const Requisites& requisites, std::size_t farthest) const;
    std::size_t kind_behind(const Requisites& requisites) const;
    std::size_t kind_of(const Requisites& requisites) const;
    void complete(const Requisites& requisites, std::size_t kind, NamedAct& act) const;
    std::string title_between(std::size_t from, std::size_t to) const;

    const LexemeText& text_;
    const std::vector<Lexeme>& lexemes_;
    std::vector<bool>& taken_;
    std::vector<NamedAct>& acts_;
};

/// The lexeme of the number that belongs to a date: right behind it, or behind a title in quotation marks.
std::size_t DatedActs::number_behind(std::size_t date_end) const {
    const Lexeme& from = lexemes_[date_end - 1];
    std::size_t words = 0;
    // A title that quotes a name ends with one mark for both: «« A » B туралы» № 34/2».
    const bool has_title = date_end < lexemes_.size() && lexemes_[date_end].quoted != from.quoted;
    for (std::size_t at = date_end; at < lexemes_.size() && at - date_end < kMostPassed; ++at) {
        if (is_aside(at, from)) continue;
        if (lexemes_[at].begins_sentence && at > date_end) return kNowhere;
        if (lexemes_[at].has_number_sign) return at;
        if (has_title && lexemes_[at].number.empty() && words < kLongestRest) {
            ++words;
            continue;
        }
        // «за № 36», «жылғы нөмірі № 36»
        if (++words > 1 || !lexemes_[at].number.empty() || lexemes_[at].sense.kind != ActKind::unknown) {
            return kNowhere;
        }
    }
    return kNowhere;
}

bool DatedActs::read_requisites(std::size_t at, Requisites& requisites) const {
    requisites = {};
    requisites.first = at;
    if (const auto date = read_date(text_, at)) {
        requisites.date = date->date;
        requisites.is_kazakh = date->is_kazakh;
        requisites.has_from = has_from_before(at);
        requisites.end = date->end;
        if (const std::size_t place = number_behind(date->end); place != kNowhere) {
            if (const auto number = read_act_number(text_, place)) {
                requisites.number = *number;
                requisites.end = number->end;
            }
        }
        return true;
    }
    const auto number = read_act_number(text_, at);
    if (!number) return false;
    requisites.number = *number;
    requisites.end = number->end;
    std::size_t next = number->end;
    // «№ 946 - IV СП от 15 сентября»
    while (next < lexemes_.size() && next < number->end + 2 && lexemes_[next].sense.role != WordRole::from &&
           lexemes_[next].is_capital && text_.gap(next).size() <= 4) {
        ++next;
    }
    const bool has_from = next < lexemes_.size() && lexemes_[next].sense.role == WordRole::from;
    if (!has_from) next = number->end;
    if (next + (has_from ? 1 : 0) < lexemes_.size()) {
        if (const auto date = read_date(text_, next + (has_from ? 1 : 0))) {
            requisites.date = date->date;
            requisites.has_from = has_from;
            requisites.end = date->end;
        }
    }
    return true;
}

std::size_t DatedActs::kind_before(const Requisites& requisites, std::size_t farthest) const {
    const Lexeme& from = lexemes_[requisites.first];
    std::size_t words = 0;
    for (std::size_t at = requisites.first; at-- > 0 && requisites.first - at < kMostPassed;) {
        if (lexemes_[at + 1].begins_sentence) return kNowhere;
        if (is_aside(at, from)) continue;
        if (from.depth > 0 && says_edition(lexemes_[at].exact)) return kNowhere;
        if (is_other_paper(lexemes_[at].exact)) return kNowhere;
        const ActKind kind = lexemes_[at].sense.kind;
        if (kind != ActKind::unknown && kind != ActKind::constitution) return at;
        // «закон Республики Казахстан, 15 декабря 2006 г., № 207»: whose act it is stands in between.
        const WordRole role = lexemes_[at].sense.role;
        const bool is_state = role == WordRole::kazakhstan || role == WordRole::republic;
        if (is_state && !requisites.number.number.empty()) continue;
        if (lexemes_[at].number.empty() && ++words > farthest) return kNowhere;
    }
    return kNowhere;
}

std::size_t DatedActs::kind_behind(const Requisites& requisites) const {
    const Lexeme& from = lexemes_[requisites.first];
    std::size_t words = 0;
    for (std::size_t at = requisites.end; at < lexemes_.size() && at - requisites.end < kMostPassed; ++at) {
        if (is_aside(at, from)) continue;
        if (lexemes_[at].begins_sentence && lexemes_[at].number.empty()) return kNowhere;
        const ActKind kind = lexemes_[at].sense.kind;
        if (kind != ActKind::unknown && kind != ActKind::constitution) return at;
        const WordRole role = lexemes_[at].sense.role;
        const bool is_part_of_list = !lexemes_[at].number.empty() || role == WordRole::conjunction ||
                                     role == WordRole::year || role == WordRole::month ||
                                     role == WordRole::republic;
        if (!is_part_of_list && ++words > kFarthestRight) return kNowhere;
    }
    return kNowhere;
}

/// The lexeme that says what kind of act has these requisites.
std::size_t DatedActs::kind_of(const Requisites& requisites) const {
    if (!requisites.date.is_set()) {
        // By number alone: «№ 401-IV Заң», «Закон о пробации № 38-VI», «Закон РК № 36».
        const std::size_t next = requisites.end;
        if (next < lexemes_.size() && lexemes_[next].sense.kind == ActKind::law) return next;
        constexpr std::size_t kWithConvocation = 8;
        constexpr std::size_t kWithout = 3;
        const std::size_t kind =
            kind_before(requisites, requisites.number.convocation.empty() ? kWithout : kWithConvocation);
        return kind != kNowhere && lexemes_[kind].sense.kind == ActKind::law ? kind : kNowhere;
    }
    if (requisites.is_kazakh) {
        // «2021 жылғы 21 наурызға дейін» is a term, not the date of an act.
        if (requisites.end < lexemes_.size() && lexemes_[requisites.end].exact.starts_with("дейін"))
            return kNowhere;
        // The date stands before «Заңы», and behind it in lists of references: «… Заңы, 2012 жылғы 5 шілде, №
        // 33-V».
        const bool is_before_kind =
            requisites.end < lexemes_.size() && lexemes_[requisites.end].sense.kind != ActKind::unknown;
        const std::size_t beside = is_before_kind ? kNowhere : kind_before(requisites, 0);
        return beside != kNowhere ? beside : kind_behind(requisites);
    }
    if (requisites.has_from) {
        const std::size_t before = kind_before(requisites, kFarthestLeft);
        if (before != kNowhere) return before;
        // «От 7 апреля 2015 года № 97/4. В соответствии с Законом …»: the head of the text itself.
        const bool heads_text =
            has_from_before(requisites.first) && lexemes_[requisites.first - 1].begins_sentence;
        return heads_text ? kNowhere : kind_behind(requisites);
    }
    const std::size_t beside = kind_before(requisites, 0);
    if (beside != kNowhere) return beside;
    // «вводится в действие с 01.01.2027 Законом …» dates no law.
    return requisites.number.number.empty() ? kNowhere : kind_behind(requisites);
}

std::string DatedActs::title_between(std::size_t from, std::size_t to) const {
    for (const Quotation& quotation : text_.quotations) {
        if (quotation.first < from || quotation.first > to || quotation.end <= quotation.first) continue;
        return std::string(
            text_.text.substr(quotation.span.begin, quotation.span.end - quotation.span.begin));
    }
    return {};
}

void DatedActs::complete(const Requisites& requisites, std::size_t kind, NamedAct& act) const {
    const bool is_before = kind < requisites.first;
    const std::size_t from = is_before ? kind : requisites.first;
    const std::size_t to = is_before ? requisites.end : kind + 1;
    ActReference& reference = act.reference;
    if (requisites.number.is_russian) reference.state = State::russia;
    const std::size_t before = from > kFarthestOrgan ? from - kFarthestOrgan : 0;
    for (std::size_t at = to; at-- > before;) {
        const Lexeme& lexeme = lexemes_[at];
        if (at + 1 < from && lexemes_[at + 1].begins_sentence) break;
        if (lexeme.quoted != 0) continue;
        const bool is_near = at + 3 >= from;
        const WordRole role = lexeme.sense.role;
        if (is_near && role == WordRole::russia) reference.state = State::russia;
        if (is_near && role == WordRole::kazakhstan && reference.state == State::unsaid) {
            reference.state = State::kazakhstan;
        }
        // The Russian name of the organ stands behind «постановление», the Kazakh one before the date.
        if (at < from && (is_before || reference.organ != Organ::unsaid)) continue;
        if (role == WordRole::government) reference.organ = Organ::government;
        if (role == WordRole::organ && at < from) reference.organ = Organ::other;
    }
    if (is_before) {
        for (std::size_t at = kind + 1; at < requisites.first; ++at) {
            const WordRole role = lexemes_[at].sense.role;
            if (lexemes_[at].quoted != 0 || (role != WordRole::organ && role != WordRole::government))
                continue;
            reference.organ = role == WordRole::government ? Organ::government : Organ::other;
            break;
        }
    }
    // «О …» stands behind the requisites or before them, the Kazakh title before the date or before the
    // number.
    reference.title = title_between(from, std::min(to, lexemes_.size()));
    if (reference.title.empty() && (!is_before || requisites.is_kazakh)) {
        State unused = State::unsaid;
        const std::size_t title_end = skip_state_back(text_, from, unused);
        for (const Quotation& quotation : text_.quotations) {
            if (quotation.end == title_end && quotation.end > quotation.first) {
                reference.title =
                    text_.text.substr(quotation.span.begin, quotation.span.end - quotation.span.begin);
            }
        }
        // In a list of references titles stand without marks, from the beginning of the entry.
        if (reference.title.empty() && title_end > 0 &&
            lexemes_[title_end - 1].sense.role == WordRole::about) {
            std::size_t first = title_end - 1;
            while (first > 0 && !lexemes_[first].begins_sentence && title_end - first < kLongestTitle)
                --first;
            const std::size_t begin = lexemes_[first].span.begin;
            reference.title = text_.text.substr(begin, lexemes_[title_end - 1].span.end - begin);
        }
    }
}

void DatedActs::read() {
    std::vector<bool> is_named(lexemes_.size(), false);
    for (std::size_t at = 0; at < lexemes_.size();) {
        Requisites requisites;
        if (taken_[at] || !read_requisites(at, requisites)) {
            ++at;
            continue;
        }
        const std::size_t kind = kind_of(requisites);
        if (kind == kNowhere) {
            at = requisites.end;
            continue;
        }
        NamedAct act;
        act.reference.form = ActReference::Form::dated;
        act.reference.kind = lexemes_[kind].sense.kind;
        act.reference.date = requisites.date;
        act.reference.number = requisites.number.number;
        act.reference.convocation = requisites.number.convocation;
        complete(requisites, kind, act);
        const auto code = act.reference.kind == ActKind::code ? read_code_name(text_, kind) : std::nullopt;
        if (code) act.reference.code = code->family;
        act.first = requisites.first;
        act.end = requisites.end;
        // One name may head a list of acts: it belongs to the span of the one that is next to it.
        const auto is_free = [&](std::size_t from, std::size_t to) {
            for (std::size_t place = from; place < to; ++place) {
                if (is_named[place] || (place >= requisites.end && lexemes_[place].kind == TokenKind::date))
                    return false;
            }
            return true;
        };
        if (kind < requisites.first && is_free(kind, requisites.first)) {
            act.first = code ? code->first : kind;
            while (act.first > 0 && (lexemes_[act.first - 1].sense.role == WordRole::filler ||
                                     lexemes_[act.first - 1].sense.role == WordRole::russia)) {
                --act.first;
            }
        } else if (kind >= requisites.end && is_free(requisites.end, kind)) {
            act.end = kind + 1;
        }
        // «№ 480-V «О правовых актах», п. 2 ст. 50»: the title belongs to the name.
        for (const Quotation& quotation : text_.quotations) {
            if (quotation.first == act.end && quotation.end > quotation.first) act.end = quotation.end;
        }
        for (std::size_t place = act.first; place < act.end; ++place) {
            is_named[place] = taken_[place] = true;
        }
        taken_[kind] = true;
        at = std::max(at + 1, act.end);
        acts_.push_back(std::move(act));
    }
}

}  // namespace

void read_dated_acts(const LexemeText& text, std::vector<bool>& taken, std::vector<NamedAct>& acts) {
    DatedActs(text, taken, acts).read();
}

}  // namespace izde::analyzers
