#pragma once

#include <string>
#include <vector>

namespace izde::tests {

/// Writes PDF pages of text in any letters. The two fonts (regular and bold) are named, not embedded: their
/// codes are Unicode, which is what a reader of text asks of them. Points; the origin is the lower left
/// corner.
class PdfWriter {
  public:
    static constexpr double kPageWidth = 595;
    static constexpr double kPageHeight = 842;

    /// Width of the text in the regular face.
    static double width(const std::string& text, double size);

    void begin_page() { pages_.emplace_back(); }
    /// One word or a line without justification, on the page begun last.
    void show(double x, double y, const std::string& text, double size, bool is_bold);
    std::string bytes() const;

  private:
    std::vector<std::string> pages_;
};

}  // namespace izde::tests
