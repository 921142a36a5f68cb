#include "indexer/segment/cut.hpp"

#include "indexer/segment/vocabulary.hpp"
#include "store/terms.hpp"

namespace izde::indexer {
namespace {

/// Fewer articles are a quotation, not a statute.
constexpr std::size_t kFewestProvisions = 3;

/// So much of consecutive headings must count upwards: amending laws and codes with inserted articles jump
/// now and then.
constexpr double kAscendingShare = 0.8;

constexpr std::size_t kEvidenceBytes = 160;

/// «КОНСТИТУЦИОННЫЙ ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН»: kind and state, no subject.
constexpr std::size_t kKindWords = 4;

/// The subject of a law in plain text has no look of its own; longer paragraphs are its preamble.
constexpr std::size_t kSubjectWords = 25;

/// Places of the headings that articles follow. A table of contents lists them one after another: a heading
/// that nothing but the next heading follows is a line of it, where the same number comes again later.
std::vector<std::size_t> headings_of(const std::vector<Paragraph>& paragraphs) {
    std::vector<std::size_t> all;
    for (std::size_t place = 0; place < paragraphs.size(); ++place) {
        if (paragraphs[place].role == Role::provision) all.push_back(place);
    }
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto number = provision_number(paragraphs[all[i]].text);
        const bool is_bare = i + 1 < all.size() && all[i + 1] == all[i] + 1;
        bool comes_again = false;
        for (std::size_t j = i + 1; is_bare && j < all.size() && !comes_again; ++j) {
            comes_again = provision_number(paragraphs[all[j]].text) == number;
        }
        if (!comes_again) kept.push_back(all[i]);
    }
    return kept;
}

/// «… туралы» Қазақстан Республикасының Заңы 2011 жылғы …, «О рынке: Закон Республики Казахстан от 12 мая …»:
/// what stands before the date. Empty where that is no more than a kind, or no name of an act.
std::string name_before_date(const Paragraph& paragraph) {
    if (paragraph.word_count > kSubjectWords || paragraph.role == Role::chapter) return {};
    std::string name = one_line(paragraph.text.substr(0, paragraph.text.find_first_of("0123456789")));
    for (bool is_cut = true; is_cut;) {
        is_cut = false;
        for (const std::string_view end : {" ", ",", "(", "№", " от", " N"}) {
            if (!name.ends_with(end)) continue;
            name.erase(name.size() - end.size());
            is_cut = true;
        }
    }
    const Paragraph named = paragraph_of(name);
    return named.word_count > kKindWords && mentions_act(named.words) ? name : std::string();
}

/// The act's name: a line that says what it is and whose («ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН», «Водный кодекс
/// Российской Федерации»), with the subject that may follow on a line of its own; or the subject before a
/// line of kind, date and number. Empty where no line says what the file is: notes of publishers stand there
/// too.
std::string statute_title(const std::vector<Paragraph>& paragraphs, std::size_t end) {
    const auto is_name = [&](std::size_t place) {
        if (place >= end) return false;
        const Paragraph& paragraph = paragraphs[place];
        const bool has_number = paragraph.text.find_first_of("0123456789") != std::string::npos;
        return paragraph.word_count >= 2 && paragraph.word_count <= kSubjectWords && !has_number &&
               paragraph.role != Role::chapter && !paragraph.text.starts_with('(') &&
               std::string_view(".!;:").find(paragraph.text.back()) == std::string_view::npos;
    };
    const auto first_word = [&](std::size_t place) {
        const std::string_view words = paragraphs[place].words;
        return words.substr(0, words.find(' '));
    };
    for (std::size_t place = 0; place < end; ++place) {
        const Paragraph& paragraph = paragraphs[place];
        if (!mentions_act(paragraph.words)) continue;
        if (is_name(place)) {
            const std::string name = one_line(paragraph.text);
            const bool is_bare = paragraph.word_count <= kKindWords;
            return is_bare && is_name(place + 1) ? name + " " + one_line(paragraphs[place + 1].text) : name;
        }
        if (mentions_act(first_word(place)) && place > 0 && is_name(place - 1))
            return one_line(paragraphs[place - 1].text);
        if (std::string name = name_before_date(paragraph); !name.empty()) return name;
    }
    return {};
}

}  // namespace

std::string one_line(std::string_view text) {
    std::string line;
    for (const char character : text) {
        const bool is_space = character == ' ' || character == '\n' || character == '\t';
        if (!is_space) {
            line += character;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    return line;
}

Evidence evidence_of(std::string rule, const Paragraph& paragraph, const Source* source) {
    Evidence evidence;
    evidence.rule = std::move(rule);
    evidence.text = store::cut_utf8(paragraph.text, kEvidenceBytes);
    if (source != nullptr && paragraph.page < source->pages.size())
        evidence.page = source->pages[paragraph.page].index;
    return evidence;
}

std::vector<Cut> cut_statute(const std::vector<Paragraph>& paragraphs) {
    const std::vector<std::size_t> headings = headings_of(paragraphs);
    if (headings.size() < kFewestProvisions) return {};
    std::size_t ascending = 0;
    for (std::size_t i = 1; i < headings.size(); ++i) {
        if (provision_number(paragraphs[headings[i - 1]].text) <
            provision_number(paragraphs[headings[i]].text))
            ++ascending;
    }
    if (static_cast<double>(ascending) < kAscendingShare * static_cast<double>(headings.size() - 1))
        return {};

    // A chapter's heading stands before its first article and belongs to it, not to the article before.
    const auto begin_of = [&](std::size_t heading) {
        while (heading > 0 && paragraphs[heading - 1].role == Role::chapter) --heading;
        return heading;
    };
    std::vector<Cut> cuts;
    if (const std::size_t first = begin_of(headings.front()); first > 0) {
        Cut front{0, first, store::WorkKind::document, statute_title(paragraphs, first), {}, {}};
        if (!front.title.empty()) front.evidence.push_back({"statute-title", front.title, 0});
        cuts.push_back(std::move(front));
    }
    for (std::size_t i = 0; i < headings.size(); ++i) {
        Cut cut;
        cut.begin = cuts.empty() ? 0 : begin_of(headings[i]);
        cut.end = i + 1 < headings.size() ? begin_of(headings[i + 1]) : paragraphs.size();
        cut.kind = store::WorkKind::provision;
        cut.title = one_line(paragraphs[headings[i]].text);
        cut.evidence.push_back(evidence_of("statute-article", paragraphs[headings[i]]));
        cuts.push_back(std::move(cut));
    }
    return cuts;
}

}  // namespace izde::indexer
