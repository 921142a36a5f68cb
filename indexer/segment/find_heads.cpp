#include <algorithm>
#include <map>
#include <utility>

#include "indexer/segment/assemble.hpp"
#include "indexer/segment/head.hpp"

namespace izde::indexer {
namespace {

/// Longer runs of short lines are tables and lists of persons.
constexpr std::size_t kHeadParagraphs = 24;

bool is_head_role(Role role) {
    switch (role) {
        case Role::classification:
        case Role::number:
        case Role::title:
        case Role::byline:
        case Role::affiliation:
        case Role::note:
        case Role::line:
        case Role::chapter:
            return true;
        default:
            return false;
    }
}

/// What lines of a head say.
struct Parts {
    bool has_names = false;
    bool has_title = false;
    void add(const Paragraph& paragraph) {
        const Role role = paragraph.role;
        has_names = has_names || role == Role::byline;
        has_title = has_title || role == Role::title || role == Role::line;
    }
};

/// Whether codes open the next head rather than stand amid one or end it: names and a title stand on one side
/// of them, or a title on both.
bool codes_open_head(const std::vector<Paragraph>& paragraphs, std::size_t place, const Parts& before) {
    Parts behind;
    // No longer than a head is: a run of lines may be all of a file.
    const std::size_t end = std::min(paragraphs.size(), place + kHeadParagraphs);
    for (; place < end && is_head_role(paragraphs[place].role); ++place) behind.add(paragraphs[place]);
    if (!behind.has_names && !behind.has_title) return false;
    return (behind.has_names && behind.has_title) || (before.has_names && before.has_title) ||
           (before.has_title && behind.has_title);
}

}  // namespace

std::string contents_key(const std::vector<Paragraph>& paragraphs) {
    std::string key;
    for (const Paragraph& paragraph : paragraphs) {
        if (paragraph.role == Role::contents) key.append(title_key(paragraph.text)).append(" ");
    }
    return key;
}

std::vector<Head> find_heads(const std::vector<Paragraph>& paragraphs, const std::string& contents,
                             const Layout& layout) {
    std::vector<Head> heads;
    for (std::size_t place = 0; place < paragraphs.size();) {
        if (!is_head_role(paragraphs[place].role)) {
            ++place;
            continue;
        }
        std::size_t end = place;
        Parts before;
        while (end < paragraphs.size() && end - place < kHeadParagraphs &&
               is_head_role(paragraphs[end].role)) {
            const Role role = paragraphs[end].role;
            // УДК and «Секция» open a head: after other lines of one they open the next.
            if (end > place && (role == Role::classification || role == Role::chapter) &&
                paragraphs[end - 1].role != role && paragraphs[end - 1].role != Role::chapter &&
                paragraphs[end - 1].role != Role::number && (before.has_names || before.has_title) &&
                codes_open_head(paragraphs, end, before))
                break;
            before.add(paragraphs[end]);
            ++end;
        }
        Head head = read_head(paragraphs, contents, layout, place, end);
        if (head.score > 0) heads.push_back(std::move(head));
        place = end;
    }
    return heads;
}

Layout layout_of(const std::vector<Paragraph>& paragraphs, const std::vector<Head>& heads) {
    Layout layout;
    double bylines = 0;
    for (const Head& head : heads) {
        if (head.score < kStart || head.title.empty()) continue;
        ++layout.heads;
        const Paragraph& title = paragraphs[head.title_begin];
        if (title.capitals > 0.8) ++layout.capital_title;
        if (title.is_centred) ++layout.centred_title;
        if (head.has_classification) ++layout.classification;
        if (head.begins_page) ++layout.begins_page;
        if (!head.has_byline) continue;
        ++bylines;
        if (head.title_after_byline) ++layout.title_after_byline;
    }
    if (layout.heads == 0) return layout;
    std::map<std::string_view, std::size_t> seen;
    for (const Head& head : heads) {
        for (std::size_t place = head.begin; place < head.end; ++place) {
            const Role role = paragraphs[place].role;
            if (role == Role::title || role == Role::line) ++seen[paragraphs[place].words];
        }
    }
    for (const auto& [words, count] : seen) {
        if (count > 1) layout.recurring.emplace(words);
    }
    const auto count = static_cast<double>(layout.heads);
    layout.capital_title /= count;
    layout.centred_title /= count;
    layout.classification /= count;
    layout.begins_page /= count;
    layout.byline = bylines / count;
    layout.title_after_byline = bylines == 0 ? 0.5 : layout.title_after_byline / bylines;
    return layout;
}

}  // namespace izde::indexer
