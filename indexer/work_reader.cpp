#include "indexer/work_reader.hpp"

#include "indexer/confine/confined_reader.hpp"

namespace izde::indexer {
namespace {

class LocalReader final : public WorkReader {
  public:
    LocalReader(const ExtractionLimits& limits, const analyzers::Analyzer& analyzer)
        : limits_(limits), citations_(analyzer) {}

    void read(const FileReader& file, const std::string& path, const OnContents& on_contents) override {
        const OnMember unwatched = [](std::uint64_t, const std::string&) {};
        read_works(file.descriptor(), path, 0, limits_, citations_, unwatched, on_contents);
    }

  private:
    ExtractionLimits limits_;
    CitationReader citations_;
};

}  // namespace

std::unique_ptr<WorkReader> make_work_reader(const ReadingOptions& options,
                                             const analyzers::Analyzer& analyzer) {
    if (options.worker.empty()) return std::make_unique<LocalReader>(options.limits, analyzer);
    return std::make_unique<ConfinedReader>(options, analyzer);
}

}  // namespace izde::indexer
