#include "searcher/cite.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

namespace izde::searcher {
namespace {

using store::Language;
using store::Work;
using store::WorkKind;

/// «Байжанова К.Т.», «К. Т. Байжанова», «Лазарев Андрей Викторович».
struct Name {
    std::string family, given;
};

Name name_of(const std::string& author) {
    const std::size_t first = author.find(' ');
    if (first == std::string::npos) return {author, {}};
    const std::size_t last = author.rfind(' ');
    const bool begins_with_initials = author.find('.') < first;
    if (begins_with_initials) return {author.substr(last + 1), author.substr(0, last)};
    return {author.substr(0, first), author.substr(first + 1)};
}

/// One line: a title may have been set in several.
std::string line(std::string_view text) {
    std::string result;
    for (const char character : text) {
        const bool is_gap = static_cast<unsigned char>(character) <= 0x20;
        if (!is_gap) {
            result += character;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (result.ends_with(' ')) result.pop_back();
    return result;
}

std::string first_page(const Work& work) {
    return work.pages.empty() ? std::string() : work.pages.front().label;
}

std::string last_page(const Work& work) {
    return work.pages.empty() ? std::string() : work.pages.back().label;
}

/// A number of an issue («№ 3», «3») rather than of a volume («2-том», «Том 4, № 1»).
bool is_issue(std::string_view volume) {
    constexpr std::string_view kSign = "№";
    if (volume.starts_with(kSign)) return true;
    return !volume.empty() && volume.find_first_not_of("0123456789") == std::string_view::npos;
}

/// What reference managers hold of it: they write the sign themselves.
std::string without_sign(std::string_view volume) {
    constexpr std::string_view kSign = "№";
    if (volume.starts_with(kSign)) volume.remove_prefix(kSign.size());
    volume.remove_prefix(std::min(volume.find_first_not_of(' '), volume.size()));
    return std::string(volume);
}

std::string gost(const Work& work) {
    std::string text;
    for (const std::string& author : work.authors) text += (text.empty() ? "" : ", ") + author;
    if (!text.empty()) text += text.ends_with('.') ? " " : ". ";
    text += line(work.title);
    if (!work.container.empty()) text += " // " + line(work.container);
    if (!text.empty() && !text.ends_with('.')) text += '.';
    if (work.year) text += " – " + std::to_string(*work.year) + '.';
    if (!work.volume.empty()) text += " – " + line(work.volume) + (work.volume.ends_with('.') ? "" : ".");
    if (const std::string range = pages_of(work, "–"); !range.empty()) {
        text += (work.language == Language::kazakh    ? " – Б. "
                 : work.language == Language::english ? " – P. "
                                                      : " – С. ") +
                range + '.';
    }
    if (!work.url.empty()) text += " – URL: " + work.url;
    return text;
}

std::string escaped_for_bibtex(std::string_view text) {
    std::string result;
    for (const char character : text) {
        if (character == '\\') {
            result += "\\textbackslash{}";
        } else if (std::string_view("{}%&$#_").find(character) != std::string_view::npos) {
            result += '\\';
            result += character;
        } else {
            result += character;
        }
    }
    return result;
}

std::string bibtex(const Work& work) {
    std::string authors;
    for (const std::string& author : work.authors) {
        const Name name = name_of(author);
        if (!authors.empty()) authors += " and ";
        authors += name.given.empty() ? '{' + escaped_for_bibtex(name.family) + '}'
                                      : escaped_for_bibtex(name.family + ", " + name.given);
    }
    const std::string_view type = work.kind == WorkKind::article ? "article"
                                  : work.kind == WorkKind::book  ? "book"
                                                                 : "misc";
    const std::string_view language = work.language == Language::kazakh    ? "kazakh"
                                      : work.language == Language::russian ? "russian"
                                      : work.language == Language::english ? "english"
                                                                           : "";
    // A key holds no comma, brace or blank; a line's _id may.
    std::string key = work.id;
    std::ranges::replace_if(
        key, [](char one) { return std::string_view(" ,{}\\\"#%'()=~").find(one) != std::string_view::npos; },
        '-');
    std::string text = '@' + std::string(type) + '{' + key;
    const auto field = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) text.append(",\n  ").append(name).append(" = {").append(value).append("}");
    };
    field("author", authors);
    field("title", '{' + escaped_for_bibtex(line(work.title)) + '}');
    field(work.kind == WorkKind::article ? "journal" : "booktitle", escaped_for_bibtex(line(work.container)));
    field(is_issue(work.volume) ? "number" : "volume", escaped_for_bibtex(line(without_sign(work.volume))));
    field("year", work.year ? std::to_string(*work.year) : std::string());
    field("pages", pages_of(work, "--"));
    field("url", work.url);
    field("langid", std::string(language));
    return text + "\n}\n";
}

std::string ris(const Work& work) {
    const std::string_view type = work.kind == WorkKind::article     ? "JOUR"
                                  : work.kind == WorkKind::book      ? "BOOK"
                                  : work.kind == WorkKind::decision  ? "CASE"
                                  : work.kind == WorkKind::provision ? "STAT"
                                                                     : "GEN";
    std::string text;
    const auto tag = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) text.append(name).append("  - ").append(line(value)).append("\r\n");
    };
    tag("TY", std::string(type));
    for (const std::string& author : work.authors) {
        const Name name = name_of(author);
        tag("AU", name.given.empty() ? name.family : name.family + ", " + name.given);
    }
    tag("TI", work.title);
    tag("T2", work.container);
    tag(is_issue(work.volume) ? "IS" : "VL", without_sign(work.volume));
    tag("PY", work.year ? std::to_string(*work.year) : std::string());
    tag("SP", first_page(work));
    tag("EP", last_page(work));
    for (const std::string& keyword : work.keywords) tag("KW", keyword);
    tag("UR", work.url);
    if (work.language != Language::unknown) tag("LA", std::string(analyzers::code_of(work.language)));
    tag("ID", work.id);
    return text + "ER  - \r\n";
}

