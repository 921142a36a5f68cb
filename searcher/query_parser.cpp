#include <algorithm>
#include <array>
#include <charconv>

#include "analyzers/characters.hpp"
#include "analyzers/language.hpp"
#include "analyzers/utf8.hpp"
#include "searcher/query.hpp"
#include "store/work.hpp"

namespace izde::searcher {
namespace {

/// Deeper nesting is an attack on the stack, not a question.
constexpr std::size_t kMaxDepth = 64;

struct Lexeme {
    enum class Kind : std::uint8_t { word, quoted, open, close, minus, equals, field, end };
    Kind kind = Kind::end;
    std::string_view text;  ///< of a quotation without its marks, of a field without the colon
    std::size_t position = 0;
};

struct QuotationMarks {
    std::string_view open, close;
};
constexpr std::array<QuotationMarks, 4> kQuotationMarks = {
    {{"\"", "\""}, {"«", "»"}, {"“", "”"}, {"„", "“"}}};

constexpr std::array<std::string_view, 6> kFields = {"lang", "language", "title", "author", "year", "kind"};

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
        if (text_[at_] == '(') return single(Lexeme::Kind::open);
        if (text_[at_] == ')') return single(Lexeme::Kind::close);
        for (const QuotationMarks& marks : kQuotationMarks) {
            if (!text_.substr(at_).starts_with(marks.open)) continue;
            const std::size_t inside = at_ + marks.open.size();
            const std::size_t close = text_.find(marks.close, inside);
            if (close == std::string_view::npos) {
                throw QueryError("expected a closing " + std::string(marks.close), begin);
            }
            at_ = close + marks.close.size();
            return {Lexeme::Kind::quoted, text_.substr(inside, close - inside), begin};
        }
        const bool opens_word = at_ + 1 < text_.size() && !is_space(text_[at_ + 1]) && text_[at_ + 1] != ')';
        if (text_[at_] == '-' && opens_word && text_[at_ + 1] != '-') return single(Lexeme::Kind::minus);
        if (text_[at_] == '=' && opens_word) return single(Lexeme::Kind::equals);
        for (const std::string_view field : kFields) {
            const std::string_view rest = text_.substr(at_);
            if (!rest.starts_with(field) || rest.size() <= field.size() + 1 || rest[field.size()] != ':')
                continue;
            if (is_space(rest[field.size() + 1]) || rest[field.size() + 1] == ')') continue;
            at_ += field.size() + 1;
            return {Lexeme::Kind::field, field, begin};
        }
        while (at_ < text_.size() && !is_space(text_[at_]) && text_[at_] != '(' && text_[at_] != ')' &&
               !opens_quotation()) {
            ++at_;
        }
        return {Lexeme::Kind::word, text_.substr(begin, at_ - begin), begin};
    }

  private:
    Lexeme single(Lexeme::Kind kind) {
        ++at_;
        return {kind, text_.substr(at_ - 1, 1), at_ - 1};
    }

    bool opens_quotation() const {
        const std::string_view rest = text_.substr(at_);
        return std::ranges::any_of(kQuotationMarks,
                                   [&](const QuotationMarks& marks) { return rest.starts_with(marks.open); });
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

bool is_operator_word(std::string_view word) {
    return word == "AND" || word == "OR" || word == "NOT";
}

bool has_small_letter(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const auto character = analyzers::decode(word, at);
        at += character.length;
        if (analyzers::class_of(character.code) == analyzers::CharacterClass::letter &&
            !analyzers::is_upper(character.code)) {
            return true;
        }
    }
    return false;
}

class Parser {
  public:
    explicit Parser(std::string_view text) {
        Lexer lexer(text);
        do {
            lexemes_.push_back(lexer.next());
        } while (lexemes_.back().kind != Lexeme::Kind::end);
        has_operators_ = std::ranges::any_of(lexemes_, [](const Lexeme& one) {
            return (one.kind == Lexeme::Kind::word || one.kind == Lexeme::Kind::quoted) &&
                   has_small_letter(one.text);
        });
    }

    Query parse() {
        Query query = parse_either();
        if (current().kind == Lexeme::Kind::close)
            throw QueryError("unexpected ): no ( is open", current().position);
        return query;
    }

  private:
    const Lexeme& current() const { return lexemes_[at_]; }
    bool is_at(std::string_view word) const {
        return has_operators_ && current().kind == Lexeme::Kind::word && current().text == word;
    }
    bool is_at_operator() const {
        return has_operators_ && current().kind == Lexeme::Kind::word && is_operator_word(current().text);
    }
    bool is_at_end_of_group() const {
        return current().kind == Lexeme::Kind::end || current().kind == Lexeme::Kind::close ||
               is_at_operator();
    }

