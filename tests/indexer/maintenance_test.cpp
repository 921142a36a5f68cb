#include <boost/test/unit_test.hpp>
#include <fstream>

#include "indexer/build.hpp"
#include "indexer/check.hpp"
#include "indexer/compact.hpp"
#include "indexer/index_directory.hpp"
#include "indexer/local_reader.hpp"
#include "indexer/statistics.hpp"
#include "tests/support/files.hpp"
#include "tests/support/index_digest.hpp"
#include "tests/support/small_corpus.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace izde::indexer;
using namespace izde::tests;
using izde::analyzers::Analyzer;
using izde::store::IndexError;
namespace fs = std::filesystem;

namespace {

/// An index of two texts, three lines and a file that is no text.
struct Fixture {
    Fixture() {
        write_file(corpus / "бір.TXT", made_up_text(1, 200));
        write_file(corpus / "екі.txt", made_up_text(2, 300));
        for (const int number : {1, 2, 3})
            lines += json_line("d" + std::to_string(number), "Тақырып", made_up_text(number, 90));
        write_file(corpus / "том.jsonl", lines + "{broken\n");
        write_file(corpus / "сурет.png", "\x89PNG");
        build();
    }

    BuildReport build() const {
        BuildOptions options;
        options.reading.local = make_local_reader;
        options.roots = {corpus};
        options.index = index;
        return izde::indexer::build(options, analyzer);
    }

    IndexDigest digest() const {
        return digest_index(index, analyzer.fingerprint(), {{"басқар"}, {"прав", "закон"}});
    }

    Analyzer analyzer;
    TemporaryDirectory directory;
    fs::path corpus = directory.path() / "қор";
    fs::path index = directory.path() / "индекс";
    std::string lines;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(maintenance, Fixture)

BOOST_AUTO_TEST_CASE(statistics_count_what_stands_in_the_index) {
    const Statistics statistics = statistics_of(index, analyzer);
    BOOST_TEST(statistics.works == 5U);
    BOOST_TEST(statistics.files == 3U);
    BOOST_TEST(statistics.files_by_suffix.at(".txt") == 2U);
    BOOST_TEST(statistics.files_by_suffix.at(".jsonl") == 1U);
    std::uint64_t kinds = 0;
    for (const auto& [kind, works] : statistics.works_by_kind) kinds += works;
    BOOST_TEST(kinds == 5U);
    BOOST_TEST(statistics.words > statistics.stems);
    BOOST_TEST(statistics.stems > 10U);
    BOOST_TEST(statistics.text_bytes >= 2000U);
    BOOST_TEST(statistics.index_bytes > 0U);
    BOOST_REQUIRE(statistics.skipped.size() == 2U);
    BOOST_TEST(statistics.skipped[0].path == (corpus / "сурет.png").string());
    BOOST_TEST(!statistics.skipped[0].is_failure);
    BOOST_TEST(statistics.skipped[1].path.ends_with("том.jsonl:4"));
    BOOST_TEST(statistics.skipped[1].is_failure);
}

BOOST_AUTO_TEST_CASE(what_was_passed_over_is_renewed_below_the_roots_of_a_run_alone) {
    const fs::path other = directory.path() / "басқа";
    write_file(other / "тағы.gif", "GIF");
    BuildOptions options;
    options.reading.local = make_local_reader;
    options.roots = {other};
    options.index = index;
    izde::indexer::build(options, analyzer);
    BOOST_TEST(statistics_of(index, analyzer).skipped.size() == 3U);
    write_file(corpus / "том.jsonl", lines);
    build();
    BOOST_TEST(statistics_of(index, analyzer).skipped.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_sound_index_has_no_damage_and_tells_files_that_went_or_changed) {
    CheckReport report = check_index(index, analyzer);
    BOOST_TEST(report.damages.empty());
    BOOST_TEST(report.lost.empty());
    BOOST_TEST(report.changed.empty());
    BOOST_TEST(report.works == 5U);
    BOOST_TEST(report.files == 3U);
    fs::remove(corpus / "екі.txt");
    write_file(corpus / "бір.TXT", made_up_text(9, 210));
    report = check_index(index, analyzer);
    BOOST_TEST(report.damages.empty());
    BOOST_REQUIRE(report.lost.size() == 1U);
    BOOST_TEST(report.lost.front() == (corpus / "екі.txt").string());
    BOOST_REQUIRE(report.changed.size() == 1U);
    BOOST_TEST(report.changed.front() == (corpus / "бір.TXT").string());
}

BOOST_AUTO_TEST_CASE(damage_in_a_table_or_a_record_is_told) {
    const std::string shard = izde::store::read_manifest(index).shards.front();
    {
        Xapian::WritableDatabase database((index / shard).string());
        BOOST_REQUIRE(database.get_doccount() > 0U);
        const Xapian::docid first = *database.postlist_begin("");
        Xapian::Document document = database.get_document(first);
        document.set_data(document.get_data().substr(0, 20));
        database.replace_document(first, document);
    }
    CheckReport report = check_index(index, analyzer);
    BOOST_REQUIRE(report.damages.size() == 2U);  // the record, and its file that lacks a work
    BOOST_TEST(report.damages[0].find("does not parse") != std::string::npos);

    const fs::path table = index / shard / "postlist.glass";
    std::fstream file(table, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(100);
    file << std::string(2000, '\xAA');
    file.close();
    report = check_index(index, analyzer);
    BOOST_REQUIRE(!report.damages.empty());
    BOOST_TEST(report.damages[0].starts_with(shard + ": "));
}

BOOST_AUTO_TEST_CASE(no_index_is_an_error) {
    BOOST_CHECK_THROW(check_index(directory.path() / "жоқ", analyzer), IndexError);
    BOOST_CHECK_THROW(statistics_of(directory.path() / "жоқ", analyzer), IndexError);
    BOOST_CHECK_THROW(compact_index(directory.path() / "жоқ", analyzer), IndexError);
    BOOST_TEST(!fs::exists(directory.path() / "жоқ"));
}

BOOST_AUTO_TEST_CASE(a_compact_index_answers_as_before) {
    for (unsigned round = 0; round < 5; ++round) {
        write_file(corpus / "екі.txt", made_up_text(20 + round, 4000));
        build();
    }
    const IndexDigest before = digest();
    const Xapian::Database reader = izde::store::open_for_reading(index, analyzer.fingerprint());
    const CompactReport report = compact_index(index, analyzer);
    BOOST_TEST(report.bytes_after < report.bytes_before);
    BOOST_TEST((digest() == before));
    BOOST_TEST(reader.get_doccount() == 5U);  // who had it open keeps it
    BOOST_TEST(check_index(index, analyzer).damages.empty());
    BOOST_TEST(build().files_unchanged == 3U);
}

BOOST_AUTO_TEST_CASE(a_writer_keeps_compaction_away) {
    const IndexDirectory writer(index, analyzer.fingerprint(), 2, false);
    BOOST_CHECK_EXCEPTION(compact_index(index, analyzer), IndexError,
                          [](const IndexError& error) { return error.code() == IndexError::Code::locked; });
}

BOOST_AUTO_TEST_SUITE_END()
