#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <thread>

#include "indexer/build.hpp"
#include "indexer/index_directory.hpp"
#include "indexer/local_reader.hpp"
#include "indexer/shard_writer.hpp"
#include "tests/support/files.hpp"
#include "tests/support/index_digest.hpp"
#include "tests/support/small_corpus.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace izde::indexer;
using izde::analyzers::Analyzer;
using izde::store::IndexError;
namespace store = izde::store;
using namespace izde::tests;
namespace fs = std::filesystem;

namespace {

const Analyzer& analyzer() {
    static const Analyzer it;
    return it;
}

struct Fixture {
    void write_lines(unsigned first, unsigned count) const {
        std::string text;
        for (unsigned i = first; i < first + count; ++i) {
            text += json_line(std::to_string(i), "Тақырып", made_up_text(i, 300));
        }
        write_file(corpus / ("том" + std::to_string(first) + ".jsonl"), text);
    }

    BuildReport build(std::size_t commit_bytes = 0, bool rebuild = false) const {
        BuildOptions options;
        options.reading.local = make_local_reader;
        options.roots = {corpus};
        options.index = index;
        options.commit_bytes = commit_bytes;
        options.rebuild = rebuild;
        return izde::indexer::build(options, analyzer());
    }

    IndexDigest digest() const { return digest_index(index, analyzer().fingerprint(), {{"прав", "басқар"}}); }

