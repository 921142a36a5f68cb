#include "indexer/extract/compound_file.hpp"

#include <algorithm>

#include "indexer/extract/extractor.hpp"

namespace izde::indexer {
namespace {

constexpr std::string_view kSignature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::uint32_t kLastSector = 0xFFFFFFFA;  ///< numbers above it mark ends and free sectors
constexpr std::size_t kSmallSector = 64;
constexpr std::size_t kSmallStream = 4096;  ///< streams below it lie in sectors of 64 bytes
constexpr std::size_t kEntrySize = 128;
constexpr std::uint8_t kStream = 2;
constexpr std::uint8_t kRoot = 5;

}  // namespace

std::uint16_t read_u16(std::string_view bytes, std::size_t at) {
    if (at > bytes.size() || bytes.size() - at < 2)
        throw ExtractError("cut off: a field lies beyond the end");
    const auto byte = [&](std::size_t place) { return static_cast<unsigned char>(bytes[at + place]); };
    return static_cast<std::uint16_t>(byte(0) | byte(1) << 8U);
}

std::uint32_t read_u32(std::string_view bytes, std::size_t at) {
    return read_u16(bytes, at) | std::uint32_t{read_u16(bytes, at + 2)} << 16U;
}

CompoundFile::CompoundFile(std::string_view bytes) : bytes_(bytes) {
    if (!bytes.starts_with(kSignature) || bytes.size() < 512) throw ExtractError("not an OLE compound file");
    const std::uint16_t shift = read_u16(bytes, 0x1E);
    if (shift != 9 && shift != 12) throw ExtractError("a compound file of unknown sector size");
    sector_size_ = std::size_t{1} << shift;
    next_ = read_table();
    const std::string directory = read_chain(read_u32(bytes, 0x30), bytes.size());
    for (std::size_t at = 0; at + kEntrySize <= directory.size(); at += kEntrySize) {
        Entry entry;
        const std::size_t units = std::min<std::size_t>(read_u16(directory, at + 0x40), 64) / 2;
        for (std::size_t unit = 0; unit + 1 < units; ++unit)
            entry.name.push_back(static_cast<char>(read_u16(directory, at + 2 * unit) & 0x7FU));
        entry.type = static_cast<std::uint8_t>(directory[at + 0x42]);
        entry.start = read_u32(directory, at + 0x74);
        entry.size = read_u32(directory, at + 0x78);
        entries_.push_back(std::move(entry));
    }
}

std::string_view CompoundFile::sector(std::uint32_t number) const {
    const std::size_t begin = (std::size_t{number} + 1) * sector_size_;
    return begin < bytes_.size() ? bytes_.substr(begin, sector_size_) : std::string_view();
}

/// The table's own sectors are listed in the header, and from the 110th on in a chain of lists.
std::vector<std::uint32_t> CompoundFile::read_table() const {
    std::vector<std::uint32_t> table;
    const std::size_t sectors = bytes_.size() / sector_size_ + 1;
    const auto add = [&](std::uint32_t number) {
        const std::string_view bytes = number > kLastSector ? std::string_view() : sector(number);
        for (std::size_t at = 0; at + 4 <= bytes.size() && table.size() < sectors; at += 4)
            table.push_back(read_u32(bytes, at));
    };
    for (std::size_t at = 0x4C; at < 512; at += 4) add(read_u32(bytes_, at));
    std::uint32_t list = read_u32(bytes_, 0x44);
    for (std::size_t count = 0; list <= kLastSector && count < sectors; ++count) {
        const std::string_view bytes = sector(list);
        if (bytes.size() < sector_size_) break;
        for (std::size_t at = 0; at + 4 < bytes.size(); at += 4) add(read_u32(bytes, at));
        list = read_u32(bytes, bytes.size() - 4);
    }
    return table;
}

std::string CompoundFile::read_chain(std::uint32_t start, std::size_t limit) const {
    std::string chain;
    std::uint32_t number = start;
    for (std::size_t count = 0; number < next_.size() && count < next_.size() && chain.size() < limit;
         ++count) {
        chain += sector(number);
        number = next_[number];
    }
    if (chain.size() > limit) chain.resize(limit);
    return chain;
}

std::string CompoundFile::read_small(const Entry& entry) const {
    const auto root = std::ranges::find(entries_, kRoot, &Entry::type);
    if (root == entries_.end()) return {};
    const std::string small = read_chain(root->start, root->size);
    const std::string table = read_chain(read_u32(bytes_, 0x3C), bytes_.size());
    std::string content;
    std::uint32_t number = entry.start;
    while (content.size() < entry.size && (std::size_t{number} + 1) * 4 <= table.size() &&
           std::size_t{number} * kSmallSector < small.size()) {
        content += std::string_view(small).substr(std::size_t{number} * kSmallSector, kSmallSector);
        number = read_u32(table, std::size_t{number} * 4);
    }
    if (content.size() > entry.size) content.resize(entry.size);
    return content;
}

std::string CompoundFile::stream(std::string_view name) const {
    const auto entry = std::ranges::find_if(entries_, [&](const Entry& candidate) {
        return candidate.type == kStream && candidate.name == name;
    });
    if (entry == entries_.end()) return {};
    return entry->size < kSmallStream ? read_small(*entry) : read_chain(entry->start, entry->size);
}

}  // namespace izde::indexer
