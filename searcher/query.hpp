#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query_error.hpp"

namespace izde::searcher {

/// A node of a parsed query. What a node says is in `kind`; the texts are the user's, not analyzed.
struct Query {
    enum class Kind : std::uint8_t {
        words,         ///< `text`: plain words, any of which may match; nearness counts
        phrase,        ///< `text`: in this order, side by side, in any inflection
        exact,         ///< `text`: one word or phrase in just this form
        wildcard,      ///< `text`: one word with * (any letters) and ? (one letter)
        group,         ///< children side by side: words rank, fields filter, exclusions exclude
        all_of,        ///< AND
        any_of,        ///< OR
        excluded,      ///< one child: -word, NOT word
        near,          ///< children at most `distance` words apart, in any order
        in_sentence,   ///< children in one sentence
        in_paragraph,  ///< children in one paragraph
        in_part,       ///< one child, within the part of a work that `text` names: "title", "keywords" …
        author,        ///< `text`: names of an author
        language,      ///< `text`: "kk", "ru", "en"
        work_kind,     ///< `text`: "article" …
        cites,         ///< `text`: an act, as people name it or by id, with or without a provision
        file,          ///< `text`: a piece of the file's path
        year,          ///< from..to, either may be open
    };

    Kind kind = Kind::words;
    std::string text;
    std::optional<int> from, to;
    std::uint32_t distance = 0;
    std::vector<Query> children;
    std::size_t position = 0;  ///< byte of the query string at which the node begins

    friend bool operator==(const Query& left, const Query& right);
};

/// Parses izde's query language (README.md describes it). Throws QueryError. Linear in the length of the
/// text.
///
///     query   = either { "OR" either }
///     either  = group { ("AND" | "NOT" | "AND NOT") group }
///     group   = { ["-"] chain }
///     chain   = item { ("NEAR" | "NEAR/n" | "/s" | "/p") item }      one kind of operator a chain
///     item    = word | "=" (word | quoted) | quoted | field ":" item | "(" query ")"
///
/// Operators and fields have Kazakh and Russian names too (fields.hpp). Operator words are operators only
/// where the query holds a word that is not in capitals: titles are pasted in capitals, and «ҚР ЗАҢЫ AND»
/// must not be one. A word with * or ? inside or behind it is a wildcard.
Query parse_query(std::string_view text);

/// The whole text as plain words: no character of it is an operator.
Query plain_words(std::string_view text);

/// The query in izde's own language; parsing the result gives an equal query.
std::string to_string(const Query& query);

}  // namespace izde::searcher
