#include "indexer/build.hpp"
#include "indexer/local_reader.hpp"

#include <boost/test/unit_test.hpp>
#include <map>

#include "indexer/corpus.hpp"
#include "tests/support/files.hpp"
#include "tests/support/index_digest.hpp"
#include "tests/support/small_corpus.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace izde::indexer;
using izde::analyzers::Analyzer;
using izde::store::IndexError;
using namespace izde::tests;
namespace fs = std::filesystem;

namespace {

const Analyzer& analyzer() {
    static const Analyzer it;
    return it;
}

/// A corpus of two directories and an index beside them.
struct Fixture {
    Fixture() {
        write_file(a / "бір.txt", made_up_text(1, 200));
        write_file(a / "екі.txt", made_up_text(2, 300));
        write_file(b / "үш.txt", made_up_text(3, 400));
        write_file(b / "том.jsonl", lines({1, 2, 3, 4, 5, 6}));
    }

    static std::string lines(const std::vector<int>& numbers, int changed = 0) {
        std::string text;
        for (const int number : numbers) {
            text += json_line(
                "d" + std::to_string(number), "Тақырып " + std::to_string(number),
                made_up_text(static_cast<unsigned>(100 + number + (number == changed ? 1000 : 0)), 100));
        }
        return text;
    }

    BuildReport build(std::vector<fs::path> roots, bool prune = false, bool rebuild = false) const {
        BuildOptions options;
        options.reading.local = make_local_reader;
        options.roots = std::move(roots);
        options.index = index;
        options.prune = prune;
        options.rebuild = rebuild;
        return izde::indexer::build(options, analyzer());
    }
    BuildReport build() const { return build({a, b}); }

    IndexDigest digest() const {
        return digest_index(index, analyzer().fingerprint(), {{"басқар"}, {"прав", "мониторинг", "закон"}});
    }

    std::size_t works_of(const fs::path& file) const {
        std::size_t count = 0;
        for (const auto& [name, hash] : digest().works)
            count += name.starts_with(file.string() + '\x1F') ? 1 : 0;
        return count;
    }

