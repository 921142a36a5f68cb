#include "indexer/extract/attribute_bound.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace izde::indexer {
namespace {

constexpr std::size_t kMaxAttributes = 1000;

bool is_letter(char character) noexcept {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

bool is_between(char character) noexcept {
    return character == ' ' || character == '\t' || character == '\n' || character == '\r' ||
           character == '\f' || character == '/';
}

/// Where the value ends that begins at `at`, a quotation mark or a bare word.
std::size_t end_of_value(std::string_view markup, std::size_t at) {
    if (at < markup.size() && (markup[at] == '"' || markup[at] == '\'')) {
        const std::size_t end = markup.find(markup[at], at + 1);
        return end == std::string_view::npos ? markup.size() : end + 1;
    }
    while (at < markup.size() && markup[at] != '>' && !is_between(markup[at])) ++at;
    return at;
}

struct Tag {
    std::size_t excess = std::string_view::npos;  ///< where the first attribute too many begins
    std::size_t end = 0;                          ///< of the ">", or the text's end
};

Tag read_tag(std::string_view markup, std::size_t at) {
    Tag tag;
    std::size_t attributes = 0;
    while (at < markup.size() && markup[at] != '>' && !is_between(markup[at])) ++at;
    while (at < markup.size() && markup[at] != '>') {
        if (is_between(markup[at])) {
            ++at;
        } else if (markup[at] == '=') {
            do ++at;
            while (at < markup.size() && is_between(markup[at]) && markup[at] != '/');
            at = end_of_value(markup, at);
        } else {
            if (attributes++ == kMaxAttributes) tag.excess = at;
            // A quotation mark where a name should stand runs on as part of it, as parsers have it.
            do ++at;
            while (at < markup.size() && markup[at] != '>' && markup[at] != '=' && !is_between(markup[at]));
        }
    }
    tag.end = at;
    return tag;
}

/// Hyphens that a comment of XML must not hold, and comments of people do at times.
constexpr std::size_t kMaxHyphenPairs = 1000;

enum class Dialect { html, xml };

/// Calls on_tag(Tag) for each tag and on_comment(begin, end) for the inside of each comment, in their order.
template <typename OnTag, typename OnComment>
void walk_markup(std::string_view markup, Dialect dialect, const OnTag& on_tag, const OnComment& on_comment) {
    std::size_t at = markup.find('<');
    while (at != std::string_view::npos && at + 1 < markup.size()) {
        std::size_t next = at + 1;
        const std::string_view rest = markup.substr(next);
        if (is_letter(markup[next])) {
            const Tag tag = read_tag(markup, next);
            on_tag(tag);
            next = tag.end;
        } else if (rest.starts_with("!--")) {
            const std::size_t inside = std::min(next + 3, markup.size());
            // HTML ends a comment with «<!-->» too.
            next = std::min(markup.find("-->", dialect == Dialect::xml ? inside : next), markup.size());
            on_comment(std::min(inside, next), next);
        } else if (dialect == Dialect::xml && rest.starts_with("![CDATA[")) {
            next = std::min(markup.find("]]>", next), markup.size());
        }
        at = markup.find('<', next);
    }
}

std::size_t hyphen_pairs(std::string_view comment) {
    std::size_t pairs = 0;
    for (std::size_t at = comment.find("--"); at != std::string_view::npos; at = comment.find("--", at + 1))
        ++pairs;
    return pairs;
}

}  // namespace

bool bound_attributes(std::string& markup) {
    bool is_bounded = false;
    const auto bound = [&](const Tag& tag) {
        if (tag.excess == std::string_view::npos) return;
        markup.replace(tag.excess, tag.end - tag.excess, tag.end - tag.excess, ' ');
        is_bounded = true;
    };
    walk_markup(markup, Dialect::html, bound, [](std::size_t, std::size_t) {});
    return is_bounded;
}

void bound_comments(std::string& xml) {
    const auto bound = [&](std::size_t begin, std::size_t end) {
        if (hyphen_pairs(std::string_view(xml).substr(begin, end - begin)) <= kMaxHyphenPairs) return;
        xml.replace(begin, end - begin, end - begin, ' ');
    };
    walk_markup(
        xml, Dialect::xml, [](const Tag&) {}, bound);
}

bool takes_squared_time(std::string_view xml) {
    bool takes = false;
    walk_markup(
        xml, Dialect::xml, [&](const Tag& tag) { takes |= tag.excess != std::string_view::npos; },
        [&](std::size_t begin, std::size_t end) {
            takes |= hyphen_pairs(xml.substr(begin, end - begin)) > kMaxHyphenPairs;
        });
    return takes;
}

}  // namespace izde::indexer
