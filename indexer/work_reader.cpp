#include "indexer/work_reader.hpp"

#include "indexer/confine/confined_reader.hpp"

namespace izde::indexer {
std::unique_ptr<WorkReader> make_work_reader(const ReadingOptions& options,
                                             const analyzers::Analyzer& analyzer) {
    if (options.local) return options.local(options, analyzer);
    return std::make_unique<ConfinedReader>(options, analyzer);
}

}  // namespace izde::indexer
