#include "indexer/confine/channel.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace izde::indexer {
namespace {

constexpr std::size_t kHeaderBytes = 9;

/// A body is taken in pieces, so that a length that lies takes no memory for bytes that never come.
constexpr std::size_t kPieceBytes = std::size_t{1} << 20U;

std::string cause_of_failure() {
    return std::generic_category().message(errno);
}

void send_bytes(int socket, std::string_view bytes, int descriptor) {
    while (!bytes.empty()) {
        iovec piece{const_cast<char*>(bytes.data()), bytes.size()};
        msghdr header{};
        header.msg_iov = &piece;
        header.msg_iovlen = 1;
        alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> space{};
        if (descriptor >= 0) {
            header.msg_control = space.data();
            header.msg_controllen = space.size();
            cmsghdr* const rights = CMSG_FIRSTHDR(&header);
            rights->cmsg_level = SOL_SOCKET;
            rights->cmsg_type = SCM_RIGHTS;
            rights->cmsg_len = CMSG_LEN(sizeof(int));
            std::memcpy(CMSG_DATA(rights), &descriptor, sizeof(int));
        }
        const ssize_t sent = ::sendmsg(socket, &header, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) throw ChannelError("nobody listens: " + cause_of_failure());
        bytes.remove_prefix(static_cast<std::size_t>(sent));
        descriptor = -1;  // it went with the first bytes
    }
}

int descriptor_in(msghdr& header) {
    const cmsghdr* const rights = CMSG_FIRSTHDR(&header);
    if (rights == nullptr || rights->cmsg_level != SOL_SOCKET || rights->cmsg_type != SCM_RIGHTS) return -1;
    int descriptor = -1;
    std::memcpy(&descriptor, CMSG_DATA(rights), sizeof(int));
    return descriptor;
}

/// Whether the socket can be read before the deadline.
bool wait_for(int socket, Channel::Clock::time_point deadline) {
    while (true) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Channel::Clock::now());
        if (left.count() <= 0) return false;
        pollfd one{socket, POLLIN, 0};
        const int ready = ::poll(&one, 1, static_cast<int>(std::min<std::int64_t>(left.count(), 60'000)));
        if (ready > 0) return true;
        if (ready < 0 && errno != EINTR) throw ChannelError(cause_of_failure());
    }
}

}  // namespace

Channel::~Channel() {
    ::close(socket_);
}

void Channel::send(MessageKind kind, std::string_view body, int descriptor) const {
    std::array<char, kHeaderBytes> header{};
    header[0] = static_cast<char>(kind);
    for (std::size_t i = 0; i < 8; ++i) header[i + 1] = static_cast<char>(body.size() >> (8 * i));
    send_bytes(socket_, {header.data(), header.size()}, descriptor);
    send_bytes(socket_, body, -1);
}

Channel::Outcome Channel::receive(Message& message, std::optional<Clock::time_point> deadline,
                                  std::uint64_t most_bytes) const {
    std::array<char, kHeaderBytes> header{};
    message.descriptor = -1;
    Outcome outcome = receive_bytes(header.data(), header.size(), deadline, &message.descriptor);
    if (outcome != Outcome::message) return outcome;
    if (header[0] < static_cast<char>(MessageKind::setup) || header[0] > static_cast<char>(MessageKind::end))
        throw ChannelError("what is no message");
    message.kind = static_cast<MessageKind>(header[0]);
    std::uint64_t size = 0;
    for (std::size_t i = 8; i > 0; --i) size = size << 8U | static_cast<unsigned char>(header[i]);
    if (size > most_bytes) return Outcome::too_long;
    message.body.clear();
    while (message.body.size() < size && outcome == Outcome::message) {
        const std::size_t begin = message.body.size();
        const std::size_t piece = std::min<std::size_t>(size - begin, kPieceBytes);
        message.body.resize(begin + piece);
        outcome = receive_bytes(message.body.data() + begin, piece, deadline, nullptr);
    }
    return outcome;
}

// NOLINTNEXTLINE(readability-non-const-parameter): the kernel writes there
Channel::Outcome Channel::receive_bytes(char* to, std::size_t size, std::optional<Clock::time_point> deadline,
                                        int* descriptor) const {
    while (size > 0) {
        if (deadline && !wait_for(socket_, *deadline)) return Outcome::late;
        iovec piece{to, size};
        msghdr header{};
        header.msg_iov = &piece;
        header.msg_iovlen = 1;
        alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> space{};
        if (descriptor != nullptr) {  // without room for one the kernel lets descriptors go
            header.msg_control = space.data();
            header.msg_controllen = space.size();
        }
        const ssize_t got = ::recvmsg(socket_, &header, MSG_CMSG_CLOEXEC);
        if (got < 0 && errno == EINTR) continue;
        if (got == 0 || (got < 0 && errno == ECONNRESET)) return Outcome::closed;
        if (got < 0) throw ChannelError(cause_of_failure());
        if (descriptor != nullptr && *descriptor < 0) *descriptor = descriptor_in(header);
        to += got;
        size -= static_cast<std::size_t>(got);
    }
    return Outcome::message;
}

}  // namespace izde::indexer
