#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <izde/izde.hpp>
#include <mutex>
#include <thread>
#include <vector>

#include "tests/support/files.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace izde::tests;
namespace fs = std::filesystem;

namespace {

/// Follows a corpus in a thread of its own.
class Follower {
  public:
    explicit Follower(const izde::IndexOptions& options)
        : thread_([this, options] {
              izde::FollowCallbacks callbacks;
              callbacks.is_stopped = [this] { return is_stopped_.load(); };
              callbacks.on_report = [this](const izde::IndexReport& report) {
                  const std::scoped_lock lock(mutex_);
                  reports_.push_back(report);
                  changed_.notify_all();
              };
              callbacks.on_failure = [](const izde::Error& error) { BOOST_ERROR(error.what()); };
              izde::follow_index(options, callbacks);
          }) {}
    ~Follower() {
        is_stopped_ = true;
        thread_.join();
    }
    Follower(const Follower&) = delete;
    Follower& operator=(const Follower&) = delete;

    /// Report number `number`; a minute is a failure.
    izde::IndexReport report(std::size_t number) {
        std::unique_lock lock(mutex_);
        BOOST_REQUIRE(
            changed_.wait_for(lock, std::chrono::minutes(1), [&] { return reports_.size() > number; }));
        return reports_[number];
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<izde::IndexReport> reports_;
    std::atomic<bool> is_stopped_{false};
    std::thread thread_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(follow)

BOOST_AUTO_TEST_CASE(an_index_within_its_corpus_follows_new_changed_and_removed_files) {
    const TemporaryDirectory directory;
    const fs::path corpus = directory.path() / "корпус";
    write_file(corpus / "бір.txt", "Правовой мониторинг законодательства проводится ежегодно.");
    izde::IndexOptions options;
    options.corpus = {corpus.string()};
    options.directory = (corpus / "индекс").string();
    Follower follower(options);
    BOOST_TEST(follower.report(0).files_added == 1U);

    // Below a directory that is new: it is watched as soon as it is there.
    write_file(corpus / "жаңа" / "екі.txt", "Договор аренды земельного участка заключается письменно.");
    BOOST_TEST(follower.report(1).files_added == 1U);
    write_file(corpus / "жаңа" / "екі.txt", "Жергілікті өзін-өзі басқару органдары сайланады.");
    BOOST_TEST(follower.report(2).files_changed == 1U);
    izde::SearchRequest request;
    request.query = "өзін-өзі басқару";
    BOOST_TEST(izde::Searcher(options.directory).search(request).total == 1U);
    fs::remove(corpus / "жаңа" / "екі.txt");
    BOOST_TEST(follower.report(3).files_removed == 1U);
    BOOST_TEST(izde::Searcher(options.directory).search(request).total == 0U);
}

BOOST_AUTO_TEST_CASE(a_first_run_that_fails_is_thrown) {
    const TemporaryDirectory directory;
    izde::IndexOptions options;
    options.corpus = {(directory.path() / "жоқ").string()};
    options.directory = (directory.path() / "индекс").string();
    izde::FollowCallbacks callbacks;
    callbacks.is_stopped = [] { return false; };
    callbacks.on_report = [](const izde::IndexReport&) { BOOST_ERROR("nothing was to be indexed"); };
    callbacks.on_failure = [](const izde::Error& error) { BOOST_ERROR(error.what()); };
    BOOST_CHECK_THROW(izde::follow_index(options, callbacks), izde::Error);
}

BOOST_AUTO_TEST_CASE(a_run_keeps_to_its_memory_or_says_what_it_needs) {
    const TemporaryDirectory directory;
    write_file(directory.path() / "корпус" / "бір.html",
               "<html><body><p>Правовой мониторинг</p></body></html>");
    izde::IndexOptions options;
    options.corpus = {(directory.path() / "корпус").string()};
    options.directory = (directory.path() / "индекс").string();
    options.memory_bytes = std::uint64_t{100} << 20U;
    BOOST_CHECK_EXCEPTION(izde::build_index(options), izde::Error, [](const izde::Error& error) {
        return error.code() == izde::ErrorCode::invalid_argument &&
               std::string(error.what()).find("512 MB") != std::string::npos;
    });
    options.memory_bytes = std::uint64_t{512} << 20U;
    BOOST_TEST(izde::build_index(options).files_added == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
