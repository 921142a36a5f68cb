#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace izde::tests {

/// A zip file of these members (name, content), the first of them stored uncompressed as OpenDocument and
/// EPUB ask of `mimetype`.
inline std::string make_zip(const std::vector<std::pair<std::string, std::string>>& members) {
    std::string bytes(1U << 20U, '\0');
    std::size_t used = 0;
    const std::unique_ptr<archive, int (*)(archive*)> writer(archive_write_new(), archive_write_free);
    archive_write_set_format_zip(writer.get());
    archive_write_set_bytes_in_last_block(writer.get(), 1);
    archive_write_zip_set_compression_store(writer.get());
    if (archive_write_open_memory(writer.get(), bytes.data(), bytes.size(), &used) != ARCHIVE_OK)
        throw std::runtime_error("cannot make a zip file");
    for (const auto& [name, content] : members) {
        const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                             archive_entry_free);
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_write_header(writer.get(), entry.get());
        archive_write_data(writer.get(), content.data(), content.size());
        archive_write_zip_set_compression_deflate(writer.get());
    }
    archive_write_close(writer.get());
    bytes.resize(used);
    return bytes;
}

}  // namespace izde::tests
