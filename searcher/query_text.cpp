#include <algorithm>

#include "searcher/query.hpp"
#include "searcher/query_lexer.hpp"

namespace izde::searcher {
namespace {

bool is_chain(const Query& query) {
    return query.kind == Query::Kind::near || query.kind == Query::Kind::in_sentence ||
           query.kind == Query::Kind::in_paragraph;
}

bool needs_parentheses(const Query& child) {
    return child.kind == Query::Kind::any_of || child.kind == Query::Kind::all_of ||
           child.kind == Query::Kind::group;
}

bool is_several_words(const Query& query) {
    return query.kind == Query::Kind::words && query.text.find(' ') != std::string::npos;
}

/// A minus that is a word: bare behind another it would not be read as one.
bool is_minus(const Query& query) {
    return query.kind == Query::Kind::words && query.text.starts_with('-');
}

/// As an operand that binds tighter than words side by side.
std::string operand(const Query& query) {
    return needs_parentheses(query) || is_chain(query) || is_several_words(query) || is_minus(query) ||
                   query.kind == Query::Kind::excluded
               ? '(' + to_string(query) + ')'
               : to_string(query);
}

std::string chain(const Query& query, const std::string& between) {
    std::string text;
    for (const Query& child : query.children) {
        if (!text.empty()) text += ' ' + between + ' ';
        text += operand(child);
    }
    return text;
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
        case Query::Kind::excluded:
            return '-' + operand(query.children.front());
        case Query::Kind::near:
            return chain(query, "NEAR/" + std::to_string(query.distance));
        case Query::Kind::in_sentence:
            return chain(query, "/s");
        case Query::Kind::in_paragraph:
            return chain(query, "/p");
        case Query::Kind::in_part:
            return query.text + ':' + operand(query.children.front());
        case Query::Kind::wildcard:
            return query.text;
        case Query::Kind::file:
            return "file:" + word_or_quoted(query.text);
        case Query::Kind::cites:
            return "cites:" + word_or_quoted(query.text);
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
