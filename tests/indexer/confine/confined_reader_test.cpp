#include <boost/test/unit_test.hpp>
#include <stop_token>
#include <thread>

#include "indexer/build.hpp"
#include "indexer/local_reader.hpp"
#include "indexer/work_reader.hpp"
#include "tests/support/files.hpp"
#include "tests/support/index_digest.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace izde::indexer;
using namespace izde::tests;
namespace fs = std::filesystem;

namespace {

const izde::analyzers::Analyzer& analyzer() {
    static const izde::analyzers::Analyzer it;
    return it;
}

/// Limits that a test reaches soon.
constexpr ExtractionLimits kSmallLimits{
    .memory_bytes = std::uint64_t{512} << 20U,
    .text_bytes = std::uint64_t{16} << 20U,
    .processor = std::chrono::seconds(1),
    .clock = std::chrono::seconds(100),
};

/// A worker that does what a file says, and the files.
struct Fixture {
    Fixture() { use(kSmallLimits); }

    void use(const ExtractionLimits& limits) {
        ReadingOptions options;
        options.worker = IZDE_MISBEHAVING_WORKER;
        options.limits = limits;
        reader = make_work_reader(options, analyzer());
    }

    std::vector<FileContents> read(const std::string& order) {
        const fs::path path = directory.path() / "file";
        write_file(path, order);
        std::vector<FileContents> all;
        reader->read(FileReader(path), path, [&](FileContents&& one) { all.push_back(std::move(one)); });
        return all;
    }

    /// The one answer to an order.
    FileContents read_one(const std::string& order) {
        std::vector<FileContents> all = read(order);
        BOOST_REQUIRE_EQUAL(all.size(), 1U);
        return std::move(all.front());
    }

