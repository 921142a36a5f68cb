#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include "analyzers/analyzer.hpp"
#include "indexer/citations.hpp"
#include "indexer/file_contents.hpp"
#include "indexer/file_reader.hpp"
#include "indexer/reading_options.hpp"

namespace izde::indexer {

/// Reads files into works, wherever that happens; belongs to one thread.
class WorkReader {
  public:
    virtual ~WorkReader() = default;
    WorkReader(const WorkReader&) = delete;
    WorkReader& operator=(const WorkReader&) = delete;

    /// Gives the contents of the file, or of each file in the archive that it is, in their order. A cause
    /// that keeps the file itself from being read is told as a failure of member "". Throws
    /// WorkerUnavailable, and what `on_contents` throws.
    virtual void read(const FileReader& file, const std::string& path, const OnContents& on_contents) = 0;

  protected:
    WorkReader() = default;
};

/// No file can be read: the worker does not start, is of another version, or cannot be confined.
class WorkerUnavailable : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// The analyzer must outlive the reader.
std::unique_ptr<WorkReader> make_work_reader(const ReadingOptions& options,
                                             const analyzers::Analyzer& analyzer);

}  // namespace izde::indexer
