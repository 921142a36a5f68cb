#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace izde::indexer {

/// Little-endian numbers of a file; throws ExtractError where they lie beyond its end.
std::uint16_t read_u16(std::string_view bytes, std::size_t at);
std::uint32_t read_u32(std::string_view bytes, std::size_t at);

/// The streams of an OLE compound file ([MS-CFB]). Views the bytes, which must outlive it. Every chain of
/// sectors is followed at most as far as the file has sectors, so that loops end.
class CompoundFile {
  public:
    /// Throws ExtractError for what is no compound file.
    explicit CompoundFile(std::string_view bytes);

    /// The first stream of that name, "" if there is none. Throws ExtractError where the file is cut off.
    std::string stream(std::string_view name) const;

  private:
    struct Entry {
        std::string name;  ///< its ASCII characters
        std::uint8_t type = 0;
        std::uint32_t start = 0;
        std::uint32_t size = 0;
    };

    std::string_view sector(std::uint32_t number) const;
    std::vector<std::uint32_t> read_table() const;
    std::string read_chain(std::uint32_t start, std::size_t limit) const;
    std::string read_small(const Entry& entry) const;

    std::string_view bytes_;
    std::size_t sector_size_ = 512;
    std::vector<std::uint32_t> next_;  ///< the sector that follows each
    std::vector<Entry> entries_;
};

}  // namespace izde::indexer
