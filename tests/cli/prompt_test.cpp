#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "izde/izde.hpp"
#include "tests/support/temporary_directory.hpp"

/// The prompt of `izde search` as its users meet it: on a terminal, which here is a pseudo-terminal.
namespace {

namespace fs = std::filesystem;

/// Longer than any answer takes, under sanitizers too.
constexpr std::chrono::seconds kPatience{60};

/// `izde` running on a terminal of 24 rows and 80 columns.
class Terminal {
  public:
    Terminal(const std::vector<std::string>& arguments, const fs::path& home, const std::string& locale) {
        winsize size{};
        size.ws_row = 24;
        size.ws_col = 80;
        child_ = ::forkpty(&master_, nullptr, nullptr, &size);
        BOOST_REQUIRE(child_ >= 0);
        if (child_ == 0) run(arguments, home, locale);
    }
    ~Terminal() {
        if (child_ > 0) {
            ::kill(child_, SIGKILL);
            ::waitpid(child_, nullptr, 0);
        }
        ::close(master_);
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    void type(const std::string& line) {
        seen_.clear();
        const std::string keys = line + "\r";
        BOOST_REQUIRE(::write(master_, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
    }

    /// Reads until `text` has appeared since the last line was typed.
    bool shows(const std::string& text) {
        const auto deadline = std::chrono::steady_clock::now() + kPatience;
        while (seen_.find(text) == std::string::npos) {
            if (std::chrono::steady_clock::now() > deadline || !read_more()) break;
        }
        const bool is_there = seen_.find(text) != std::string::npos;
        BOOST_TEST(is_there, "«" << text << "» is not shown but: " << seen_);
        return is_there;
    }

    /// Waits for the prompt; leaves a text that is longer than the screen.
    void go_back() {
        const auto deadline = std::chrono::steady_clock::now() + kPatience;
        while (seen_.find("izde> ") == std::string::npos && std::chrono::steady_clock::now() < deadline) {
            if (seen_.find("q: back") != std::string::npos) type("q");
            if (!read_more()) break;
        }
        BOOST_TEST(seen_.find("izde> ") != std::string::npos, "no prompt but: " << seen_);
    }

    int status() {
        while (read_more()) {
        }
        int status = -1;
        BOOST_REQUIRE(::waitpid(child_, &status, 0) == child_);
        child_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

  private:
    [[noreturn]] static void run(const std::vector<std::string>& arguments, const fs::path& home,
                                 const std::string& locale) {
        // NOLINTBEGIN(concurrency-mt-unsafe): a child of one thread
        ::setenv("XDG_STATE_HOME", home.c_str(), 1);
        ::setenv("LC_ALL", locale.c_str(), 1);
        ::setenv("TERM", "dumb", 1);
        ::unsetenv("INPUTRC");
        ::unsetenv("IZDE_DB");
        // NOLINTEND(concurrency-mt-unsafe)
        std::vector<char*> pointers;
        std::string program = IZDE_COMMAND;
        pointers.push_back(program.data());
        std::vector<std::string> copies = arguments;
        for (std::string& one : copies) pointers.push_back(one.data());
        pointers.push_back(nullptr);
        ::execv(pointers[0], pointers.data());
        ::_exit(127);
    }

    /// False at the end, and where nothing comes for too long.
    bool read_more() {
        pollfd waiting{master_, POLLIN, 0};
        if (::poll(&waiting, 1, static_cast<int>(std::chrono::milliseconds(kPatience).count())) <= 0)
            return false;
        std::array<char, 4096> buffer{};
        const ssize_t size = ::read(master_, buffer.data(), buffer.size());
        if (size <= 0) return false;
        seen_.append(buffer.data(), static_cast<std::size_t>(size));
        return true;
    }

    int master_ = -1;
    pid_t child_ = -1;
    std::string seen_;
};

struct Fixture {
    Fixture() {
        izde::IndexOptions options;
        options.corpus = {"examples/corpus"};
        options.directory = database();
        izde::build_index(options);
    }
    std::string database() const { return (directory.path() / "db").string(); }
    fs::path home() const { return directory.path() / "state"; }

    izde::tests::TemporaryDirectory directory;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(prompt, Fixture)

BOOST_AUTO_TEST_CASE(queries_are_answered_paged_and_their_hits_opened) {
    Terminal terminal({"search", "--db", database(), "--limit", "2"}, home(), "C.UTF-8");
    BOOST_REQUIRE(terminal.shows("izde> "));
    terminal.type("право");
    BOOST_REQUIRE(terminal.shows("1. "));
    terminal.go_back();
    terminal.type("n");
    BOOST_REQUIRE(terminal.shows("3. "));
    terminal.go_back();
    terminal.type("p");
    BOOST_REQUIRE(terminal.shows("1. "));
    terminal.go_back();
    terminal.type("правовой мониторинг");
    terminal.go_back();
    terminal.type("1");
    terminal.shows("Громова Е.П.");
    terminal.go_back();
    terminal.type(":text 1");
    terminal.shows("-- Enter: more, q: back --");
    terminal.type("");
    terminal.go_back();
    terminal.type(":cite 1 bibtex");
    terminal.shows("author = {Громова, Е.П.}");
    terminal.type(":facets");
    terminal.shows("cited act: ");
    terminal.go_back();
    terminal.type("право AND");
    terminal.shows("expected words after AND (character 10)");
    terminal.type(":nonsense");
    terminal.shows("No command :nonsense");
    terminal.type(":quit");
    BOOST_TEST(terminal.status() == 0);
}

BOOST_AUTO_TEST_CASE(the_history_outlives_the_prompt_and_its_owner_alone_reads_it) {
    {
        Terminal terminal({"search", "--db", database()}, home(), "C.UTF-8");
        BOOST_REQUIRE(terminal.shows("izde> "));
        terminal.type("шпинатовый");
        terminal.shows("Nothing found");
        terminal.type(":q");
        BOOST_TEST(terminal.status() == 0);
    }
    const fs::path history = home() / "izde" / "history";
    std::ifstream stream(history);
    const std::string kept{std::istreambuf_iterator<char>(stream), {}};
    BOOST_TEST(kept.find("шпинатовый\n") != std::string::npos);
    BOOST_CHECK(fs::status(history).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    Terminal terminal({"search", "--db", database()}, home(), "C.UTF-8");
    BOOST_REQUIRE(terminal.shows("izde> "));
    terminal.type("\x1B[A\x1B[A");  // upwards past :q
    terminal.shows("Nothing found");
}

BOOST_AUTO_TEST_CASE(commands_are_explained_in_the_language_of_the_locale) {
    {
        Terminal terminal({"search", "--db", database()}, home(), "ru_RU.UTF-8");
        BOOST_REQUIRE(terminal.shows("izde> "));
        terminal.type(":помощь");
        terminal.shows("следующие ответы");
        terminal.type(":выход");
        BOOST_TEST(terminal.status() == 0);
    }
    Terminal terminal({"search", "--db", database()}, home(), "kk_KZ.UTF-8");
    BOOST_REQUIRE(terminal.shows("izde> "));
    terminal.type(":көмек");
    terminal.shows("келесі жауаптар");
    terminal.type(":шығу");
    BOOST_TEST(terminal.status() == 0);
}

BOOST_AUTO_TEST_CASE(the_end_of_input_ends_the_prompt) {
    Terminal terminal({"search", "--db", database()}, home(), "C.UTF-8");
    BOOST_REQUIRE(terminal.shows("izde> "));
    terminal.type("\x04");
    BOOST_TEST(terminal.status() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
