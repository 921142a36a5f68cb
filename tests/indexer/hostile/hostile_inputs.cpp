/// Indexes a folder of files that were made to break it: each format broken at random, bombs, wrong
/// extensions, what a file system can hold besides files. The run must end, tell the fate of every file,
/// index all that is good beside them, and leave a sound index.
///
///     hostile_inputs [MUTATIONS [SEED [SAMPLES...]]]
///     hostile_inputs giants
///
/// SAMPLES are directories whose files, up to 200 KB, are broken too. Giants are bombs of eight times the
/// length, files of a gigabyte in one line and a PDF of a million pages, read within the limits that users
/// have.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <random>
#include <set>

#include "indexer/build.hpp"
#include "indexer/check.hpp"
#include "store/codec.hpp"
#include "store/index.hpp"
#include "tests/indexer/hostile/bombs.hpp"
#include "tests/indexer/hostile/giants.hpp"
#include "tests/indexer/hostile/mutations.hpp"
#include "tests/indexer/hostile/samples.hpp"
#include "tests/indexer/hostile/strange_files.hpp"
#include "tests/support/files.hpp"
#include "tests/support/small_corpus.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/support/zip.hpp"

using namespace izde::indexer;
using namespace izde::tests;
namespace fs = std::filesystem;

namespace {

/// Limits that bombs reach soon. Sanitizers make everything slower.
ExtractionLimits small_limits() {
    ExtractionLimits limits;
    limits.memory_bytes = std::uint64_t{768} << 20U;
    limits.file_bytes = std::uint64_t{64} << 20U;
    limits.stream_bytes = std::uint64_t{1} << 30U;
    limits.text_bytes = std::uint64_t{32} << 20U;
    limits.processor = std::chrono::seconds(kIsSanitized ? 10 : 3);
    limits.clock = std::chrono::seconds(60);
    return limits;
}

constexpr std::uintmax_t kLargestSample = 200'000;
constexpr unsigned kGoodFiles = 20;

std::vector<Sample> read_samples(const fs::path& directory) {
    std::vector<Sample> samples;
    for (const auto& entry : fs::recursive_directory_iterator(directory)) {
        if (!entry.is_regular_file() || entry.file_size() > kLargestSample) continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        std::string extension = entry.path().extension().string();
        if (extension.empty()) continue;
        samples.push_back({extension.substr(1), {std::istreambuf_iterator<char>(stream), {}}, {}});
    }
    return samples;
}

/// A name may hold what a terminal obeys, and megabytes.
std::string printable(std::string text) {
    constexpr std::size_t kMost = 160;
    for (char& byte : text) {
        if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F) byte = '?';
    }
    return text.substr(0, kMost);
}

/// What is made, and within which limits it is read.
struct Plan {
    unsigned mutations = 1000;
    std::uint64_t seed = 0;
    std::size_t scale = 1;
    bool has_giants = false;
    ExtractionLimits limits;
};

class HostileRun {
  public:
    HostileRun(const Plan& plan, std::vector<Sample> samples)
        : plan_(plan), random_(plan.seed), samples_(std::move(samples)) {
        for (unsigned i = 0; i < kGoodFiles; ++i)
            write_file(corpus_ / "good" / (std::to_string(i) + ".txt"), made_up_text(100 + i, 200));
        break_samples(plan.mutations);
        give_wrong_names();
        for (const auto& [group, bombs] :
             std::map<std::string, std::vector<Bomb>>{{"packed", packed_bombs()},
                                                      {"markup", markup_bombs(plan.scale)},
                                                      {"pdf", pdf_bombs(plan.scale)},
                                                      {"text", text_bombs(plan.scale)},
                                                      {"lines", line_bombs(plan.scale)}}) {
            for (const Bomb& bomb : bombs) {
                add(fs::path(group) / bomb.name, bomb.bytes);
                // With the limits that users have, what the packed ones hold is small.
                if (!bomb.cause.empty() && !plan.has_giants)
                    causes_[(corpus_ / group / bomb.name).string()] = bomb.cause;
            }
        }
        if (plan.has_giants) {
            write_giants(corpus_ / "giants");
            for (const auto& entry : fs::directory_iterator(corpus_ / "giants"))
                written_.insert(entry.path().string());
        }
        make_strange_files(corpus_ / "strange");
    }

    HostileRun(const HostileRun&) = delete;
    HostileRun& operator=(const HostileRun&) = delete;
    ~HostileRun() {  // else the directory could not be removed
        std::error_code ignored;
        fs::permissions(corpus_ / "strange" / "closed", fs::perms::owner_all, ignored);
    }

    /// What went wrong.
    std::vector<std::string> go() {
        build_index();
        for (const std::string& path : written_) {
            if (fates_.count(path) != 1) problem(path + ": " + std::to_string(fates_.count(path)) + " fates");
        }
        for (const auto& [path, fate] : fates_) check(fate);
        for (const auto& [path, cause] : causes_) {
            const bool is_told = std::ranges::any_of(skipped_, [&](const Skipped& one) {
                return one.path.starts_with(path) && one.cause.find(cause) != std::string::npos;
            });
            if (!is_told) problem(path + ": does not say «" + cause + "»");
        }
        look_into_index();
        return problems_;
    }

