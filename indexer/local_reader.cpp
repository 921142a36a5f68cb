#include "indexer/local_reader.hpp"

#include "indexer/read_works.hpp"

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

std::unique_ptr<WorkReader> make_local_reader(const ExtractionLimits& limits,
                                              const analyzers::Analyzer& analyzer) {
    return std::make_unique<LocalReader>(limits, analyzer);
}

}  // namespace izde::indexer
