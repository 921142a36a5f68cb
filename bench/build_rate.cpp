/// How fast an index is built, beside a bare Xapian loop that is given all it needs in memory: stems with
/// positions, and the text as data; two shards, two threads, compaction included. Our own time includes
/// everything: walking, reading, extracting, segmenting, analyzing, hashing, compressing, compacting.
///
///     build_rate CORPUS...
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "indexer/build.hpp"
#include "indexer/local_reader.hpp"
#include "store/codec.hpp"
#include "store/index.hpp"

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::size_t kShards = 2;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double processor_seconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

std::uint64_t size_of(const fs::path& directory) {
    std::uint64_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(directory)) {
        if (entry.is_regular_file()) bytes += entry.file_size();
    }
    return bytes;
}

/// What a child process measured.
struct Measure {
    double seconds = 0;
    double processor_seconds = 0;  ///< of all threads: what other programs of the machine do hardly bends it
    std::uint64_t works = 0, text_bytes = 0;
    long peak_kilobytes = 0;  ///< of the whole process
};

/// In a process of its own, so that peak memory is that of the work alone.
template <typename Work>
Measure in_child(const Work& work) {
    std::array<int, 2> channel{};
    if (::pipe(channel.data()) != 0) throw std::runtime_error("cannot make a pipe");
    const pid_t child = ::fork();
    if (child == 0) {
        const Measure measure = work();
        ::_exit(::write(channel[1], &measure, sizeof measure) == sizeof measure ? 0 : 1);
    }
    ::close(channel[1]);
    Measure measure;
    const bool is_good = ::read(channel[0], &measure, sizeof measure) == sizeof measure;
    ::close(channel[0]);
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    if (!is_good || status != 0) throw std::runtime_error("a measured process failed");
    measure.peak_kilobytes = usage.ru_maxrss;
    return measure;
}

Measure build_ours(const std::vector<fs::path>& corpus, const fs::path& index) {
    const Clock::time_point start = Clock::now();
    const izde::analyzers::Analyzer analyzer;
    izde::indexer::BuildOptions options;
    options.reading.local = izde::indexer::make_local_reader;
    options.roots = corpus;
    options.index = index;
    options.shards = kShards;
    Measure measure;
    measure.works = izde::indexer::build(options, analyzer).works_total;
    measure.seconds = seconds_since(start);
    measure.processor_seconds = processor_seconds();
    return measure;
}

/// A work as the bare loop gets it: numbers of words, their positions, the text.
struct Precomputed {
    std::vector<std::pair<std::uint32_t, Xapian::termpos>> postings;
    std::string text;
};

Measure build_bare(const fs::path& ours, const fs::path& bare) {
    const izde::analyzers::Analyzer analyzer;
    std::vector<std::string> words;
    std::vector<Precomputed> works;
    Measure measure;
    {
        std::unordered_map<std::string, std::uint32_t> numbers;
        const Xapian::Database database = izde::store::open_for_reading(ours, analyzer.fingerprint());
        for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting) {
            izde::store::Work work = izde::store::decode_work(database.get_document(*posting).get_data());
            Precomputed made;
            for (std::size_t i = 0; i < work.blocks.size(); ++i) {
                const izde::store::Block& block = work.blocks[i];
                const std::size_t end =
                    i + 1 < work.blocks.size() ? work.blocks[i + 1].begin : work.text.size();
                auto stream =
                    analyzer.analyze(std::string_view(work.text).substr(block.begin, end - block.begin),
                                     block.language, block.first_position);
                while (stream.next()) {
                    const auto [word, is_new] = numbers.emplace(stream.token().stem, words.size());
                    if (is_new) words.emplace_back(word->first);
                    made.postings.emplace_back(word->second, stream.token().position);
                }
            }
            measure.text_bytes += work.text.size();
            made.text = std::move(work.text);
            works.push_back(std::move(made));
        }
    }
    measure.works = works.size();

    const double processor_before = processor_seconds();
    const Clock::time_point start = Clock::now();
    std::vector<std::jthread> threads;
    for (std::size_t shard = 0; shard < kShards; ++shard) {
        threads.emplace_back([&, shard] {
            const std::string path = (bare / std::to_string(shard)).string();
            Xapian::WritableDatabase database(path, Xapian::DB_CREATE);
            for (std::size_t i = shard; i < works.size(); i += kShards) {
                Xapian::Document document;
                for (const auto& [word, position] : works[i].postings)
                    document.add_posting(words[word], position);
                document.set_data(works[i].text);
                database.add_document(document);
            }
            database.commit();
            database.compact(path + ".compact");
            database.close();
            fs::remove_all(path);
        });
    }
    threads.clear();
    measure.seconds = seconds_since(start);
    measure.processor_seconds = processor_seconds() - processor_before;
    return measure;
}

void print(const char* name, const Measure& measure, std::uint64_t text_bytes, const fs::path& index) {
    const auto megabytes = static_cast<double>(text_bytes) / 1e6;
    std::printf(
        "%-12s %6.2f s (%.2f of processor)  %5.2f MB of text/s  index %.1f MB, %.2f times the text  peak "
        "memory %ld MB\n",
        name, measure.seconds, measure.processor_seconds, megabytes / measure.seconds,
        static_cast<double>(size_of(index)) / 1e6,
        static_cast<double>(size_of(index)) / static_cast<double>(text_bytes), measure.peak_kilobytes / 1024);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "usage: build_rate CORPUS...\n";
        return 2;
    }
    std::string name = (fs::temp_directory_path() / "izde-bench-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        std::cerr << "build_rate: cannot make a temporary directory\n";
        return 2;
    }
    const fs::path directory = name;
    int status = 0;
    try {
        const fs::path ours = directory / "izde";
        const fs::path bare = directory / "bare";
        fs::create_directory(bare);
        const std::vector<fs::path> corpus(argv + 1, argv + argc);
        const Measure our_measure = in_child([&] { return build_ours(corpus, ours); });
        const Measure bare_measure = in_child([&] { return build_bare(ours, bare); });
        std::printf("%llu works, %.1f MB of text\n", static_cast<unsigned long long>(bare_measure.works),
                    static_cast<double>(bare_measure.text_bytes) / 1e6);
        print("izde", our_measure, bare_measure.text_bytes, ours);
        print("bare Xapian", bare_measure, bare_measure.text_bytes, bare);
        std::printf("rate: %.2f of the bare loop by the clock, %.2f by processor time\n",
                    bare_measure.seconds / our_measure.seconds,
                    bare_measure.processor_seconds / our_measure.processor_seconds);
    } catch (const std::exception& error) {
        std::cerr << "build_rate: " << error.what() << '\n';
        status = 1;
    }
    fs::remove_all(directory);
    return status;
}