nlohmann::json csl_item(const Work& work) {
    const std::string_view type = work.kind == WorkKind::article     ? "article-journal"
                                  : work.kind == WorkKind::book      ? "book"
                                  : work.kind == WorkKind::decision  ? "legal_case"
                                  : work.kind == WorkKind::provision ? "legislation"
                                                                     : "document";
    nlohmann::json item = {{"id", work.id}, {"type", std::string(type)}, {"title", line(work.title)}};
    for (const std::string& author : work.authors) {
        const Name name = name_of(author);
        nlohmann::json person = {{"family", name.family}};
        if (!name.given.empty()) person["given"] = name.given;
        item["author"].push_back(person);
    }
    if (!work.container.empty()) item["container-title"] = line(work.container);
    if (!work.volume.empty())
        item[is_issue(work.volume) ? "issue" : "volume"] = line(without_sign(work.volume));
    if (work.year) item["issued"]["date-parts"] = {{*work.year}};
    if (const std::string range = pages_of(work, "-"); !range.empty()) item["page"] = range;
    if (!work.url.empty()) item["URL"] = work.url;
    if (work.language != Language::unknown) item["language"] = std::string(analyzers::code_of(work.language));
    return item;
}

}  // namespace

std::string pages_of(const Work& work, std::string_view dash) {
    const std::string first = first_page(work);
    const std::string last = last_page(work);
    if (first.empty() || last.empty() || first == last) return first.empty() ? last : first;
    return first + std::string(dash) + last;
}

std::string cite(const std::vector<store::Work>& works, CitationStyle style) {
    if (style == CitationStyle::csl_json) {
        nlohmann::json items = nlohmann::json::array();
        for (const store::Work& work : works) items.push_back(csl_item(work));
        return items.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
    }
    std::string text;
    for (const store::Work& work : works) {
        text += style == CitationStyle::gost     ? gost(work) + '\n'
                : style == CitationStyle::bibtex ? bibtex(work)
                                                 : ris(work);
    }
    return text;
}

}  // namespace izde::searcher
