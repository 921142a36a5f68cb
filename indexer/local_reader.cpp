#include "indexer/local_reader.hpp"

#include "indexer/read_works.hpp"

namespace izde::indexer {
namespace {

class LocalReader final : public WorkReader {
  public:
    LocalReader(const ReadingOptions& options, const analyzers::Analyzer& analyzer)
        : limits_(options.limits),
          citations_(analyzer),
          recognizer_(options.recognizes_scans ? make_text_recognizer() : nullptr) {}

    void read(const FileReader& file, const std::string& path, const OnContents& on_contents) override {
        const OnMember unwatched = [](std::uint64_t, const std::string&) {};
        read_works(file.descriptor(), path, 0, {limits_, citations_, recognizer_.get()}, unwatched,
                   on_contents);
    }

  private:
    ExtractionLimits limits_;
    CitationReader citations_;
    std::unique_ptr<TextRecognizer> recognizer_;
};

}  // namespace

std::unique_ptr<WorkReader> make_local_reader(const ReadingOptions& options,
                                              const analyzers::Analyzer& analyzer) {
    return std::make_unique<LocalReader>(options, analyzer);
}

}  // namespace izde::indexer
