#include <boost/test/unit_test.hpp>

#include "indexer/build.hpp"
#include "indexer/local_reader.hpp"
#include "indexer/read_works.hpp"
#include "indexer/work_reader.hpp"
#include "tests/support/files.hpp"
#include "tests/support/index_digest.hpp"
#include "tests/support/small_corpus.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/support/zip.hpp"

using namespace izde::indexer;
using namespace izde::tests;
namespace fs = std::filesystem;

namespace {

const izde::analyzers::Analyzer& analyzer() {
    static const izde::analyzers::Analyzer it;
    return it;
}

const std::string kText = made_up_text(1, 100);

struct Fixture {
    std::vector<FileContents> read(const std::string& name, const std::string& bytes) {
        const fs::path path = directory.path() / name;
        write_file(path, bytes);
        std::vector<FileContents> all;
        make_local_reader(options, analyzer())->read(FileReader(path), path, [&](FileContents&& one) {
            all.push_back(std::move(one));
        });
        return all;
    }

    /// A line for each member: its name and what came of it.
    std::string told(const std::string& name, const std::string& bytes) {
        std::string lines;
        for (const FileContents& one : read(name, bytes)) {
            lines += one.member + ": " +
                     (one.failure.empty() ? std::to_string(one.works.size()) + " works" : one.failure) + "\n";
            for (const BadLine& line : one.bad_lines) lines += "line " + std::to_string(line.number) + "\n";
        }
        return lines;
    }

    BuildReport build() const {
        BuildOptions run;
        run.reading.local = make_local_reader;
        run.roots = {directory.path() / "corpus"};
        run.index = directory.path() / "db";
        return izde::indexer::build(run, analyzer());
    }

    IndexDigest digest() const { return digest_index(directory.path() / "db", analyzer().fingerprint(), {}); }

