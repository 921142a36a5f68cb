#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "store/index.hpp"

/// Little-endian varints and length-prefixed texts: what the records of codec.hpp are made of.
namespace izde::store {

class ByteWriter {
  public:
    void number(std::uint64_t value) {
        while (value >= 0x80) {
            bytes_.push_back(static_cast<char>(value | 0x80U));
            value >>= 7U;
        }
        bytes_.push_back(static_cast<char>(value));
    }
    void signed_number(std::int64_t value) {  // zigzag: small magnitudes of either sign stay short
        number((static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63U));
    }
    void text(std::string_view value) {
        number(value.size());
        bytes_.append(value);
    }
    void raw(std::string_view value) { bytes_.append(value); }
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

/// Reads what ByteWriter wrote; throws CorruptRecord where the bytes end early or a number is impossible.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) noexcept : rest_(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (rest_.empty()) fail();
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80) return value;
        }
        fail();
    }
    /// A number not above `limit`.
    std::uint64_t number_up_to(std::uint64_t limit) {
        const std::uint64_t value = number();
        if (value > limit) fail();
        return value;
    }
    std::uint32_t number32() { return static_cast<std::uint32_t>(number_up_to(UINT32_MAX)); }
    std::int64_t signed_number() {
        const std::uint64_t value = number();
        return static_cast<std::int64_t>((value >> 1U) ^ (~(value & 1U) + 1U));
    }
    std::string_view text() { return raw(number()); }
    std::string_view raw(std::uint64_t size) {
        if (size > rest_.size()) fail();
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }
    /// The number of items that follow, each of at least one byte: never more than bytes are left.
    std::uint64_t count() { return number_up_to(rest_.size()); }
    bool at_end() const noexcept { return rest_.empty(); }
    [[noreturn]] static void fail() {
        throw CorruptRecord("a record of the index is damaged; rebuild the index with izde index --rebuild");
    }

  private:
    std::string_view rest_;
};

}  // namespace izde::store
