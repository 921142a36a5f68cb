#pragma once

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "tests/support/files.hpp"

namespace izde::tests {

/// Texts that are no one's: sentences of legal words drawn by a seeded generator.
inline std::string made_up_text(std::uint64_t seed, std::size_t words) {
    static const std::vector<std::string> kWords = {
        "жергілікті", "өзін-өзі", "басқару",  "органдары",   "азаматтық",   "қоғамның",
        "заңнама",    "бап",      "құқықтық", "мониторинг",  "закона",      "правовой",
        "субъект",    "статья",   "суда",     "договор",     "обязанность", "право",
        "гражданин",  "решения",  "норма",    "конституция", "тармақ",      "мемлекет"};
    std::mt19937_64 random(seed);
    std::string text;
    for (std::size_t i = 0; i < words; ++i) {
        text += kWords[random() % kWords.size()];
        text += i % 60 == 59 ? ".\n\n" : i % 12 == 11 ? ". " : " ";
    }
    return text;
}

/// One line of JSON Lines; `text` must hold nothing that JSON escapes but newlines.
inline std::string json_line(const std::string& id, const std::string& title, std::string text) {
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
        text.replace(at, 1, "\\n");
    return R"({"_id": ")" + id + R"(", "title": ")" + title + R"(", "text": ")" + text + "\"}\n";
}

}  // namespace izde::tests
