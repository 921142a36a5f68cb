#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "indexer/extract/extractor.hpp"

namespace izde::indexer {
namespace {

using nlohmann::json;

/// One work; a line beyond this is passed over with an error instead of filling memory.
constexpr std::size_t kMaxLineBytes = 64 * 1024 * 1024;
constexpr std::size_t kReadBytes = 256 * 1024;

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

std::string cause_of(const json::exception& error) {
    std::string cause = "not JSON: ";
    for (const char character : std::string_view(error.what()).substr(0, kMaxCauseBytes)) {
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

}  // namespace

void read_jsonl(
    const std::string& path,
    const std::function<void(DeclaredWork&&, std::uint64_t line, std::string_view bytes)>& on_work,
    const std::function<void(std::uint64_t line, const std::string& cause)>& on_error) {
    const auto close = [](std::FILE* file) { std::fclose(file); };
    const std::unique_ptr<std::FILE, decltype(close)> file(std::fopen(path.c_str(), "rb"), close);
    if (!file) throw ExtractError(std::string("cannot be read: ") + std::strerror(errno));

    std::uint64_t number = 0;
    std::string line;
    bool is_overlong = false;
    const auto end_line = [&] {
        ++number;
        std::string_view bytes = line;
        if (number == 1 && bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
        if (is_overlong) {
            on_error(number, "longer than 64 MB");
        } else if (bytes.find_first_not_of(" \t\r") != std::string_view::npos) {
            std::optional<DeclaredWork> work;
            try {
                work = work_of(bytes);
            } catch (const json::exception& error) {
                on_error(number, cause_of(error));
            } catch (const ExtractError& error) {
                on_error(number, error.what());
            }
            if (work) on_work(std::move(*work), number, bytes);
        }
        line.clear();
        is_overlong = false;
    };

    std::string buffer(kReadBytes, '\0');
    while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
        std::string_view rest(buffer.data(), size);
        while (!rest.empty()) {
            const std::size_t newline = rest.find('\n');
            const std::string_view piece = rest.substr(0, newline);
            if (line.size() + piece.size() > kMaxLineBytes) {
                is_overlong = true;
                line.clear();
            } else if (!is_overlong) {
                line += piece;
            }
            if (newline == std::string_view::npos) break;
            end_line();
            rest.remove_prefix(newline + 1);
        }
    }
    if (std::ferror(file.get()) != 0)
        throw ExtractError("reading stopped after line " + std::to_string(number));
    if (!line.empty() || is_overlong) end_line();
}

}  // namespace izde::indexer
