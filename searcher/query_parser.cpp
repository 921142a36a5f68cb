#include "searcher/query.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "analyzers/characters.hpp"
#include "analyzers/language.hpp"
#include "analyzers/utf8.hpp"
#include "searcher/query_lexer.hpp"

namespace izde::searcher {
namespace {

/// Deeper nesting is an attack on the stack, not a question.
constexpr std::size_t kMaxDepth = 64;

/// Words apart where NEAR says nothing: Xapian's own default window.
constexpr std::uint32_t kNear = 10;
constexpr std::uint32_t kMaxNear = 1000;

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

bool holds_word(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto character = analyzers::decode(text, at);
        at += character.length;
        const auto kind = analyzers::class_of(character.code);
        if (kind == analyzers::CharacterClass::letter || kind == analyzers::CharacterClass::digit)
            return true;
    }
    return false;
}

/// What joins the operands of a chain.
struct Proximity {
    Query::Kind kind = Query::Kind::near;
    std::uint32_t distance = 0;
    friend bool operator==(const Proximity&, const Proximity&) = default;
};

/// A word of letters with an asterisk behind or inside it, or a question mark inside: a question may end in
/// one, and a footnote may begin with the other.
bool is_wildcard(std::string_view word) {
    std::size_t letters = 0;
    bool is_wild = false;
    for (std::size_t at = 0; at < word.size();) {
        const auto character = analyzers::decode(word, at);
        at += character.length;
        if (character.code == '*' || (character.code == '?' && at < word.size())) {
            if (letters == 0) return false;
            is_wild = true;
        } else if (analyzers::class_of(character.code) == analyzers::CharacterClass::letter) {
            ++letters;
        } else {
            return false;
        }
    }
    return is_wild;
}

class Parser {
  public:
    explicit Parser(std::string_view text) : lexemes_(cut_query(text)) {
        has_operators_ = std::ranges::any_of(lexemes_, [](const Lexeme& one) {
            return (one.kind == Lexeme::Kind::word || one.kind == Lexeme::Kind::quoted) &&
                   has_small_letter(one.text);
        });
    }

    Query parse() {
        check_words();
        Query query = parse_either();
        if (current().kind == Lexeme::Kind::close)
            throw QueryError(QueryFault::unexpected_close, current().position);
        return query;
    }

  private:
    /// A query that names no word, and no field with a value, asks nothing.
    void check_words() const {
        std::vector<Lexeme> said;
        std::ranges::copy_if(lexemes_, std::back_inserter(said), [](const Lexeme& one) {
            return one.kind != Lexeme::Kind::end && one.kind != Lexeme::Kind::open &&
                   one.kind != Lexeme::Kind::close;
        });
        const bool says_something = std::ranges::any_of(
            said, [](const Lexeme& one) { return one.kind != Lexeme::Kind::word || holds_word(one.text); });
        if (!said.empty() && !says_something) throw QueryError(QueryFault::no_word, said.front().position);
        if (said.size() != 1 || said.front().kind != Lexeme::Kind::word) return;
        const std::string_view word = said.front().text;  // the only one
        if (word.starts_with('*')) throw QueryError(QueryFault::short_wildcard, said.front().position);
        if (word.ends_with(':') && find_field(word.substr(0, word.size() - 1)) != nullptr)
            throw QueryError(QueryFault::no_value, said.front().position + word.size(), std::string(word));
    }

    const Lexeme& current() const { return lexemes_[at_]; }
    /// The operator at which the parser stands: "AND", "OR", "NOT" or "".
    std::string_view current_operator() const {
        return has_operators_ && current().kind == Lexeme::Kind::word ? find_operator(current().text)
                                                                      : std::string_view();
    }
    bool is_at(std::string_view operation) const { return current_operator() == operation; }

