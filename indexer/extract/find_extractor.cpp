#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "indexer/extract/formats.hpp"

namespace izde::indexer {
namespace {

/// Lower case, only of the ASCII letters: extensions and tags.
std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char character) {
        return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
    });
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

}  // namespace

const Extractor* find_extractor(std::string_view path, std::string_view first_bytes) {
    static constexpr std::array<std::string_view, 5> kSignatures = {"%PDF-", "PK\x03\x04", "{\\rtf",
                                                                    "\xD0\xCF\x11\xE0", "\x1F\x8B"};
    if (std::ranges::any_of(kSignatures,
                            [&](std::string_view sign) { return first_bytes.starts_with(sign); })) {
        return nullptr;
    }
    static constexpr std::array<std::string_view, 4> kText = {"txt", "text", "htm", "html"};
    static constexpr std::array<std::string_view, 3> kMarkup = {"xhtml", "xml", "rss"};
    static constexpr std::array<std::string_view, 2> kMarkdown = {"md", "markdown"};
    const std::string extension = extension_of(path);
    if (is_one_of(extension, kMarkdown)) return &markdown_extractor();
    if (!is_one_of(extension, kText) && !is_one_of(extension, kMarkup)) return nullptr;

    const std::string opening = opening_of(first_bytes);
    const bool says_html =
        opening.starts_with("<!doctype html") || opening.find("<html") != std::string::npos;
    if (says_html || extension == "htm" || extension == "html" || extension == "xhtml") {
        return opening.empty() || opening.find('<') != std::string::npos ? &html_extractor()
                                                                         : &text_extractor();
    }
    return opening.starts_with("<?xml") || is_one_of(extension, kMarkup) ? &xml_extractor()
                                                                         : &text_extractor();
}

bool is_jsonl(std::string_view path) noexcept {
    static constexpr std::array<std::string_view, 2> kNames = {".jsonl", ".ndjson"};
    return std::ranges::any_of(kNames, [&](std::string_view name) { return path.ends_with(name); });
}

}  // namespace izde::indexer
