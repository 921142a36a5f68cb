#pragma once

#include <cstdint>
#include <string_view>

namespace izde::indexer {

/// What a file is. Told apart from the extractors (formats.hpp), whose parsers belong to the worker process
/// alone.
enum class Format : std::uint8_t { unknown, text, markdown, html, xml, pdf, docx, odt, fodt, epub, rtf, doc };

/// By the first bytes, and where they do not tell by the name: an HTML page named .txt is HTML.
Format format_of(std::string_view path, std::string_view first_bytes);

/// Whether a file holds other files: zip by name and content (many documents are zip files as well), tar,
/// gzip, bzip2 and xz by content.
bool is_archive(std::string_view path, std::string_view first_bytes);

/// Whether the name says JSON Lines: each line is one work, read by `read_jsonl` and never segmented.
bool is_jsonl(std::string_view path) noexcept;

}  // namespace izde::indexer
