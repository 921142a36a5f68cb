#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

/// How an indexer and its worker talk: messages of a kind, a length and a body over a socket.
namespace izde::indexer {

enum class MessageKind : std::uint8_t {
    setup = 1,    ///< indexer: how the worker is to live
    ready,        ///< worker: confined, of this version; body: what `greeting` says
    request,      ///< indexer: path, first member, wants evidence; carries the file's descriptor
    member,       ///< worker: number and name of the file in the archive that it begins to read
    work,         ///< worker: a work of the member that was named last
    warning,      ///< worker: about that member
    failure,      ///< worker: why that member has no works
    passed_over,  ///< worker: the same, by rule
    bad_line,     ///< worker: number and cause
    end_member,   ///< worker: all of it has been said; body: facts of its reading
    end           ///< worker: of the request; it waits for the next
};

struct Message {
    MessageKind kind{};
    std::string body;
    int descriptor = -1;  ///< of a file that came along; whoever receives it closes it
};

/// The other side is gone, or speaks another language.
class ChannelError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// One end of a connected stream socket; belongs to one thread.
class Channel {
  public:
    using Clock = std::chrono::steady_clock;
    enum class Outcome { message, closed, late, too_long };

    /// Takes the socket and closes it at the end.
    explicit Channel(int socket) noexcept : socket_(socket) {}
    ~Channel();
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    /// Throws ChannelError where nobody listens any more.
    void send(MessageKind kind, std::string_view body, int descriptor = -1) const;

    /// Waits for a message until `deadline` (none: for ever). `too_long`: its body would have more than
    /// `most_bytes`, and has not been read. A message that breaks off counts as closed. Throws ChannelError
    /// for what is no message.
    Outcome receive(Message& message, std::optional<Clock::time_point> deadline,
                    std::uint64_t most_bytes) const;

  private:
    Outcome receive_bytes(char* to, std::size_t size, std::optional<Clock::time_point> deadline,
                          int* descriptor) const;

    int socket_;
};

}  // namespace izde::indexer
