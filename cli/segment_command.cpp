#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "izde/izde.hpp"

namespace izde::cli {
namespace {

/// Words shown of a work's beginning and end.
constexpr std::size_t kEdgeWords = 8;

std::string first_words(std::string_view text) {
    std::size_t at = 0;
    for (std::size_t words = 0; words < kEdgeWords && at < text.size(); ++words) {
        at = std::min(text.find_first_of(" \n", at + 1), text.size());
    }
    return printable(text.substr(0, at));
}

std::string last_words(std::string_view text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
    std::size_t at = text.size();
    for (std::size_t words = 0; words < kEdgeWords && at > 0; ++words) {
        const std::size_t space = text.find_last_of(" \n", at - 1);
        at = space == std::string_view::npos ? 0 : space;
    }
    return printable(text.substr(at == 0 ? 0 : at + 1));
}

std::string pages(const Segment& segment) {
    const auto number = [](const PageNumber& page) {
        return !page.label.empty() ? page.label : page.index ? std::to_string(*page.index) : "";
    };
    const std::string first = number(segment.first_page);
    const std::string last = number(segment.last_page);
    return first == last ? first : first + "–" + last;
}

std::string to_text(const Segment& segment, std::size_t number, Locale locale) {
    std::string output =
        std::to_string(number) + ". " +
        (segment.title.empty() ? text(locale, Message::untitled) : printable(segment.title)) + "  [" +
        segment.id + "]\n   ";
    for (const std::string& author : segment.authors) output += printable(author) + " · ";
    if (segment.year) output += std::to_string(*segment.year) + " · ";
    output += std::string(code_of(segment.language)) + " · " + std::string(name_of(segment.kind));
    if (const std::string page = pages(segment); !page.empty())
        output += " · " + text(locale, Message::page, {page});
    output += "\n   " + first_words(segment.text) + " … " + last_words(segment.text) + '\n';
    for (const SegmentEvidence& one : segment.evidence)
        output += "   - " + one.rule + ": " + printable(one.text) + '\n';
    return output;
}

}  // namespace

void add_segment(CLI::App& app, Locale locale, Action& action) {
    struct Arguments {
        std::string file;
        bool json = false;
        bool ocr = false;
    };
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const command =
        app.add_subcommand("segment", "Show the works that a file is cut into, and why");
    command->add_option("FILE", arguments->file, "The file")->required();
    command->add_flag("--json", arguments->json, "One JSON line a work");
    command->add_flag("--ocr", arguments->ocr, "Read scanned pages with Tesseract");
    command->callback([=, &action] {
        action = [=] {
            std::size_t number = 0;
            bool is_whole = true;
            const auto on_failure = [&](const SkippedFile& one) {
                is_whole = false;
                std::cerr << text(locale, Message::failed, {printable(one.path), printable(one.cause)})
                          << '\n';
            };
            for (const Segment& segment : segment_file(arguments->file, on_failure, arguments->ocr)) {
                print(arguments->json ? to_json(segment) + '\n' : to_text(segment, ++number, locale));
            }
            return static_cast<int>(is_whole ? kDone : kSomeFailed);
        };
    });
}

}  // namespace izde::cli
