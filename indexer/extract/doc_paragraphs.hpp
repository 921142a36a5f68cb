#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/extract/page_text.hpp"

namespace izde::indexer {

/// A stretch of the characters of a Word document that lie together in its stream ([MS-DOC] 2.8.35).
struct DocPiece {
    std::size_t begin = 0;  ///< number of its first character
    std::size_t place = 0;  ///< byte of the stream where that stands
    bool is_one_byte = false;
};

/// How the paragraphs of a document are set: headings by their built-in style or outline level, and whether
/// they are centred ([MS-DOC] 2.8.5 and 2.9.175: PlcBtePapx, PapxFkp). Broken properties are none.
class DocParagraphs {
  public:
    DocParagraphs(std::string_view document, std::string_view table, std::vector<DocPiece> pieces);

    /// Of the paragraph that holds the character with this number.
    TextStyle style_at(std::size_t character) const;

  private:
    struct Run {
        std::uint32_t begin = 0;  ///< bytes of the stream
        std::uint32_t end = 0;
        TextStyle style;
    };
    void read_page(std::string_view page);

    std::vector<Run> runs_;  ///< ascending
    std::vector<DocPiece> pieces_;
};

}  // namespace izde::indexer
