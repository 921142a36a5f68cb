#include "analyzers/citation/finder.hpp"

#include <algorithm>
#include <optional>

#include "analyzers/citation/act_reader.hpp"
#include "analyzers/citation/provision_reader.hpp"

namespace izde::analyzers {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

bool is_blank(std::string_view gap, bool may_be_list) {
    return gap.find_first_not_of(may_be_list ? " \t\r\n\xC2\xA0,.()»\"”" : " \t\r\n\xC2\xA0)»\"”«“") ==
           std::string_view::npos;
}

/// Provisions and acts of one text, and which belongs to which.
class Assembly {
  public:
    Assembly(const LexemeText& text, std::vector<Provision> provisions, std::vector<NamedAct> acts)
        : text_(text), provisions_(std::move(provisions)), acts_(std::move(acts)) {
        act_of_.assign(provisions_.size(), kNone);
        is_used_.assign(acts_.size(), false);
        act_from_.assign(text_.lexemes.size() + 1, kNone);
        act_until_.assign(text_.lexemes.size() + 1, kNone);
        for (std::size_t i = 0; i < acts_.size(); ++i) {
            std::size_t& from = act_from_[acts_[i].first];
            if (from == kNone) from = i;
            for (const std::size_t end : {acts_[i].end, skip_aside(text_, acts_[i].end)}) {
                std::size_t& until = act_until_[end];
                if (until == kNone) until = i;
            }
        }
    }

    std::vector<Mention> run();

  private:
    std::size_t act_behind(const Provision& provision) const;
    std::size_t act_before(const Provision& provision) const;
    void attach();
    bool is_before(const NamedAct& act, const Provision& provision) const {
        return act.end == provision.first || skip_aside(text_, act.end) == provision.first;
    }
    bool is_joined(std::size_t left) const;
    bool is_heading(const Provision& provision) const;
    bool is_page_of_gazette(const Provision& provision) const;
    Span span_of(std::size_t first, std::size_t end) const {
        return {text_.lexemes[first].span.begin, text_.lexemes[end - 1].span.end};
    }

    const LexemeText& text_;
    std::vector<Provision> provisions_;
    std::vector<NamedAct> acts_;
    std::vector<std::size_t> act_from_, act_until_;  // the first act that begins, or ends, at each lexeme
    std::vector<std::size_t> act_of_;                // of each provision
    std::vector<bool> is_used_;                      // acts that a provision stands beside
};

std::size_t Assembly::act_behind(const Provision& provision) const {
    if (provision.end >= text_.lexemes.size() || !is_blank(text_.gap(provision.end), false)) return kNone;
    return act_from_[provision.end];
}

std::size_t Assembly::act_before(const Provision& provision) const {
    if (!is_blank(text_.gap(provision.first), true)) return kNone;
    return act_until_[provision.first];
}

/// Whether provision `left` and the next one are parts of one list.
bool Assembly::is_joined(std::size_t left) const {
    const std::size_t from = provisions_[left].end;
    const std::size_t to = provisions_[left + 1].first;
    if (to < from || to - from > 2) return false;
    for (std::size_t at = from; at < to; ++at) {
        if (text_.lexemes[at].sense.role != WordRole::conjunction) return false;
    }
    for (std::size_t at = from; at <= to; ++at) {
        if (!is_blank(text_.gap(at), true)) return false;
    }
    return true;
}

void Assembly::attach() {
    for (std::size_t i = 0; i < provisions_.size(); ++i) {
        if (provisions_[i].is_own) continue;
        const bool is_kazakh = text_.lexemes[provisions_[i].first].sense.unit == Unit::none;
        const std::size_t behind = act_behind(provisions_[i]);
        const std::size_t before = act_before(provisions_[i]);
        // A Russian provision stands before its act, a Kazakh one behind it; a query may have it either way.
        const std::size_t act =
            is_kazakh ? (before != kNone ? before : behind) : (behind != kNone ? behind : before);
        act_of_[i] = act;
        if (act != kNone) is_used_[act] = true;
    }
    // «статьи 35 или статьи 36 Кодекса»; «Кодекстің 35-бабы және 36-бабы».
    for (std::size_t i = provisions_.size(); i-- > 1;) {
        if (act_of_[i - 1] == kNone && !provisions_[i - 1].is_own && act_of_[i] != kNone &&
            is_joined(i - 1)) {
            act_of_[i - 1] = act_of_[i];
        }
    }
    for (std::size_t i = 1; i < provisions_.size(); ++i) {
        if (act_of_[i] == kNone && !provisions_[i].is_own && act_of_[i - 1] != kNone && is_joined(i - 1)) {
            act_of_[i] = act_of_[i - 1];
        }
    }
}

/// «Статья 10. Компетенция …» says what it is, not what it cites.
bool Assembly::is_heading(const Provision& provision) const {
    const bool begins =
        provision.first == 0 || text_.gap(provision.first).find('\n') != std::string_view::npos;
    const std::string_view behind = text_.gap(provision.end);
    const bool is_last = provision.end == text_.lexemes.size();
    return begins && (behind.starts_with(".") || behind.starts_with("\n")) &&
           (is_last || text_.lexemes[provision.end].is_capital ||
            text_.lexemes[provision.end].begins_sentence);
}

/// «1996 г., № 1, ст. 178»: an item of the gazette.
bool Assembly::is_page_of_gazette(const Provision& provision) const {
    return provision.is_abbreviated && text_.gap(provision.first).find(',') != std::string_view::npos;
}

std::vector<Mention> Assembly::run() {
    attach();
    std::vector<Mention> mentions;
    for (std::size_t i = 0; i < provisions_.size(); ++i) {
        const Provision& provision = provisions_[i];
        Mention mention;
        mention.span = span_of(provision.first, provision.end);
        mention.provisions = provision.paths;
        if (provision.is_own) {
            mention.act.form = ActReference::Form::own;
        } else if (act_of_[i] != kNone) {
            const NamedAct& act = acts_[act_of_[i]];
            mention.act = act.reference;
            if (is_before(act, provision) || act.first == provision.end) {
                mention.span =
                    span_of(std::min(provision.first, act.first), std::max(provision.end, act.end));
            }
        } else if (!provision.has_article || is_heading(provision) || is_page_of_gazette(provision)) {
            continue;
        }
        mentions.push_back(std::move(mention));
    }
    for (std::size_t i = 0; i < acts_.size(); ++i) {
        if (is_used_[i] || acts_[i].is_tentative) continue;
        mentions.push_back({span_of(acts_[i].first, acts_[i].end), std::move(acts_[i].reference), {}});
    }
    std::sort(mentions.begin(), mentions.end(), [](const Mention& left, const Mention& right) {
        return left.span.begin != right.span.begin ? left.span.begin < right.span.begin
                                                   : left.span.end < right.span.end;
    });
    return mentions;
}

}  // namespace

std::vector<Mention> CitationFinder::find(std::string_view text, Language language) {
    reader_.read(text, language, lexemes_);
    std::vector<bool> taken(lexemes_.lexemes.size(), false);
    std::vector<NamedAct> acts;
    read_dated_acts(lexemes_, taken, acts);
    read_named_acts(lexemes_, taken, acts);
    return Assembly(lexemes_, read_provisions(lexemes_), std::move(acts)).run();
}

int CitationFinder::latest_year() const {
    int latest = 0;
    for (std::size_t at = 0; at < lexemes_.lexemes.size(); ++at) {
        if (lexemes_.lexemes[at].number.empty()) continue;
        if (const auto date = read_date(lexemes_, at)) latest = std::max(latest, date->date.year);
    }
    return latest;
}

}  // namespace izde::analyzers
