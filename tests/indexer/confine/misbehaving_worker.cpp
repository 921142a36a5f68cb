// A worker whose files say what it is to do, within the confinement of the true one.
#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <map>
#include <thread>
#include <vector>

#include "indexer/confine/channel.hpp"
#include "indexer/confine/serve.hpp"
#include "indexer/file_reader.hpp"

using namespace izde::indexer;

namespace {

/// What came of a call: "done", or the error that it met.
std::string outcome(long result) {
    return result >= 0 ? "done" : ::strerrorname_np(errno);
}

long connect_out() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    if (socket < 0) return -1;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(80);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
}

long start_program() {
    const char* const arguments[] = {"true", nullptr};
    return ::execv("/bin/true", const_cast<char* const*>(arguments));
}

const std::map<std::string_view, long (*)(const std::string& path)> kAttempts = {
    {"make a file",
     [](const std::string& path) -> long {
         return ::open((path + ".new").c_str(), O_WRONLY | O_CREAT, 0600);
     }},
    {"overwrite it", [](const std::string& path) -> long { return ::open(path.c_str(), O_RDWR); }},
    {"empty it", [](const std::string& path) -> long { return ::open(path.c_str(), O_RDONLY | O_TRUNC); }},
    {"remove it", [](const std::string& path) -> long { return ::unlink(path.c_str()); }},
    {"rename it",
     [](const std::string& path) -> long { return ::rename(path.c_str(), (path + ".new").c_str()); }},
    {"write standard output", [](const std::string&) -> long { return ::write(STDOUT_FILENO, "x", 1); }},
    {"connect", [](const std::string&) -> long { return connect_out(); }},
    {"start a program", [](const std::string&) -> long { return start_program(); }},
    {"make a process", [](const std::string&) -> long { return ::fork(); }},
    {"kill the indexer", [](const std::string&) -> long { return ::kill(::getppid(), SIGTERM); }},
    {"trace the indexer",
     [](const std::string&) -> long { return ::ptrace(PTRACE_ATTACH, ::getppid(), 0, 0); }},
    {"read passwords", [](const std::string&) -> long { return ::open("/etc/passwd", O_RDONLY); }},
    {"read fonts", [](const std::string&) -> long { return ::open("/usr/share", O_RDONLY | O_DIRECTORY); }},
    {"make a thread",
     [](const std::string&) -> long {
         std::thread([] {}).join();
         return 0;
     }},
};

/// Without the handler that sanitizers put before the signal.
void crash() {
    std::signal(SIGSEGV, SIG_DFL);
    std::raise(SIGSEGV);
}

[[noreturn]] void spin() {
    for (volatile unsigned i = 0;;) i = i + 1;
}

void misbehave(std::string_view order) {
    if (order == "crash") crash();
    if (order == "abort") std::raise(SIGABRT);
    if (order == "leave") ::_exit(5);
    if (order == "spin") spin();
    if (order == "sleep") ::sleep(1000);
    if (order == "eat") {
        std::vector<std::string> eaten;
        while (true) eaten.emplace_back(1U << 20U, 'x');
    }
    if (order == "talk nonsense") {
        // A work whose blocks would lie outside its text.
        const Channel channel(kWorkerSocket);
        channel.send(MessageKind::work, std::string(100, '\xFF'));
        ::sleep(1000);
    }
}

void follow(std::string_view order, const Request& request, const OnMember& on_member,
            const OnContents& on_contents, unsigned& files) {
    FileContents contents;
    // An order for a worker that has read before: a new one does well.
    if (order == "crash by its past" && files > 0) crash();
    ++files;
    if (request.first_member == 0 && order != "archive") on_member(0, "");
    misbehave(order);
    if (const auto attempt = kAttempts.find(order); attempt != kAttempts.end())
        contents.warnings.push_back(outcome(attempt->second(request.path)));
    if (order == "say too much") {
        for (unsigned i = 0; i < 100; ++i) {
            contents.works.emplace_back();
            contents.works.back().work.text.assign(1U << 20U, 'x');
        }
    }
    if (order == "archive") {  // three files, of which the second kills
        for (std::uint64_t number = std::max<std::uint64_t>(request.first_member, 1); number <= 3; ++number) {
            on_member(number, "m" + std::to_string(number));
            if (number == 2) crash();
            contents.member = "m" + std::to_string(number);
            on_contents(FileContents(contents));
        }
        return;
    }
    contents.works.emplace_back();
    contents.works.back().work.text = "text";
    on_contents(std::move(contents));
}

}  // namespace

int main() {
    const izde::analyzers::Analyzer analyzer;
    unsigned files = 0;
    serve(analyzer, [&](int file, const Request& request, const ReadingMeans&, const OnMember& on_member,
                        const OnContents& on_contents) {
        follow(read_whole(file), request, on_member, on_contents, files);
    });
}
