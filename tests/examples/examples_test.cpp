#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "izde/izde.hpp"
#include "tests/support/table.hpp"
#include "tests/support/temporary_directory.hpp"

namespace {

using izde::tests::read_table;

const std::string kCorpus = "examples/corpus";

std::string joined(const std::vector<std::string>& authors) {
    std::string text;
    for (const std::string& author : authors) text += (text.empty() ? "" : ";") + author;
    return text;
}

/// One index of the example corpus for all cases.
struct ExampleIndex {
    ExampleIndex() {
        izde::IndexOptions options;
        options.corpus = {kCorpus};
        options.directory = (directory.path() / "db").string();
        report = izde::build_index(options);
    }
    izde::tests::TemporaryDirectory directory;
    izde::IndexReport report;
    izde::Searcher searcher() const { return izde::Searcher((directory.path() / "db").string()); }
};

const ExampleIndex& index() {
    static const ExampleIndex example;
    return example;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(examples)

BOOST_AUTO_TEST_CASE(every_file_is_read_and_nothing_warns) {
    for (const izde::SkippedFile& one : index().report.skipped) BOOST_ERROR(one.path + ": " + one.cause);
    for (const std::string& warning : index().report.warnings) BOOST_ERROR(warning);
    BOOST_TEST(index().report.works_total >= 45U);
    BOOST_TEST(index().report.works_by_language.at("kk") >= 15U);
    BOOST_TEST(index().report.works_by_language.at("ru") >= 15U);
}

BOOST_AUTO_TEST_CASE(files_are_cut_into_the_works_of_the_table) {
    std::map<std::string, std::vector<izde::Segment>> segments;
    std::map<std::string, std::size_t> next;
    for (const std::vector<std::string>& row : read_table("tests/data/examples_works.tsv")) {
        BOOST_REQUIRE(row.size() == 5U);
        const std::string& file = row[0];
        if (!segments.contains(file)) segments[file] = izde::segment_file(kCorpus + "/" + file);
        const std::size_t number = next[file]++;
        BOOST_REQUIRE_MESSAGE(number < segments[file].size(), file + " has too few works");
        const izde::Segment& segment = segments[file][number];
        BOOST_TEST(segment.title == row[1],
                   file << ": title «" << segment.title << "», expected «" << row[1] << "»");
        BOOST_TEST(joined(segment.authors) == row[2],
                   file << ": authors «" << joined(segment.authors) << "», expected «" << row[2] << "»");
        BOOST_TEST(izde::code_of(segment.language) == row[3],
                   file << ": language " << izde::code_of(segment.language));
        BOOST_TEST(izde::name_of(segment.kind) == row[4], file << ": kind " << izde::name_of(segment.kind));
    }
    for (const auto& [file, works] : segments)
        BOOST_TEST(works.size() == next[file], file << " has too many works");
}

BOOST_AUTO_TEST_CASE(queries_find_what_the_table_says) {
    const izde::Searcher searcher = index().searcher();
    for (const std::vector<std::string>& row : read_table("tests/data/examples_queries.tsv")) {
        BOOST_REQUIRE(row.size() == 3U);
        izde::SearchRequest request;
        request.query = row[0];
        request.limit = 50;
        const izde::Results results = searcher.search(request);
        if (row[1].empty()) {
            BOOST_TEST(results.hits.empty(), "«" << row[0] << "» finds something");
            continue;
        }
        BOOST_TEST((!results.hits.empty() && results.hits[0].title.starts_with(row[1])),
                   "«" << row[0] << "»: first is «"
                       << (results.hits.empty() ? "nothing" : results.hits[0].title) << "»");
        for (const izde::Hit& hit : results.hits) {
            BOOST_TEST((row[2].empty() || !hit.title.starts_with(row[2])),
                       "«" << row[0] << "» must not find «" << hit.title << "»");
            for (const izde::Snippet& snippet : hit.snippets) {
                std::size_t end = 0;
                for (const izde::Mark& mark : snippet.marks) {
                    BOOST_TEST(
                        (mark.begin >= end && mark.begin < mark.end && mark.end <= snippet.text.size()));
                    end = mark.end;
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(both_versions_of_a_statute_have_the_same_articles) {
    const auto kazakh = izde::segment_file(kCorpus + "/statutes/kauymdastyk_kk.html");
    const auto russian = izde::segment_file(kCorpus + "/statutes/soobshchestvo_ru.html");
    BOOST_TEST(kazakh.size() == 6U);  // what stands before the first article, and 1, 2, 3, 3-1, 4
    BOOST_TEST(russian.size() == 6U);
    BOOST_TEST(kazakh.at(4).title == "3-1-бап. Есеп беру");
    BOOST_TEST(russian.at(4).title == "Статья 3-1. Отчётность");
}

BOOST_AUTO_TEST_CASE(a_work_is_shown_whole_by_page_and_around_a_query) {
    const izde::Searcher searcher = index().searcher();
    izde::SearchRequest request;
    request.query = "публичные слушания";
    const izde::Hit hit = searcher.search(request).hits.at(0);
    const izde::Passage whole = searcher.show(hit.id);
    BOOST_TEST(whole.text.starts_with("ПУБЛИЧНЫЕ СЛУШАНИЯ"));
    const izde::Passage marked = searcher.show(hit.id, "", "малотиражной");
    BOOST_REQUIRE(!marked.marks.empty());
    BOOST_TEST(marked.text.substr(marked.marks[0].begin, marked.marks[0].end - marked.marks[0].begin) ==
               "малотиражной");
    BOOST_TEST(hit.page.label != "");
    BOOST_TEST(searcher.show(hit.id, hit.page.label).text.size() < whole.text.size());
    BOOST_CHECK_THROW(searcher.show("no such id"), izde::Error);
    BOOST_CHECK_THROW(searcher.show(hit.id, "9999"), izde::Error);
}

BOOST_AUTO_TEST_CASE(hits_of_one_file_are_put_together) {
    const izde::Searcher searcher = index().searcher();
    izde::SearchRequest request;
    request.query = "құқық право";
    request.limit = 100;
    request.group_files = true;
    std::map<std::string, int> hits_of;
    std::uint64_t behind = 0;
    const izde::Results grouped = searcher.search(request);
    for (const izde::Hit& hit : grouped.hits) {
        ++hits_of[hit.path];
        behind += hit.more_in_file;
    }
    for (const auto& [path, hits] : hits_of) BOOST_TEST((hits == 1 || path.ends_with(".jsonl")), path);
    BOOST_TEST(behind > 0U);
    BOOST_TEST(grouped.hits.size() + behind == grouped.total);
}

BOOST_AUTO_TEST_SUITE_END()
