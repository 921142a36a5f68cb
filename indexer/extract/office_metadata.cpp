#include "indexer/extract/office_metadata.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "indexer/extract/xml_cursor.hpp"

namespace izde::indexer {
namespace {

std::string trimmed(std::string text) {
    constexpr std::string_view kSpace = " \t\r\n";
    text.erase(text.find_last_not_of(kSpace) + 1);
    text.erase(0, std::min(text.find_first_not_of(kSpace), text.size()));
    return text;
}

bool has_part(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

}  // namespace

void set_title(Metadata& metadata, std::string title) {
    static constexpr std::array<std::string_view, 8> kFileNames = {".doc", ".rtf", ".pdf",  ".indd",
                                                                   ".qxd", ".p65", ".pptx", ".odt"};
    static constexpr std::array<std::string_view, 7> kEmpty = {
        "Документ", "Document", "Untitled", "untitled", "Без имени", "Атаусыз", "Complex"};
    title = trimmed(std::move(title));
    const bool is_name = has_part(title, "Microsoft ") ||
                         std::ranges::any_of(kFileNames, [&](auto name) { return has_part(title, name); });
    // «Документ1»: nothing but a word that stands for no title, and a number.
    const bool is_empty = std::ranges::any_of(kEmpty, [&](std::string_view word) {
        return title.starts_with(word) &&
               title.find_first_not_of("0123456789", word.size()) == std::string::npos;
    });
    // «<C02EC1E0…>»: bytes that a PDF writer printed as hexadecimal digits.
    const bool is_hexadecimal =
        title.starts_with('<') && title.find_first_not_of("0123456789ABCDEF", 1) == title.size() - 1;
    if (!is_name && !is_empty && !is_hexadecimal) metadata.title = std::move(title);
}

void add_author(Metadata& metadata, std::string author) {
    author = trimmed(std::move(author));
    // A person has a surname and something more; an account rarely has.
    const bool is_person = author.find_first_of(" .") != std::string::npos &&
                           author.find_first_of("0123456789@\\/_") == std::string::npos &&
                           !has_part(author, "Windows") && !has_part(author, "Microsoft");
    if (is_person) metadata.authors.push_back(std::move(author));
}

void drop_typist(Metadata& metadata) {
    metadata.is_stamp = true;
    if (metadata.title.empty()) metadata.authors.clear();
}

std::optional<int> year_of_date(std::string_view date) {
    constexpr std::string_view kDigits = "0123456789";
    constexpr int kFirstYear = 1500;  // older than print in Cyrillic
    constexpr int kLastYear = 2100;
    for (std::size_t begin = date.find_first_of(kDigits); begin < date.size();) {
        const std::size_t end = std::min(date.find_first_not_of(kDigits, begin), date.size());
        int year = 0;
        std::from_chars(date.data() + begin, date.data() + end, year);
        if (end - begin == 4 && year >= kFirstYear && year <= kLastYear) return year;
        begin = date.find_first_of(kDigits, end);
    }
    return std::nullopt;
}

Metadata read_dublin_core(std::string_view xml, const std::string& name, DateMeans date_means) {
    Metadata metadata;
    XmlCursor cursor(xml, name);
    while (cursor.next()) {
        if (cursor.is_start("title") && metadata.title.empty()) {
            set_title(metadata, cursor.inner_text());
        } else if (cursor.is_start("creator")) {
            add_author(metadata, cursor.inner_text());
        } else if (cursor.is_start("language") && metadata.language.empty()) {
            metadata.language = trimmed(cursor.inner_text()).substr(0, 2);
        } else if (date_means == DateMeans::publication && cursor.is_start("date") && !metadata.year &&
                   cursor.attribute("event") != "modification") {
            metadata.year = year_of_date(cursor.inner_text());
        } else if (cursor.is_start("creation-date") || cursor.is_start("created")) {
            metadata.year_made = year_of_date(cursor.inner_text());
        }
    }
    return metadata;
}

}  // namespace izde::indexer
