#include "analyzers/citation/lexeme.hpp"

#include <algorithm>
#include <array>

#include "analyzers/characters.hpp"
#include "analyzers/utf8.hpp"

namespace izde::analyzers {
namespace {

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

/// «35-баптың» has the stem «35-бап»: the unit is what follows the last hyphen that a letter follows.
void split_number(Lexeme& lexeme, std::string_view stem) {
    const std::size_t hyphen = stem.rfind('-');
    lexeme.number = stem;
    if (hyphen == std::string_view::npos || hyphen + 1 >= stem.size() || is_digit(stem[hyphen + 1])) return;
    const std::string_view tail = stem.substr(hyphen + 1);
    const WordSense sense = sense_of(tail);
    if (sense.unit != Unit::none && sense.is_kazakh_unit) {
        lexeme.glued = sense.unit;
        lexeme.number = stem.substr(0, hyphen);
    } else if (tail == "б" || tail == "т" || tail == "тт") {
        // «35-б.», «2-т.»
        lexeme.glued = tail == "б" ? Unit::article : Unit::point;
        lexeme.number = stem.substr(0, hyphen);
    }
}

/// «36-III» is the number of a law, without № too.
bool has_convocation(std::string_view number) {
    const std::size_t hyphen = number.rfind('-');
    if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 == number.size()) return false;
    return number.substr(hyphen + 1).find_first_not_of("ivx") == std::string_view::npos;
}

/// Marks of quotation; the straight one opens and closes, and is escaped in text that was cut from markup.
struct Mark {
    std::string_view sign;
    int change;  ///< +1 opens, −1 closes, 0 either
};
constexpr std::array<Mark, 6> kMarks = {{{"«", 1}, {"»", -1}, {"„", 1}, {"”", -1}, {"“", 1}, {"\"", 0}}};

/// Brackets and quotation marks of the gaps, in order.
class Surroundings {
  public:
    Surroundings(std::string_view text, std::vector<Quotation>& quotations)
        : text_(text), quotations_(quotations) {}

    void pass(std::size_t begin, std::size_t end, std::size_t next_lexeme) {
        for (std::size_t at = begin; at < end; ++at) {
            if (text_[at] == '(') ++depth_;
            // «2)» closes nothing: the depth stays at 0.
            if (text_[at] == ')' && depth_ > 0) --depth_;
            for (const Mark& mark : kMarks) {
                if (text_.substr(at, mark.sign.size()) != mark.sign) continue;
                const bool opens = mark.change == 1 || (mark.change == 0 && !is_straight_open_);
                if (mark.change == 0) is_straight_open_ = !is_straight_open_;
                if (opens) {
                    quotations_.push_back(
                        {next_lexeme, next_lexeme, {at + mark.sign.size(), at + mark.sign.size()}});
                    open_.push_back(static_cast<int>(quotations_.size()));
                } else if (!open_.empty()) {
                    Quotation& quotation = quotations_[static_cast<std::size_t>(open_.back() - 1)];
                    quotation.end = next_lexeme;
                    quotation.span.end = at;
                    open_.pop_back();
                }
                break;
            }
        }
    }
    int depth() const { return depth_; }
    int quoted() const { return open_.empty() ? 0 : open_.back(); }

  private:
    std::string_view text_;
    std::vector<Quotation>& quotations_;
    std::vector<int> open_;
    int depth_ = 0;
    bool is_straight_open_ = false;
};

bool ends_sentence(std::string_view gap, const Lexeme* before, bool next_is_capital) {
    if (gap.find("\n\n") != std::string_view::npos) return true;
    const std::size_t stop = gap.find_first_of(".!?");
    if (stop == std::string_view::npos || before == nullptr || !next_is_capital) return false;
    // «г. Алматы», «ст. 5», «им. Абая»: a short word before the point is an abbreviation.
    constexpr std::size_t kThreeLetters = 6;
    return gap[stop] != '.' || !before->number.empty() || before->exact.size() > kThreeLetters;
}

}  // namespace

std::string_view LexemeText::gap(std::size_t at) const {
    const std::size_t begin = at == 0 ? 0 : lexemes[at - 1].span.end;
    const std::size_t end = at < lexemes.size() ? lexemes[at].span.begin : text.size();
    return text.substr(begin, end - begin);
}

