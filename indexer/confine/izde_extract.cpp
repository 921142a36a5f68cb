// izde-extract: reads files for the indexer in confinement (ARCHITECTURE.md). Started by libizde, which is
// found beside it; no command for people.
#include "indexer/confine/serve.hpp"

int main() {
    using namespace izde::indexer;
    const izde::analyzers::Analyzer analyzer;
    const ExtractionLimits limits;
    CitationReader citations(analyzer);
    serve(analyzer, limits,
          [&](std::string_view bytes, const Request& request, const OnMember& on_member,
              const OnContents& on_contents) {
              read_works(bytes, request.path, request.first_member, limits, citations, on_member,
                         on_contents);
          });
}
