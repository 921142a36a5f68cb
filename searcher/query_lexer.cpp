#include "searcher/query_lexer.hpp"

#include <algorithm>
#include <array>

namespace izde::searcher {
namespace {

/// Bytes of «1», «12», «а», which number the points of a pasted text where a parenthesis follows.
constexpr std::size_t kEnumerator = 2;

bool is_space(char character) {
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

class Lexer {
  public:
    explicit Lexer(std::string_view text) : text_(text) {}

    Lexeme next() {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
        const std::size_t begin = at_;
        if (at_ == text_.size()) return {Lexeme::Kind::end, {}, begin};
        if (text_[at_] == '(') {
            ++depth_;
            return single(Lexeme::Kind::open);
        }
        if (text_[at_] == ')') {
            depth_ -= depth_ > 0 ? 1 : 0;
            return single(Lexeme::Kind::close);
        }
        for (const QuotationMarks& marks : kQuotationMarks) {
            if (!rest().starts_with(marks.open)) continue;
            const std::size_t inside = at_ + marks.open.size();
            const std::size_t close = text_.find(marks.close, inside);
            if (close == std::string_view::npos) {
                throw QueryError(QueryFault::unclosed_quotation, begin, std::string(marks.close));
            }
            at_ = close + marks.close.size();
            return {Lexeme::Kind::quoted, text_.substr(inside, close - inside), begin};
        }
        const bool opens_word = at_ + 1 < text_.size() && !is_space(text_[at_ + 1]) && text_[at_ + 1] != ')';
        if (text_[at_] == '-' && opens_word && text_[at_ + 1] != '-') return single(Lexeme::Kind::minus);
        if (text_[at_] == '=' && opens_word) return single(Lexeme::Kind::equals);
        if (const Field* const field = take_field()) {
            return {Lexeme::Kind::field, text_.substr(begin, at_ - begin), begin, field};
        }
        while (at_ < text_.size() && !is_space(text_[at_]) && text_[at_] != '(' && text_[at_] != ')' &&
               !opens_quotation()) {
            ++at_;
        }
        const std::string_view word = text_.substr(begin, at_ - begin);
        if (depth_ == 0 && at_ < text_.size() && text_[at_] == ')' && word.size() <= kEnumerator) ++at_;
        return {Lexeme::Kind::word, word, begin};
    }

  private:
    std::string_view rest() const { return text_.substr(at_); }

    Lexeme single(Lexeme::Kind kind) {
        ++at_;
        return {kind, text_.substr(at_ - 1, 1), at_ - 1};
    }

    /// A field's name with its colon, and a value right behind it: «Автор: Иванов» is pasted text.
    const Field* take_field() {
        const std::size_t colon = rest().find_first_of(": \t\r\n()\"");
        if (colon == std::string_view::npos || rest()[colon] != ':') return nullptr;
        const std::string_view value = rest().substr(colon + 1);
        if (value.empty() || is_space(value[0]) || value[0] == ')') return nullptr;
        const std::string_view name = rest().substr(0, colon);
        const Field* const field = find_field(name);
        if (field == nullptr && is_latin_name(name) && value[0] != '/')
            throw QueryError(QueryFault::no_field, at_, std::string(name) + ":");
        if (field != nullptr) at_ += colon + 1;
        return field;
    }

    /// «colour:red» means a field; «doi:10.1000/1» and the parts of addresses stand in pasted text.
    static bool is_latin_name(std::string_view name) {
        static constexpr std::array<std::string_view, 6> kSchemes = {"doi",  "urn",    "isbn",
                                                                     "issn", "mailto", "orcid"};
        return name.size() > 1 && std::ranges::all_of(name, [](char it) { return it >= 'a' && it <= 'z'; }) &&
               std::ranges::find(kSchemes, name) == kSchemes.end();
    }

    bool opens_quotation() const {
        return std::ranges::any_of(
            kQuotationMarks, [&](const QuotationMarks& marks) { return rest().starts_with(marks.open); });
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
};

}  // namespace

std::vector<Lexeme> cut_query(std::string_view text) {
    Lexer lexer(text);
    std::vector<Lexeme> lexemes;
    do {
        lexemes.push_back(lexer.next());
    } while (lexemes.back().kind != Lexeme::Kind::end);
    return lexemes;
}

}  // namespace izde::searcher
