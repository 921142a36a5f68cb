#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tests/volumes/pdf_writer.hpp"
#include "tests/volumes/volume.hpp"

namespace izde::tests {
namespace {

constexpr double kMargin = 70;
constexpr double kGutter = 22;
constexpr double kTop = PdfWriter::kPageHeight - 85;
constexpr double kBottom = 90;
constexpr double kTextSize = 11;
constexpr double kNoteSize = 8.5;

/// The digit of «право.¹», "" where a word has none.
std::string note_mark(const std::string& word) {
    static const std::vector<std::string> kMarks = {"¹", "²", "³"};
    for (std::size_t number = 0; number < kMarks.size(); ++number) {
        if (word.ends_with("." + kMarks[number])) return std::to_string(number + 1);
    }
    return {};
}

/// Sets the lines of a volume on pages.
class PdfSetter {
  public:
    PdfSetter(const Volume& volume, const Style& style) : volume_(volume), style_(style) {}

    SetPdf set() {
        result_.first_pages.assign(volume_.articles.size(), "");
        for (std::size_t place = 0; place < volume_.lines.size(); ++place) {
            const SetLine& line = volume_.lines[place];
            switch (line.kind) {
                case SetLine::Kind::page_end:
                    finish_page();
                    break;
                case SetLine::Kind::blank:
                    if (is_open_) y_ -= size_ * 0.9;
                    break;
                case SetLine::Kind::heading:
                    set_head(line, place);
                    break;
                case SetLine::Kind::text:
                    set_text(line);
                    break;
                case SetLine::Kind::note:
                    add_note(line);
                    break;
            }
        }
        finish_page();
        result_.bytes = writer_.bytes();
        return std::move(result_);
    }

  private:
    double width() const {
        const double whole = PdfWriter::kPageWidth - 2 * kMargin;
        return columns_ == 1 ? whole : (whole - kGutter) / 2;
    }
    double left() const { return kMargin + static_cast<double>(column_) * (width() + kGutter); }

    void open_page() {
        if (is_open_) return;
        is_open_ = true;
        writer_.begin_page();
        y_ = kTop;
        column_ = 0;
        column_top_ = kTop;
        lowest_ = kTop;
        begins_article_ = false;
    }

    /// Heads run over the whole width; what comes behind them begins two columns anew.
    void set_columns(std::size_t columns) {
        open_page();
        if (columns == columns_) return;
        if (columns_ == 2) y_ = std::min(lowest_, y_);
        columns_ = columns;
        column_ = 0;
        column_top_ = lowest_ = y_;
    }

    /// Makes room for so many lines.
    void need(std::size_t lines) {
        open_page();
        if (y_ - static_cast<double>(lines) * size_ * 1.2 >= bottom()) return;
        lowest_ = std::min(lowest_, y_);
        if (column_ + 1 < columns_) {
            ++column_;
            y_ = column_top_;
            return;
        }
        finish_page();
        open_page();
    }

    /// Notes of the page grow from its foot.
    double bottom() const { return kBottom + static_cast<double>(notes_.size()) * kNoteSize * 1.2; }
    void add_note(const SetLine& line) {
        need(3);
        const double size = std::exchange(size_, kNoteSize);
        const double whole = PdfWriter::kPageWidth - 2 * kMargin;
        for (auto& row : rows_of(line.text, whole, 0)) notes_.push_back(std::move(row));
        size_ = size;
    }

    void note_article(const SetLine& line) {
        if (line.article < 0) return;
        begins_article_ = true;
        const bool has_number = style_.page_number != PageNumber::none ||
                                style_.running_head == RunningHead::with_number ||
                                style_.running_head == RunningHead::author_title;
        if (has_number) result_.first_pages[static_cast<std::size_t>(line.article)] = std::to_string(number_);
        running_ = volume_.articles[static_cast<std::size_t>(line.article)].authors.front();
        running_title_ = volume_.articles[static_cast<std::size_t>(line.article)].title.substr(0, 60);
        running_title_.resize(running_title_.find_last_of(' '));
    }

    std::vector<std::vector<std::string>> rows_of(const std::string& text, double width, double indent) {
        std::vector<std::vector<std::string>> rows(1);
        double used = indent;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find(' ', begin), text.size());
            const std::string word = text.substr(begin, end - begin);
            begin = end + 1;
            const double wide = PdfWriter::width(word, size_);
            if (!rows.back().empty() && used + space() + wide > width) {
                rows.emplace_back();
                used = 0;
            }
            used += wide + (rows.back().empty() ? 0 : space());
            rows.back().push_back(word);
        }
        return rows;
    }
    double space() const { return PdfWriter::width(" ", size_); }

    void set_row(const std::vector<std::string>& row, double x, double gap, bool is_bold) {
        for (const std::string& word : row) {
            const std::string mark = note_mark(word);
            const std::string text = mark.empty() ? word : word.substr(0, word.size() - 2);
            writer_.show(x, y_, text, size_, is_bold);
            // The mark of a note is a small raised digit.
            if (!mark.empty())
                writer_.show(x + PdfWriter::width(text, size_), y_ + size_ * 0.4, mark, size_ * 0.6, false);
            x += PdfWriter::width(word, size_) + gap;
        }
    }
    double width_of(const std::vector<std::string>& row) const {
        double sum = static_cast<double>(row.size() - 1) * space();
        for (const std::string& word : row) sum += PdfWriter::width(word, size_);
        return sum;
    }

