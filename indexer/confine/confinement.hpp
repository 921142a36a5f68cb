#pragma once

#include <cstdint>
#include <stdexcept>

namespace izde::indexer {

/// This system cannot confine a process: says what it refused.
class ConfinementError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Gives up for good what reading files does not need; whatever this process reads afterwards cannot win it
/// back.
///
/// Left are memory of `memory_bytes`, computing, reading of what lies open and of the system's shared files
/// (fonts, character maps: Landlock, where the kernel has it), and the socket `socket`. No file is made,
/// written, renamed or removed, no connection opened, no program started, no other process touched: such
/// calls fail with EPERM. Ends with the thread that started it. Throws ConfinementError.
void confine_process(int socket, std::uint64_t memory_bytes);

}  // namespace izde::indexer
