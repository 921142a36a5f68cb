// izde-extract: reads files for the indexer in confinement (ARCHITECTURE.md). Started by libizde, which is
// found beside it; no command for people.
#include <clocale>

#include "indexer/confine/serve.hpp"

int main() {
    using namespace izde::indexer;
    // Names in archives that say they are UTF-8 are then no trouble to libarchive. (A locale that is missing
    // leaves the first one, in which such names are asked for another way.)
    // NOLINTNEXTLINE(concurrency-mt-unsafe): there is one thread yet
    static_cast<void>(std::setlocale(LC_CTYPE, "C.UTF-8"));
    const izde::analyzers::Analyzer analyzer;
    serve(analyzer, [](int file, const Request& request, const ReadingMeans& means, const OnMember& on_member,
                       const OnContents& on_contents) {
        read_works(file, request.path, request.first_member, means, on_member, on_contents);
    });
}
