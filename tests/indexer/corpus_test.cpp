#include "indexer/corpus.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "tests/support/files.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace izde::indexer;
using izde::tests::TemporaryDirectory;
using izde::tests::write_file;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> names_below(const Corpus& corpus, const fs::path& root) {
    std::vector<std::string> names;
    for (const CorpusFile& file : corpus.files)
        names.push_back(fs::path(file.path).lexically_relative(root).string());
    return names;
}

std::string cause_of(const Corpus& corpus, const fs::path& path) {
    const auto found = std::find_if(corpus.skipped.begin(), corpus.skipped.end(),
                                    [&](const Skipped& skipped) { return skipped.path == path; });
    return found == corpus.skipped.end() ? "" : found->cause;
}

BuildOptions rooted(const fs::path& root) {
    BuildOptions options;
    options.roots = {root};
    return options;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(corpus)

BOOST_AUTO_TEST_CASE(a_walk_takes_what_a_reader_would_and_says_what_it_leaves) {
    const TemporaryDirectory directory;
    const fs::path& root = directory.path();
    for (const char* const name : {"б.txt", "а/1.txt", "а/2/3.html", ".git/config", "а/.тайное.txt",
                                   "~$б.docx", "б.txt~", "x.tmp", "индекс/izde.json", "индекс/shard-0-1/x"}) {
        write_file(root / name, "x");
    }
    fs::create_directory_symlink(root / "а", root / "круг");
    fs::create_symlink(root / "б.txt", root / "в.txt");
    fs::create_symlink(root / "нет", root / "г.txt");
    BOOST_REQUIRE(::mkfifo((root / "труба.txt").c_str(), 0600) == 0);

    const Corpus corpus = walk_corpus(rooted(root));
    BOOST_TEST(
        (names_below(corpus, root) == std::vector<std::string>{"а/1.txt", "а/2/3.html", "б.txt", "в.txt"}));
    BOOST_TEST(cause_of(corpus, root / ".git") == "hidden");
    BOOST_TEST(cause_of(corpus, root / "а/.тайное.txt") == "hidden");
    BOOST_TEST(cause_of(corpus, root / "~$б.docx") == "a temporary file");
    BOOST_TEST(cause_of(corpus, root / "б.txt~") == "a temporary file");
    BOOST_TEST(cause_of(corpus, root / "x.tmp") == "a temporary file");
    BOOST_TEST(cause_of(corpus, root / "индекс") == "an index");
    BOOST_TEST(cause_of(corpus, root / "круг") == "a link to a directory");
    BOOST_TEST(cause_of(corpus, root / "г.txt") == "No such file or directory");
    BOOST_TEST(cause_of(corpus, root / "труба.txt") == "not a regular file");
}

BOOST_AUTO_TEST_CASE(globs_are_tried_below_the_root) {
    const TemporaryDirectory directory;
    const fs::path& root = directory.path();
    for (const char* const name : {"a.txt", "b.html", "черновик/c.txt", "том/d.txt"})
        write_file(root / name, "x");
    BuildOptions options = rooted(root);
    options.include = {"*.txt"};
    options.exclude = {"черновик"};
    const Corpus corpus = walk_corpus(options);
    BOOST_TEST((names_below(corpus, root) == std::vector<std::string>{"a.txt", "том/d.txt"}));
    BOOST_TEST(cause_of(corpus, root / "черновик") == "excluded");
    BOOST_TEST(cause_of(corpus, root / "b.html") == "not included");
}

BOOST_AUTO_TEST_CASE(overlapping_roots_give_each_file_once_and_a_named_file_is_taken) {
    const TemporaryDirectory directory;
    const fs::path& root = directory.path();
    write_file(root / "а/1.txt", "x");
    write_file(root / ".тайное.txt", "x");
    BuildOptions options;
    options.roots = {root / "а" / "..", root / "а", root / ".тайное.txt", root / "нет"};
    const Corpus corpus = walk_corpus(options);
    BOOST_TEST((names_below(corpus, root) == std::vector<std::string>{".тайное.txt", "а/1.txt"}));
    BOOST_TEST(corpus.roots[0].path == root.string());
    BOOST_TEST(corpus.roots[0].files_seen == 1U);
    BOOST_TEST(corpus.roots[3].is_missing);
}

BOOST_AUTO_TEST_CASE(a_directory_that_cannot_be_listed_is_told) {
    if (::geteuid() == 0) {
        BOOST_TEST_MESSAGE("skipped: root may list every directory");
        return;
    }
    const TemporaryDirectory directory;
    write_file(directory.path() / "закрыто/1.txt", "x");
    fs::permissions(directory.path() / "закрыто", fs::perms::none);
    const Corpus corpus = walk_corpus(rooted(directory.path()));
    fs::permissions(directory.path() / "закрыто", fs::perms::owner_all);
    BOOST_TEST((corpus.unread == std::vector<std::string>{(directory.path() / "закрыто").string()}));
}

BOOST_AUTO_TEST_CASE(below_is_by_whole_names) {
    BOOST_TEST(is_below("/a/b", "/a"));
    BOOST_TEST(is_below("/a", "/a"));
    BOOST_TEST(is_below("/a", "/"));
    BOOST_TEST(!is_below("/ab", "/a"));
    BOOST_TEST(!is_below("/a", "/a/b"));
}

BOOST_AUTO_TEST_SUITE_END()
