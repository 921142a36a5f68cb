#include "indexer/confine/serve.hpp"

#include <unistd.h>

#include <memory>
#include <new>
#include <stdexcept>

#include "indexer/confine/channel.hpp"
#include "indexer/confine/confinement.hpp"

namespace izde::indexer {
namespace {

/// Paths are at most 4 KB on Linux.
constexpr std::uint64_t kLongestRequest = std::uint64_t{64} * 1024;

void answer(const Channel& channel, const Message& message, const ReadingMeans& means,
            const ReadFile& read_file) {
    const Request request = decode_request(message.body);
    const auto send_contents = [&](FileContents&& contents) {
        for (const std::string& warning : contents.warnings) channel.send(MessageKind::warning, warning);
        for (const SegmentedWork& work : contents.works)
            channel.send(MessageKind::work, encode_segmented_work(work, request.wants_evidence));
        for (const BadLine& line : contents.bad_lines)
            channel.send(MessageKind::bad_line, encode_bad_line(line));
        if (!contents.failure.empty()) {
            channel.send(contents.is_passed_over ? MessageKind::passed_over : MessageKind::failure,
                         contents.failure);
        }
        channel.send(MessageKind::end_member, encode_facts(contents.facts));
    };
    read_file(
        message.descriptor, request, means,
        [&](std::uint64_t number, const std::string& name) {
            channel.send(MessageKind::member, encode_member({number, name}));
        },
        send_contents);
    channel.send(MessageKind::end, {});
}

int serve_until_closed(const analyzers::Analyzer& analyzer, const ReadFile& read_file) {
    const Channel channel(kWorkerSocket);
    Message message;
    if (channel.receive(message, {}, kLongestRequest) != Channel::Outcome::message ||
        message.kind != MessageKind::setup)
        return kExitFailed;
    const Setup setup = decode_setup(message.body);
    std::unique_ptr<TextRecognizer> recognizer;
    CitationReader citations(analyzer);
    try {
        if (setup.recognizes_scans) recognizer = make_text_recognizer();
        confine_process(kWorkerSocket, setup.limits.memory_bytes);
    } catch (const std::runtime_error& error) {
        channel.send(MessageKind::failure, error.what());
        return kExitFailed;
    }
    const ReadingMeans means{setup.limits, citations, recognizer.get()};
    channel.send(MessageKind::ready, greeting(analyzer));
    while (channel.receive(message, {}, kLongestRequest) == Channel::Outcome::message) {
        if (message.kind != MessageKind::request || message.descriptor < 0) return kExitFailed;
        answer(channel, message, means, read_file);
        ::close(message.descriptor);
    }
    return kExitDone;
}

}  // namespace

void serve(const analyzers::Analyzer& analyzer, const ReadFile& read_file) {
    int status = kExitFailed;
    try {
        status = serve_until_closed(analyzer, read_file);
    } catch (const std::bad_alloc&) {
        status = kExitOutOfMemory;
    } catch (const std::exception&) {
        status = kExitFailed;  // nobody listens any more
    }
    ::_exit(status);
}

}  // namespace izde::indexer
