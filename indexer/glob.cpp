#include "indexer/glob.hpp"

#include <algorithm>

namespace izde::indexer {
namespace {

/// Code points of UTF-8. A byte that is no UTF-8 becomes a lone surrogate of its own, so that it equals only
/// itself.
std::u32string decode(std::string_view bytes) {
    std::u32string letters;
    letters.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        const std::size_t size = lead < 0x80   ? 1
                                 : lead < 0xC2 ? 0
                                 : lead < 0xE0 ? 2
                                 : lead < 0xF0 ? 3
                                 : lead < 0xF5 ? 4
                                               : 0;
        char32_t letter = size < 2 ? lead : lead & (0x7FU >> size);
        bool is_good = size != 0 && i + size <= bytes.size();
        for (std::size_t k = 1; is_good && k < size; ++k) {
            const auto next = static_cast<unsigned char>(bytes[i + k]);
            is_good = (next & 0xC0U) == 0x80U;
            letter = letter << 6U | (next & 0x3FU);
        }
        letters.push_back(is_good ? letter : 0xDC00U + lead);
        i += is_good ? size : 1;
    }
    return letters;
}

}  // namespace

Glob::Glob(std::string_view pattern) {
    std::u32string letters = decode(pattern);
    if (letters.ends_with(U'/')) letters += U"**";
    is_name_only_ = letters.find(U'/') == std::u32string::npos;
    if (letters.starts_with(U'/')) letters.erase(0, 1);
    parse(letters);
}

void Glob::parse(std::u32string_view pattern) {
    for (std::size_t i = 0; i < pattern.size();) {
        Part part;
        std::size_t used = 1;
        if (pattern.substr(i).starts_with(U"**/") && (i == 0 || pattern[i - 1] == U'/')) {
            part.kind = Kind::any_directories;
            used = 3;
        } else if (pattern.substr(i).starts_with(U"**")) {
            part.kind = Kind::any;
            used = 2;
        } else if (pattern[i] == U'*') {
            part.kind = Kind::any_in_name;
        } else if (pattern[i] == U'?') {
            part.kind = Kind::any_character;
        } else if (pattern[i] == U'[') {
            used = parse_set(pattern, i, part);
        } else {
            part.letter = pattern[i];
        }
        parts_.push_back(std::move(part));
        i += used;
    }
}

/// A `[` that nothing closes is a letter like any other.
std::size_t Glob::parse_set(std::u32string_view pattern, std::size_t begin, Part& part) {
    part.letter = U'[';
    std::size_t i = begin + 1;
    const bool is_negated = i < pattern.size() && (pattern[i] == U'!' || pattern[i] == U'^');
    if (is_negated) ++i;
    const std::size_t close = pattern.find(U']', i + 1);  // a first `]` belongs to the set
    if (close == std::u32string_view::npos) return 1;
    part.kind = Kind::set;
    part.is_negated = is_negated;
    while (i < close) {
        const bool is_range = i + 2 < close && pattern[i + 1] == U'-';
        part.ranges.push_back({pattern[i], is_range ? pattern[i + 2] : pattern[i]});
        i += is_range ? 3 : 1;
    }
    return close + 1 - begin;
}

bool Glob::takes(const Part& part, char32_t letter) {
    if (part.kind == Kind::literal) return letter == part.letter;
    if (letter == U'/') return false;
    if (part.kind == Kind::any_character) return true;
    const bool is_in = std::any_of(part.ranges.begin(), part.ranges.end(), [letter](const Range& range) {
        return range.first <= letter && letter <= range.last;
    });
    return is_in != part.is_negated;
}

bool Glob::matches(std::string_view path) const {
    if (is_name_only_) path = path.substr(path.rfind('/') + 1);
    const std::u32string text = decode(path);
    // reached[i]: the parts so far can take exactly the first i letters. One row a part: no pattern is
    // exponential.
    std::vector<char> reached(text.size() + 1, 0);
    reached[0] = 1;
    for (const Part& part : parts_) {
        std::vector<char> next(text.size() + 1, 0);
        bool is_open = false;
        for (std::size_t i = 0; i <= text.size(); ++i) {
            switch (part.kind) {
                case Kind::any:
                    is_open = is_open || reached[i] != 0;
                    next[i] = is_open ? 1 : 0;
                    break;
                case Kind::any_in_name:
                    is_open = (is_open && text[i - 1] != U'/') || reached[i] != 0;
                    next[i] = is_open ? 1 : 0;
                    break;
                case Kind::any_directories:
                    next[i] = reached[i] != 0 || (is_open && text[i - 1] == U'/') ? 1 : 0;
                    is_open = is_open || reached[i] != 0;
                    break;
                case Kind::literal:
                case Kind::any_character:
                case Kind::set:
                    if (i > 0 && reached[i - 1] != 0 && takes(part, text[i - 1])) next[i] = 1;
                    break;
            }
        }
        reached = std::move(next);
    }
    return reached.back() != 0;
}

GlobFilter::GlobFilter(const std::vector<std::string>& include, const std::vector<std::string>& exclude)
    : include_(include.begin(), include.end()), exclude_(exclude.begin(), exclude.end()) {}

bool GlobFilter::excludes(std::string_view path) const {
    return std::any_of(exclude_.begin(), exclude_.end(),
                       [path](const Glob& glob) { return glob.matches(path); });
}

bool GlobFilter::includes_file(std::string_view path) const {
    return include_.empty() || std::any_of(include_.begin(), include_.end(),
                                           [path](const Glob& glob) { return glob.matches(path); });
}

}  // namespace izde::indexer