    /// Runs `work` in a child process; its exit status, or -1 where a signal ended it.
    template <typename Work>
    static int in_child(const Work& work) {
        const pid_t child = ::fork();
        if (child == 0) ::_exit(work());
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    TemporaryDirectory directory;
    fs::path corpus = directory.path() / "корпус";
    fs::path index = directory.path() / "индекс";
};

auto has_code(IndexError::Code code) {
    return [code](const IndexError& error) { return error.code() == code; };
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(failures, Fixture)

BOOST_AUTO_TEST_CASE(a_second_writer_is_refused_and_the_index_left_as_it_is) {
    write_lines(0, 20);
    build();
    const IndexDigest before = digest();
    write_lines(100, 20);
    {
        const IndexLock other(index);
        BOOST_CHECK_EXCEPTION(build(), IndexError, has_code(IndexError::Code::locked));
    }
    BOOST_TEST((digest() == before));
    BOOST_TEST(build().works_added == 20U);
}

BOOST_AUTO_TEST_CASE(an_index_of_another_analysis_asks_for_a_rebuild) {
    write_lines(0, 20);
    build();
    izde::store::Manifest manifest = izde::store::read_manifest(index);
    manifest.analysis_fingerprint ^= 1U;
    izde::store::write_manifest(index, manifest);
    BOOST_CHECK_EXCEPTION(build(), IndexError, [](const IndexError& error) {
        return error.code() == IndexError::Code::other_analysis &&
               std::string(error.what()).find("izde index --rebuild") != std::string::npos;
    });
    BOOST_TEST(build(0, true).works_total == 20U);
}

BOOST_AUTO_TEST_CASE(a_lost_table_is_damage_though_it_reads_as_an_empty_one) {
    write_lines(0, 40);
    build();
    fs::remove(index / izde::store::read_manifest(index).shards[0] / "docdata.glass");
    BOOST_CHECK_EXCEPTION(build(), IndexError, [](const IndexError& error) {
        return error.code() == IndexError::Code::corrupt &&
               std::string(error.what()).find("izde index --rebuild") != std::string::npos;
    });
    BOOST_TEST(build(0, true).works_total == 40U);
}

BOOST_AUTO_TEST_CASE(a_broken_line_is_reported_by_every_run_until_it_is_mended) {
    const std::string good = json_line("1", "Тақырып", made_up_text(1, 300));
    const auto failures = [](const BuildReport& report) {
        return std::count_if(report.skipped.begin(), report.skipped.end(),
                             [](const Skipped& one) { return one.is_failure; });
    };
    write_file(corpus / "том.jsonl", good + "{\"_id\": \n");
    for (int run = 0; run < 2; ++run) {
        const BuildReport report = build();
        BOOST_TEST(failures(report) == 1);
        BOOST_TEST(report.works_total == 1U);
        BOOST_TEST(report.skipped.front().cause.starts_with("not JSON (byte 9): unexpected end of input"));
    }
    write_file(corpus / "том.jsonl", good + json_line("2", "Тақырып", made_up_text(2, 300)));
    BOOST_TEST(failures(build()) == 0);
}

BOOST_AUTO_TEST_CASE(prune_does_not_pass_a_root_that_never_was) {
    write_lines(0, 5);
    build();
    BuildOptions options;
    options.reading.local = make_local_reader;
    options.roots = {corpus, directory.path() / "мистип"};
    options.index = index;
    options.prune = true;
    BOOST_CHECK_THROW(izde::indexer::build(options, analyzer()), BuildError);
}

BOOST_AUTO_TEST_CASE(rubbish_under_the_name_of_a_format_fails_with_a_cause) {
    write_lines(0, 5);
    for (const char* const name : {"a.pdf", "a.docx", "a.odt", "a.epub", "a.doc", "a.rtf", "a.zip"})
        write_file(corpus / name, "rubbish\x01\x02\x03");
    const BuildReport report = build();
    BOOST_TEST(report.works_total == 5U);
    BOOST_TEST(report.skipped.size() == 7U);
    for (const Skipped& one : report.skipped) BOOST_TEST(one.is_failure, one.path << ": " << one.cause);
}

BOOST_AUTO_TEST_CASE(a_truncated_index_file_is_an_error_and_a_rebuild_mends_it) {
    write_lines(0, 200);
    for (const char* const table : {"postlist.glass", "docdata.glass", "termlist.glass", "iamglass"}) {
        build(0, true);
        const fs::path file = index / izde::store::read_manifest(index).shards[0] / table;
        fs::resize_file(file, fs::file_size(file) / 3);
        write_lines(1000, 200);
        bool was_noticed = false;  // by the writer, or by whoever reads it all: neither crashes
        try {
            build();
            digest();
        } catch (const IndexError&) {
            was_noticed = true;
        } catch (const Xapian::Error&) {
            was_noticed = true;
        }
        BOOST_TEST_CONTEXT(table) BOOST_TEST(was_noticed);
        BOOST_TEST(build(0, true).works_total == 400U);
        BOOST_TEST(digest().works.size() == 400U);
        fs::remove(corpus / "том1000.jsonl");
    }
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_an_error_and_the_next_run_finishes_the_work) {
    write_lines(0, 30);
    build();
    const IndexDigest before = digest();
    write_lines(100, 3000);
    // A limit on the size of any file stands for the full disk: writes fail in the middle of the index's
    // tables.
    const int status = in_child([&] {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{512 * 1024, 512 * 1024};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        try {
            build();
        } catch (const IndexError& error) {
            return error.code() == IndexError::Code::io ? 42 : 43;
        }
        return 0;
    });
    BOOST_TEST(status == 42);
    BOOST_TEST((digest() == before));
    build();
    const IndexDigest finished = digest();
    BOOST_TEST(finished.works.size() == 3030U);
    build(0, true);
    BOOST_TEST((digest() == finished));
}

BOOST_AUTO_TEST_CASE(files_that_change_while_they_are_read_are_right_after_the_next_run) {
    for (unsigned i = 0; i < 40; ++i) write_lines(i * 100, 5);
    std::atomic<bool> is_over{false};
    std::thread writer([&] {
        for (unsigned round = 0; !is_over; ++round) write_lines(round % 40 * 100, 5 + round % 7);
    });
    for (int run = 0; run < 5; ++run) BOOST_CHECK_NO_THROW(build());
    is_over = true;
    writer.join();
    build();
    const IndexDigest updated = digest();
    build(0, true);
    BOOST_TEST((digest() == updated));
}

BOOST_AUTO_TEST_CASE(a_reader_keeps_its_index_while_a_writer_replaces_it) {
    write_lines(0, 200);
    build();
    const Xapian::Database reader = izde::store::open_for_reading(index, analyzer().fingerprint());
    write_lines(1000, 400);
    build();  // one commit; most is new, so the shards are written anew and the old ones removed
    BOOST_TEST(reader.get_doccount() == 200U);
    std::size_t read = 0;
    for (auto posting = reader.postlist_begin(""); posting != reader.postlist_end(""); ++posting) {
        read += izde::store::decode_work(reader.get_document(*posting).get_data()).text.empty() ? 0 : 1;
    }
    BOOST_TEST(read == 200U);
    BOOST_TEST(digest().works.size() == 600U);
}

BOOST_AUTO_TEST_CASE(a_reader_that_was_overtaken_by_commits_opens_again) {
    write_lines(0, 200);
    build();
    const Xapian::Database reader = izde::store::open_for_reading(index, analyzer().fingerprint());
    write_lines(1000, 100);  // less than half: the shards stay where they are
    build(20000);
    bool was_overtaken = false;
    try {
        for (auto posting = reader.postlist_begin("прав"); posting != reader.postlist_end("прав");
             ++posting) {
            reader.get_document(*posting).get_data();
        }
    } catch (const Xapian::DatabaseModifiedError&) {
        was_overtaken = true;
    }
    BOOST_TEST(was_overtaken);
    BOOST_TEST(izde::store::open_for_reading(index, analyzer().fingerprint()).get_doccount() == 300U);
}

BOOST_AUTO_TEST_CASE(a_shard_that_cannot_be_compacted_keeps_what_was_committed) {
    const std::string path = (directory.path() / "shard").string();
    { Xapian::WritableDatabase(path, Xapian::DB_CREATE).commit(); }
    ShardWriter writer(path, analyzer(), 1000000);
    store::Work work;
    work.id = "d1";
    work.path = "/том.jsonl";
    writer.take(BeginFile{1, work.path, false});
    writer.take(AddWork{1, work, {}});
    store::FileRecord record;
    record.path = work.path;
    writer.take(EndFile{1, record, false});
    BOOST_TEST(!writer.finish((directory.path() / "нет" / "такого").string()));
    BOOST_TEST(writer.report().warnings.size() == 1U);
    BOOST_TEST(Xapian::Database(path).get_doccount() == 1U);
}

BOOST_AUTO_TEST_CASE(many_commits_amid_a_file_end_as_one_would) {
    write_lines(0, 300);
    build();
    const IndexDigest once = digest();
    build(20000, true);
    BOOST_TEST((digest() == once));
}

BOOST_AUTO_TEST_SUITE_END()
