#include "indexer/confine/confined_reader.hpp"

#include <sys/wait.h>

#include <csignal>
#include <cstring>
#include <functional>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <system_error>
#include <utility>

#include "indexer/confine/serve.hpp"
#include "indexer/confine/work_message.hpp"
#include "store/index.hpp"

namespace izde::indexer {
namespace {

using Clock = Channel::Clock;

/// Loading the program and its libraries takes some 50 ms; a machine that swaps, longer.
constexpr std::chrono::seconds kStartTime{60};

/// Members of one archive that may cost a worker before the rest is left unread: each may take a minute.
constexpr unsigned kMostLosses = 8;

/// A work's fields, blocks and evidence besides its text.
constexpr std::uint64_t kMostFieldBytes = std::uint64_t{64} << 20U;

constexpr std::uint64_t kLongestWord = std::uint64_t{1} << 20U;

std::string megabytes(std::uint64_t bytes) {
    return std::to_string(bytes >> 20U) + " MB";
}

std::string cause_of_end(int status, const ExtractionLimits& limits) {
    if (WIFSIGNALED(status)) {
        const int signal = WTERMSIG(status);
        if (signal == SIGXCPU)
            return "took more than " + std::to_string(limits.processor.count()) + " s of processor time";
        const char* const name = ::sigabbrev_np(signal);
        std::string cause = "the worker was killed by SIG" + std::string(name == nullptr ? "?" : name);
        if (signal == SIGABRT) cause += " (libraries give up so, for want of memory above all)";
        if (signal == SIGKILL) cause += " (the system may be short of memory)";
        return cause;
    }
    const int code = WEXITSTATUS(status);
    if (code == kExitOutOfMemory) return "needs more than " + megabytes(limits.memory_bytes) + " of memory";
    return "the worker gave up with status " + std::to_string(code);
}

/// What a worker says that it never should.
class Nonsense : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

}  // namespace

ConfinedReader::ConfinedReader(ReadingOptions options, const analyzers::Analyzer& analyzer)
    : options_(std::move(options)), greeting_(greeting(analyzer)) {}

void ConfinedReader::start() {
    if (worker_) return;
    try {
        worker_ = std::make_unique<WorkerProcess>(options_.worker);
    } catch (const std::system_error& error) {
        throw WorkerUnavailable(std::string("the program that reads files does not start: ") + error.what());
    }
    is_new_ = true;
    try {
        worker_->channel().send(MessageKind::setup,
                                encode_setup({options_.limits, options_.recognizes_scans}));
    } catch (const ChannelError&) {  // it is gone already; its end tells why
    }
    Message message;
    const auto outcome = worker_->channel().receive(message, Clock::now() + kStartTime, kLongestWord);
    std::string cause;
    if (outcome == Channel::Outcome::closed) {
        cause = options_.worker.string() + ": " + cause_of_end(worker_->wait(), options_.limits);
    } else if (outcome != Channel::Outcome::message) {
        cause = options_.worker.string() + " does not answer";
    } else if (message.kind == MessageKind::failure) {
        cause = message.body;
    } else if (message.kind != MessageKind::ready || message.body != greeting_) {
        cause = options_.worker.string() + " is of another version than this library";
    }
    if (cause.empty()) return;
    worker_.reset();
    throw WorkerUnavailable(cause);
}

void ConfinedReader::read(const FileReader& file, const std::string& path, const OnContents& on_contents) {
    Talk talk;
    unsigned losses = 0;
    while (true) {
        start();
        Loss loss;
        if (converse(file, path, on_contents, talk, loss)) return;
        if (options_.stop.stop_requested()) loss = {"the run was stopped", false};
        if (loss.may_be_its_past) continue;
        FileContents contents;
        contents.member = talk.member;
        contents.failure = loss.cause;
        on_contents(std::move(contents));
        if (!talk.is_in_member || talk.member.empty()) return;  // nothing behind it can be reached
        ++talk.number;
        if (++losses < kMostLosses && !options_.stop.stop_requested()) continue;
        contents = {};
        contents.failure = "the rest of the archive is not read: " + std::to_string(losses) +
                           " files in it have cost a worker each";
        on_contents(std::move(contents));
        return;
    }
}

bool ConfinedReader::converse(const FileReader& file, const std::string& path, const OnContents& on_contents,
                              Talk& talk, Loss& loss) {
    const bool was_new = std::exchange(is_new_, false);
    // Whoever stops the run does not wait for what the file may take; only while the worker is there.
    std::optional<std::stop_callback<std::function<void()>>> killing(std::in_place, options_.stop,
                                                                     [this] { worker_->kill(); });
    const auto lose = [&](const std::string& cause, bool may_be_its_past) {
        killing.reset();
        loss = {give_up(cause), may_be_its_past && !was_new};
        return false;
    };
    const std::uint64_t most_bytes = options_.limits.text_bytes + kMostFieldBytes;
    try {
        worker_->grant_processor(options_.limits.processor);
        worker_->channel().send(MessageKind::request,
                                encode_request({path, talk.number, options_.wants_evidence}),
                                file.descriptor());
        talk.member.clear();
        talk.is_in_member = false;
        auto deadline = Clock::now() + options_.limits.clock;
        FileContents contents;
        Message message;
        while (true) {
            switch (worker_->channel().receive(message, deadline, most_bytes)) {
                case Channel::Outcome::closed:
                    return lose("", true);
                case Channel::Outcome::late:
                    return lose("took longer than " + std::to_string(options_.limits.clock.count()) + " s",
                                false);
                case Channel::Outcome::too_long:
                    return lose("would give more than " + megabytes(most_bytes), false);
                case Channel::Outcome::message:
                    break;
            }
            if (message.kind == MessageKind::end && !talk.is_in_member) return true;
            if (message.kind == MessageKind::end_member && talk.is_in_member) {
                talk.is_in_member = false;
                contents.facts = decode_facts(message.body);
                talk.member.clear();
                ++talk.number;
                on_contents(std::exchange(contents, {}));
                continue;
            }
            if (message.kind == MessageKind::member) {
                worker_->grant_processor(options_.limits.processor);
                deadline = Clock::now() + options_.limits.clock;
            }
            take(std::move(message), path, talk, contents);
            if (talk.text_bytes > options_.limits.text_bytes) {
                return lose("would give more than " + megabytes(options_.limits.text_bytes) + " of text",
                            false);
            }
        }
    } catch (const ChannelError&) {
        return lose("", true);
    } catch (const store::CorruptRecord&) {
        return lose("the worker gave an answer that makes no sense", true);
    } catch (const Nonsense&) {
        return lose("the worker gave an answer that makes no sense", true);
    } catch (...) {
        killing.reset();
        worker_.reset();  // the talk broke off: what it would say next belongs to this file
        throw;
    }
}

void ConfinedReader::take(Message&& message, const std::string& path, Talk& talk, FileContents& contents) {
    if (message.kind == MessageKind::member) {
        Member member = decode_member(message.body);
        if (talk.is_in_member || member.number < talk.number) throw Nonsense("members out of order");
        talk = {member.number, std::move(member.name), true, 0};
        contents.member = talk.member;
        return;
    }
    if (!talk.is_in_member) throw Nonsense("contents of no member");
    if (message.kind == MessageKind::work) {
        SegmentedWork work = decode_segmented_work(message.body);
        work.work.path = path_of_member(path, talk.member);
        talk.text_bytes += work.work.text.size();
        contents.works.push_back(std::move(work));
    } else if (message.kind == MessageKind::warning) {
        contents.warnings.push_back(std::move(message.body));
    } else if (message.kind == MessageKind::bad_line) {
        contents.bad_lines.push_back(decode_bad_line(message.body));
    } else if (message.kind == MessageKind::failure || message.kind == MessageKind::passed_over) {
        contents.failure = std::move(message.body);
        contents.is_passed_over = message.kind == MessageKind::passed_over;
    } else {
        throw Nonsense("an unexpected message");
    }
}

/// Ends the worker; tells `cause`, or of what it ended where that is empty.
std::string ConfinedReader::give_up(const std::string& cause) {
    if (!cause.empty()) worker_->kill();
    const int status = worker_->wait();
    worker_.reset();
    return cause.empty() ? cause_of_end(status, options_.limits) : cause;
}

}  // namespace izde::indexer
