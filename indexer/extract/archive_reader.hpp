#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace izde::indexer {

/// The files in an archive, one after the other. Throws ExtractError where it is broken, which ends it.
class ArchiveReader {
  public:
    enum class Formats { zip, all };
    struct Entry {
        /// UTF-8; the bytes as they are where no encoding explains them. Empty for a file that was compressed
        /// alone, which is called as its archive is («volume.txt.gz»).
        std::string name;
        bool is_encrypted = false;
    };

    /// `bytes` must outlive the reader.
    ArchiveReader(std::string_view bytes, Formats formats);

    /// An open file, read from its beginning wherever reading of it stands.
    explicit ArchiveReader(int descriptor);

    ~ArchiveReader();
    ArchiveReader(const ArchiveReader&) = delete;
    ArchiveReader& operator=(const ArchiveReader&) = delete;

    /// The next regular file; what is left of the one before is passed over. None at the end.
    std::optional<Entry> next();

    /// More bytes of the file, at most `limit`; none at its end. Throws ExtractError where the file cannot be
    /// unpacked; the next one may be readable.
    std::string read(std::size_t limit);

    /// Whether all files are one compressed stream, so that passing over one means unpacking it.
    bool is_solid() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace izde::indexer
