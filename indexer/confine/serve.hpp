#pragma once

#include <cstdint>
#include <functional>

#include "analyzers/analyzer.hpp"
#include "indexer/confine/work_message.hpp"
#include "indexer/read_works.hpp"

namespace izde::indexer {

/// The socket of a worker when it starts.
inline constexpr int kWorkerSocket = 3;

/// How a worker ends of itself; what the indexer tells of it.
inline constexpr int kExitDone = 0, kExitFailed = 70, kExitOutOfMemory = 71;

/// Reads what was asked for; as `read_works`.
using ReadFile = std::function<void(int descriptor, const Request& request, const ReadingMeans& means,
                                    const OnMember& on_member, const OnContents& on_contents)>;

/// The life of a worker: learns its limits, loads what recognizes text if scans are to be read, confines the
/// process, greets, and answers requests until the indexer is gone. Never returns: it leaves without the
/// run-time's farewell, which would want more than is left (leak checkers trace the process).
[[noreturn]] void serve(const analyzers::Analyzer& analyzer, const ReadFile& read_file);

}  // namespace izde::indexer