    /// The fates of all that was not simply read, slowest last, and the counts.
    void print_fates() const {
        std::map<std::string, int> actions;
        std::vector<FileFate> told;
        for (const auto& [path, fate] : fates_) {
            ++actions[std::string(name_of(fate.action))];
            if (!fate.cause.empty() || fate.elapsed > std::chrono::seconds(1)) told.push_back(fate);
        }
        std::ranges::sort(told, [](const FileFate& a, const FileFate& b) { return a.elapsed < b.elapsed; });
        for (const FileFate& fate : told)
            std::cout << fate.elapsed.count() / 1000 << " ms  "
                      << printable(fs::path(fate.path).lexically_relative(corpus_).string()) << "  "
                      << printable(fate.cause) << '\n';
        std::cout << written_.size() << " hostile inputs;";
        for (const auto& [action, count] : actions) std::cout << ' ' << action << ' ' << count;
        std::cout << std::endl;
    }

  private:
    void add(const fs::path& name, const std::string& bytes) {
        write_file(corpus_ / name, bytes);
        written_.insert((corpus_ / name).string());
    }

    void break_samples(unsigned mutations) {
        for (unsigned i = 0; i < mutations; ++i) {
            const Sample& sample = samples_[i % samples_.size()];
            const Sample& other = samples_[random_() % samples_.size()];
            std::string bytes;
            if (!sample.members.empty() && random_() % 4 != 0) {  // what is packed is broken within
                auto members = sample.members;
                std::string& member = members[random_() % members.size()].second;
                member = mutate(random_, member, other.bytes).bytes;
                bytes = make_zip(members);
            } else {
                bytes = mutate(random_, sample.bytes, other.bytes).bytes;
            }
            add(fs::path("broken") / (std::to_string(i) + "." + sample.extension), bytes);
        }
    }

    void give_wrong_names() {
        for (std::size_t i = 0; i < samples_.size() && i < 60; ++i) {
            for (int times = 0; times < 2; ++times) {
                const std::string& extension = samples_[random_() % samples_.size()].extension;
                add(fs::path("misnamed") / (std::to_string(2 * i + times) + "." + extension),
                    samples_[i].bytes);
            }
        }
    }

    void build_index() {
        BuildOptions options;
        options.roots = {corpus_};
        options.index = index_;
        options.reading.worker = IZDE_WORKER;
        options.reading.limits = plan_.limits;
        std::vector<std::pair<std::string, std::string>> restless;
        for (std::size_t i = 0; i < samples_.size() && i < 30; ++i)
            restless.emplace_back(std::to_string(i) + "." + samples_[i].extension, samples_[i].bytes);
        const RestlessFiles disturber(corpus_ / "restless", restless, plan_.seed);
        skipped_ = build(options, analyzer_, {}, [&](const FileFate& fate) {
                       fates_.emplace(fate.path, fate);
                   }).skipped;
    }

    void check(const FileFate& fate) {
        const bool has_nothing = fate.action == FileAction::failed || fate.action == FileAction::skipped;
        if (has_nothing && fate.cause.empty()) problem(fate.path + ": no cause is told");
        const bool is_good = fate.path.starts_with((corpus_ / "good").string());
        if (is_good && (fate.action != FileAction::added || fate.works != 1))
            problem(fate.path + " was not indexed");
        // The worker caught it, but a reader that crashes is a fault of ours or of a library all the same.
        if (fate.cause.find("killed by SIG") != std::string::npos ||
            fate.cause.find("no sense") != std::string::npos ||
            fate.cause.find("gave up") != std::string::npos)
            problem(fate.path + ": " + fate.cause);
    }

    void look_into_index() {
        const CheckReport report = check_index(index_, analyzer_);
        for (const std::string& damage : report.damages) problem("the index is damaged: " + damage);
        const Xapian::Database database = izde::store::open_for_reading(index_, analyzer_.fingerprint());
        for (auto it = database.postlist_begin({}); it != database.postlist_end({}); ++it) {
            const auto work = izde::store::decode_work(database.get_document(*it).get_data());
            if (work.text.find("root:x:0") != std::string::npos)
                problem(work.path + " has drawn a file of the system into the index");
        }
    }

    void problem(const std::string& what) { problems_.push_back(what); }

    Plan plan_;
    std::mt19937_64 random_;
    std::vector<Sample> samples_;
    izde::analyzers::Analyzer analyzer_;
    TemporaryDirectory directory_;
    fs::path corpus_ = directory_.path() / "corpus";
    fs::path index_ = directory_.path() / "index";
    std::set<std::string> written_;
    std::map<std::string, std::string> causes_;  // by path
    std::multimap<std::string, FileFate> fates_;
    std::vector<Skipped> skipped_;
    std::vector<std::string> problems_;
};

}  // namespace

int main(int argc, char** argv) {
    Plan plan;
    plan.seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : std::random_device{}();
    std::vector<Sample> samples = make_samples();
    if (argc > 1 && std::string(argv[1]) == "giants") {
        plan.scale = 8;
        plan.has_giants = true;
    } else {
        if (argc > 1) plan.mutations = static_cast<unsigned>(std::atoi(argv[1]));
        plan.limits = small_limits();
    }
    for (int i = 3; i < argc; ++i) std::ranges::move(read_samples(argv[i]), std::back_inserter(samples));
    std::cout << "seed " << plan.seed << std::endl;
    HostileRun run(plan, std::move(samples));
    const std::vector<std::string> problems = run.go();
    run.print_fates();
    for (const std::string& problem : problems) std::cout << problem << '\n';
    std::cout << problems.size() << " problems" << std::endl;
    return problems.empty() ? 0 : 1;
}
