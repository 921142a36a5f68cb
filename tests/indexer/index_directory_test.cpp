#include "indexer/index_directory.hpp"

#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include "tests/support/files.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace izde::indexer;
using izde::store::IndexError;
using izde::tests::TemporaryDirectory;
using izde::tests::write_file;
namespace fs = std::filesystem;

namespace {

auto has_code(IndexError::Code code) {
    return [code](const IndexError& error) { return error.code() == code; };
}

std::size_t shard_directories(const fs::path& index) {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(index)) count += entry.is_directory() ? 1 : 0;
    return count;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(index_directory)

BOOST_AUTO_TEST_CASE(a_second_writer_is_told_who_holds_the_index) {
    const TemporaryDirectory directory;
    const IndexLock lock(directory.path());
    BOOST_CHECK_EXCEPTION(IndexLock(directory.path()), IndexError, [](const IndexError& error) {
        const std::string message = error.what();
        return error.code() == IndexError::Code::locked &&
               message.find("locked by process " + std::to_string(::getpid()) + " on ") !=
                   std::string::npos &&
               message.find(" since 2") != std::string::npos;
    });
}

BOOST_AUTO_TEST_CASE(a_freed_lock_can_be_taken) {
    const TemporaryDirectory directory;
    { const IndexLock lock(directory.path()); }
    BOOST_CHECK_NO_THROW(IndexLock(directory.path()));
}

BOOST_AUTO_TEST_CASE(a_new_index_opens_at_once_and_keeps_its_shards) {
    const TemporaryDirectory directory;
    const fs::path path = directory.path() / "новый" / "индекс";
    { BOOST_TEST(IndexDirectory(path, 7, 3, false).shards() == 3U); }
    BOOST_TEST(izde::store::open_for_reading(path, 7).get_doccount() == 0U);
    BOOST_TEST(IndexDirectory(path, 7, 2, false).shards() == 3U);
    BOOST_CHECK_EXCEPTION(IndexDirectory(path, 8, 2, false), IndexError,
                          has_code(IndexError::Code::other_analysis));
}

BOOST_AUTO_TEST_CASE(a_rebuild_leaves_the_old_index_until_it_is_published) {
    const TemporaryDirectory directory;
    const fs::path path = directory.path() / "индекс";
    { const IndexDirectory index(path, 7, 2, false); }
    {
        IndexDirectory rebuilt(path, 8, 4, true);
        BOOST_TEST(izde::store::open_for_reading(path, 7).get_doccount() == 0U);
        rebuilt.publish();
    }
    BOOST_TEST(shard_directories(path) == 4U);
    BOOST_TEST(izde::store::open_for_reading(path, 8).get_doccount() == 0U);
}

BOOST_AUTO_TEST_CASE(leftovers_of_a_killed_rebuild_go_with_the_next_writer) {
    const TemporaryDirectory directory;
    const fs::path path = directory.path() / "индекс";
    { const IndexDirectory index(path, 7, 2, false); }
    { const IndexDirectory rebuilt(path, 7, 2, true); }  // never published, as if killed
    BOOST_TEST(shard_directories(path) == 4U);
    { const IndexDirectory index(path, 7, 2, false); }
    BOOST_TEST(shard_directories(path) == 2U);
}

BOOST_AUTO_TEST_CASE(a_rebuild_mends_a_damaged_manifest) {
    const TemporaryDirectory directory;
    const fs::path path = directory.path() / "индекс";
    { const IndexDirectory index(path, 7, 2, false); }
    write_file(path / "izde.json", "{");
    BOOST_CHECK_EXCEPTION(IndexDirectory(path, 7, 2, false), IndexError, has_code(IndexError::Code::corrupt));
    {
        IndexDirectory rebuilt(path, 7, 2, true);
        rebuilt.publish();
    }
    BOOST_TEST(shard_directories(path) == 2U);
    BOOST_CHECK_NO_THROW(izde::store::open_for_reading(path, 7));
}

BOOST_AUTO_TEST_CASE(a_directory_of_other_things_is_refused_untouched) {
    const TemporaryDirectory directory;
    write_file(directory.path() / "диссертация.docx", "x");
    for (const bool rebuild : {false, true}) {
        BOOST_CHECK_EXCEPTION(IndexDirectory(directory.path(), 7, 2, rebuild), IndexError,
                              has_code(IndexError::Code::not_an_index));
    }
    BOOST_TEST(std::distance(fs::directory_iterator(directory.path()), fs::directory_iterator()) == 1);
    write_file(directory.path() / "файл", "x");
    BOOST_CHECK_EXCEPTION(IndexDirectory(directory.path() / "файл", 7, 2, false), IndexError,
                          has_code(IndexError::Code::io));
}

BOOST_AUTO_TEST_SUITE_END()
