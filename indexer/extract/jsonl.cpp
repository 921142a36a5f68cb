#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "indexer/extract/extractor.hpp"

namespace izde::indexer {
namespace {

using nlohmann::json;

/// One work; a line beyond this is passed over with an error instead of filling memory.
constexpr std::size_t kMaxLineBytes = std::size_t{64} << 20U;
constexpr std::size_t kReadBytes = std::size_t{256} << 10U;

/// A line of nothing but brackets takes some 74 bytes of memory a byte, 4.7 GB at the longest line; a work
/// has one level of lists and tens of values.
constexpr int kMaxDepth = 32;
constexpr std::size_t kMaxValues = 100'000;

/// The parser quotes the token at fault, whole and as it stands: megabytes, and perhaps no UTF-8.
constexpr std::size_t kMaxCauseBytes = 200;

std::string text_of(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return {};
    if (found->is_string()) return found->get<std::string>();
    if (found->is_number_integer()) return std::to_string(found->get<std::int64_t>());
    throw ExtractError(std::string("\"") + key + "\" is not a string");
}

std::vector<std::string> authors_of(const json& object) {
    std::vector<std::string> authors;
    const auto found = object.find("authors");
    if (found == object.end() || found->is_null()) return authors;
    if (found->is_string()) {
        authors.push_back(found->get<std::string>());
    } else if (found->is_array() &&
               std::ranges::all_of(*found, [](const json& one) { return one.is_string(); })) {
        authors = found->get<std::vector<std::string>>();
    } else {
        throw ExtractError("\"authors\" is not a list of strings");
    }
    return authors;
}

std::optional<int> year_of(const json& object) {
    const std::string year = text_of(object, "year");
    if (year.empty()) return std::nullopt;
    if (year.size() == 4 &&
        std::ranges::all_of(year, [](char digit) { return digit >= '0' && digit <= '9'; })) {
        return std::stoi(year);
    }
    throw ExtractError("\"year\" is not a year of four digits: " + year);
}

json parse_bounded(std::string_view line) {
    std::size_t values = 0;
    return json::parse(line, [&](int depth, json::parse_event_t, const json&) {
        if (depth > kMaxDepth) throw ExtractError("nested deeper than " + std::to_string(kMaxDepth));
        if (++values > kMaxValues) throw ExtractError("more than " + std::to_string(kMaxValues) + " values");
        return true;
    });
}

/// «not JSON (byte 56): unexpected end of input; expected '}'»: of the library's message what the author of
/// the line needs.
std::string cause_of(const json::exception& error) {
    std::string cause = "not JSON";
    if (const auto* const broken = dynamic_cast<const json::parse_error*>(&error))
        cause += " (byte " + std::to_string(broken->byte) + ")";
    cause += ": ";
    std::string_view what = error.what();
    for (const std::string_view opening : {"] ", " - "}) {  // its number, its place
        const std::size_t at = what.find(opening);
        if (at != std::string_view::npos) what.remove_prefix(at + opening.size());
    }
    for (const char character : what.substr(0, kMaxCauseBytes)) {
        const auto byte = static_cast<unsigned char>(character);
        cause.push_back(byte >= 0x20 && byte < 0x7F ? character : '?');
    }
    return cause;
}

DeclaredWork work_of(std::string_view line) {
    const json object = parse_bounded(line);
    if (!object.is_object()) throw ExtractError("not a JSON object");
    DeclaredWork work;
    work.id = text_of(object, "_id");
    if (work.id.empty()) throw ExtractError("has no \"_id\"");
    const auto text = object.find("text");
    if (text == object.end() || text->is_null()) throw ExtractError("has no \"text\"");
    work.text = text_of(object, "text");
    work.title = text_of(object, "title");
    work.authors = authors_of(object);
    work.year = year_of(object);
    work.language = text_of(object, "language");
    work.kind = text_of(object, "kind");
    work.url = text_of(object, "url");
    return work;
}

/// Cuts what it is fed into lines, and gives each on.
class LineReader {
  public:
    LineReader(const OnDeclaredWork& on_work, const OnBadLine& on_error)
        : on_work_(on_work), on_error_(on_error) {}

    void feed(std::string_view bytes) {
        while (!bytes.empty()) {
            const std::size_t newline = bytes.find('\n');
            const std::string_view piece = bytes.substr(0, newline);
            if (line_.size() + piece.size() > kMaxLineBytes) {
                is_overlong_ = true;
                line_.clear();
            } else if (!is_overlong_) {
                line_ += piece;
            }
            if (newline == std::string_view::npos) return;
            end_line();
            bytes.remove_prefix(newline + 1);
        }
    }

    void finish() {
        if (!line_.empty() || is_overlong_) end_line();
    }

    std::uint64_t lines() const noexcept { return number_; }

  private:
    void end_line() {
        ++number_;
        std::string_view bytes = line_;
        if (number_ == 1 && bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
        if (is_overlong_) {
            on_error_(number_, "longer than 64 MB");
        } else if (bytes.find_first_not_of(" \t\r") != std::string_view::npos) {
            std::optional<DeclaredWork> work;
            try {
                work = work_of(bytes);
            } catch (const json::exception& error) {
                on_error_(number_, cause_of(error));
            } catch (const ExtractError& error) {
                on_error_(number_, error.what());
            }
            if (work) on_work_(std::move(*work), number_, bytes);
        }
        line_.clear();
        is_overlong_ = false;
    }

    const OnDeclaredWork& on_work_;
    const OnBadLine& on_error_;
    std::string line_;
    std::uint64_t number_ = 0;
    bool is_overlong_ = false;
};

}  // namespace

void read_jsonl(int descriptor, const OnDeclaredWork& on_work, const OnBadLine& on_error) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) throw ExtractError(std::generic_category().message(errno));
    LineReader reader(on_work, on_error);
    std::string buffer(kReadBytes, '\0');
    for (off_t at = 0; at < status.st_size;) {
        const auto most =
            std::min<std::uintmax_t>(buffer.size(), static_cast<std::uintmax_t>(status.st_size - at));
        const ssize_t size = ::pread(descriptor, buffer.data(), static_cast<std::size_t>(most), at);
        if (size < 0 && errno == EINTR) continue;
        if (size < 0)
            throw ExtractError("reading stopped after line " + std::to_string(reader.lines()) + ": " +
                               std::generic_category().message(errno));
        if (size == 0) break;  // it has shrunk
        reader.feed({buffer.data(), static_cast<std::size_t>(size)});
        at += size;
    }
    reader.finish();
}

void read_jsonl_text(std::string_view bytes, const OnDeclaredWork& on_work, const OnBadLine& on_error) {
    LineReader reader(on_work, on_error);
    reader.feed(bytes);
    reader.finish();
}

}  // namespace izde::indexer
