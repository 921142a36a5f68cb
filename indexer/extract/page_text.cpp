#include "indexer/extract/page_text.hpp"

#include <utility>

namespace izde::indexer {
namespace {

bool is_space(char character) noexcept {
    return character == ' ' || character == '\t' || character == '\n' || character == '\r' ||
           character == '\f';
}

/// adilet.zan.kz indents every paragraph with U+00A0: layout, not text.
constexpr std::string_view kNoBreakSpace = "\u00A0";

}  // namespace

void PageText::add(std::string_view text, const TextStyle& style) {
    std::size_t place = 0;
    while (place < text.size()) {
        if (is_space(text[place])) {
            pending_space_ = true;
            ++place;
            continue;
        }
        if (text_.size() == line_begin_ && text.substr(place).starts_with(kNoBreakSpace)) {
            place += kNoBreakSpace.size();
            continue;
        }
        std::size_t end = place;
        while (end < text.size() && !is_space(text[end])) ++end;
        append(text.substr(place, end - place), style);
        place = end;
    }
}

void PageText::add_preformatted(std::string_view text, const TextStyle& style) {
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
            if (end != text.size()) break_paragraph();
        } else {
            append(line, style);
            if (end != text.size()) break_line();
        }
        begin = end + 1;
    }
}

void PageText::append(std::string_view text, const TextStyle& style) {
    if (pending_paragraph_ && !text_.empty()) {
        text_ += '\n';
        line_begin_ = text_.size();
    }
    if (pending_space_ && text_.size() != line_begin_) text_ += ' ';
    pending_paragraph_ = false;
    pending_space_ = false;
    text_ += text;
    inked_ += text.size();
    if (style.is_bold) bold_ += text.size();
    if (style.is_italic) italic_ += text.size();
    if (style.is_centred) centred_ += text.size();
    heading_level_ = std::max(heading_level_, style.heading_level);
}

void PageText::end_line() {
    pending_space_ = false;
    if (text_.size() == line_begin_) return;
    while (std::string_view(text_).ends_with(kNoBreakSpace))
        text_.resize(text_.size() - kNoBreakSpace.size());
    const LineStyle style{static_cast<std::uint32_t>(line_begin_),
                          static_cast<std::uint32_t>(text_.size()),
                          heading_level_,
                          centred_ == inked_,
                          bold_ == inked_,
                          italic_ == inked_};
    if (style.heading_level != 0 || style.is_centred || style.is_bold || style.is_italic)
        styles_.push_back(style);
    text_ += '\n';
    line_begin_ = text_.size();
    inked_ = bold_ = italic_ = centred_ = 0;
    heading_level_ = 0;
}

void PageText::break_line() {
    end_line();
}

void PageText::break_paragraph() {
    end_line();
    pending_paragraph_ = true;
}

Page PageText::take(std::uint32_t index) {
    end_line();
    Page page;
    page.index = index;
    page.text = std::move(text_);
    page.styles = std::move(styles_);
    *this = PageText{};
    return page;
}

}  // namespace izde::indexer
