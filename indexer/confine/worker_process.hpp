#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "indexer/confine/channel.hpp"

namespace izde::indexer {

/// A running worker: its process and the socket to it. Belongs to the thread that made it, with which it
/// ends.
class WorkerProcess {
  public:
    /// Throws std::system_error where the program does not start.
    explicit WorkerProcess(const std::filesystem::path& program);
    ~WorkerProcess();  ///< ends it, whatever it does
    WorkerProcess(const WorkerProcess&) = delete;
    WorkerProcess& operator=(const WorkerProcess&) = delete;

    const Channel& channel() const noexcept { return channel_; }

    /// From now on it may use so much time of the processor, and is killed by SIGXCPU then.
    void grant_processor(std::chrono::seconds time) const;

    /// Waits for its end and gives the status as `waitpid` does; 0 where somebody else has waited for it.
    int wait();

    void kill() const;

  private:
    struct Started {
        pid_t process;
        int socket;
    };
    static Started start(const std::filesystem::path& program);
    explicit WorkerProcess(const Started& started) : process_(started.process), channel_(started.socket) {}

    pid_t process_;
    Channel channel_;
};

}  // namespace izde::indexer
