#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/segment.hpp"
#include "indexer/segment/paragraph.hpp"
#include "store/work.hpp"

namespace izde::indexer {

/// A stretch of paragraphs [begin, end) that becomes one work.
struct Cut {
    std::size_t begin = 0;
    std::size_t end = 0;
    store::WorkKind kind = store::WorkKind::document;
    std::string title;  ///< "" where none was found
    std::vector<std::string> authors;
    std::vector<Evidence> evidence;  ///< why it begins here and where its fields come from
};

/// A statute's articles: «N-бап», «Статья N». Empty where the file is no statute. What stands before the
/// first article is a cut of its own without a kind.
std::vector<Cut> cut_statute(const std::vector<Paragraph>& paragraphs);

/// The acts of a court: «РЕШЕНИЕ», «ҮКІМ» with the court, number and date in their titles. Empty where the
/// file does not begin as one.
std::vector<Cut> cut_decisions(const std::vector<Paragraph>& paragraphs);

/// A volume's articles, by the evidence of titles, bylines, УДК lines, abstracts and lists of references.
/// Always covers all paragraphs; a file that is one work is one cut.
std::vector<Cut> cut_volume(const std::vector<Paragraph>& paragraphs);

/// `text` with every run of white space as one space: a title that ran over several lines.
std::string one_line(std::string_view text);

/// A line of `izde segment` about a paragraph; the page is 0 where `source` is not given.
Evidence evidence_of(std::string rule, const Paragraph& paragraph, const Source* source = nullptr);

}  // namespace izde::indexer