    TemporaryDirectory directory;
    fs::path a = directory.path() / "а";
    fs::path b = directory.path() / "б";
    fs::path index = directory.path() / "индекс";
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(build_and_update, Fixture)

BOOST_AUTO_TEST_CASE(a_first_run_takes_all_and_a_second_changes_nothing) {
    const BuildReport first = build();
    BOOST_TEST(first.files_added == 4U);
    BOOST_TEST(first.works_added == 9U);
    BOOST_TEST(first.works_total == 9U);
    BOOST_TEST(first.skipped.empty());
    std::uint64_t by_language = 0;
    for (const auto& [language, works] : first.works_by_language) by_language += works;
    BOOST_TEST(by_language == 9U);
    const IndexDigest before = digest();
    BOOST_TEST(before.works.size() == 9U);

    const BuildReport second = build();
    BOOST_TEST(second.files_unchanged == 4U);
    BOOST_TEST(second.works_added + second.works_changed + second.works_removed == 0U);
    BOOST_TEST(second.works_total == 9U);
    BOOST_TEST((digest() == before));
}

BOOST_AUTO_TEST_CASE(a_touched_file_is_hashed_and_left) {
    build();
    const IndexDigest before = digest();
    fs::last_write_time(a / "бір.txt", fs::file_time_type::clock::now() + std::chrono::hours(1));
    const BuildReport report = build();
    BOOST_TEST(report.files_unchanged == 4U);
    BOOST_TEST(report.works_changed == 0U);
    BOOST_TEST((digest() == before));
}

BOOST_AUTO_TEST_CASE(a_change_within_one_tick_of_the_same_size_and_time_is_seen) {
    const fs::path file = a / "бір.txt";
    std::string text = made_up_text(1, 200);
    write_file(file, text);
    build();
    const fs::file_time_type time = fs::last_write_time(file);
    std::swap(text[0], text[2]);  // first letters: another word, the same size
    std::swap(text[1], text[3]);
    write_file(file, text);
    fs::last_write_time(file, time);
    BOOST_TEST(build().files_changed == 1U);
}

BOOST_AUTO_TEST_CASE(an_update_ends_as_a_fresh_build_would) {
    build();
    write_file(a / "бір.txt", made_up_text(11, 250));
    write_file(a / "жаңа.txt", made_up_text(12, 100));
    fs::remove(b / "үш.txt");
    fs::rename(a / "екі.txt", b / "екі.txt");
    const BuildReport report = build();
    BOOST_TEST(report.files_added == 2U);
    BOOST_TEST(report.files_changed == 1U);
    BOOST_TEST(report.files_removed == 2U);
    BOOST_TEST(report.files_unchanged == 1U);
    const IndexDigest updated = digest();
    build({a, b}, false, true);
    BOOST_TEST((digest() == updated));
}

BOOST_AUTO_TEST_CASE(lines_are_updated_one_by_one) {
    build();
    write_file(b / "том.jsonl", lines({7, 1, 3, 4, 5, 6}, 4));  // 2 gone, 7 new, 4 changed, order changed
    const BuildReport report = build();
    BOOST_TEST(report.works_added == 1U);
    BOOST_TEST(report.works_changed == 1U);
    BOOST_TEST(report.works_removed == 1U);
    BOOST_TEST(report.works_unchanged == 4U);
    BOOST_TEST(works_of(b / "том.jsonl") == 6U);
}

BOOST_AUTO_TEST_CASE(a_volume_is_spread_over_the_shards_and_gathered_when_it_shrinks) {
    const auto shards_of = [&](const fs::path& file) {
        std::size_t count = 0;
        for (const std::string& shard : izde::store::read_manifest(index).shards) {
            const Xapian::Database database((index / shard).string());
            count += database.term_exists(izde::store::file_term(normal_path(file))) ? 1 : 0;
        }
        return count;
    };
    build();
    BOOST_TEST(shards_of(a / "бір.txt") == 1U);
    for (const std::size_t words : {30000U, 200U, 40000U}) {
        write_file(a / "бір.txt", made_up_text(words, words));
        const BuildReport report = build();
        BOOST_TEST(report.files_changed == 1U);
        BOOST_TEST(shards_of(a / "бір.txt") == (words > 1000 ? 2U : 1U));
        BOOST_TEST(build().files_unchanged == 4U);
        const IndexDigest updated = digest();
        build({a, b}, false, true);
        BOOST_TEST((digest() == updated));
    }
    fs::remove(a / "бір.txt");
    BOOST_TEST(build().files_removed == 1U);
    BOOST_TEST(shards_of(a / "бір.txt") == 0U);
}

BOOST_AUTO_TEST_CASE(a_second_line_with_an_id_is_a_warning_and_the_same_id_in_two_files_is_none) {
    write_file(b / "том.jsonl", lines({1, 2}) + lines({2}, 2));
    write_file(a / "басқа.jsonl", lines({1}));
    const BuildReport report = build();
    BOOST_REQUIRE(report.warnings.size() == 1U);
    BOOST_TEST(report.warnings[0].find("том.jsonl: line 3") != std::string::npos);
    BOOST_TEST(report.warnings[0].find("\"d2\"") != std::string::npos);
    BOOST_TEST(works_of(b / "том.jsonl") == 2U);
    BOOST_TEST(works_of(a / "басқа.jsonl") == 1U);
}

BOOST_AUTO_TEST_CASE(a_bad_line_is_a_failure_and_the_others_are_taken) {
    write_file(b / "том.jsonl", lines({1}) + "{\n" + lines({2}));
    const BuildReport report = build();
    BOOST_REQUIRE(report.skipped.size() == 1U);
    BOOST_TEST(report.skipped[0].is_failure);
    BOOST_TEST(report.skipped[0].path.ends_with("том.jsonl:2"));
    BOOST_TEST(works_of(b / "том.jsonl") == 2U);
}

BOOST_AUTO_TEST_CASE(vanished_files_go_only_below_the_named_roots) {
    build();
    fs::remove(a / "бір.txt");
    fs::remove(b / "үш.txt");
    const BuildReport report = build({a});
    BOOST_TEST(report.files_removed == 1U);
    BOOST_TEST(works_of(a / "бір.txt") == 0U);
    BOOST_TEST(works_of(b / "үш.txt") == 1U);
}

BOOST_AUTO_TEST_CASE(a_missing_or_emptied_root_is_an_error_unless_pruned) {
    build();
    const IndexDigest before = digest();
    const auto says_prune = [](const BuildError& error) {
        return std::string(error.what()).find("--prune") != std::string::npos;
    };
    for (const auto& entry : fs::directory_iterator(a)) fs::remove(entry.path());
    BOOST_CHECK_EXCEPTION(build(), BuildError, says_prune);
    fs::remove(a);
    BOOST_CHECK_EXCEPTION(build(), BuildError, says_prune);
    BOOST_TEST((digest() == before));
    BOOST_TEST(build({a, b}, true).works_removed == 2U);
    BOOST_TEST(works_of(b / "үш.txt") == 1U);
}

BOOST_AUTO_TEST_CASE(a_missing_root_makes_no_index) {
    BOOST_CHECK_THROW(build({directory.path() / "қате"}), BuildError);
    BOOST_TEST(!fs::exists(index));
}

BOOST_AUTO_TEST_CASE(an_empty_file_is_skipped_once_and_again) {
    write_file(a / "бос.txt", "");
    for (int run = 0; run < 2; ++run) {
        const BuildReport report = build();
        BOOST_REQUIRE(report.skipped.size() == 1U);
        BOOST_TEST(!report.skipped[0].is_failure);
        BOOST_TEST(report.skipped[0].path.ends_with("бос.txt"));
    }
}

BOOST_AUTO_TEST_CASE(a_file_that_lost_its_text_loses_its_works) {
    build();
    write_file(a / "бір.txt", "");
    BOOST_TEST(build().works_removed == 1U);
    BOOST_TEST(works_of(a / "бір.txt") == 0U);
}

BOOST_AUTO_TEST_CASE(positions_of_blocks_are_those_of_their_first_terms) {
    build();
    const Xapian::Database database = izde::store::open_for_reading(index, analyzer().fingerprint());
    for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting) {
        const Xapian::Document document = database.get_document(*posting);
        const izde::store::Work work = izde::store::decode_work(document.get_data());
        BOOST_REQUIRE(!work.blocks.empty());
        for (std::size_t i = 0; i < work.blocks.size(); ++i) {
            const std::size_t end = i + 1 < work.blocks.size() ? work.blocks[i + 1].begin : work.text.size();
            const std::string_view text =
                std::string_view(work.text).substr(work.blocks[i].begin, end - work.blocks[i].begin);
            auto stream = analyzer().analyze(text, work.blocks[i].language, work.blocks[i].first_position);
            while (stream.next()) {
                const std::string stem(stream.token().stem);
                auto position = database.positionlist_begin(*posting, stem);
                position.skip_to(stream.token().position);
                BOOST_TEST((position != database.positionlist_end(*posting, stem) &&
                            *position == stream.token().position));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(what_progress_throws_comes_out_and_writes_nothing_half) {
    std::string text;
    for (int i = 0; i < 3000; ++i)
        text += json_line(std::to_string(i), "", made_up_text(static_cast<unsigned>(i), 300));
    write_file(b / "ұзын.jsonl", text);
    BuildOptions options;
    options.reading.local = make_local_reader;
    options.roots = {a, b};
    options.index = index;
    BOOST_CHECK_THROW(izde::indexer::build(options, analyzer(),
                                           [](const BuildProgress&) { throw std::domain_error("enough"); }),
                      std::domain_error);
    BOOST_CHECK_NO_THROW(digest());
    build();
    const IndexDigest finished = digest();
    BOOST_TEST(finished.works.size() == 3009U);
    build({a, b}, false, true);
    BOOST_TEST((digest() == finished));
}

BOOST_AUTO_TEST_CASE(
    what_another_version_of_reading_has_read_is_read_again_and_only_what_differs_is_written) {
    build();
    BuildOptions options;
    options.reading.local = make_local_reader;
    options.roots = {a, b};
    options.index = index;
    options.reading.version = 1;
    const BuildReport again = izde::indexer::build(options, analyzer());
    BOOST_TEST(again.files_unchanged == 0U);
    BOOST_TEST(again.bytes_read > 0U);
    BOOST_TEST(again.works_unchanged == 9U);
    BOOST_TEST(again.works_changed == 0U);
    BOOST_TEST(izde::indexer::build(options, analyzer()).files_unchanged == 4U);
}

BOOST_AUTO_TEST_CASE(every_file_has_one_fate) {
    write_file(a / "сурет.png", "\x89PNG");
    write_file(a / ".жасырын.txt", "мәтін");
    write_file(a / "бос.txt", "");
    write_file(b / "том.jsonl", lines({1, 2}) + "{\n");
    const auto fates = [&] {
        std::map<std::string, FileFate> found;
        BuildOptions options;
        options.reading.local = make_local_reader;
        options.roots = {a, b};
        options.index = index;
        izde::indexer::build(options, analyzer(), {}, [&](const FileFate& fate) {
            BOOST_TEST(found.emplace(fs::path(fate.path).filename().string(), fate).second);
        });
        return found;
    };
    std::map<std::string, FileFate> found = fates();
    BOOST_TEST(found.size() == 7U);
    const FileFate& text = found.at("бір.txt");
    BOOST_TEST((text.action == FileAction::added));
    BOOST_TEST(text.format == "text");
    BOOST_TEST(text.encoding == "UTF-8");
    BOOST_TEST(text.pages == 1U);
    BOOST_TEST(text.works == 1U);
    BOOST_TEST(text.characters > 500U);
    BOOST_TEST(text.characters < fs::file_size(a / "бір.txt"));  // Cyrillic letters are two bytes
    BOOST_TEST((found.at("том.jsonl").action == FileAction::added));
    BOOST_TEST(found.at("том.jsonl").works == 2U);
    BOOST_TEST(found.at("том.jsonl").cause.starts_with(":3: "));
    BOOST_TEST((found.at("сурет.png").action == FileAction::skipped));
    BOOST_TEST((found.at(".жасырын.txt").action == FileAction::skipped));
    BOOST_TEST((found.at("бос.txt").action == FileAction::skipped));
    BOOST_TEST(found.at("бос.txt").cause == "holds no text");

    write_file(a / "бір.txt", made_up_text(11, 100));
    fs::remove(b / "үш.txt");
    found = fates();
    BOOST_TEST((found.at("бір.txt").action == FileAction::changed));
    BOOST_TEST((found.at("үш.txt").action == FileAction::removed));
    BOOST_TEST((found.at("екі.txt").action == FileAction::unchanged));
    BOOST_TEST(found.at("екі.txt").works == 1U);
}

BOOST_AUTO_TEST_CASE(options_that_make_no_sense_are_refused) {
    BOOST_CHECK_THROW(build({}), BuildError);
    BuildOptions options;
    options.reading.local = make_local_reader;
    options.roots = {a};
    BOOST_CHECK_THROW(izde::indexer::build(options, analyzer()), BuildError);
    options.index = index;
    options.shards = 65;
    BOOST_CHECK_THROW(izde::indexer::build(options, analyzer()), BuildError);
}

BOOST_AUTO_TEST_SUITE_END()
