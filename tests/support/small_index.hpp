#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "indexer/build.hpp"
#include "indexer/local_reader.hpp"
#include "tests/support/files.hpp"
#include "tests/support/temporary_directory.hpp"

namespace izde::tests {

inline const analyzers::Analyzer& analyzer() {
    static const analyzers::Analyzer one;
    return one;
}

/// An index of a few works, one a line.
class SmallIndex {
  public:
    explicit SmallIndex(const std::vector<std::string>& lines) { write(lines); }

    void write(const std::vector<std::string>& lines, bool rebuild = false) {
        std::string text;
        for (const std::string& line : lines) text += line + '\n';
        tests::write_file(directory_.path() / "corpus" / "works.jsonl", text);
        indexer::BuildOptions options;
        options.reading.local = indexer::make_local_reader;
        options.roots = {directory_.path() / "corpus"};
        options.index = path();
        options.rebuild = rebuild;
        indexer::build(options, analyzer());
    }

    std::filesystem::path path() const { return directory_.path() / "db"; }

  private:
    tests::TemporaryDirectory directory_;
};

inline std::string work(const std::string& id, const std::string& title, const std::string& text,
                        const std::string& more = "") {
    return R"({"_id":")" + id + R"(","title":")" + title + R"(","text":")" + text + '"' + more + '}';
}

}  // namespace izde::tests
