#include "tests/volumes/material.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/support/table.hpp"

namespace izde::tests {
namespace {

/// Shorter paragraphs of the examples are titles, bylines, references.
constexpr std::size_t kBodyBytes = 240;

Tongue tongue_of(const std::string& language) {
    if (language == "kk") return Tongue::kazakh;
    if (language == "ru") return Tongue::russian;
    if (language == "en") return Tongue::english;
    throw std::runtime_error("no language: " + language);
}

bool is_kazakh(const std::string& text) {
    std::size_t letters = 0;
    for (const std::string letter : {"ғ", "қ", "ң", "ө", "ұ", "ү", "ә", "і"}) {
        for (std::size_t at = text.find(letter); at != std::string::npos; at = text.find(letter, at + 1))
            ++letters;
    }
    return letters * 60 > text.size();
}

/// Lines of a paragraph put together, words broken at line ends healed.
std::string unwrapped(const std::string& paragraph) {
    std::string text;
    for (const char character : paragraph) {
        if (character == '\n') {
            if (text.ends_with("-")) {
                text.pop_back();
            } else {
                text += ' ';
            }
        } else if (character != '\r') {
            text += character;
        }
    }
    while (text.ends_with(" ")) text.pop_back();
    return text;
}

/// The runs of long paragraphs of a file; what parts them are heads and lists of references.
void read_bodies(const std::filesystem::path& path, std::vector<Body>& bodies) {
    std::ifstream stream(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    Body body;
    const auto finish = [&] {
        if (body.paragraphs.size() >= 2) {
            body.tongue = is_kazakh(body.paragraphs.front()) ? Tongue::kazakh : Tongue::russian;
            bodies.push_back(std::move(body));
        }
        body = Body{};
    };
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find("\n\n", begin), text.size());
        const std::string paragraph = unwrapped(text.substr(begin, end - begin));
        begin = end + 2;
        const bool is_opening = paragraph.starts_with("Аңдатпа") || paragraph.starts_with("Аннотация");
        if (paragraph.size() >= kBodyBytes && paragraph.ends_with(".") && !is_opening &&
            paragraph.find("1. ") == std::string::npos) {
            body.paragraphs.push_back(paragraph);
        } else {
            finish();
        }
    }
    finish();
}

Material read_material() {
    Material material;
    std::vector<std::filesystem::path> files;
    for (const std::string folder : {"articles-kk", "articles-ru"}) {
        for (const auto& entry : std::filesystem::directory_iterator("examples/corpus/" + folder)) {
            const std::string name = entry.path().filename().string();
            // Files in other encodings have a second suffix.
            if (name.ends_with(".txt") && std::count(name.begin(), name.end(), '.') == 1)
                files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    for (const auto& file : files) read_bodies(file, material.bodies);
    for (const std::vector<std::string>& row : read_table("tests/data/volume_words.tsv")) {
        const Tongue tongue = tongue_of(row.at(1));
        if (row[0] == "person") {
            material.persons[tongue].push_back({row.at(2), row.at(3), row.at(4)});
        } else {
            material.words[{row[0], tongue}].push_back(row.at(2));
        }
    }
    return material;
}

}  // namespace

const Material& material() {
    static const Material read = read_material();
    return read;
}

}  // namespace izde::tests
