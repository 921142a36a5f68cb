#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/extractor.hpp"

namespace izde::indexer {

/// Title, author and language of a Dublin Core part: docProps/core.xml, meta.xml, an EPUB's package. Dates
/// are left out: they say when the file was made, not when the work appeared.
Metadata read_dublin_core(std::string_view xml, const std::string& name);

/// Puts what a program says of a file into metadata: a title that is a file's name or the program's own
/// («Microsoft Word - 1.doc», «Документ1», "Complex") is none, nor is an account's name («User», «Админ») an
/// author.
void set_title(Metadata& metadata, std::string title);
void add_author(Metadata& metadata, std::string author);

/// Who gives a file no title gives no author either: the name is that of whoever typed it.
void drop_typist(Metadata& metadata);

}  // namespace izde::indexer
