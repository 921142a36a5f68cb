#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/extract/extractor.hpp"

namespace izde::indexer {

/// What `dc:date` says: when a work appeared (EPUB's package), or when a file was saved (Word, OpenDocument),
/// which is no year of a work.
enum class DateMeans : std::uint8_t { saving, publication };

/// Title, authors, language and, where it is one of publication, year of a Dublin Core part:
/// docProps/core.xml, meta.xml, an EPUB's package. `name` stands in messages. Throws ExtractError.
Metadata read_dublin_core(std::string_view xml, const std::string& name,
                          DateMeans date_means = DateMeans::saving);

/// The first year that a date in any order of its parts holds: «2021/05/01», «12.03.2019», «May 2018».
std::optional<int> year_of_date(std::string_view date);

/// Puts what a program says of a file into metadata: a title that is a file's name or the program's own
/// («Microsoft Word - 1.doc», «Документ1», "Complex") is none, nor is an account's name («User», «Админ») an
/// author.
void set_title(Metadata& metadata, std::string title);
void add_author(Metadata& metadata, std::string author);

/// Who gives a file no title gives no author either: the name is that of whoever typed it.
void drop_typist(Metadata& metadata);

}  // namespace izde::indexer