    Query operand(std::string_view after) {
        if (is_at_end_of_group())
            throw QueryError("expected words after " + std::string(after), current().position);
        return parse_group();
    }

    Query parse_either() {
        Query first = parse_all();
        if (!is_at("OR")) return first;
        Query query;
        query.kind = Query::Kind::any_of;
        query.position = first.position;
        query.children.push_back(std::move(first));
        while (is_at("OR")) {
            ++at_;
            if (is_at_end_of_group() && !is_at("NOT"))
                throw QueryError("expected words after OR", current().position);
            query.children.push_back(parse_all());
        }
        return query;
    }

    Query parse_all() {
        Query query;
        query.kind = Query::Kind::all_of;
        query.position = current().position;
        if (!is_at("NOT")) {
            if (is_at("AND") || is_at("OR")) {
                throw QueryError("expected words before " + std::string(current().text), current().position);
            }
            query.children.push_back(parse_group());
        }
        while (is_at("AND") || is_at("NOT")) {
            std::string_view word = current().text;
            ++at_;
            if (word == "AND" && is_at("NOT")) {
                word = "NOT";
                ++at_;
            }
            Query child = operand(word);
            if (word == "NOT") child = excluded(std::move(child));
            query.children.push_back(std::move(child));
        }
        return query.children.size() == 1 && query.children[0].kind != Query::Kind::excluded
                   ? std::move(query.children[0])
                   : std::move(query);
    }

    static Query excluded(Query child) {
        Query query;
        query.kind = Query::Kind::excluded;
        query.position = child.position;
        query.children.push_back(std::move(child));
        return query;
    }

    Query parse_group() {
        Query group;
        group.kind = Query::Kind::group;
        group.position = current().position;
        while (!is_at_end_of_group()) {
            if (current().kind == Lexeme::Kind::minus) {
                ++at_;
                add(group, excluded(parse_item()));
            } else {
                add(group, parse_item());
            }
        }
        return group.children.size() == 1 && group.children[0].kind != Query::Kind::excluded
                   ? std::move(group.children[0])
                   : std::move(group);
    }

    /// Plain words side by side are one text: an initial belongs to the surname beside it, and the language
    /// of one word tells that of the next.
    static void add(Query& group, Query child) {
        const bool is_words = child.kind == Query::Kind::words && !group.children.empty() &&
                              group.children.back().kind == Query::Kind::words;
        if (is_words) {
            group.children.back().text.append(" ").append(child.text);
        } else {
            group.children.push_back(std::move(child));
        }
    }

    Query parse_item() {
        const Lexeme lexeme = current();
        Query query;
        query.position = lexeme.position;
        switch (lexeme.kind) {
            case Lexeme::Kind::open: {
                if (++depth_ > kMaxDepth) throw QueryError("parentheses nested too deeply", lexeme.position);
                ++at_;
                query = parse_either();
                if (current().kind != Lexeme::Kind::close) throw QueryError("expected )", current().position);
                ++at_;
                --depth_;
                return query;
            }
            case Lexeme::Kind::equals:
                ++at_;
                query.kind = Query::Kind::exact;
                query.text = take_text("a word after =");
                return query;
            case Lexeme::Kind::field:
                ++at_;
                return parse_field(lexeme);
            case Lexeme::Kind::quoted:
                query.kind = Query::Kind::phrase;
                break;
            case Lexeme::Kind::word:
                break;
            default:
                throw QueryError("expected a word", lexeme.position);
        }
        query.text = lexeme.text;
        ++at_;
        return query;
    }

    std::string take_text(const std::string& expected) {
        const Lexeme lexeme = current();
        if (lexeme.kind != Lexeme::Kind::word && lexeme.kind != Lexeme::Kind::quoted) {
            throw QueryError("expected " + expected, lexeme.position);
        }
        ++at_;
        return std::string(lexeme.text);
    }

    Query parse_field(const Lexeme& field) {
        Query query;
        query.position = field.position;
        const std::size_t position = current().position;
        if (field.text == "title") {
            query.kind = Query::Kind::title;
            Query child;
            child.kind = current().kind == Lexeme::Kind::quoted ? Query::Kind::phrase : Query::Kind::words;
            child.position = position;
            child.text = take_text("a word or a phrase after title:");
            query.children.push_back(std::move(child));
            return query;
        }
        query.text = take_text("a value after " + std::string(field.text) + ":");
        if (field.text == "author") {
            query.kind = Query::Kind::author;
        } else if (field.text == "year") {
            query.kind = Query::Kind::year;
            parse_years(query, position);
        } else if (field.text == "kind") {
            query.kind = Query::Kind::work_kind;
            if (!store::work_kind_from_name(query.text)) {
                throw QueryError(
                    "expected article, section, provision, book, decision or document after kind:", position);
            }
        } else {
            query.kind = Query::Kind::language;
            if (analyzers::language_from_code(query.text) == analyzers::Language::unknown) {
                throw QueryError("expected kk, ru or en after lang:", position);
            }
        }
        return query;
    }

