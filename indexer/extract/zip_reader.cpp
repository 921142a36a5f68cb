#include "indexer/extract/zip_reader.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <memory>
#include <new>

#include "indexer/extract/extractor.hpp"

namespace izde::indexer {
namespace {

struct FreeArchive {
    void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, FreeArchive>;

[[noreturn]] void fail(const Reader& reader, const std::string& place) {
    const char* const cause = archive_error_string(reader.get());
    throw ExtractError(place + ": " + (cause == nullptr ? "broken zip file" : cause));
}

std::string read_member(const Reader& reader, const std::string& name, std::size_t& unpacked) {
    std::string text;
    std::array<char, 65536> buffer{};
    while (true) {
        const la_ssize_t size = archive_read_data(reader.get(), buffer.data(), buffer.size());
        if (size < 0) fail(reader, name);
        if (size == 0) return text;
        unpacked += static_cast<std::size_t>(size);
        if (unpacked > kMostUnpacked) throw ExtractError(name + ": unpacks to more than 256 MB");
        text.append(buffer.data(), static_cast<std::size_t>(size));
    }
}

}  // namespace

std::map<std::string, std::string> read_zip(std::string_view bytes,
                                            const std::function<bool(std::string_view name)>& wanted) {
    const Reader reader(archive_read_new());
    if (!reader) throw std::bad_alloc();
    archive_read_support_format_zip(reader.get());
    if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
        fail(reader, "not readable as zip");
    std::map<std::string, std::string> members;
    std::size_t unpacked = 0;
    archive_entry* entry = nullptr;
    while (true) {
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF) return members;
        if (status < ARCHIVE_WARN) fail(reader, "not readable as zip");
        const char* const name = archive_entry_pathname(entry);
        if (name == nullptr || !wanted(name)) continue;
        members[name] = read_member(reader, name, unpacked);
    }
}

}  // namespace izde::indexer
