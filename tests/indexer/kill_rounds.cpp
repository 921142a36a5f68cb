/// Kills builds, updates, rebuilds and compactions at random moments. After every kill the index must open; a
/// rerun must end with the same works, terms and ranked answers as an undisturbed run over the same corpus.
///
///     kill_rounds [ROUNDS [SEED]]
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <thread>

#include "indexer/build.hpp"
#include "indexer/compact.hpp"
#include "indexer/local_reader.hpp"
#include "tests/support/files.hpp"
#include "tests/support/index_digest.hpp"
#include "tests/support/small_corpus.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace izde::tests;
namespace fs = std::filesystem;
using izde::analyzers::Analyzer;
using Clock = std::chrono::steady_clock;

namespace {

/// Small, so that a killed run has committed several times amid its files.
constexpr std::size_t kCommitBytes = std::size_t{128} * 1024;

class Rounds {
  public:
    explicit Rounds(std::uint64_t seed) : random_(seed) {}

    /// Rounds that went wrong.
    int run(int rounds) {
        int failed = 0;
        for (int round = 0; round < rounds; ++round) {
            const Job job = round % 8 == 7   ? Job::rebuild
                            : round % 8 == 5 ? Job::compact
                            : round % 2 == 1 ? Job::update
                                             : Job::build;
            if (job == Job::build) fs::remove_all(index_);
            change_corpus(job == Job::build);
            const std::string problem = kill_and_check(job);
            kills_ += was_killed_ ? 1 : 0;
            std::cout << "round " << round + 1
                      << (job == Job::rebuild   ? " rebuild "
                          : job == Job::compact ? " compact "
                          : job == Job::update  ? " update "
                                                : " build ")
                      << (was_killed_ ? "killed after " : "finished before ") << delay_.count()
                      << " ms: " << (problem.empty() ? "good" : problem) << std::endl;
            failed += problem.empty() ? 0 : 1;
        }
        std::cout << rounds << " rounds, " << kills_ << " killed, " << failed << " failed" << std::endl;
        return failed;
    }

  private:
    enum class Job { build, update, rebuild, compact };

    void change_corpus(bool anew) {
        if (anew) fs::remove_all(corpus_);
        for (unsigned file = 0; file < 12; ++file) {
            if (!anew && random_() % 3 == 0) continue;
            const fs::path path = corpus_ / ("кітап" + std::to_string(file) + ".txt");
            if (!anew && random_() % 4 == 0) {
                fs::remove(path);
            } else {
                // Now and then a thick volume, which is cut into sections that are spread over the shards.
                write_file(path,
                           made_up_text(random_(),
                                        file == 0 && random_() % 4 != 0 ? 20000 : 200 + random_() % 3000));
            }
        }
        std::string lines;
        for (unsigned line = 0; line < 400; ++line) {
            if (random_() % 8 == 0) continue;
            const std::uint64_t text = random_() % 4 == 0 ? random_() : line;  // most lines stay as they were
            lines += json_line("d" + std::to_string(line), "Тақырып", made_up_text(text, 200));
        }
        write_file(corpus_ / "том.jsonl", lines);
    }

    void build(const fs::path& index, bool rebuild) const {
        izde::indexer::BuildOptions options;
        options.reading.local = izde::indexer::make_local_reader;
        options.roots = {corpus_};
        options.index = index;
        options.commit_bytes = kCommitBytes;
        options.rebuild = rebuild;
        izde::indexer::build(options, analyzer_);
    }

    void do_job(Job job, const fs::path& index) const {
        if (job == Job::compact) {
            izde::indexer::compact_index(index, analyzer_);
        } else {
            build(index, job == Job::rebuild);
        }
    }

    std::string kill_and_check(Job job) {
        const fs::path undisturbed = directory_.path() / "үлгі";
        fs::remove_all(undisturbed);
        if (job == Job::compact)
            build(index_, false);  // there is more to compact than what was compact anyway
        auto start = Clock::now();
        build(undisturbed, false);
        if (job == Job::compact) {
            start = Clock::now();
            do_job(job, undisturbed);
        }
        const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
        delay_ = std::chrono::milliseconds(random_() % (whole.count() + 1) / 1000);

        const pid_t child = ::fork();
        if (child == 0) {
            try {
                do_job(job, index_);
            } catch (...) {
                ::_exit(1);
            }
            ::_exit(0);
        }
        std::this_thread::sleep_for(delay_);
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        was_killed_ = WIFSIGNALED(status);
        if (!was_killed_ && WEXITSTATUS(status) != 0) return "the run failed before it was killed";
        try {
            // A kill before the first commit of a first build leaves no index to open, and that is right.
            if (fs::exists(index_ / izde::store::kManifestName)) digest(index_);
            if (job == Job::compact && digest(index_) != digest(undisturbed)) return "works were lost";
            build(index_, false);
            return digest(index_) == digest(undisturbed) ? "" : "the rerun differs from the undisturbed run";
        } catch (const Xapian::Error& error) {
            return error.get_description();
        } catch (const std::exception& error) {
            return error.what();
        }
    }

    IndexDigest digest(const fs::path& index) const {
        return digest_index(index, analyzer_.fingerprint(),
                            {{"басқар", "прав"}, {"закон", "договор", "суд"}, {"қоғам", "құқықтық"}});
    }

    std::mt19937_64 random_;
    Analyzer analyzer_;
    TemporaryDirectory directory_;
    fs::path corpus_ = directory_.path() / "корпус";
    fs::path index_ = directory_.path() / "индекс";
    std::chrono::milliseconds delay_{0};
    bool was_killed_ = false;
    int kills_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 100;
    const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : std::random_device{}();
    std::cout << "seed " << seed << std::endl;
    return Rounds(seed).run(rounds) == 0 ? 0 : 1;
}
