#include "store/terms.hpp"

namespace izde::store {
namespace {

std::string prefixed(std::string_view prefix, std::string_view rest) {
    std::string term;
    term.reserve(prefix.size() + rest.size());
    term.append(prefix).append(rest);
    return term;
}

std::string hashed(std::string_view prefix, std::uint64_t hash) {
    std::string term(prefix);
    constexpr std::string_view kDigits = "0123456789abcdef";
    for (int shift = 60; shift >= 0; shift -= 4) term.push_back(kDigits[(hash >> shift) & 0xF]);
    return term;
}

/// Xapian's terms hold 245 bytes, of which a zero byte takes two; ids and paths have none.
constexpr std::size_t kMaxCitationBytes = 230;

std::string provision_term(std::string_view prefix, std::string_view act, std::string_view provision) {
    std::string term = prefixed(prefix, act);
    if (!provision.empty()) term.append("#").append(provision);
    term.resize(cut_utf8(term, kMaxCitationBytes).size());
    return term;
}

}  // namespace

std::string_view cut_utf8(std::string_view text, std::size_t limit) noexcept {
    if (text.size() <= limit) return text;
    std::size_t end = limit;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
}

Language language_of(const Xapian::Document& document) {
    return language_of(document.get_value(kLanguageSlot));
}
Language language_of(std::string_view value) {
    return value.empty() ? Language::unknown : static_cast<Language>(value.front());
}

std::string content_hash_value(std::uint64_t hash) {
    std::string bytes;
    for (unsigned shift = 0; shift < 64; shift += 8) bytes.push_back(static_cast<char>(hash >> shift));
    return bytes;
}

std::uint64_t content_hash_of(const Xapian::Document& document) {
    const std::string bytes = document.get_value(kContentHashSlot);
    std::uint64_t hash = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) hash = hash << 8U | static_cast<unsigned char>(bytes[i]);
    return hash;
}

std::string stem_term(std::string_view stem) {
    return std::string(cut_utf8(stem, kMaxStemBytes));
}
std::string title_term(std::string_view stem) {
    return prefixed(kTitlePrefix, cut_utf8(stem, kMaxStemBytes));
}
std::string_view part_prefix(BlockKind kind) noexcept {
    switch (kind) {
        case BlockKind::title:
            return kTitlePrefix;
        case BlockKind::keywords:
            return kKeywordsPrefix;
        case BlockKind::abstract:
            return kAbstractPrefix;
        case BlockKind::reference:
            return kReferencePrefix;
        case BlockKind::heading:
            return kHeadingPrefix;
        default:
            return {};
    }
}
std::string part_term(BlockKind kind, std::string_view stem) {
    return prefixed(part_prefix(kind), cut_utf8(stem, kMaxStemBytes));
}
std::string author_term(std::string_view stem) {
    return prefixed(kAuthorPrefix, cut_utf8(stem, kMaxStemBytes));
}
std::string name_term(std::string_view form) {
    return prefixed(kNamePrefix, cut_utf8(form, kMaxStemBytes));
}
std::string cited_term(std::string_view act, std::string_view provision) {
    return provision_term(kCitedPrefix, act, provision);
}
std::string act_term(std::string_view act, std::string_view provision) {
    return provision_term(kActPrefix, act, provision);
}
std::string language_term(Language language) {
    return prefixed(kLanguagePrefix, analyzers::code_of(language));
}
std::string kind_term(WorkKind kind) {
    return prefixed(kKindPrefix, name_of(kind));
}
std::string file_term(std::string_view path) {
    return file_term(stable_hash(path));
}
std::string file_term(std::uint64_t path_hash) {
    return hashed(kFilePrefix, path_hash);
}
std::string id_term(std::string_view work_id) {
    return hashed(kIdPrefix, stable_hash(work_id));
}

void StableHasher::update(std::string_view bytes) noexcept {
    std::uint64_t state = state_;
    for (const char byte : bytes) {
        state ^= static_cast<unsigned char>(byte);
        state *= 1099511628211ULL;
    }
    state_ = state;
}

std::uint64_t StableHasher::finish() const noexcept {
    // The 64-bit finaliser of MurmurHash3 (public domain): every bit of the input reaches every bit of the
    // hash.
    std::uint64_t hash = state_;
    hash ^= hash >> 33U;
    hash *= 0xff51afd7ed558ccdULL;
    hash ^= hash >> 33U;
    hash *= 0xc4ceb9fe1a85ec53ULL;
    hash ^= hash >> 33U;
    return hash;
}

std::uint64_t stable_hash(std::string_view bytes) noexcept {
    StableHasher hasher;
    hasher.update(bytes);
    return hasher.finish();
}

}  // namespace izde::store
