#include "indexer/extract/archive_reader.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <new>

#include "indexer/extract/encoding.hpp"
#include "indexer/extract/extractor.hpp"

namespace izde::indexer {
namespace {

/// An open file as libarchive wants to see one. Its own reader of descriptors cannot seek, and a zip file is
/// read from its end.
struct FileSource {
    int descriptor = -1;
    la_int64_t size = 0;
    la_int64_t offset = 0;
    std::array<char, 65536> buffer{};
};

la_ssize_t read_source(archive* reader, void* data, const void** bytes) {
    auto& source = *static_cast<FileSource*>(data);
    *bytes = source.buffer.data();
    while (true) {
        const ssize_t got =
            ::pread(source.descriptor, source.buffer.data(), source.buffer.size(), source.offset);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) {
            archive_set_error(reader, errno, "reading failed");
            return ARCHIVE_FATAL;
        }
        source.offset += got;
        return got;
    }
}

la_int64_t skip_source(archive* /*reader*/, void* data, la_int64_t request) {
    auto& source = *static_cast<FileSource*>(data);
    const la_int64_t step =
        std::clamp<la_int64_t>(request, 0, source.size - std::min(source.offset, source.size));
    source.offset += step;
    return step;
}

la_int64_t seek_source(archive* /*reader*/, void* data, la_int64_t offset, int whence) {
    auto& source = *static_cast<FileSource*>(data);
    const la_int64_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? source.offset : source.size;
    source.offset = std::clamp<la_int64_t>(base + offset, 0, source.size);
    return source.offset;
}

struct FreeArchive {
    void operator()(archive* reader) const { archive_read_free(reader); }
};

/// Old Windows programs wrote names in the code page of their country, and nowhere in which.
std::string readable_name(std::string_view name) {
    const bool is_ascii =
        std::ranges::all_of(name, [](char it) { return static_cast<unsigned char>(it) < 0x80; });
    if (is_ascii) return std::string(name);
    try {
        return decode_text(name).text;
    } catch (const ExtractError&) {
        return std::string(name);
    }
}

}  // namespace

struct ArchiveReader::State {
    explicit State(Formats known) : reader(archive_read_new()), formats(known) {
        if (!reader) throw std::bad_alloc();
        archive_read_support_format_zip(reader.get());
        if (formats == Formats::zip) return;
        archive_read_support_format_tar(reader.get());
        archive_read_support_format_raw(reader.get());
        archive_read_support_filter_gzip(reader.get());
        archive_read_support_filter_bzip2(reader.get());
        archive_read_support_filter_xz(reader.get());
    }

    [[noreturn]] void fail() const {
        const char* const cause = archive_error_string(reader.get());
        throw ExtractError(
            std::string(formats == Formats::zip ? "not readable as zip" : "not readable as archive") +
            (cause == nullptr ? "" : std::string(": ") + cause));
    }

    FileSource source;
    std::unique_ptr<archive, FreeArchive> reader;
    Formats formats;
};

ArchiveReader::ArchiveReader(std::string_view bytes, Formats formats)
    : state_(std::make_unique<State>(formats)) {
    if (archive_read_open_memory(state_->reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
        state_->fail();
}

ArchiveReader::ArchiveReader(int descriptor) : state_(std::make_unique<State>(Formats::all)) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) throw ExtractError("cannot be read");
    state_->source.descriptor = descriptor;
    state_->source.size = status.st_size;
    archive* const reader = state_->reader.get();
    archive_read_set_callback_data(reader, &state_->source);
    archive_read_set_read_callback(reader, read_source);
    archive_read_set_skip_callback(reader, skip_source);
    archive_read_set_seek_callback(reader, seek_source);
    if (archive_read_open1(reader) != ARCHIVE_OK) state_->fail();
}

ArchiveReader::~ArchiveReader() = default;

std::optional<ArchiveReader::Entry> ArchiveReader::next() {
    while (true) {
        archive_entry* entry = nullptr;
        const int status = archive_read_next_header(state_->reader.get(), &entry);
        if (status == ARCHIVE_EOF) return std::nullopt;
        if (status == ARCHIVE_RETRY) continue;
        if (status < ARCHIVE_WARN) state_->fail();
        // A zip file may leave the type out.
        const auto type = archive_entry_filetype(entry);
        if ((type != AE_IFREG && type != 0) || archive_entry_hardlink(entry) != nullptr) continue;
        Entry found;
        // The first is there where the archive says that its names are UTF-8, whatever the locale is.
        const char* name = archive_entry_pathname_utf8(entry);
        if (name == nullptr) name = archive_entry_pathname(entry);
        found.name = name == nullptr ? "" : readable_name(name);
        if (found.name.ends_with('/')) continue;
        // What was compressed alone has no name within.
        if (archive_format(state_->reader.get()) == ARCHIVE_FORMAT_RAW) {
            if (!is_solid()) throw ExtractError("not readable as archive: of no format that is known");
            found.name.clear();
        }
        found.is_encrypted = archive_entry_is_data_encrypted(entry) != 0;
        return found;
    }
}

std::string ArchiveReader::read(std::size_t limit) {
    std::string bytes(limit, '\0');
    std::size_t size = 0;
    while (size < limit) {
        const la_ssize_t got = archive_read_data(state_->reader.get(), bytes.data() + size, limit - size);
        if (got == ARCHIVE_RETRY) continue;
        if (got < 0) state_->fail();
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    bytes.resize(size);
    return bytes;
}

bool ArchiveReader::is_solid() const {
    return archive_filter_count(state_->reader.get()) > 1;  // the last is «none»
}

}  // namespace izde::indexer
