#include "indexer/confine/worker_process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <system_error>
#include <utility>

#include "indexer/confine/limits.hpp"
#include "indexer/confine/serve.hpp"

namespace izde::indexer {
namespace {

void check(int error, const std::string& what) {
    if (error != 0) throw std::system_error(error, std::generic_category(), what);
}

class FileActions {
  public:
    FileActions() { check(::posix_spawn_file_actions_init(&actions_), "posix_spawn"); }
    ~FileActions() { ::posix_spawn_file_actions_destroy(&actions_); }
    FileActions(const FileActions&) = delete;
    FileActions& operator=(const FileActions&) = delete;
    posix_spawn_file_actions_t* get() { return &actions_; }

  private:
    posix_spawn_file_actions_t actions_{};
};

class Attributes {
  public:
    Attributes() { check(::posix_spawnattr_init(&attributes_), "posix_spawn"); }
    ~Attributes() { ::posix_spawnattr_destroy(&attributes_); }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;
    posix_spawnattr_t* get() { return &attributes_; }

  private:
    posix_spawnattr_t attributes_{};
};

/// Nothing of the host is left to the worker: neither its open files nor its signal handling. What libraries
/// print about a broken file goes nowhere, but a sanitizer's report is wanted.
pid_t spawn(const std::filesystem::path& program, int socket) {
    FileActions actions;
    check(::posix_spawn_file_actions_adddup2(actions.get(), socket, kWorkerSocket), "posix_spawn");
    check(::posix_spawn_file_actions_addopen(actions.get(), STDIN_FILENO, "/dev/null", O_RDONLY, 0),
          "posix_spawn");
    check(::posix_spawn_file_actions_addopen(actions.get(), STDOUT_FILENO, "/dev/null", O_WRONLY, 0),
          "posix_spawn");
    if (!kIsSanitized) {
        check(::posix_spawn_file_actions_addopen(actions.get(), STDERR_FILENO, "/dev/null", O_WRONLY, 0),
              "posix_spawn");
    }
    check(::posix_spawn_file_actions_addclosefrom_np(actions.get(), kWorkerSocket + 1), "posix_spawn");
    Attributes attributes;
    sigset_t none;
    sigset_t all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    check(::posix_spawnattr_setsigmask(attributes.get(), &none), "posix_spawn");
    check(::posix_spawnattr_setsigdefault(attributes.get(), &all), "posix_spawn");
    check(::posix_spawnattr_setflags(attributes.get(), POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF),
          "posix_spawn");
    std::string name = program.string();
    const std::array<char*, 2> arguments{name.data(), nullptr};
    pid_t process = -1;
    check(::posix_spawn(&process, name.c_str(), actions.get(), attributes.get(), arguments.data(), environ),
          name);
    return process;
}

}  // namespace

WorkerProcess::WorkerProcess(const std::filesystem::path& program) : WorkerProcess(start(program)) {}

WorkerProcess::Started WorkerProcess::start(const std::filesystem::path& program) {
    std::array<int, 2> sockets{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0) check(errno, "socketpair");
    try {
        const pid_t process = spawn(program, sockets[1]);
        ::close(sockets[1]);
        return {process, sockets[0]};
    } catch (...) {
        ::close(sockets[0]);
        ::close(sockets[1]);
        throw;
    }
}

WorkerProcess::~WorkerProcess() {
    kill();
    wait();
}

void WorkerProcess::grant_processor(std::chrono::seconds time) const {
    clockid_t clock = 0;
    timespec used{};
    if (::clock_getcpuclockid(process_, &clock) != 0 || ::clock_gettime(clock, &used) != 0)
        return;  // it is gone
    rlimit granted{};
    if (::prlimit(process_, RLIMIT_CPU, nullptr, &granted) != 0) return;
    granted.rlim_cur = std::min(granted.rlim_max, static_cast<rlim_t>(used.tv_sec + 1 + time.count()));
    ::prlimit(process_, RLIMIT_CPU, &granted, nullptr);
}

int WorkerProcess::wait() {
    const pid_t process = std::exchange(process_, -1);
    int status = 0;
    if (process < 0) return status;
    while (::waitpid(process, &status, 0) < 0) {
        if (errno != EINTR) return 0;
    }
    return status;
}

void WorkerProcess::kill() const {
    if (process_ > 0) ::kill(process_, SIGKILL);
}

}  // namespace izde::indexer
