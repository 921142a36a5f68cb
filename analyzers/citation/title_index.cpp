#include <string>
#include <unordered_map>
#include <vector>

#include "analyzers/citation/acts.hpp"
#include "analyzers/normalizer.hpp"
#include "analyzers/tokenizer.hpp"

namespace izde::analyzers {
namespace {

/// Keys of the titles in both languages, and of their beginnings; equal keys keep the order of the table.
struct TitleTable {
    std::unordered_map<std::string, std::vector<const TitledLaw*>> whole, beginnings;

    TitleTable() {
        for (const TitledLaw& law : titled_laws()) {
            for (const std::string_view title : {law.russian, law.kazakh}) add(title, law);
        }
    }

    void add(std::string_view title, const TitledLaw& law) {
        Tokenizer tokenizer;
        Normalizer normalizer;
        tokenizer.reset(title);
        Piece piece;
        std::vector<std::string> words;
        while (tokenizer.next(piece)) {
            words.emplace_back();
            normalizer.normalize(title.substr(piece.span.begin, piece.span.end - piece.span.begin),
                                 words.back());
        }
        const std::vector<std::string_view> views(words.begin(), words.end());
        const std::string key = title_key(views);
        whole[key].push_back(&law);
        // «о воинской», «әскери қызмет»: two words of content at least.
        std::size_t hyphen = key.find('-');
        while (hyphen != std::string::npos) {
            hyphen = key.find('-', hyphen + 1);
            if (hyphen != std::string::npos) beginnings[key.substr(0, hyphen)].push_back(&law);
        }
    }
};

std::size_t words_in_common(std::string_view left, std::string_view right) {
    const std::string within = '-' + std::string(left) + '-';
    std::size_t count = 0;
    while (!right.empty()) {
        const std::size_t end = right.find('-');
        const std::string word = '-' + std::string(right.substr(0, end)) + '-';
        if (word.size() > 2 && within.find(word) != std::string::npos) ++count;
        if (end == std::string_view::npos) break;
        right.remove_prefix(end + 1);
    }
    return count;
}

const TitleTable& titles() {
    static const TitleTable kTable;
    return kTable;
}

}  // namespace

const TitledLaw* find_title(std::string_view key, TitleMatch match, int year) {
    const std::string text(key);
    const TitledLaw* found = nullptr;
    if (const auto laws = titles().whole.find(text); laws != titles().whole.end()) {
        for (const TitledLaw* law : laws->second) {
            if (year == 0 || law->adopted.year <= year || found == nullptr) found = law;
        }
        return found;
    }
    if (match == TitleMatch::whole) return nullptr;
    const auto laws = titles().beginnings.find(text);
    if (laws == titles().beginnings.end()) return nullptr;
    for (const TitledLaw* law : laws->second) {
        if (found != nullptr && found != law) return nullptr;
        found = law;
    }
    return found;
}

const TitledLaw* find_titled_law(const Date& adopted, std::string_view key) {
    const TitledLaw* found = nullptr;
    std::size_t most = 0;
    for (const auto& [known_key, laws] : titles().whole) {
        for (const TitledLaw* law : laws) {
            if (law->adopted != adopted) continue;
            const std::size_t common = words_in_common(known_key, key);
            if (common <= most) continue;
            most = common;
            found = law;
        }
    }
    return found;
}

}  // namespace izde::analyzers
