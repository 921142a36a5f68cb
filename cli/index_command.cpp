#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <optional>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "izde/izde.hpp"

namespace izde::cli {
namespace {

struct Arguments {
    IndexOptions options;
    bool quiet = false;
    bool verbose = false;
    bool follows = false;
    std::string report;
};

volatile std::sig_atomic_t stop_signal = 0;

/// Ends at the first signal; a second one ends the process as it always does.
void stop_at_signals() {
    struct sigaction action {};
    action.sa_handler = [](int number) { stop_signal = number; };
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

double seconds(std::chrono::milliseconds time) {
    return static_cast<double>(time.count()) / 1000;
}

double rate(std::uint64_t bytes, std::chrono::milliseconds time) {
    return time.count() == 0 ? 0 : static_cast<double>(bytes) / 1e6 / seconds(time);
}

/// One line that is rewritten on a terminal; a line every ten seconds elsewhere.
class ProgressLine {
  public:
    explicit ProgressLine(Locale locale) : locale_(locale), is_terminal_(cli::is_terminal(STDERR_FILENO)) {}

    void show(const IndexProgress& progress) {
        if (!is_terminal_ && progress.elapsed - last_ < std::chrono::seconds(10)) return;
        last_ = progress.elapsed;
        const double share = progress.bytes_total == 0 ? 1
                                                       : static_cast<double>(progress.bytes_done) /
                                                             static_cast<double>(progress.bytes_total);
        const double left = share > 0 ? seconds(progress.elapsed) * (1 - share) / share : 0;
        const std::string line =
            text(locale_, Message::progress,
                 {std::to_string(progress.files_done), std::to_string(progress.files_total),
                  decimal(share * 100, 0), decimal(rate(progress.bytes_done, progress.elapsed), 1),
                  decimal(left, 0)});
        std::cerr << (is_terminal_ ? "\r\x1B[K" : "") << line << (is_terminal_ ? "" : "\n") << std::flush;
        is_shown_ = true;
    }

    void end() const {
        if (is_terminal_ && is_shown_) std::cerr << "\r\x1B[K" << std::flush;
    }

  private:
    Locale locale_;
    bool is_terminal_;
    bool is_shown_ = false;
    std::chrono::milliseconds last_{0};
};

std::string counts(std::uint64_t count) {
    return std::to_string(count);
}

void print_report(const IndexReport& report, bool is_verbose, Locale locale) {
    std::map<std::string, std::uint64_t> passed_over;
    for (const SkippedFile& one : report.skipped) {
        if (one.is_failure) {
            std::cerr << text(locale, Message::failed, {printable(one.path), printable(one.cause)}) << '\n';
        } else if (is_verbose) {
            std::cerr << text(locale, Message::skipped, {printable(one.path), printable(one.cause)}) << '\n';
        } else {
            ++passed_over[one.cause];
        }
    }
    for (const std::string& warning : report.warnings) {
        std::cerr << text(locale, Message::warning, {printable(warning)}) << '\n';
    }
    for (const auto& [cause, number] : passed_over) {
        std::cerr << text(locale, Message::skipped_by_cause, {counts(number), printable(cause)}) << '\n';
    }
    std::string languages;
    for (const auto& [language, number] : report.works_by_language) {
        languages += (languages.empty() ? "" : ", ") + language + " " + counts(number);
    }
    std::string summary = text(locale, Message::files_summary,
                               {counts(report.files_added), counts(report.files_changed),
                                counts(report.files_removed), counts(report.files_unchanged)}) +
                          '\n' +
                          text(locale, Message::works_summary,
                               {counts(report.works_added), counts(report.works_changed),
                                counts(report.works_removed), counts(report.works_unchanged)}) +
                          '\n';
    if (!languages.empty()) summary += text(locale, Message::by_language, {languages}) + '\n';
    summary += text(locale, Message::indexed,
                    {counts(report.works_total), decimal(seconds(report.elapsed), 1),
                     decimal(rate(report.bytes_read, report.elapsed), 1)}) +
               '\n';
    print(summary);
}

/// A JSON line for every file, written as soon as its fate is known.
class ReportFile {
  public:
    explicit ReportFile(const std::string& path)
        : path_(path), file_(path, std::ios::binary | std::ios::trunc) {
        check();
    }

    void add(const FileFate& fate) {
        file_ << to_json(fate) << '\n';
        check();
    }

    void end() {
        file_.close();
        check();
    }

  private:
    void check() const {
        if (!file_) throw Error(ErrorCode::io, "cannot write " + path_);
    }

    std::string path_;
    std::ofstream file_;
};

int follow(const Arguments& arguments, Locale locale) {
    stop_at_signals();
    FollowCallbacks callbacks;
    callbacks.is_stopped = [] { return stop_signal != 0; };
    callbacks.on_report = [&](const IndexReport& report) { print_report(report, arguments.verbose, locale); };
    callbacks.on_failure = [&](const Error& error) {
        std::cerr << text(locale, Message::error, {printable(error.what())}) << '\n';
    };
    follow_index(arguments.options, callbacks);
    return kDone;
}

int index(const Arguments& arguments, Locale locale) {
    require_database(arguments.options.directory, locale);
    if (arguments.follows) return follow(arguments, locale);
    ProgressLine line(locale);
    std::function<void(const IndexProgress&)> on_progress;
    if (!arguments.quiet) on_progress = [&](const IndexProgress& progress) { line.show(progress); };
    std::optional<ReportFile> file;
    std::function<void(const FileFate&)> on_file;
    if (!arguments.report.empty()) {
        file.emplace(arguments.report);
        on_file = [&](const FileFate& fate) { file->add(fate); };
    }
    const IndexReport report = build_index(arguments.options, on_progress, on_file);
    line.end();
    if (file) file->end();
    print_report(report, arguments.verbose, locale);
    for (const SkippedFile& one : report.skipped) {
        if (one.is_failure) return kSomeFailed;
    }
    return kDone;
}

}  // namespace

void add_index(CLI::App& app, Locale locale, Action& action) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const command = app.add_subcommand("index", "Bring an index up to date with a corpus");
    command->add_option("CORPUS", arguments->options.corpus, "Directories or files")->required();
    add_database_option(*command, arguments->options.directory);
    command
        ->add_option("--include", arguments->options.include,
                     "Only paths that match this glob (may be repeated)")
        ->allow_extra_args(false);  // what follows the glob is the corpus
    command
        ->add_option("--exclude", arguments->options.exclude,
                     "No paths that match this glob (may be repeated)")
        ->allow_extra_args(false);  // what follows the glob is the corpus
    command
        ->add_option("--shards", arguments->options.shards,
                     "Shards of a new index, each written by its own thread")
        ->capture_default_str();
    command
        ->add_option("--memory", arguments->options.memory_bytes,
                     "What the run may take of memory, 512MB at least (default: what its files need, 2GB "
                     "each at most)")
        ->transform(CLI::AsSizeValue(false))
        ->type_name("SIZE");
    CLI::Option* const follow_flag =
        command->add_flag("--follow", arguments->follows,
                          "Stay and keep the index up to date with the corpus, until SIGINT or SIGTERM");
    command
        ->add_option("--report", arguments->report,
                     "Write a JSON line for every file: what was done with it, and why")
        ->type_name("FILE")
        ->excludes(follow_flag);
    command->add_flag("--ocr", arguments->options.ocr,
                      "Read scanned pages of PDF files with Tesseract, a second to six a page");
    command->add_flag("--prune", arguments->options.prune, "A root that is missing or empty loses its works");
    command->add_flag("--rebuild", arguments->options.rebuild, "Start anew");
    command->add_flag("-q,--quiet", arguments->quiet, "No progress");
    command->add_flag("-v,--verbose", arguments->verbose, "Name every file that was passed over");
    command->callback([=, &action] { action = [=] { return index(*arguments, locale); }; });
}

}  // namespace izde::cli
