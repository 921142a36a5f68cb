#include "indexer/corpus.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "indexer/file_reader.hpp"
#include "indexer/glob.hpp"
#include "store/index.hpp"

namespace izde::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> kDraftEndings = {"~",    ".tmp",  ".temp",
                                                           ".swp", ".part", ".crdownload"};

class Walk {
  public:
    Walk(const BuildOptions& options, Corpus& corpus)
        : filter_(options.include, options.exclude), corpus_(corpus) {}

    void root(const fs::path& named) {
        CorpusRoot root;
        root.path = normal_path(named);
        struct stat status {};
        if (::stat(root.path.c_str(), &status) != 0) {
            if (errno != ENOENT && errno != ENOTDIR) fail(root.path, errno);
            root.is_missing = true;
        } else if (S_ISDIR(status.st_mode)) {
            pending_.push_back(root.path);
            while (!pending_.empty()) {
                const std::string directory = std::move(pending_.back());
                pending_.pop_back();
                list(directory, root);
            }
        } else if (S_ISREG(status.st_mode)) {
            root.files_seen = 1;
            corpus_.files.push_back({root.path, stamp_of(status)});
        } else {
            skip(root.path, "not a regular file");
        }
        corpus_.roots.push_back(std::move(root));
    }

  private:
    void list(const std::string& directory, CorpusRoot& root) {
        std::error_code error;
        fs::directory_iterator entry(directory, error);
        while (!error && entry != fs::directory_iterator()) {
            visit(entry->path().string(), root);
            entry.increment(error);
        }
        if (error) {
            corpus_.unread.push_back(directory);
            fail(directory, error.value());
        }
    }

    void visit(const std::string& path, CorpusRoot& root) {
        const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
        if (const std::string_view cause = unwanted_name(name); !cause.empty()) return skip(path, cause);
        struct stat status {};
        if (::lstat(path.c_str(), &status) != 0) return fail(path, errno);
        if (S_ISLNK(status.st_mode)) {
            if (::stat(path.c_str(), &status) != 0) return fail(path, errno);
            if (S_ISDIR(status.st_mode)) return skip(path, "a link to a directory");
        }
        const std::string_view below =
            std::string_view(path).substr(root.path == "/" ? 1 : root.path.size() + 1);
        if (S_ISDIR(status.st_mode)) {
            std::error_code ignored;
            if (fs::exists(fs::path(path) / store::kManifestName, ignored)) return skip(path, "an index");
            if (filter_.excludes(below)) return skip(path, "excluded");
            pending_.push_back(path);
            return;
        }
        if (!S_ISREG(status.st_mode)) return skip(path, "not a regular file");
        ++root.files_seen;
        if (filter_.excludes(below)) return skip(path, "excluded");
        if (!filter_.includes_file(below)) return skip(path, "not included");
        corpus_.files.push_back({path, stamp_of(status)});
    }

    void skip(const std::string& path, std::string_view cause) {
        corpus_.skipped.push_back({path, std::string(cause), false});
    }
    void fail(const std::string& path, int error) {
        corpus_.skipped.push_back({path, std::generic_category().message(error), true});
    }

    GlobFilter filter_;
    Corpus& corpus_;
    std::vector<std::string> pending_;
};

}  // namespace

std::string_view unwanted_name(std::string_view name) {
    if (name.starts_with('.')) return "hidden";
    const bool is_draft = name.starts_with("~$") ||
                          std::any_of(kDraftEndings.begin(), kDraftEndings.end(),
                                      [name](std::string_view ending) { return name.ends_with(ending); });
    return is_draft ? "a temporary file" : "";
}

Corpus walk_corpus(const BuildOptions& options) {
    Corpus corpus;
    Walk walk(options, corpus);
    for (const fs::path& root : options.roots) walk.root(root);
    const auto by_path = [](const auto& a, const auto& b) { return a.path < b.path; };
    const auto same_path = [](const auto& a, const auto& b) { return a.path == b.path; };
    std::sort(corpus.files.begin(), corpus.files.end(), by_path);
    corpus.files.erase(std::unique(corpus.files.begin(), corpus.files.end(), same_path), corpus.files.end());
    std::sort(corpus.skipped.begin(), corpus.skipped.end(), by_path);
    corpus.skipped.erase(std::unique(corpus.skipped.begin(), corpus.skipped.end(), same_path),
                         corpus.skipped.end());
    return corpus;
}

bool is_below(std::string_view path, std::string_view directory) noexcept {
    if (!path.starts_with(directory)) return false;
    return path.size() == directory.size() || directory.ends_with('/') || path[directory.size()] == '/';
}

std::string normal_path(const fs::path& path) {
    std::string normal = fs::absolute(path).lexically_normal().string();
    if (normal.size() > 1 && normal.ends_with('/')) normal.pop_back();
    return normal;
}

}  // namespace izde::indexer