    std::optional<Proximity> current_proximity() const {
        if (!has_operators_ || current().kind != Lexeme::Kind::word) return std::nullopt;
        std::string_view word = current().text;
        if (word == "/s") return Proximity{Query::Kind::in_sentence, 0};
        if (word == "/p") return Proximity{Query::Kind::in_paragraph, 0};
        if (word == "NEAR") return Proximity{Query::Kind::near, kNear};
        if (!word.starts_with("NEAR/")) return std::nullopt;
        word.remove_prefix(5);
        std::uint32_t distance = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), distance);
        if (error != std::errc() || end != word.data() + word.size() || distance == 0 ||
            distance > kMaxNear) {
            throw QueryError(QueryFault::near_distance, current().position, std::to_string(kMaxNear));
        }
        return Proximity{Query::Kind::near, distance};
    }

    bool is_at_end_of_group() const {
        return current().kind == Lexeme::Kind::end || current().kind == Lexeme::Kind::close ||
               !current_operator().empty();
    }

    Query operand(std::string_view after) {
        if (is_at_end_of_group())
            throw QueryError(QueryFault::no_words_after, current().position, std::string(after));
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
            const std::string_view typed = current().text;
            ++at_;
            if (is_at_end_of_group() && !is_at("NOT"))
                throw QueryError(QueryFault::no_words_after, current().position, std::string(typed));
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
                throw QueryError(QueryFault::no_words_before, current().position,
                                 std::string(current().text));
            }
            query.children.push_back(parse_group());
        }
        while (is_at("AND") || is_at("NOT")) {
            std::string_view word = current_operator();
            std::string_view typed = current().text;
            ++at_;
            if (word == "AND" && is_at("NOT")) {
                word = "NOT";
                typed = current().text;
                ++at_;
            }
            Query child = operand(typed);
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
                add(group, parse_chain());
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

    Query parse_chain() {
        if (current_proximity())
            throw QueryError(QueryFault::no_words_before, current().position, std::string(current().text));
        Query first = parse_item();
        const std::optional<Proximity> proximity = current_proximity();
        if (!proximity) return first;
        Query chain;
        chain.kind = proximity->kind;
        chain.distance = proximity->distance;
        chain.position = first.position;
        chain.children.push_back(as_operand(std::move(first)));
        while (const std::optional<Proximity> next = current_proximity()) {
            if (*next != *proximity) throw QueryError(QueryFault::mixed_chain, current().position);
            const std::string name(current().text);
            ++at_;
            if (is_at_end_of_group() || current_proximity())
                throw QueryError(QueryFault::no_words_after, current().position, name);
            chain.children.push_back(as_operand(parse_item()));
        }
        return chain;
    }

    /// Words, phrases, forms and alternatives of these can be near to each other; nothing else has a place.
    static Query as_operand(Query query) {
        const bool has_place = query.kind == Query::Kind::words || query.kind == Query::Kind::phrase ||
                               query.kind == Query::Kind::exact || query.kind == Query::Kind::wildcard;
        const bool is_choice = query.kind == Query::Kind::any_of || query.kind == Query::Kind::group;
        if (!has_place && !is_choice) throw QueryError(QueryFault::has_no_place, query.position);
        for (Query& child : query.children) child = as_operand(std::move(child));
        return query;
    }

    Query parse_item() {
        const Lexeme lexeme = current();
        Query query;
        query.position = lexeme.position;
        switch (lexeme.kind) {
            case Lexeme::Kind::open: {
                if (++depth_ > kMaxDepth) throw QueryError(QueryFault::too_deep, lexeme.position);
                ++at_;
                query = parse_either();
                if (current().kind != Lexeme::Kind::close)
                    throw QueryError(QueryFault::unclosed_parenthesis, current().position);
                ++at_;
                --depth_;
                return query;
            }
            case Lexeme::Kind::equals:
                ++at_;
                query.kind = Query::Kind::exact;
                query.text = take_text(QueryFault::no_word_after_equals);
                return query;
            case Lexeme::Kind::field:
                ++at_;
                return parse_field(lexeme);
            case Lexeme::Kind::quoted:
                query.kind = Query::Kind::phrase;
                break;
            case Lexeme::Kind::word:
                if (is_wildcard(lexeme.text)) query.kind = Query::Kind::wildcard;
                break;
            default:
                throw QueryError(QueryFault::no_word, lexeme.position);
        }
        query.text = lexeme.text;
        ++at_;
        return query;
    }

    std::string take_text(QueryFault otherwise, const std::string& argument = {}) {
        const Lexeme lexeme = current();
        if (lexeme.kind != Lexeme::Kind::word && lexeme.kind != Lexeme::Kind::quoted) {
            throw QueryError(otherwise, lexeme.position, argument);
        }
        ++at_;
        return std::string(lexeme.text);
    }

    Query parse_field(const Lexeme& lexeme) {
        const Field& field = *lexeme.field;
        const std::string name(lexeme.text);
        Query query;
        query.kind = field.kind;
        query.position = lexeme.position;
        const std::size_t position = current().position;
        if (field.kind == Query::Kind::in_part) {
            if (is_in_part_) throw QueryError(QueryFault::field_within_field, lexeme.position);
            query.text = field.name;
            is_in_part_ = true;
            query.children.push_back(parse_item());
            is_in_part_ = false;
            return query;
        }
        query.text = take_text(QueryFault::no_value, name);
        if (field.kind == Query::Kind::year) {
            parse_years(query, position);
        } else if (field.kind == Query::Kind::work_kind && !find_kind(query.text)) {
            throw QueryError(QueryFault::no_kind, position, name);
        } else if (field.kind == Query::Kind::language && !find_language(query.text)) {
            throw QueryError(QueryFault::no_language, position, name);
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
                throw QueryError(QueryFault::no_year, position);
            }
            return year;
        };
        query.from = read(text.substr(0, dots));
        query.to = dots == std::string_view::npos ? query.from : read(text.substr(dots + 2));
        if (!query.from && !query.to) throw QueryError(QueryFault::no_year, position);
        if (query.from && query.to && *query.to < *query.from)
            throw QueryError(QueryFault::no_such_years, position);
        query.text.clear();
    }

    std::vector<Lexeme> lexemes_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    bool has_operators_ = false;
    bool is_in_part_ = false;
};

}  // namespace

bool operator==(const Query& left, const Query& right) {
    return left.kind == right.kind && left.text == right.text && left.from == right.from &&
           left.to == right.to && left.distance == right.distance && left.children == right.children;
}

Query parse_query(std::string_view text) {
    return Parser(text).parse();
}

Query plain_words(std::string_view text) {
    Query query;
    query.text = text;
    return query;
}

}  // namespace izde::searcher
