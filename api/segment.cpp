#include "indexer/segment.hpp"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "api/convert.hpp"
#include "api/errors.hpp"
#include "indexer/extract/extractor.hpp"

namespace izde {
namespace {

std::string read_file(const std::string& path) {
    std::error_code status;
    if (std::filesystem::is_directory(path, status))
        throw Error(ErrorCode::invalid_argument, path + ": is a directory");
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    if (!stream) throw Error(ErrorCode::io, path + ": " + std::generic_category().message(errno));
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (stream.bad()) throw Error(ErrorCode::io, path + ": cannot be read");
    return bytes;
}

Segment segment_of(indexer::SegmentedWork&& from) {
    Segment segment;
    store::Work& work = from.work;
    segment.id = std::move(work.id);
    segment.title = std::move(work.title);
    segment.authors = std::move(work.authors);
    segment.year = work.year;
    segment.language = api::public_language(work.language, work.is_mixed);
    segment.kind = api::public_kind(work.kind);
    if (!work.pages.empty()) {
        segment.first_page = api::page_number(work.pages.front());
        segment.last_page = api::page_number(work.pages.back());
    }
    segment.text = std::move(work.text);
    for (indexer::Evidence& one : from.evidence) {
        segment.evidence.push_back({std::move(one.rule), std::move(one.text), one.page});
    }
    return segment;
}

}  // namespace

std::vector<Segment> segment_file(const std::string& path) {
    return api::guarded([&] {
        std::vector<Segment> segments;
        if (indexer::is_jsonl(path)) {
            indexer::read_jsonl(
                path,
                [&](indexer::DeclaredWork&& declared, std::uint64_t, std::string_view) {
                    segments.push_back(
                        segment_of({indexer::assemble(declared, path), {{"jsonl-line", "", 0}}}));
                },
                [&](std::uint64_t line, const std::string& cause) {
                    throw Error(ErrorCode::invalid_argument,
                                path + ":" + std::to_string(line) + ": " + cause);
                });
            return segments;
        }
        const std::string bytes = read_file(path);
        const indexer::Extractor* const extractor =
            indexer::find_extractor(path, std::string_view(bytes).substr(0, 4096));
        if (extractor == nullptr) {
            throw Error(ErrorCode::invalid_argument, path + ": of a format that izde does not read");
        }
        std::vector<indexer::SegmentedWork> works;
        try {
            works = indexer::segment(extractor->extract(bytes, path),
                                     std::filesystem::absolute(path).lexically_normal());
        } catch (const indexer::ExtractError& error) {
            throw Error(ErrorCode::invalid_argument, path + ": " + error.what());
        }
        for (indexer::SegmentedWork& work : works) segments.push_back(segment_of(std::move(work)));
        return segments;
    });
}

}  // namespace izde
