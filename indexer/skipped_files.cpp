#include "indexer/skipped_files.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "store/index.hpp"

namespace izde::indexer {

namespace fs = std::filesystem;

std::vector<Skipped> read_skipped(const fs::path& index) {
    std::vector<Skipped> skipped;
    std::ifstream file(index / kSkippedName, std::ios::binary);
    for (std::string line; std::getline(file, line);) {
        const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
        if (!json.is_object()) continue;
        skipped.push_back({json.value("path", ""), json.value("cause", ""), json.value("failed", false)});
    }
    return skipped;
}

void renew_skipped(const fs::path& index, const std::vector<CorpusRoot>& roots,
                   const std::vector<Skipped>& skipped) {
    std::vector<Skipped> all = read_skipped(index);
    std::erase_if(all, [&](const Skipped& old) {
        return std::ranges::any_of(roots,
                                   [&](const CorpusRoot& root) { return is_below(old.path, root.path); });
    });
    all.insert(all.end(), skipped.begin(), skipped.end());
    std::ranges::sort(all, {}, &Skipped::path);
    std::string lines;
    for (const Skipped& one : all) {
        const nlohmann::json json = {{"path", one.path}, {"cause", one.cause}, {"failed", one.is_failure}};
        lines += json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
    }
    store::replace_file(index / kSkippedName, lines);
}

}  // namespace izde::indexer
