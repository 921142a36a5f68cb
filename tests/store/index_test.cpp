#include "store/index.hpp"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "tests/support/temporary_directory.hpp"

using namespace izde::store;
using izde::tests::TemporaryDirectory;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

auto has_code(IndexError::Code code) {
    return [code](const IndexError& error) { return error.code() == code; };
}

void make_shard(const fs::path& path, unsigned documents) {
    Xapian::WritableDatabase shard(path.string(), Xapian::DB_CREATE);
    for (unsigned i = 0; i < documents; ++i) {
        Xapian::Document document;
        document.add_term("сот");
        shard.add_document(document);
    }
    shard.commit();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(index_directory)

BOOST_AUTO_TEST_CASE(a_manifest_comes_back) {
    const TemporaryDirectory directory;
    const Manifest manifest{kFormatVersion, 0xfedcba9876543210ULL, {"shard-0-1", "shard-1-1"}};
    write_manifest(directory.path(), manifest);
    BOOST_TEST((read_manifest(directory.path()) == manifest));
    BOOST_TEST(!fs::exists(directory.path() / "izde.json.tmp"));
}

BOOST_AUTO_TEST_CASE(what_is_no_index_says_so) {
    const TemporaryDirectory directory;
    BOOST_CHECK_EXCEPTION(read_manifest(directory.path() / "absent"), IndexError,
                          has_code(IndexError::Code::not_found));
    BOOST_CHECK_EXCEPTION(read_manifest(directory.path()), IndexError,
                          has_code(IndexError::Code::not_an_index));
}

BOOST_AUTO_TEST_CASE(a_damaged_manifest_is_corrupt) {
    const TemporaryDirectory directory;
    for (const std::string text :
         {"", "{", "[]", R"({"format": FORMAT})", R"({"format": "FORMAT", "analysis": "0", "shards": ["a"]})",
          R"({"format": FORMAT, "analysis": "xyz", "shards": ["a"]})",
          R"({"format": FORMAT, "analysis": "0", "shards": []})",
          R"({"format": FORMAT, "analysis": "0", "shards": ["../elsewhere"]})",
          R"({"format": FORMAT, "analysis": "0", "shards": [".."]})"}) {
        std::string manifest = text;
        if (const std::size_t at = manifest.find("FORMAT"); at != std::string::npos)
            manifest.replace(at, 6, std::to_string(kFormatVersion));
        write(directory.path() / kManifestName, manifest);
        BOOST_CHECK_EXCEPTION(read_manifest(directory.path()), IndexError,
                              has_code(IndexError::Code::corrupt));
    }
}

BOOST_AUTO_TEST_CASE(another_format_is_refused) {
    const TemporaryDirectory directory;
    write(directory.path() / kManifestName, R"({"format": 99, "whatever": true})");
    BOOST_CHECK_EXCEPTION(read_manifest(directory.path()), IndexError,
                          has_code(IndexError::Code::other_format));
}

BOOST_AUTO_TEST_CASE(shards_open_as_one_database) {
    const TemporaryDirectory directory;
    make_shard(directory.path() / "shard-0-1", 2);
    make_shard(directory.path() / "shard-1-1", 3);
    write_manifest(directory.path(), {kFormatVersion, 7, {"shard-0-1", "shard-1-1"}});
    BOOST_TEST(open_for_reading(directory.path(), 7).get_doccount() == 5U);
    BOOST_CHECK_EXCEPTION(open_for_reading(directory.path(), 8), IndexError,
                          has_code(IndexError::Code::other_analysis));
}

BOOST_AUTO_TEST_CASE(a_missing_or_truncated_shard_is_corrupt) {
    const TemporaryDirectory directory;
    make_shard(directory.path() / "shard-0-1", 2);
    write_manifest(directory.path(), {kFormatVersion, 7, {"shard-0-1", "shard-1-1"}});
    BOOST_CHECK_EXCEPTION(open_for_reading(directory.path(), 7), IndexError,
                          has_code(IndexError::Code::corrupt));
    write_manifest(directory.path(), {kFormatVersion, 7, {"shard-0-1"}});
    fs::resize_file(directory.path() / "shard-0-1" / "iamglass", 10);
    BOOST_CHECK_EXCEPTION(open_for_reading(directory.path(), 7), IndexError,
                          has_code(IndexError::Code::corrupt));
}

BOOST_AUTO_TEST_SUITE_END()
