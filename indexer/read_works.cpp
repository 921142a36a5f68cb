#include "indexer/read_works.hpp"

#include <libxml/parser.h>

#include <mutex>
#include <new>
#include <numeric>
#include <optional>

#include "indexer/corpus.hpp"
#include "indexer/extract/archive_reader.hpp"
#include "indexer/extract/format.hpp"
#include "indexer/extract/formats.hpp"
#include "indexer/file_reader.hpp"

namespace izde::indexer {
namespace {

/// Enough to tell a format by its content.
constexpr std::size_t kFirstBytes = 4096;

constexpr std::size_t kPieceBytes = std::size_t{1} << 20U;

const char* const kUnknownFormat = "of a format that izde does not read";

std::string megabytes(std::uint64_t bytes) {
    return std::to_string(bytes >> 20U) + " MB";
}

/// The archive as a whole is at its end, whatever it still holds.
class ArchiveLimitError : public ExtractError {
  public:
    using ExtractError::ExtractError;
};

/// What a file that was compressed alone is called: «volume.txt.gz» holds «volume.txt».
std::string name_of_compressed(std::string_view container) {
    const std::string_view name = container.substr(container.rfind('/') + 1);
    return std::string(name.substr(0, name.rfind('.')));
}

bool is_unwanted(std::string_view name) {
    while (!name.empty()) {
        const std::size_t slash = std::min(name.find('/'), name.size());
        const std::string_view part = name.substr(0, slash);
        if (part != "." && part != ".." && !unwanted_name(part).empty()) return true;
        name.remove_prefix(std::min(slash + 1, name.size()));
    }
    return false;
}

class Reading {
  public:
    Reading(const std::string& path, std::uint64_t first_member, const ReadingMeans& means,
            const OnMember& on_member, const OnContents& on_contents)
        : path_(path),
          first_(first_member),
          means_(means),
          limits_(means.limits),
          on_member_(on_member),
          on_contents_(on_contents) {}

    void read(int descriptor) {
        std::string failure;
        try {
            if (is_archive(path_, read_first(descriptor, kFirstBytes))) {
                most_unpacked_ = limits_.unpacked_bytes + limits_.unpacked_ratio * size_of(descriptor);
                ArchiveReader archive(descriptor);
                walk(archive, path_, "", 1);
            } else if (first_ == 0) {
                read_alone(descriptor);
            }
        } catch (const ExtractError& error) {
            failure = error.what();
        } catch (const FileError& error) {
            failure = error.what();
        }
        if (!failure.empty()) tell_failure("", failure, false);
    }

  private:
    void read_alone(int descriptor) {
        on_member_(0, "");
        FileContents contents;
        fill(contents, [&] {
            if (size_of(descriptor) > limits_.file_bytes)
                throw ExtractError("larger than " + megabytes(limits_.file_bytes));
            read_document(read_whole(descriptor), path_, contents);
        });
        on_contents_(std::move(contents));
    }

    /// Whatever keeps a file from being read is told of it, but for a lack of memory: that may be of what was
    /// read before.
    template <typename Read>
    static void fill(FileContents& contents, const Read& read) {
        try {
            read();
        } catch (const std::bad_alloc&) {
            throw;
        } catch (const std::exception& error) {
            contents.works.clear();
            contents.failure = error.what();
        }
    }

    /// The files in an archive. `container` is its own name, `prefix` what the names in it are put behind.
    void walk(ArchiveReader& archive, const std::string& container, const std::string& prefix,
              unsigned depth) {
        while (const auto entry = archive.next()) {
            if (++files_ > limits_.archive_files) {
                throw ArchiveLimitError("holds more than " + std::to_string(limits_.archive_files) +
                                        " files; the rest is not read");
            }
            std::string name = entry->name.empty() ? name_of_compressed(container) : entry->name;
            while (name.starts_with("./")) name.erase(0, 2);  // as tar has it
            if (is_unwanted(name)) {
                pass_over(archive);
            } else {
                take(archive, *entry, prefix + name, depth);
            }
        }
    }

    void take(ArchiveReader& archive, const ArchiveReader::Entry& entry, const std::string& name,
              unsigned depth) {
        std::string bytes;
        try {
            if (entry.is_encrypted) throw ExtractError("encrypted");
            bytes = archive.read(kFirstBytes);
            spend(bytes.size());
            if (is_archive(name, bytes)) {
                if (depth == limits_.nesting)
                    throw ExtractError("an archive within " + std::to_string(depth) + " others is not read");
                read_rest(archive, bytes);
                ArchiveReader inner(bytes, ArchiveReader::Formats::all);
                walk(inner, name, name + "!/", depth + 1);
                return;
            }
        } catch (const ArchiveLimitError&) {
            throw;
        } catch (const ExtractError& error) {
            tell_failure(name, error.what(), false);
            return;
        }
        take_document(archive, name, std::move(bytes));
    }

