#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace izde::tests {

enum class Packing { zip, tar, tar_gz, tar_bz2, tar_xz, gz };

/// An archive of these members (name, content); of gz there is one, and its name is lost. The first member of
/// a zip file is stored uncompressed, as OpenDocument and EPUB ask of `mimetype`.
inline std::string make_archive(Packing packing,
                                const std::vector<std::pair<std::string, std::string>>& members) {
    std::string bytes;
    const std::unique_ptr<archive, int (*)(archive*)> writer(archive_write_new(), archive_write_free);
    if (packing == Packing::zip) {
        archive_write_set_format_zip(writer.get());
        archive_write_zip_set_compression_store(writer.get());
    } else if (packing == Packing::gz) {
        archive_write_set_format_raw(writer.get());
    } else {
        archive_write_set_format_pax_restricted(writer.get());
    }
    if (packing == Packing::tar_gz || packing == Packing::gz) archive_write_add_filter_gzip(writer.get());
    if (packing == Packing::tar_bz2) archive_write_add_filter_bzip2(writer.get());
    if (packing == Packing::tar_xz) archive_write_add_filter_xz(writer.get());
    archive_write_set_bytes_in_last_block(writer.get(), 1);
    const auto append = [](archive*, void* to, const void* data, std::size_t size) {
        static_cast<std::string*>(to)->append(static_cast<const char*>(data), size);
        return static_cast<la_ssize_t>(size);
    };
    if (archive_write_open(writer.get(), &bytes, nullptr, append, nullptr) != ARCHIVE_OK)
        throw std::runtime_error("cannot make an archive");
    for (const auto& [name, content] : members) {
        const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                             archive_entry_free);
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_write_header(writer.get(), entry.get());
        archive_write_data(writer.get(), content.data(), content.size());
        if (packing == Packing::zip) archive_write_zip_set_compression_deflate(writer.get());
    }
    archive_write_close(writer.get());
    return bytes;
}

inline std::string make_zip(const std::vector<std::pair<std::string, std::string>>& members) {
    return make_archive(Packing::zip, members);
}

}  // namespace izde::tests
