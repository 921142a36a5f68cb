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

}  // namespace

bool bound_attributes(std::string& markup) {
    bool is_bounded = false;
    std::size_t at = markup.find('<');
    while (at != std::string::npos && at + 1 < markup.size()) {
        std::size_t next = at + 1;
        if (is_letter(markup[next])) {
            const Tag tag = read_tag(markup, next);
            if (tag.excess != std::string_view::npos) {
                markup.replace(tag.excess, tag.end - tag.excess, tag.end - tag.excess, ' ');
                is_bounded = true;
            }
            next = tag.end;
        } else if (std::string_view(markup).substr(next).starts_with("!--")) {
            next = std::min(markup.find("-->", next), markup.size());
        }
        at = markup.find('<', next);
    }
    return is_bounded;
}

}  // namespace izde::indexer
