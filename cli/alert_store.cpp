#include "cli/alert_store.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <ctime>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>
#include <system_error>

#include "izde/izde.hpp"

namespace izde::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;
constexpr std::string_view kFileName = "alerts.json";

[[noreturn]] void fail(const fs::path& path, int error) {
    const bool is_missing = error == ENOENT;
    throw Error(is_missing ? ErrorCode::index_not_found : ErrorCode::io,
                path.string() + ": " + std::generic_category().message(error));
}

Json json_of(const std::vector<Alert>& alerts) {
    Json list = Json::array();
    for (const Alert& alert : alerts) {
        list.push_back({{"name", alert.name},
                        {"query", alert.query},
                        {"created", alert.created},
                        {"last_run", alert.last_run},
                        {"seen", alert.seen}});
    }
    return {{"version", kVersion}, {"alerts", list}};
}

void write_durably(const fs::path& path, std::string_view bytes) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) fail(path, errno);
    int error = 0;
    while (!bytes.empty() && error == 0) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            error = errno;
        }
    }
    if (error == 0 && ::fsync(file) != 0) error = errno;
    if (::close(file) != 0 && error == 0) error = errno;
    if (error != 0) fail(path, error);
}

}  // namespace

std::vector<Alert> read_alerts(const std::string& database) {
    const fs::path path = fs::path(database) / kFileName;
    std::vector<Alert> alerts;
    if (!fs::is_directory(database)) fail(database, ENOENT);
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        if (fs::exists(path)) fail(path, EACCES);
        return alerts;
    }
    try {
        const Json json = Json::parse(std::string(std::istreambuf_iterator<char>(stream), {}));
        if (json.at("version") != kVersion)
            throw Error(ErrorCode::index_format, path.string() + ": written by another version of izde");
        for (const Json& one : json.at("alerts")) {
            alerts.push_back({one.at("name"), one.at("query"), one.at("created"), one.at("last_run"),
                              one.at("seen").get<std::map<std::string, std::string>>()});
        }
    } catch (const Json::exception& error) {
        throw Error(ErrorCode::io, path.string() + ": damaged: " + error.what());
    }
    return alerts;
}

AlertStore::AlertStore(const std::string& database) : directory_(database) {
    if (!fs::is_directory(directory_)) fail(directory_, ENOENT);
    const fs::path path = directory_ / "alerts.lock";
    lock_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (lock_ < 0) fail(path, errno);
    try {
        while (::flock(lock_, LOCK_EX) != 0) {
            if (errno != EINTR) fail(path, errno);
        }
        alerts_ = read_alerts(database);
    } catch (...) {
        ::close(lock_);
        throw;
    }
}

AlertStore::~AlertStore() {
    ::close(lock_);
}

void AlertStore::save() const {
    const fs::path path = directory_ / kFileName;
    const fs::path other = directory_ / "alerts.json.new";
    write_durably(other, json_of(alerts_).dump(1, ' ', false, Json::error_handler_t::replace) + '\n');
    if (::rename(other.c_str(), path.c_str()) != 0) fail(path, errno);
}

std::string timestamp() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::array<char, 32> buffer{};
    return {buffer.data(), std::strftime(buffer.data(), buffer.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

}  // namespace izde::cli
