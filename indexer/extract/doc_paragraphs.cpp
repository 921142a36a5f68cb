#include "indexer/extract/doc_paragraphs.hpp"

#include <algorithm>
#include <utility>

#include "indexer/extract/compound_file.hpp"

namespace izde::indexer {
namespace {

/// Offsets in the file information block.
constexpr std::size_t kPages = 0x102, kPagesLength = 0x106;

constexpr std::size_t kPageBytes = 512;
constexpr std::size_t kEntryBytes = 13;
constexpr std::uint32_t kPageNumber = 0x3FFFFF;

/// The built-in styles of headings are numbers 1 to 9 in every document ([MS-DOC] 2.9.271).
constexpr std::uint16_t kLastHeadingStyle = 9;

/// Paragraph properties ([MS-DOC] 2.6.2).
constexpr std::uint16_t kOutlineLevel = 0x2640, kAlignment = 0x2461, kOldAlignment = 0x2403, kTabs = 0xC615,
                        kTable = 0xD608;

/// Bytes of a property's operand; beyond the end where that says so little that nothing behind it can be
/// read.
std::size_t operand_size(std::uint16_t property, std::string_view rest) {
    switch (property >> 13U) {
        case 0:
        case 1:
            return 1;
        case 3:
            return 4;
        case 7:
            return 3;
        case 6: {
            if (rest.empty()) return 1;
            const auto length = static_cast<unsigned char>(rest.front());
            if (property == kTable || (property == kTabs && length == 0xFF)) return rest.size() + 1;
            return std::size_t{1} + length;
        }
        default:
            return 2;
    }
}

std::uint8_t heading_of(unsigned level) {
    return level < 6 ? static_cast<std::uint8_t>(level + 1) : 0;
}

TextStyle style_of(std::string_view properties) {
    TextStyle style;
    if (properties.size() < 2) return style;
    const std::uint16_t number = read_u16(properties, 0);
    if (number >= 1 && number <= kLastHeadingStyle) style.heading_level = heading_of(number - 1U);
    std::string_view rest = properties.substr(2);
    while (rest.size() > 2) {
        const std::uint16_t property = read_u16(rest, 0);
        rest.remove_prefix(2);
        const std::size_t size = operand_size(property, rest);
        if (size > rest.size()) break;
        const auto value = static_cast<unsigned char>(rest.front());
        if (property == kOutlineLevel) style.heading_level = heading_of(value);
        if (property == kAlignment || property == kOldAlignment) style.is_centred = value == 1;
        rest.remove_prefix(size);
    }
    return style;
}

}  // namespace

DocParagraphs::DocParagraphs(std::string_view document, std::string_view table, std::vector<DocPiece> pieces)
    : pieces_(std::move(pieces)) {
    if (document.size() < kPagesLength + 4) return;
    const std::size_t begin = read_u32(document, kPages);
    const std::size_t length = read_u32(document, kPagesLength);
    if (length < 12 || begin > table.size() || length > table.size() - begin) return;
    const std::string_view index = table.substr(begin, length);
    const std::size_t pages = (length - 4) / 8;
    // No page twice: a small file would have endless properties.
    for (std::size_t page = 0; page < std::min(pages, document.size() / kPageBytes); ++page) {
        const std::size_t number = read_u32(index, (pages + 1) * 4 + page * 4) & kPageNumber;
        if ((number + 1) * kPageBytes <= document.size())
            read_page(document.substr(number * kPageBytes, kPageBytes));
    }
    std::ranges::stable_sort(runs_, {}, &Run::begin);
}

void DocParagraphs::read_page(std::string_view page) {
    const auto count = static_cast<unsigned char>(page.back());
    const std::size_t entries = (std::size_t{count} + 1) * 4;
    if (entries + count * kEntryBytes >= page.size()) return;
    for (std::size_t run = 0; run < count; ++run) {
        const std::size_t at = 2 * std::size_t{static_cast<unsigned char>(page[entries + run * kEntryBytes])};
        if (at == 0 || at + 2 > page.size()) continue;
        // The length counts words; 0 says that the next byte does, and that the first word is whole.
        const auto words = static_cast<unsigned char>(page[at]);
        const std::size_t skipped = words == 0 ? 2 : 1;
        const std::size_t size = words == 0 ? 2 * std::size_t{static_cast<unsigned char>(page[at + 1])}
                                            : 2 * std::size_t{words} - 1;
        const TextStyle style = style_of(page.substr(at + skipped, size));
        if (style.heading_level != 0 || style.is_centred)
            runs_.push_back({read_u32(page, run * 4), read_u32(page, run * 4 + 4), style});
    }
}

TextStyle DocParagraphs::style_at(std::size_t character) const {
    const auto piece = std::ranges::upper_bound(pieces_, character, {}, &DocPiece::begin);
    if (piece == pieces_.begin() || runs_.empty()) return {};
    const DocPiece& own = *std::prev(piece);
    const std::size_t place = own.place + (character - own.begin) * (own.is_one_byte ? 1 : 2);
    const auto run = std::ranges::upper_bound(runs_, place, {}, &Run::begin);
    if (run == runs_.begin() || std::prev(run)->end <= place) return {};
    return std::prev(run)->style;
}

}  // namespace izde::indexer
