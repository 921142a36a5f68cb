#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "indexer/extract/format.hpp"

namespace izde::indexer {
namespace {

/// Lower case, only of the ASCII letters: extensions and tags.
char lower_ascii_letter(char character) noexcept {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), lower_ascii_letter);
    return lower;
}

std::string extension_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? std::string() : lower_ascii(name.substr(dot + 1));
}

template <std::size_t size>
bool is_one_of(std::string_view text, const std::array<std::string_view, size>& choices) {
    return std::ranges::find(choices, text) != choices.end();
}

/// The first bytes without byte order mark and zero bytes (UTF-16), white space and comments' noise aside.
std::string opening_of(std::string_view bytes) {
    std::string opening;
    for (const char character : bytes.substr(0, 2048)) {
        if (character != '\0' && static_cast<unsigned char>(character) < 0x80) opening.push_back(character);
    }
    opening.erase(0, std::min(opening.find_first_not_of(" \t\r\n"), opening.size()));
    return lower_ascii(opening);
}

/// Documents that are zip files: OpenDocument and EPUB say so in their first member, Word's are told by name.
Format find_packed(std::string_view extension, std::string_view first_bytes) {
    static constexpr std::array<std::string_view, 4> kWord = {"docx", "docm", "dotx", "dotm"};
    const std::string_view opening = first_bytes.substr(0, 256);
    if (opening.find("application/epub+zip") != std::string_view::npos) return Format::epub;
    if (opening.find("application/vnd.oasis.opendocument.text") != std::string_view::npos) return Format::odt;
    if (is_one_of(extension, kWord)) return Format::docx;
    if (extension == "odt" || extension == "ott") return Format::odt;
    return extension == "epub" ? Format::epub : Format::unknown;
}

}  // namespace

Format format_of(std::string_view path, std::string_view first_bytes) {
    static constexpr std::array<std::string_view, 2> kOther = {"\xD0\xCF\x11\xE0", "\x1F\x8B"};
    static constexpr std::array<std::string_view, 4> kText = {"txt", "text", "htm", "html"};
    static constexpr std::array<std::string_view, 4> kMarkup = {"xhtml", "xml", "rss", "fodt"};
    static constexpr std::array<std::string_view, 2> kMarkdown = {"md", "markdown"};
    const std::string extension = extension_of(path);
    // A PDF may have some noise before its first line (ISO 32000-1, note 13 of annex H).
    if (first_bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return Format::pdf;
    if (first_bytes.starts_with("PK\x03\x04")) return find_packed(extension, first_bytes);
    if (first_bytes.starts_with("{\\rtf")) return Format::rtf;
    if (first_bytes.starts_with("\xD0\xCF\x11\xE0") && (extension == "doc" || extension == "dot"))
        return Format::doc;
    // Called one format and made of none that is known: its own extractor says what is wrong.
    if (extension == "pdf") return Format::pdf;
    if (extension == "rtf") return Format::rtf;
    // Web pages are saved under Word's name too.
    if (extension == "doc" || extension == "dot")
        return opening_of(first_bytes).find("<html") != std::string::npos ? Format::html : Format::doc;
    if (const Format packed = find_packed(extension, {}); packed != Format::unknown) return packed;
    if (std::ranges::any_of(kOther, [&](std::string_view sign) { return first_bytes.starts_with(sign); }))
        return Format::unknown;
    if (is_one_of(extension, kMarkdown)) return Format::markdown;
    if (!is_one_of(extension, kText) && !is_one_of(extension, kMarkup)) return Format::unknown;

    const std::string opening = opening_of(first_bytes);
    if (opening.find("<office:document") != std::string::npos) return Format::fodt;
    const bool says_html =
        opening.starts_with("<!doctype html") || opening.find("<html") != std::string::npos;
    if (says_html || extension == "htm" || extension == "html" || extension == "xhtml") {
        return opening.empty() || opening.find('<') != std::string::npos ? Format::html : Format::text;
    }
    return opening.starts_with("<?xml") || is_one_of(extension, kMarkup) ? Format::xml : Format::text;
}

bool is_archive(std::string_view path, std::string_view first_bytes) {
    static constexpr std::array<std::string_view, 3> kCompressed = {"\x1F\x8B", "BZh",
                                                                    "\xFD"
                                                                    "7zXZ"};
    if (extension_of(path) == "zip" || first_bytes.starts_with("PK\x05\x06"))
        return extension_of(path) == "zip" && format_of(path, first_bytes) == Format::unknown;
    if (first_bytes.size() > 262 && first_bytes.substr(257, 5) == "ustar") return true;
    return std::ranges::any_of(kCompressed,
                               [&](std::string_view sign) { return first_bytes.starts_with(sign); });
}

bool is_jsonl(std::string_view path) noexcept {
    static constexpr std::array<std::string_view, 2> kNames = {".jsonl", ".ndjson"};
    return std::ranges::any_of(kNames, [&](std::string_view name) {
        return path.size() > name.size() &&
               std::ranges::equal(path.substr(path.size() - name.size()), name, {}, lower_ascii_letter);
    });
}

}  // namespace izde::indexer