    static void parse_years(Query& query, std::size_t position) {
        const std::string_view text = query.text;
        const std::size_t dots = text.find("..");
        const auto read = [&](std::string_view digits) -> std::optional<int> {
            if (digits.empty()) return std::nullopt;
            int year = 0;
            const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), year);
            if (error != std::errc() || end != digits.data() + digits.size() || year < 0 || year > 9999) {
                throw QueryError("expected a year or a range as in year:2016..2021", position);
            }
            return year;
        };
        query.from = read(text.substr(0, dots));
        query.to = dots == std::string_view::npos ? query.from : read(text.substr(dots + 2));
        if (!query.from && !query.to)
            throw QueryError("expected a year or a range as in year:2016..2021", position);
        query.text.clear();
    }

    std::vector<Lexeme> lexemes_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    bool has_operators_ = false;
};

bool needs_parentheses(const Query& child) {
    return child.kind == Query::Kind::any_of || child.kind == Query::Kind::all_of ||
           child.kind == Query::Kind::group;
}

std::string quoted(const std::string& text) {
    for (const QuotationMarks& marks : kQuotationMarks) {
        if (text.find(marks.close) == std::string::npos)
            return std::string(marks.open) + text + std::string(marks.close);
    }
    return text;  // no pair of marks can have held it
}

/// A value that reads as one word stands bare.
std::string word_or_quoted(const std::string& text) {
    const bool is_word = !text.empty() && text.find_first_of(" \t\r\n()=:-\"") == std::string::npos &&
                         std::ranges::none_of(kQuotationMarks, [&](const QuotationMarks& marks) {
                             return text.find(marks.open) != std::string::npos;
                         });
    return is_word ? text : quoted(text);
}

std::string years(const Query& query) {
    if (query.from == query.to) return std::to_string(*query.from);
    return (query.from ? std::to_string(*query.from) : "") + ".." +
           (query.to ? std::to_string(*query.to) : "");
}

std::string join(const std::vector<Query>& children, std::string_view between) {
    std::string text;
    for (const Query& child : children) {
        const bool is_not = between == " AND " && child.kind == Query::Kind::excluded;
        if (&child != &children.front()) text += is_not ? " NOT " : between;
        if (&child == &children.front() && is_not) text += "NOT ";
        const Query& shown = is_not ? child.children.front() : child;
        text += needs_parentheses(shown) ? '(' + to_string(shown) + ')' : to_string(shown);
    }
    return text;
}

}  // namespace

bool operator==(const Query& left, const Query& right) {
    return left.kind == right.kind && left.text == right.text && left.from == right.from &&
           left.to == right.to && left.children == right.children;
}

Query parse_query(std::string_view text) {
    return Parser(text).parse();
}

Query plain_words(std::string_view text) {
    Query query;
    query.text = text;
    return query;
}

std::string to_string(const Query& query) {
    switch (query.kind) {
        case Query::Kind::words:
            return query.text;
        case Query::Kind::phrase:
            return quoted(query.text);
        case Query::Kind::exact:
            return '=' + word_or_quoted(query.text);
        case Query::Kind::group:
            return join(query.children, " ");
        case Query::Kind::all_of:
            return join(query.children, " AND ");
        case Query::Kind::any_of:
            return join(query.children, " OR ");
        case Query::Kind::excluded: {
            const Query& child = query.children.front();
            const bool is_long = needs_parentheses(child) || (child.kind == Query::Kind::words &&
                                                              child.text.find(' ') != std::string::npos);
            return is_long ? "-(" + to_string(child) + ')' : '-' + to_string(child);
        }
        case Query::Kind::title: {
            const Query& child = query.children.front();
            return "title:" +
                   (child.kind == Query::Kind::phrase ? quoted(child.text) : word_or_quoted(child.text));
        }
        case Query::Kind::author:
            return "author:" + word_or_quoted(query.text);
        case Query::Kind::language:
            return "lang:" + query.text;
        case Query::Kind::work_kind:
            return "kind:" + query.text;
        case Query::Kind::year:
            return "year:" + years(query);
    }
    return {};
}

}  // namespace izde::searcher