    void set_head(const SetLine& line, std::size_t place) {
        const bool is_behind_body = place > 0 && in_body_ && line.article < 0;
        if (!is_behind_body) {
            set_columns(1);
            in_body_ = false;
        }
        const auto rows = rows_of(line.text, width() * 0.85, 0);
        need(rows.size() + 2);
        note_article(line);
        for (const auto& row : rows) {
            y_ -= size_ * 1.2;
            const double x = style_.is_centred ? left() + (width() - width_of(row)) / 2 : left();
            set_row(row, x, space(), style_.is_centred);
        }
        lowest_ = std::min(lowest_, y_);
    }

    void set_text(const SetLine& line) {
        if (line.is_paragraph && style_.columns == 2) set_columns(2);
        if (!line.is_paragraph) set_columns(1);
        in_body_ = line.is_paragraph;
        if (const std::size_t gap = line.text.rfind("   "); !line.is_paragraph && gap != std::string::npos) {
            set_contents_line(line.text.substr(0, gap), line.text.substr(gap + 3));
            return;
        }
        const bool is_indented = line.is_paragraph && style_.paragraphs != Paragraphs::blank_line;
        const double indent = is_indented ? 22 : 0;
        const auto rows = rows_of(line.text, width(), indent);
        for (std::size_t number = 0; number < rows.size(); ++number) {
            need(1);
            if (number == 0) note_article(line);
            y_ -= size_ * 1.2;
            const auto& row = rows[number];
            const double first = number == 0 ? indent : 0;
            const bool is_last = number + 1 == rows.size() || row.size() == 1;
            const double gap =
                is_last || !line.is_paragraph
                    ? space()
                    : space() + (width() - first - width_of(row)) / static_cast<double>(row.size() - 1);
            set_row(row, left() + first, gap, false);
        }
        lowest_ = std::min(lowest_, y_);
    }

    /// The number stands at the right edge of the entry's last line.
    void set_contents_line(const std::string& entry, const std::string& number) {
        for (const auto& row : rows_of(entry, width() * 0.9, 0)) {
            need(1);
            y_ -= size_ * 1.2;
            set_row(row, left(), space(), false);
        }
        writer_.show(left() + width() - PdfWriter::width(number, size_), y_, number, size_, false);
        lowest_ = std::min(lowest_, y_);
    }

    void finish_page() {
        if (!is_open_) return;
        const std::string label = std::to_string(number_);
        const bool is_odd = number_ % 2 == 1;
        const double top = PdfWriter::kPageHeight - 50;
        const double right = PdfWriter::kPageWidth - kMargin;
        const auto centred = [&](double y, const std::string& text) {
            writer_.show((PdfWriter::kPageWidth - PdfWriter::width(text, 9)) / 2, y, text, 9, false);
        };
        switch (style_.running_head) {
            case RunningHead::journal:
                centred(top, volume_.journal + ". № 2. " + std::to_string(volume_.year));
                break;
            case RunningHead::alternating:
                centred(top, is_odd && !begins_article_ && !running_.empty() ? running_ : volume_.journal);
                break;
            case RunningHead::with_number:
                centred(top, volume_.journal);
                writer_.show(is_odd ? right - 20 : kMargin, top, label, 9, false);
                break;
            case RunningHead::author_title:
                centred(top, is_odd && !running_.empty() ? running_ + " " + running_title_ : volume_.journal);
                writer_.show(is_odd ? right - 20 : kMargin, top, label, 9, false);
                break;
            case RunningHead::none:
                break;
        }
        size_ = kNoteSize;
        for (std::size_t row = 0; row < notes_.size(); ++row) {
            y_ = kBottom + static_cast<double>(notes_.size() - row) * kNoteSize * 1.2 - size_;
            set_row(notes_[row], kMargin, space(), false);
        }
        size_ = kTextSize;
        notes_.clear();
        if (style_.page_number == PageNumber::top) centred(top + 14, label);
        if (style_.page_number == PageNumber::bottom) centred(45, label);
        if (style_.page_number == PageNumber::dashed) centred(45, "- " + label + " -");
        ++number_;
        is_open_ = false;
        columns_ = 1;
    }

    const Volume& volume_;
    const Style& style_;
    PdfWriter writer_;
    SetPdf result_;
    std::vector<std::vector<std::string>> notes_;
    std::string running_title_;
    double size_ = kTextSize;
    double y_ = kTop;
    double column_top_ = kTop;
    double lowest_ = kTop;
    std::size_t columns_ = 1;
    std::size_t column_ = 0;
    std::size_t number_ = 3;
    bool is_open_ = false;
    bool in_body_ = false;
    bool begins_article_ = false;
    std::string running_;
};

}  // namespace

SetPdf pdf_of(const Volume& volume, const Style& style) {
    return PdfSetter(volume, style).set();
}

}  // namespace izde::tests
