#include "indexer/segment.hpp"

#include <filesystem>
#include <system_error>

#include "api/convert.hpp"
#include "api/errors.hpp"
#include "api/worker_program.hpp"
#include "indexer/extract/extractor.hpp"
#include "indexer/extract/format.hpp"
#include "indexer/work_reader.hpp"

namespace izde {
namespace {

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

std::vector<Segment> segment_file(const std::string& path,
                                  const std::function<void(const SkippedFile&)>& on_failure, bool ocr) {
    const auto fail = [&](const std::string& place, const std::string& cause) {
        if (!on_failure) throw Error(ErrorCode::invalid_argument, place + ": " + cause);
        on_failure({place, cause, true});
    };
    return api::guarded([&] {
        std::vector<Segment> segments;
        std::error_code unknown;
        if (std::filesystem::is_directory(path, unknown))
            throw Error(ErrorCode::invalid_argument, path + ": is a directory");
        try {
            const indexer::FileReader file(path);
            if (indexer::is_jsonl(path)) {
                indexer::read_jsonl(
                    file.descriptor(),
                    [&](indexer::DeclaredWork&& declared, std::uint64_t, std::string_view) {
                        segments.push_back(
                            segment_of({indexer::assemble(declared, path), {{"jsonl-line", "", 0}}}));
                    },
                    [&](std::uint64_t line, const std::string& cause) {
                        fail(path + ":" + std::to_string(line), cause);
                    });
                return segments;
            }
            const analyzers::Analyzer analyzer;
            indexer::ReadingOptions reading;
            reading.worker = api::worker_program();
            reading.wants_evidence = true;
            if (ocr) reading.recognize_scans();
            indexer::make_work_reader(reading, analyzer)
                ->read(file, std::filesystem::absolute(path).lexically_normal(),
                       [&](indexer::FileContents&& contents) {
                           if (!contents.failure.empty() && !contents.is_passed_over) {
                               const std::string place = indexer::path_of_member(path, contents.member);
                               if (contents.member.empty())
                                   throw Error(ErrorCode::invalid_argument, place + ": " + contents.failure);
                               fail(place, contents.failure);
                           }
                           for (const indexer::BadLine& line : contents.bad_lines) {
                               fail(indexer::path_of_member(path, contents.member) + ":" +
                                        std::to_string(line.number),
                                    line.cause);
                           }
                           for (indexer::SegmentedWork& work : contents.works)
                               segments.push_back(segment_of(std::move(work)));
                       });
        } catch (const indexer::FileError& error) {
            throw Error(ErrorCode::io, path + ": " + error.what());
        } catch (const indexer::WorkerUnavailable& error) {
            throw Error(ErrorCode::io, error.what());
        }
        return segments;
    });
}

}  // namespace izde
