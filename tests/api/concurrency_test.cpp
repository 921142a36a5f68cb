#include <atomic>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <izde/izde.hpp>
#include <mutex>
#include <thread>
#include <vector>

#include "tests/support/files.hpp"
#include "tests/support/small_corpus.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace izde::tests;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(concurrency)

// One Searcher, several threads, while the index below it is updated, compacted into new directories and
// rebuilt.
BOOST_AUTO_TEST_CASE(searches_go_on_while_the_index_is_written) {
    const TemporaryDirectory directory;
    const fs::path corpus = directory.path() / "корпус";
    izde::IndexOptions options;
    options.corpus = {corpus.string()};
    options.directory = (directory.path() / "индекс").string();
    const auto write_lines = [&](unsigned round) {
        std::string lines;
        for (unsigned line = 0; line < 150; ++line) {
            lines += json_line("d" + std::to_string(line), "Тақырып", made_up_text(round * 1000 + line, 100));
        }
        write_file(corpus / "том.jsonl", lines);
    };
    write_lines(0);
    izde::build_index(options);

    const izde::Searcher searcher(options.directory);
    std::atomic<bool> is_over{false};
    std::atomic<std::uint64_t> searches{0}, without_hits{0};
    std::mutex mutex;
    std::vector<std::string> errors;
    std::vector<std::thread> readers;
    for (int thread = 0; thread < 3; ++thread) {
        readers.emplace_back([&] {
            izde::SearchRequest request;
            request.query = "правовой мониторинг қоғам";
            while (!is_over) {
                try {
                    const izde::Results results = searcher.search(request);
                    without_hits += results.hits.empty() ? 1 : 0;
                    ++searches;
                } catch (const izde::Error& error) {
                    const std::scoped_lock lock(mutex);
                    errors.emplace_back(error.what());
                }
            }
        });
    }
    for (unsigned round = 1; round <= 12; ++round) {
        write_lines(round);
        options.rebuild = round % 4 == 0;
        izde::build_index(options);
    }
    is_over = true;
    for (std::thread& reader : readers) reader.join();
    BOOST_TEST(searches > 0U);
    BOOST_TEST(without_hits == 0U);
    for (const std::string& error : errors) BOOST_ERROR(error);
    BOOST_TEST(searcher.size() == 150U);
}

BOOST_AUTO_TEST_SUITE_END()
