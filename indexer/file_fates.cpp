#include "indexer/file_fates.hpp"

#include <algorithm>
#include <utility>

namespace izde::indexer {
namespace {

std::uint64_t characters_of(std::string_view text) {
    return static_cast<std::uint64_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

}  // namespace

std::string_view name_of(FileAction action) noexcept {
    switch (action) {
        case FileAction::added:
            return "added";
        case FileAction::changed:
            return "changed";
        case FileAction::unchanged:
            return "unchanged";
        case FileAction::removed:
            return "removed";
        case FileAction::skipped:
            return "skipped";
        case FileAction::failed:
            return "failed";
    }
    return "failed";
}

void FileFates::begin(const std::string& path, std::uint64_t file) {
    if (!on_file_) return;
    const std::scoped_lock lock(mutex_);
    Open& open = open_.emplace_back();
    open.fate.path = path;
    open.file = file;
    open.since = std::chrono::steady_clock::now();
}

void FileFates::add_reading(std::uint64_t file, const ReadingFacts& facts) {
    if (!on_file_) return;
    const std::scoped_lock lock(mutex_);
    Open* const open = find(file);
    if (open == nullptr) return;
    if (open->fate.format.empty()) open->fate.format = facts.format;
    if (open->fate.encoding.empty()) open->fate.encoding = facts.encoding;
    open->fate.pages += facts.pages;
}

void FileFates::add_work(std::uint64_t file, std::string_view text) {
    if (!on_file_) return;
    const std::uint64_t characters = characters_of(text);
    const std::scoped_lock lock(mutex_);
    Open* const open = find(file);
    if (open == nullptr) return;
    ++open->fate.works;
    open->fate.characters += characters;
}

void FileFates::add_cause(std::string_view path, const std::string& cause, bool is_failure) {
    if (!on_file_) return;
    const std::scoped_lock lock(mutex_);
    for (Open& open : open_) {
        if (!path.starts_with(open.fate.path)) continue;
        const std::string_view place = path.substr(open.fate.path.size());
        if (!place.empty() && !place.starts_with(':') && !place.starts_with("!/")) continue;
        if (place.empty() && is_failure) open.has_failed = true;
        // Why the file itself failed says more than a line of it.
        if (open.fate.cause.empty() || (place.empty() && is_failure))
            open.fate.cause = place.empty() ? cause : std::string(place) + ": " + cause;
        return;
    }
}

void FileFates::finish(std::uint64_t file, FileAction action, std::uint64_t known_works) {
    if (!on_file_) return;
    const std::scoped_lock lock(mutex_);
    Open* const open = find(file);
    if (open == nullptr) return;
    FileFate fate = std::move(open->fate);
    fate.works += known_works;
    fate.action = open->has_failed                         ? FileAction::failed
                  : fate.works == 0 && !fate.cause.empty() ? FileAction::skipped
                                                           : action;
    fate.elapsed =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - open->since);
    open_.erase(open_.begin() + (open - open_.data()));
    on_file_(fate);
}

void FileFates::tell(const std::string& path, FileAction action, const std::string& cause) {
    if (!on_file_) return;
    FileFate fate;
    fate.path = path;
    fate.action = action;
    fate.cause = cause;
    const std::scoped_lock lock(mutex_);
    on_file_(fate);
}

FileFates::Open* FileFates::find(std::uint64_t file) {
    const auto found = std::ranges::find(open_, file, &Open::file);
    return found == open_.end() ? nullptr : &*found;
}

}  // namespace izde::indexer
