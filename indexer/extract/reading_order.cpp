#include "indexer/extract/reading_order.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace izde::indexer {
namespace {

// Shares of the type size and of the width, with wide flat ranges on tests/volumes in two columns and on the
// one-column PDFs of ../shared/corpus/pdf, where no page may show a gutter.
constexpr double kGutter = 0.7;         ///< of the type size: the least free strip between two columns
constexpr double kEdge = 0.2;           ///< of the width on each side that holds no gutter
constexpr std::size_t kFewestRows = 5;  ///< with text on both sides of the gutter
constexpr double kFilled = 0.6;         ///< of its column that a line of text fills; a table's cells do not
constexpr double kFilledLines = 0.5;    ///< so many of the lines: heads and ends of paragraphs are short
constexpr double kNextBand = 2.6;       ///< type sizes between two rows: the columns have ended
constexpr std::size_t kFewestNumbers = 3;  ///< of a table of contents
constexpr int kMostDepth = 3;              ///< gutters beside one another, halved each time: eight columns

/// Words of one height, left to right.
struct Row {
    std::vector<PlacedWord> words;
    double top = 0, bottom = 0;
};

struct Strip {
    double left = 0, right = 0;
    double width() const { return right - left; }
};

/// Rows [begin, end) with a gutter.
struct Band {
    std::size_t begin = 0, end = 0;
    double gutter = 0;  ///< its middle
};

std::vector<Row> rows_of(std::vector<PlacedWord> words) {
    std::ranges::stable_sort(words, {}, [](const PlacedWord& word) { return word.top + word.bottom; });
    std::vector<Row> rows;
    for (PlacedWord& word : words) {
        const double middle = (word.top + word.bottom) / 2;
        if (rows.empty() || middle > rows.back().bottom || middle < rows.back().top) {
            rows.push_back({{}, word.top, word.bottom});
        }
        rows.back().words.push_back(std::move(word));
    }
    for (Row& row : rows) std::ranges::stable_sort(row.words, {}, &PlacedWord::left);
    return rows;
}

/// The free strips of a row between two x, its margins among them.
std::vector<Strip> free_strips(const Row& row, double from, double to) {
    std::vector<Strip> strips;
    double left = from;
    for (const PlacedWord& word : row.words) {
        if (word.left > left && left < to) strips.push_back({left, std::min(word.left, to)});
        left = std::max(left, word.right);
    }
    if (left < to) strips.push_back({left, to});
    return strips;
}

std::vector<Strip> shared_strips(const std::vector<Strip>& some, const std::vector<Strip>& others,
                                 double least) {
    std::vector<Strip> shared;
    for (const Strip& one : some) {
        for (const Strip& other : others) {
            const Strip both{std::max(one.left, other.left), std::min(one.right, other.right)};
            if (both.width() >= least) shared.push_back(both);
        }
    }
    return shared;
}

/// Whether a gutter parts columns of text: lines on both sides, most of them full.
bool parts_columns(const std::vector<Row>& rows, const Band& band) {
    std::vector<double> lefts;
    std::vector<double> rights;
    std::size_t both = 0;
    for (std::size_t place = band.begin; place < band.end; ++place) {
        double left = 0;
        double right = 0;
        double left_begin = 0;
        double right_begin = 0;
        for (const PlacedWord& word : rows[place].words) {
            if (word.right <= band.gutter) {
                if (left == 0) left_begin = word.left;
                left = word.right - left_begin;
            } else {
                if (right == 0) right_begin = word.left;
                right = word.right - right_begin;
            }
        }
        if (left > 0) lefts.push_back(left);
        if (right > 0) rights.push_back(right);
        if (left > 0 && right > 0) ++both;
    }
    if (both < kFewestRows) return false;
    const auto is_filled = [](const std::vector<double>& widths) {
        const double full = std::ranges::max(widths);
        const auto count =
            std::ranges::count_if(widths, [&](double width) { return width >= kFilled * full; });
        return static_cast<double>(count) >= kFilledLines * static_cast<double>(widths.size());
    };
    const double wider = std::max(std::ranges::max(lefts), std::ranges::max(rights));
    const double narrower = std::min(std::ranges::max(lefts), std::ranges::max(rights));
    return is_filled(lefts) && is_filled(rights) && narrower > wider / 3;
}

/// The band of columns that begins at the row, if one does.
std::optional<Band> band_at(const std::vector<Row>& rows, std::size_t begin, double from, double to,
                            double size) {
    std::vector<Strip> strips = free_strips(rows[begin], from, to);
    Band band{begin, begin, 0};
    for (std::size_t place = begin; place < rows.size(); ++place) {
        if (place > begin && rows[place].top - rows[place - 1].bottom > kNextBand * size) break;
        std::vector<Strip> next = shared_strips(strips, free_strips(rows[place], from, to), kGutter * size);
        if (next.empty()) break;
        strips = std::move(next);
        band.end = place + 1;
    }
    if (band.end < begin + kFewestRows) return std::nullopt;
    const auto widest = std::ranges::max_element(strips, {}, &Strip::width);
    band.gutter = (widest->left + widest->right) / 2;
    return parts_columns(rows, band) ? std::optional(band) : std::nullopt;
}

/// Appends the words in reading order; says whether there are columns.
bool order(std::vector<PlacedWord> words, int depth, std::vector<PlacedWord>& to) {
    if (words.size() < 2 * kFewestRows || depth > kMostDepth) {
        std::ranges::move(words, std::back_inserter(to));
        return false;
    }
    const double left = std::ranges::min(words, {}, &PlacedWord::left).left;
    const double right = std::ranges::max(words, {}, &PlacedWord::right).right;
    const double edge = kEdge * (right - left);
    const double size = body_size(words);
    std::vector<Row> rows = rows_of(std::move(words));
    bool has_columns = false;
    for (std::size_t place = 0; place < rows.size();) {
        const auto band = band_at(rows, place, left + edge, right - edge, size);
        if (!band) {
            std::ranges::move(rows[place++].words, std::back_inserter(to));
            continue;
        }
        has_columns = true;
        std::array<std::vector<PlacedWord>, 2> sides;
        for (; place < band->end; ++place) {
            for (PlacedWord& word : rows[place].words)
                sides[word.right <= band->gutter ? 0 : 1].push_back(std::move(word));
        }
        for (std::vector<PlacedWord>& side : sides) order(std::move(side), depth + 1, to);
    }
    return has_columns;
}

bool is_number(const PlacedWord& word) {
    return !word.text.empty() && word.text.size() <= 4 &&
           word.text.find_first_not_of("0123456789") == std::string::npos;
}

bool shares_row(const PlacedWord& one, const PlacedWord& other) {
    const double middle = (one.top + one.bottom) / 2;
    return middle > other.top && middle < other.bottom;
}

/// The page numbers of a table of contents make a column of their own at the right edge: each goes back
/// behind its entry.
void attach_page_numbers(std::vector<PlacedWord>& words) {
    const double right = std::ranges::max(words, {}, &PlacedWord::right).right;
    std::vector<PlacedWord> numbers;
    std::vector<PlacedWord> others;
    for (const PlacedWord& word : words) {
        const bool is_apart =
            is_number(word) && right - word.right < word.size &&
            (others.empty() || !shares_row(word, others.back()) || others.back().right > word.left);
        (is_apart ? numbers : others).push_back(word);
    }
    if (numbers.size() < kFewestNumbers) return;
    // Behind which word each goes; what stands alone on its row is no page of an entry.
    std::vector<std::vector<const PlacedWord*>> behind(others.size());
    for (const PlacedWord& number : numbers) {
        const PlacedWord* nearest = nullptr;
        for (const PlacedWord& word : others) {
            if (shares_row(number, word) && word.right <= number.left &&
                (nearest == nullptr || word.right > nearest->right))
                nearest = &word;
        }
        if (nearest == nullptr) return;
        behind[static_cast<std::size_t>(nearest - others.data())].push_back(&number);
    }
    words.clear();
    for (std::size_t place = 0; place < others.size(); ++place) {
        words.push_back(std::move(others[place]));
        for (const PlacedWord* const number : behind[place]) words.push_back(*number);
    }
}

}  // namespace

void order_words(std::vector<PlacedWord>& words) {
    if (words.empty()) return;
    std::vector<PlacedWord> ordered;
    ordered.reserve(words.size());
    if (order(words, 0, ordered)) {
        words = std::move(ordered);
    } else {
        attach_page_numbers(words);
    }
}

}  // namespace izde::indexer
