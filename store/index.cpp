#include "store/index.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <system_error>

namespace izde::store {
namespace {

namespace fs = std::filesystem;
using Code = IndexError::Code;

constexpr std::string_view kRebuild = "rebuild it with izde index --rebuild";

[[noreturn]] void fail_io(const std::string& doing, const fs::path& path) {
    throw IndexError(Code::io,
                     "cannot " + doing + " " + path.string() + ": " + std::generic_category().message(errno));
}

/// A file descriptor that closes itself.
class Descriptor {
  public:
    explicit Descriptor(int value) noexcept : value_(value) {}
    ~Descriptor() {
        if (value_ >= 0) ::close(value_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const noexcept { return value_; }

  private:
    int value_;
};

void write_durably(const fs::path& path, std::string_view bytes) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (file.get() < 0) fail_io("create", path);
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail_io("write", path);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(file.get()) != 0) fail_io("write", path);
}

void sync_directory(const fs::path& path) {
    const Descriptor directory(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.get() < 0 || ::fsync(directory.get()) != 0) fail_io("write", path);
}

/// Shards are plain names below the index directory: a manifest cannot lead out of it.
bool is_shard_name(const std::string& name) {
    return !name.empty() && name.front() != '.' && name.find('/') == std::string::npos;
}

Manifest parse_manifest(const fs::path& file, const std::string& text) {
    Manifest manifest;
    try {
        const nlohmann::json json = nlohmann::json::parse(text);
        manifest.format_version = json.at("format").get<std::uint32_t>();
        if (manifest.format_version != kFormatVersion) {
            throw IndexError(Code::other_format,
                             file.parent_path().string() + " is an index of format " +
                                 std::to_string(manifest.format_version) + ", this izde reads format " +
                                 std::to_string(kFormatVersion) + "; " + std::string(kRebuild));
        }
        const auto fingerprint = json.at("analysis").get<std::string>();
        const auto [end, error] = std::from_chars(fingerprint.data(), fingerprint.data() + fingerprint.size(),
                                                  manifest.analysis_fingerprint, 16);
        manifest.shards = json.at("shards").get<std::vector<std::string>>();
        const bool good_names = std::all_of(manifest.shards.begin(), manifest.shards.end(), is_shard_name);
        if (error == std::errc() && end == fingerprint.data() + fingerprint.size() &&
            !manifest.shards.empty() && good_names) {
            return manifest;
        }
    } catch (const nlohmann::json::exception&) {
        // told below, with the file's name
    }
    throw IndexError(Code::corrupt,
                     file.string() + " is damaged: it is no izde manifest; " + std::string(kRebuild));
}

std::vector<Xapian::Database> open_shards(const fs::path& directory, const Manifest& manifest) {
    std::vector<Xapian::Database> shards;
    for (const std::string& shard : manifest.shards) shards.emplace_back((directory / shard).string());
    return shards;
}

}  // namespace

Manifest read_manifest(const fs::path& directory) {
    const fs::path file = directory / kManifestName;
    std::error_code error;
    if (!fs::is_directory(directory, error)) {
        throw IndexError(Code::not_found, "there is no index " + directory.string() +
                                              "; make one with izde index CORPUS --db " + directory.string());
    }
    if (!fs::exists(file, error)) {
        throw IndexError(Code::not_an_index,
                         directory.string() + " is no izde index: it holds no " + std::string(kManifestName));
    }
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream) fail_io("read", file);
    return parse_manifest(file, text.str());
}

void write_manifest(const fs::path& directory, const Manifest& manifest) {
    std::array<char, 17> fingerprint{};
    std::to_chars(fingerprint.data(), fingerprint.data() + fingerprint.size(), manifest.analysis_fingerprint,
                  16);
    const nlohmann::json json = {{"format", manifest.format_version},
                                 {"analysis", std::string(fingerprint.data())},
                                 {"shards", manifest.shards}};
    replace_file(directory / kManifestName, json.dump(2) + "\n");
}

void replace_file(const fs::path& file, std::string_view bytes) {
    fs::path fresh = file;
    fresh += ".tmp";
    write_durably(fresh, bytes);
    if (::rename(fresh.c_str(), file.c_str()) != 0) fail_io("replace", file);
    sync_directory(file.parent_path());
}

void check_fingerprint(const fs::path& directory, const Manifest& manifest,
                       std::uint64_t analysis_fingerprint) {
    if (manifest.analysis_fingerprint == analysis_fingerprint) return;
    throw IndexError(
        Code::other_analysis,
        directory.string() + " was built by another version of the text analysis; " + std::string(kRebuild));
}

std::string damaged(const fs::path& directory, const std::string& cause) {
    return directory.string() + " is damaged (" + cause + "); " + std::string(kRebuild);
}

std::vector<Xapian::Database> open_shards_for_reading(const fs::path& directory,
                                                      std::uint64_t analysis_fingerprint) {
    // A writer may replace the shards between the reading of the manifest and the opening: then the manifest
    // has changed, and it is tried again with the new one.
    Manifest manifest = read_manifest(directory);
    while (true) {
        check_fingerprint(directory, manifest, analysis_fingerprint);
        std::string problem;
        try {
            return open_shards(directory, manifest);
        } catch (const Xapian::Error& error) {
            problem = error.get_description();
        }
        const Manifest now = read_manifest(directory);
        if (now == manifest) {
            throw IndexError(Code::corrupt, damaged(directory, problem));
        }
        manifest = now;
    }
}

Xapian::Database join_shards(const std::vector<Xapian::Database>& shards) {
    Xapian::Database all;
    for (const Xapian::Database& shard : shards) all.add_database(shard);
    return all;
}

Xapian::Database open_for_reading(const fs::path& directory, std::uint64_t analysis_fingerprint) {
    return join_shards(open_shards_for_reading(directory, analysis_fingerprint));
}

}  // namespace izde::store