    /// A file that is no archive, of which the first bytes have been read.
    void take_document(ArchiveReader& archive, const std::string& name, std::string bytes) {
        if (!is_jsonl(name) && format_of(name, bytes) == Format::unknown) {
            tell_failure(name, kUnknownFormat, true);
            return pass_over(archive);
        }
        const bool is_wanted = ++number_ >= first_;
        if (!is_wanted) return pass_over(archive);
        on_member_(number_, name);
        FileContents contents;
        contents.member = name;
        fill(contents, [&] {
            read_rest(archive, bytes);
            const std::string path = path_of_member(path_, name);
            if (is_jsonl(name)) {
                read_lines(bytes, path, contents);
            } else {
                read_document(bytes, path, contents);
            }
        });
        on_contents_(std::move(contents));
    }

    /// Of a file in the archive, or of the archive itself: "".
    void tell_failure(const std::string& name, const std::string& cause, bool is_passed_over) {
        if (++number_ < first_) return;
        on_member_(number_, name);
        FileContents contents;
        contents.member = name;
        contents.failure = cause;
        contents.is_passed_over = is_passed_over;
        on_contents_(std::move(contents));
    }

    void read_rest(ArchiveReader& archive, std::string& bytes) {
        for (std::string piece = archive.read(kPieceBytes); !piece.empty();
             piece = archive.read(kPieceBytes)) {
            spend(piece.size());
            bytes += piece;
            if (bytes.size() > limits_.file_bytes)
                throw ExtractError("larger than " + megabytes(limits_.file_bytes));
        }
    }

    /// What is one compressed stream has to be unpacked even where it is not wanted.
    void pass_over(ArchiveReader& archive) {
        if (!archive.is_solid()) return;
        for (std::string piece = archive.read(kPieceBytes); !piece.empty(); piece = archive.read(kPieceBytes))
            spend(piece.size());
    }

    void spend(std::uint64_t bytes) {
        unpacked_ += bytes;
        if (unpacked_ <= most_unpacked_) return;
        throw ArchiveLimitError("unpacks to more than " + megabytes(most_unpacked_) +
                                ", which no text does; the rest is not read");
    }

    void read_document(std::string_view bytes, const std::string& path, FileContents& contents) {
        // libxml2 makes its locks with its first use, which therefore must not be that of two threads at
        // once.
        static std::once_flag libxml;
        std::call_once(libxml, xmlInitParser);
        const Extractor* const extractor = find_extractor(path, bytes.substr(0, kFirstBytes));
        if (extractor == nullptr) throw ExtractError(kUnknownFormat);
        const bool recognizes = means_.recognizer != nullptr && extractor == &pdf_extractor();
        Extraction extraction =
            recognizes ? extract_pdf(bytes, *means_.recognizer) : extractor->extract(bytes, path);
        contents.warnings = std::move(extraction.warnings);
        contents.facts = {extraction.format, extraction.encoding, extraction.pages.size(),
                          extraction.unread_pages};
        const std::uint64_t text =
            std::accumulate(extraction.pages.begin(), extraction.pages.end(), std::uint64_t{0},
                            [](std::uint64_t sum, const Page& page) { return sum + page.text.size(); });
        if (text > limits_.text_bytes)
            throw ExtractError("would give more than " + megabytes(limits_.text_bytes) + " of text");
        contents.works = segment(extraction, path);
        means_.citations.read(contents.works);
    }

    void read_lines(std::string_view bytes, const std::string& path, FileContents& contents) {
        read_jsonl_text(
            bytes,
            [&](DeclaredWork&& declared, std::uint64_t, std::string_view) {
                contents.works.push_back({assemble(declared, path), {{"jsonl-line", "", 0}}});
                means_.citations.read(contents.works.back().work);
            },
            [&](std::uint64_t line, const std::string& cause) {
                contents.bad_lines.push_back({line, cause});
            });
    }

    const std::string& path_;
    const std::uint64_t first_;
    const ReadingMeans& means_;
    const ExtractionLimits& limits_;
    const OnMember& on_member_;
    const OnContents& on_contents_;
    std::uint64_t number_ = 0;  ///< of the member that was begun last
    std::uint64_t files_ = 0;
    std::uint64_t unpacked_ = 0, most_unpacked_ = 0;
};

}  // namespace

void read_works(int descriptor, const std::string& path, std::uint64_t first_member,
                const ReadingMeans& means, const OnMember& on_member, const OnContents& on_contents) {
    Reading(path, first_member, means, on_member, on_contents).read(descriptor);
}

}  // namespace izde::indexer
