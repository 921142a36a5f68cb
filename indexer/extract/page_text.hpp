#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/extractor.hpp"

namespace izde::indexer {

/// How the characters that come next are set.
struct TextStyle {
    std::uint8_t heading_level = 0;  ///< 1..6; 0 is no heading
    bool is_centred = false;
    bool is_bold = false;
    bool is_italic = false;
};

/// Builds the text of a page from marked-up pieces: white space collapses as in HTML, paragraphs are parted
/// by one empty line, and each line's style is kept where the whole line has it.
class PageText {
  public:
    /// Text in running style; runs of white space become one space.
    void add(std::string_view text, const TextStyle& style);

    /// Text whose line breaks and spaces stand as they are (preformatted).
    void add_preformatted(std::string_view text, const TextStyle& style);

    void space() { pending_space_ = true; }
    void break_line();
    void break_paragraph();

    bool empty() const noexcept { return text_.empty(); }

    /// The page, with the number given. The builder starts anew.
    Page take(std::uint32_t index);

  private:
    void end_line();
    void append(std::string_view text, const TextStyle& style);

    std::string text_;
    std::vector<LineStyle> styles_;
    std::size_t line_begin_ = 0;
    // Bytes of the line that are no space, and how many of them are set so: a line stands out where all are.
    std::size_t inked_ = 0, bold_ = 0, italic_ = 0, centred_ = 0;
    std::uint8_t heading_level_ = 0;
    bool pending_space_ = false;
    bool pending_paragraph_ = false;
};

}  // namespace izde::indexer