    TemporaryDirectory directory;
    ReadingOptions options;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(archives, Fixture)

BOOST_AUTO_TEST_CASE(every_packing_gives_the_files_in_it) {
    const std::vector<std::pair<std::string, std::string>> files = {
        {"том/бір.txt", kText}, {"сурет.png", "\x89PNG"}, {"екі.md", kText}};
    for (const auto& [name, packing] :
         std::vector<std::pair<std::string, Packing>>{{"a.zip", Packing::zip},
                                                      {"a.tar", Packing::tar},
                                                      {"a.tar.gz", Packing::tar_gz},
                                                      {"a.tgz", Packing::tar_gz},
                                                      {"a.tar.bz2", Packing::tar_bz2},
                                                      {"a.tar.xz", Packing::tar_xz},
                                                      {"a.zip", Packing::tar_gz}}) {
        BOOST_TEST_CONTEXT(name)
        BOOST_TEST(told(name, make_archive(packing, files)) ==
                   "том/бір.txt: 1 works\nсурет.png: of a format that izde does not read\nекі.md: 1 works\n");
    }
    BOOST_TEST(told("том.txt.gz", make_archive(Packing::gz, {{"", kText}})) == "том.txt: 1 works\n");
}

BOOST_AUTO_TEST_CASE(works_are_named_by_archive_and_member) {
    const std::vector<FileContents> contents = read("a.zip", make_zip({{"x/1.txt", kText}}));
    BOOST_REQUIRE_EQUAL(contents.size(), 1U);
    BOOST_TEST(contents[0].works.at(0).work.path == (directory.path() / "a.zip!/x/1.txt").string());
}

BOOST_AUTO_TEST_CASE(archives_within_archives_are_read_to_a_depth) {
    std::string bytes = make_zip({{"leaf.txt", kText}});
    bytes = make_archive(Packing::tar_gz, {{"second.zip", bytes}, {"b.txt", kText}});
    bytes = make_zip({{"first.tar.gz", bytes}});
    BOOST_TEST(told("a.zip", bytes) ==
               "first.tar.gz!/second.zip!/leaf.txt: 1 works\nfirst.tar.gz!/b.txt: 1 works\n");
    BOOST_TEST(told("a.zip", make_zip({{"zero.zip", bytes}})) ==
               "zero.zip!/first.tar.gz!/second.zip: an archive within 3 others is not read\n"
               "zero.zip!/first.tar.gz!/b.txt: 1 works\n");
}

BOOST_AUTO_TEST_CASE(json_lines_in_an_archive_are_works) {
    BOOST_TEST(told("a.tar", make_archive(Packing::tar, {{"a.jsonl", json_line("1", "", kText) + "{\n" +
                                                                         json_line("2", "", kText)}})) ==
               "a.jsonl: 2 works\nline 2\n");
}

BOOST_AUTO_TEST_CASE(what_nobody_wants_is_passed_over_in_silence) {
    BOOST_TEST(told("a.zip", make_zip({{"__MACOSX/._a.txt", kText},
                                       {"~$a.docx", kText},
                                       {".git/a.txt", kText},
                                       {"./a.txt", kText}})) == "a.txt: 1 works\n");
}

BOOST_AUTO_TEST_CASE(names_in_old_code_pages_are_decoded) {
    // «Сборник статей» in IBM866, as Windows' own zip wrote it
    const std::string name = "\x91\xA1\xAE\xE0\xAD\xA8\xAA \xE1\xE2\xA0\xE2\xA5\xA9.txt";
    BOOST_TEST(told("a.zip", make_zip({{name, kText}})) == "Сборник статей.txt: 1 works\n");
}

BOOST_AUTO_TEST_CASE(broken_members_cost_themselves) {
    BOOST_TEST(told("a.zip", make_zip({{"a.txt", kText}, {"b.pdf", "%PDF-1.4"}, {"c.txt", kText}})) ==
               "a.txt: 1 works\nb.pdf: not readable as PDF\nc.txt: 1 works\n");
    std::string zip = make_zip({{"a.txt", kText}, {"b.txt", made_up_text(2, 300)}, {"c.txt", kText}});
    zip[zip.find("b.txt") + 200] ^= 0x55;
    const std::string lines = told("a.zip", zip);
    BOOST_TEST(lines.find("a.txt: 1 works\nb.txt: not readable as archive") == 0U);
    BOOST_TEST(lines.find("c.txt: 1 works") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_archive_that_breaks_off_says_so_after_what_it_held) {
    std::string tar = make_archive(Packing::tar, {{"a.txt", kText}, {"b.txt", kText}});
    tar.resize(tar.size() / 2);
    const std::string lines = told("a.tar", tar);
    BOOST_TEST(lines.starts_with("a.txt: 1 works\n"));
    BOOST_TEST(lines.find("not readable as archive") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(bombs_are_stopped) {
    options.limits.unpacked_bytes = 1U << 20U;
    const std::string zeros(64U << 20U, '0');
    BOOST_TEST(told("a.zip", make_zip({{"a.txt", kText}, {"b.txt", zeros}, {"c.txt", kText}}))
                   .find("unpacks to more than") != std::string::npos);
    BOOST_TEST(told("a.txt.gz", make_archive(Packing::gz, {{"", zeros}})).find("unpacks to more than") !=
               std::string::npos);
    // Also where it is in a file that nobody reads, and where it is packed twice.
    BOOST_TEST(told("a.tar.gz", make_archive(Packing::tar_gz, {{"b.bin", zeros}, {"c.txt", kText}}))
                   .find("unpacks to more than") != std::string::npos);
    const std::string inner = make_zip({{"a.txt", kText}, {"c.txt", zeros}});
    BOOST_TEST(told("a.zip", make_zip({{"b.zip", inner}})).find("unpacks to more than") != std::string::npos);
    options.limits.archive_files = 3;
    BOOST_TEST(told("a.zip", make_zip({{"1.txt", "a"}, {"2.txt", "a"}, {"3.txt", "a"}, {"4.txt", "a"}}))
                   .ends_with(": holds more than 3 files; the rest is not read\n"));
}

BOOST_AUTO_TEST_CASE(reading_can_begin_at_any_member) {
    const fs::path path = directory.path() / "a.zip";
    write_file(path, make_zip({{"1.txt", kText},
                               {"b.zip", make_zip({{"2.txt", kText}, {"x.png", ""}})},
                               {"3.txt", kText}}));
    CitationReader citations(analyzer());
    for (std::uint64_t first = 0; first <= 5; ++first) {
        std::vector<std::uint64_t> numbers;
        read_works(
            FileReader(path).descriptor(), path, first, {{}, citations},
            [&](std::uint64_t number, const std::string&) { numbers.push_back(number); },
            [](FileContents&&) {});
        std::vector<std::uint64_t> expected;
        for (std::uint64_t number = std::max<std::uint64_t>(first, 1); number <= 4; ++number)
            expected.push_back(number);
        BOOST_TEST(numbers == expected, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(an_archive_is_brought_up_to_date_and_removed) {
    const fs::path path = directory.path() / "corpus" / "a.zip";
    const auto text = [](std::uint64_t seed) { return made_up_text(seed, 80); };
    write_file(path, make_zip({{"1.txt", text(1)}, {"2.txt", text(2)}, {"3.txt", text(3)}}));
    BOOST_TEST(build().works_added == 3U);
    BOOST_TEST(build().files_unchanged == 1U);
    write_file(path, make_zip({{"1.txt", text(1)}, {"2.txt", text(20)}, {"4.txt", text(4)}}));
    const BuildReport report = build();
    BOOST_TEST(report.files_changed == 1U);
    BOOST_TEST(report.works_total == 3U);
    BOOST_TEST(report.works_unchanged == 1U);
    const IndexDigest updated = digest();
    fs::remove_all(directory.path() / "db");
    build();
    BOOST_TEST((digest() == updated));
    write_file(directory.path() / "corpus" / "b.txt", text(9));
    fs::remove(path);
    BOOST_TEST(build().works_total == 1U);
}

BOOST_AUTO_TEST_CASE(an_archive_with_a_broken_member_is_tried_again) {
    write_file(directory.path() / "corpus" / "a.zip", make_zip({{"1.txt", kText}, {"2.pdf", "%PDF-"}}));
    for (int run = 0; run < 2; ++run) {
        const BuildReport report = build();
        BOOST_REQUIRE_EQUAL(report.skipped.size(), 1U);
        BOOST_TEST(report.skipped[0].path == (directory.path() / "corpus" / "a.zip!/2.pdf").string());
        BOOST_TEST(report.skipped[0].is_failure);
        BOOST_TEST(report.works_total == 1U);
    }
}

BOOST_AUTO_TEST_SUITE_END()
