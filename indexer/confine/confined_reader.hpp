#pragma once

#include <memory>
#include <string>

#include "indexer/confine/worker_process.hpp"
#include "indexer/work_reader.hpp"

namespace izde::indexer {

/// Reads in a worker process, which is started with the first file and used for all that follow. A worker
/// that dies, hangs or says too much is replaced and costs the file it read, or of an archive the one member;
/// one that had read other files before is not believed, and the file is tried once more in a new one.
class ConfinedReader final : public WorkReader {
  public:
    ConfinedReader(ReadingOptions options, const analyzers::Analyzer& analyzer);

    void read(const FileReader& file, const std::string& path, const OnContents& on_contents) override;

  private:
    /// Why a worker was given up, and what it was reading then.
    struct Loss {
        std::string cause;
        bool may_be_its_past = false;  ///< it was not new, and a new one may fare better
    };
    /// Where in a file the talk stands.
    struct Talk {
        std::uint64_t number = 0;
        std::string member;
        bool is_in_member = false;
        std::uint64_t text_bytes = 0;
    };

    void start();
    bool converse(const FileReader& file, const std::string& path, const OnContents& on_contents, Talk& talk,
                  Loss& loss);
    static void take(Message&& message, const std::string& path, Talk& talk, FileContents& contents);
    std::string give_up(const std::string& cause);

    ReadingOptions options_;
    std::string greeting_;
    std::unique_ptr<WorkerProcess> worker_;
    bool is_new_ = false;  ///< the worker has read nothing yet
};

}  // namespace izde::indexer