    TemporaryDirectory directory;
    std::unique_ptr<WorkReader> reader;
};

std::string cause_of_unavailability(const fs::path& worker) {
    ReadingOptions options;
    options.worker = worker;
    TemporaryDirectory directory;
    const fs::path path = directory.path() / "file.txt";
    write_file(path, "text");
    try {
        make_work_reader(options, analyzer())->read(FileReader(path), path, [](FileContents&&) {});
    } catch (const WorkerUnavailable& error) {
        return error.what();
    }
    return "";
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(confined_reader, Fixture)

BOOST_AUTO_TEST_CASE(a_worker_may_compute_and_read_what_libraries_need_and_nothing_else) {
    for (const char* const allowed : {"make a thread", "read fonts"}) {
        const FileContents contents = read_one(allowed);
        BOOST_TEST_CONTEXT(allowed << ": " << contents.failure) {
            BOOST_REQUIRE_EQUAL(contents.warnings.size(), 1U);
            BOOST_TEST(contents.warnings[0] == "done");
        }
    }
    for (const char* const refused :
         {"make a file", "overwrite it", "empty it", "remove it", "rename it", "connect", "start a program",
          "make a process", "kill the indexer", "trace the indexer"}) {
        const FileContents contents = read_one(refused);
        BOOST_TEST_CONTEXT(refused << ": " << contents.failure) {
            BOOST_REQUIRE_EQUAL(contents.warnings.size(), 1U);
            BOOST_TEST(contents.warnings[0] == "EPERM");
        }
    }
    BOOST_TEST(fs::exists(directory.path() / "file"));
    BOOST_TEST(!fs::exists(directory.path() / "file.new"));
}

BOOST_AUTO_TEST_CASE(a_worker_prints_nothing) {
    if (kIsSanitized) {
        BOOST_TEST_MESSAGE("skipped: sanitizers print their reports");
        return;
    }
    const FileContents contents = read_one("write standard output");
    BOOST_REQUIRE_EQUAL(contents.warnings.size(), 1U);
    BOOST_TEST(contents.warnings[0] == "EPERM");
}

BOOST_AUTO_TEST_CASE(a_worker_reads_no_files_of_the_user) {
    const FileContents contents = read_one("read passwords");
    BOOST_REQUIRE_EQUAL(contents.warnings.size(), 1U);
    if (contents.warnings[0] == "done") {
        BOOST_TEST_MESSAGE("skipped: this kernel has no Landlock");
        return;
    }
    BOOST_TEST(contents.warnings[0] == "EACCES");
}

BOOST_AUTO_TEST_CASE(a_worker_that_dies_or_hangs_costs_one_file_and_the_cause_is_told) {
    const std::vector<std::pair<std::string, std::string>> causes = {
        {"crash", "the worker was killed by SIGSEGV"},
        {"abort", "the worker was killed by SIGABRT (libraries give up so, for want of memory above all)"},
        {"leave", "the worker gave up with status 5"},
        {"spin", "took more than 1 s of processor time"},
        {"say too much", "would give more than 16 MB of text"},
        {"talk nonsense", "the worker gave an answer that makes no sense"},
    };
    for (const auto& [order, cause] : causes) {
        BOOST_TEST(read_one("be good").works.size() == 1U);  // in the worker that then fails
        BOOST_TEST(read_one(order).failure == cause);
    }
    BOOST_TEST(read_one("be good").failure.empty());
}

BOOST_AUTO_TEST_CASE(a_run_that_is_stopped_does_not_wait_for_its_worker) {
    ReadingOptions options;
    options.worker = IZDE_MISBEHAVING_WORKER;
    options.limits = kSmallLimits;
    options.limits.clock = std::chrono::hours(24);
    std::stop_source stop;
    options.stop = stop.get_token();
    reader = make_work_reader(options, analyzer());
    std::jthread stopper([&stop] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        stop.request_stop();
    });
    BOOST_TEST(read_one("sleep").failure == "the run was stopped");
}

BOOST_AUTO_TEST_CASE(a_worker_that_only_waits_is_ended_by_the_clock) {
    ExtractionLimits limits = kSmallLimits;
    limits.clock = std::chrono::seconds(1);
    use(limits);
    BOOST_TEST(read_one("sleep").failure == "took longer than 1 s");
    BOOST_TEST(read_one("be good").failure.empty());
}

BOOST_AUTO_TEST_CASE(memory_is_limited) {
    if (kIsSanitized) {
        BOOST_TEST_MESSAGE("skipped: sanitizers need all address space");
        return;
    }
    BOOST_TEST(read_one("eat").failure == "needs more than 512 MB of memory");
    BOOST_TEST(read_one("be good").works.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_file_is_not_blamed_for_what_its_worker_read_before) {
    read("be good");
    const FileContents contents = read_one("crash by its past");
    BOOST_TEST(contents.failure.empty());
    BOOST_TEST(contents.works.size() == 1U);
}

BOOST_AUTO_TEST_CASE(of_an_archive_only_the_member_that_kills_is_lost) {
    const std::vector<FileContents> contents = read("archive");
    BOOST_REQUIRE_EQUAL(contents.size(), 3U);
    BOOST_TEST(contents[0].member == "m1");
    BOOST_TEST(contents[0].failure.empty());
    BOOST_TEST(contents[1].member == "m2");
    BOOST_TEST(contents[1].failure == "the worker was killed by SIGSEGV");
    BOOST_TEST(contents[2].member == "m3");
    BOOST_TEST(contents[2].failure.empty());
}

BOOST_AUTO_TEST_CASE(what_is_no_worker_is_named) {
    BOOST_TEST(cause_of_unavailability("/nowhere/izde-extract").find("/nowhere/izde-extract") !=
               std::string::npos);
    BOOST_TEST(cause_of_unavailability("/bin/true") == "/bin/true: the worker gave up with status 0");
}

BOOST_AUTO_TEST_CASE(confined_and_unconfined_reading_make_the_same_index) {
    BuildOptions options;
    options.reading.local = make_local_reader;
    options.roots = {"examples/corpus"};
    options.index = directory.path() / "here";
    build(options, analyzer());
    const IndexDigest here = digest_index(options.index, analyzer().fingerprint(), {{"прав"}});
    options.index = directory.path() / "confined";
    options.reading.local = {};
    options.reading.worker = IZDE_WORKER;
    build(options, analyzer());
    BOOST_TEST((digest_index(options.index, analyzer().fingerprint(), {{"прав"}}) == here));
    BOOST_TEST(here.works.size() > 20U);
}

BOOST_AUTO_TEST_SUITE_END()