/// «ст35», «п2»: the unit and its number are two lexemes.
void LexemeReader::split_unit(std::vector<Lexeme>& lexemes) {
    const Lexeme& whole = lexemes.back();
    if (whole.kind == TokenKind::number || !is_digit(whole.exact.empty() ? ' ' : whole.exact.back())) return;
    const std::size_t digits = whole.exact.find_first_of("0123456789");
    if (digits == 0 || digits == std::string::npos) return;
    const std::string unit = whole.exact.substr(0, digits);
    const WordSense sense = remembered(unit);
    constexpr std::string_view kOfNumbers = "0123456789-";
    if (!sense.is_abbreviation || whole.exact.find_first_not_of(kOfNumbers, digits) != std::string::npos) {
        return;
    }
    Lexeme number = whole;
    number.kind = TokenKind::number;
    number.exact = number.number = whole.exact.substr(digits);
    number.span.begin = number.span.end - number.exact.size();
    number.is_capital = number.is_acronym = number.begins_sentence = number.has_number_sign = false;
    number.sense = {};
    Lexeme& first = lexemes.back();
    first.kind = TokenKind::word;
    first.exact = unit;
    first.number.clear();
    first.sense = sense;
    first.span.end = number.span.begin;
    first.is_acronym = first.has_bracket = first.has_number_sign = false;
    lexemes.push_back(std::move(number));
}

WordSense LexemeReader::remembered(std::string_view exact) {
    auto known = senses_.find(exact);
    if (known.value == nullptr) known = senses_.insert(exact, sense_of(exact), {});
    return *known.value;
}

void LexemeReader::read(std::string_view text, Language language, LexemeText& result) {
    result.text = text;
    result.lexemes.clear();
    result.quotations.clear();
    Surroundings surroundings(text, result.quotations);
    std::size_t end_before = 0;
    stream_.reset(text, language);
    while (stream_.next()) {
        const Token& token = stream_.token();
        Lexeme lexeme;
        lexeme.span = token.span;
        lexeme.kind = token.kind;
        lexeme.exact = token.exact;
        const std::string_view raw = text.substr(token.span.begin, token.span.end - token.span.begin);
        const std::string_view gap = text.substr(end_before, token.span.begin - end_before);
        surroundings.pass(end_before, token.span.begin, result.lexemes.size());
        lexeme.depth = surroundings.depth();
        lexeme.quoted = surroundings.quoted();
        const char32_t first = decode(raw, 0).code;
        lexeme.is_capital = is_upper(first);
        if (token.kind == TokenKind::word) {
            // «ҚПК-нің» is the acronym, whatever ending it takes.
            std::string_view word = token.exact;
            const std::size_t hyphen = raw.find('-');
            const std::string_view head = raw.substr(0, hyphen);
            std::size_t capitals = 0;
            std::size_t letters = 0;
            for (std::size_t at = 0; at < head.size();) {
                const Character letter = decode(head, at);
                at += letter.length;
                ++letters;
                capitals += is_upper(letter.code) ? 1 : 0;
            }
            lexeme.is_acronym = capitals >= 2 && capitals * 2 >= letters && letters <= 6;
            if (lexeme.is_acronym && hyphen != std::string_view::npos) {
                word = word.substr(0, word.find('-'));
                lexeme.exact = word;
            }
            lexeme.sense = remembered(word);
        } else if (token.kind == TokenKind::number || token.kind == TokenKind::legal_number) {
            split_number(lexeme, token.stem);
            lexeme.has_number_sign = first == U'№' || first == U'N' || has_convocation(lexeme.number);
        } else if (token.kind == TokenKind::date) {
            lexeme.number = token.exact;
        }
        const std::string_view after = text.substr(token.span.end, 1);
        lexeme.has_bracket = !lexeme.number.empty() && after == ")";
        if (gap.find("№") != std::string_view::npos) lexeme.has_number_sign = true;
        lexeme.begins_sentence =
            result.lexemes.empty() ||
            ends_sentence(gap, &result.lexemes.back(), lexeme.is_capital || !lexeme.number.empty());
        end_before = token.span.end;
        result.lexemes.push_back(std::move(lexeme));
        split_unit(result.lexemes);
    }
    surroundings.pass(end_before, text.size(), result.lexemes.size());
    for (Quotation& quotation : result.quotations) {
        if (quotation.end <= quotation.first) quotation.end = quotation.first;
    }
}

}  // namespace izde::analyzers
