#include "indexer/read_works.hpp"

#include <new>
#include <numeric>

namespace izde::indexer {
namespace {

/// Enough to tell a format by its content.
constexpr std::size_t kFirstBytes = 4096;

std::string megabytes(std::uint64_t bytes) {
    return std::to_string(bytes >> 20U) + " MB";
}

/// One file that is no archive.
void read_one(std::string_view bytes, const std::string& path, const ExtractionLimits& limits,
              CitationReader& citations, FileContents& contents) {
    const Extractor* const extractor = find_extractor(path, bytes.substr(0, kFirstBytes));
    if (extractor == nullptr) throw ExtractError("of a format that izde does not read");
    Extraction extraction = extractor->extract(bytes, path);
    contents.warnings = std::move(extraction.warnings);
    contents.facts = {extraction.format, extraction.encoding, extraction.pages.size()};
    const std::uint64_t text =
        std::accumulate(extraction.pages.begin(), extraction.pages.end(), std::uint64_t{0},
                        [](std::uint64_t sum, const Page& page) { return sum + page.text.size(); });
    if (text > limits.text_bytes)
        throw ExtractError("would give more than " + megabytes(limits.text_bytes) + " of text");
    contents.works = segment(extraction, path);
    citations.read(contents.works);
}

}  // namespace

void read_works(std::string_view bytes, const std::string& path, std::uint64_t first_member,
                const ExtractionLimits& limits, CitationReader& citations, const OnMember& on_member,
                const OnContents& on_contents) {
    if (first_member > 0) return;
    on_member(0, "");
    FileContents contents;
    try {
        read_one(bytes, path, limits, citations, contents);
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& error) {
        contents.works.clear();
        contents.failure = error.what();
    }
    on_contents(std::move(contents));
}

}  // namespace izde::indexer
