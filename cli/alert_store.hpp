#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace izde::cli {

/// A saved search, and the works that its user has been told of.
struct Alert {
    std::string name, query;
    std::string created, last_run;            ///< UTC, "2026-01-31T09:05:00Z"; last_run "" before the first
    std::map<std::string, std::string> seen;  ///< work id → content hash
};

/// The saved searches of an index: `alerts.json` beside it, replaced by rename and untouched by a rebuild.
std::vector<Alert> read_alerts(const std::string& database);

/// The same for a change: a lock on `alerts.lock` lets one process at a time read, run and write, so that two
/// runs never tell the same. Throws izde::Error (index_not_found, io).
class AlertStore {
  public:
    explicit AlertStore(const std::string& database);
    ~AlertStore();
    AlertStore(const AlertStore&) = delete;
    AlertStore& operator=(const AlertStore&) = delete;

    std::vector<Alert>& alerts() { return alerts_; }
    /// Durable when it returns.
    void save() const;

  private:
    std::filesystem::path directory_;
    int lock_ = -1;
    std::vector<Alert> alerts_;
};

/// Now, as `Alert` writes it.
std::string timestamp();

}  // namespace izde::cli
