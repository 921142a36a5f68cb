#pragma once

#include <span>
#include <string>
#include <vector>

#include "indexer/segment/paragraph.hpp"
#include "store/work.hpp"

namespace izde::indexer {

/// Writes paragraphs into a work: stored text, blocks with language and sentences, pages. The fields that
/// name the work (id, title, authors, kind) are the caller's; `title` tells which paragraphs are title
/// blocks.
void write_paragraphs(std::span<const Paragraph> paragraphs, const Source& source, store::Work& work);

/// The language of most of the body, and whether another has a sizeable share of it.
void decide_language(store::Work& work);

/// Stable name of a work: 13 characters of base 32 of the hash of path, normalised title and ordinal among
/// the equal titles of the file, so that one insertion does not rename the rest.
std::string work_id(std::string_view path, std::string_view title, std::size_t ordinal);

/// A title as `work_id` compares it: normalised words.
std::string title_key(std::string_view title);

}  // namespace izde::indexer
