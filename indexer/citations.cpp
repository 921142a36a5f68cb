#include "indexer/citations.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "analyzers/citation/acts.hpp"
#include "indexer/segment/paragraph.hpp"

namespace izde::indexer {
namespace {

using analyzers::ActKind;
using analyzers::ActReference;
using analyzers::Mention;

std::string_view text_of_block(const store::Work& work, std::size_t number) {
    const std::size_t begin = work.blocks[number].begin;
    const std::size_t end =
        number + 1 < work.blocks.size() ? work.blocks[number + 1].begin : work.text.size();
    return std::string_view(work.text).substr(begin, end - begin);
}

/// How many paragraphs of a statute may hold its name and requisites.
constexpr std::size_t kTitleBlocks = 24;

bool is_provision(const store::Work& work) {
    return work.kind == store::WorkKind::provision;
}

/// «Статья 35. …», «35-1-бап. …»: the number of the article, as paths of provisions have it.
std::string article_in(const std::string& title) {
    const auto number = provision_number(title);
    if (!number) return {};
    std::string article = std::to_string(number->article);
    if (number->insert != 0) article += '-' + std::to_string(number->insert);
    return article;
}

/// Codes as folders of downloaded law are called.
constexpr auto kPathNames = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"tax-code", "tax"},
    {"labour-code", "labour"},
    {"labor-code", "labour"},
    {"criminal-code", "criminal"},
    {"civil-procedure-code", "civil-procedure"},
    {"land-code", "land"},
    {"budget-code", "budget"},
    {"environmental-code", "environment"},
});

/// «561-IV_ru.html», «Z1200000561.html», «tax-code-2025-ru/…»: what names of files and folders say.
std::string act_in_path(const std::string& path, analyzers::CitationFinder& finder) {
    std::string words;
    for (const char character : path)
        words += character == '/' || character == '_' || character == '.' ? ' ' : character;
    // Numbers with a convocation, made a citation of a law by number alone.
    std::size_t at = 0;
    while (at < words.size()) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        const std::string word = words.substr(at, end - at);
        at = end + 1;
        if (word.size() < 4 || word[0] < '0' || word[0] > '9') continue;
        for (const Mention& mention : finder.find("Закон № " + word, analyzers::Language::russian)) {
            if (mention.act.convocation.empty()) continue;
            return analyzers::find_by_number(mention.act.number, mention.act.convocation);
        }
    }
    for (const Mention& mention : finder.find(path, analyzers::Language::unknown)) {
        if (mention.act.form == ActReference::Form::identifier) return mention.act.code;
    }
    for (const auto& [name, family] : kPathNames) {
        const std::size_t place = path.find(name);
        if (place == std::string::npos) continue;
        // The year of the code, not of the edition: «tax-code-2025».
        int year = 0;
        const char* const digits = path.data() + std::min(place + name.size() + 1, path.size());
        std::from_chars(digits, path.data() + path.size(), year);
        for (const int in_force : {year, year + 1}) {
            const auto* const code = analyzers::find_code(family, analyzers::State::kazakhstan, in_force, 0);
            if (year != 0 && code != nullptr && code->adopted.year == year) return std::string(code->id);
        }
    }
    return {};
}

}  // namespace

/// The act whose name or requisites stand first in a text that introduces a statute.
std::string CitationReader::act_in(std::string_view text, analyzers::Language language) {
    analyzers::CitationResolver resolver({});
    for (const Mention& mention : finder_.find(text, language)) {
        const ActReference& act = mention.act;
        if (!mention.provisions.empty()) continue;
        const bool is_statute = act.kind == ActKind::law || act.kind == ActKind::code ||
                                act.kind == ActKind::constitution || act.kind == ActKind::decree ||
                                act.kind == ActKind::resolution;
        const bool is_named =
            act.form == ActReference::Form::dated || act.form == ActReference::Form::named_code;
        if (!is_statute || !is_named || (act.form == ActReference::Form::dated && act.number.empty()))
            continue;
        // A note that the text was amended names the amending law.
        const std::string_view before = text.substr(0, mention.span.begin);
        if (before.find("Сноска") != std::string_view::npos ||
            before.find("Ескерту") != std::string_view::npos)
            break;
        std::string id = resolver.resolve(mention).act;
        if (!id.empty()) return id;
    }
    return {};
}

std::string CitationReader::act_of_file(const std::vector<SegmentedWork>& works) {
    const store::Work& first = works.front().work;
    std::string act = act_in(first.title, first.language);
    if (!is_provision(first) || works.size() == 1) {
        for (std::size_t i = 0; act.empty() && i < std::min(first.blocks.size(), kTitleBlocks); ++i) {
            act = act_in(text_of_block(first, i), first.blocks[i].language);
        }
    }
    if (act.empty()) act = act_in_path(first.path, finder_);
    return act;
}

void CitationReader::read(std::vector<SegmentedWork>& works) {
    // A code may lie in a folder, an article a file.
    const bool is_one_article = works.size() == 1 && !article_in(works.front().work.title).empty();
    const bool is_statute = is_one_article || std::ranges::any_of(works, [](const SegmentedWork& it) {
                                return is_provision(it.work);
                            });
    const std::string act = is_statute ? act_of_file(works) : "";
    for (SegmentedWork& segmented : works) {
        store::Work& work = segmented.work;
        work.act = act;
        if (is_provision(work) || (is_one_article && !act.empty())) work.provision = article_in(work.title);
        read(work);
    }
}

void CitationReader::read(store::Work& work) {
    struct Found {
        std::size_t block;
        std::size_t begin;
        Mention mention;
    };
    std::vector<Found> found;
    int latest_year = 0;
    for (std::size_t i = 0; i < work.blocks.size(); ++i) {
        for (Mention& mention : finder_.find(text_of_block(work, i), work.blocks[i].language)) {
            found.push_back({i, work.blocks[i].begin, std::move(mention)});
        }
        latest_year = std::max(latest_year, finder_.latest_year());
    }
    analyzers::CitationContext context;
    // A work without a year is at least as young as the latest date that it names.
    context.year = work.year.value_or(latest_year);
    context.act = work.act;
    context.article = work.provision;
    if (work.act.starts_with("ru:")) context.state = analyzers::State::russia;
    analyzers::CitationResolver resolver(context);
    for (const Found& one : found) resolver.learn(one.mention);
    work.citations.clear();
    std::size_t block = 0;
    for (const Found& one : found) {
        for (; block < one.block; ++block) resolver.next_paragraph();
        analyzers::Citation citation = resolver.resolve(one.mention);
        if (citation.act.empty()) continue;
        work.citations.push_back({static_cast<std::uint32_t>(one.begin + citation.span.begin),
                                  static_cast<std::uint32_t>(one.begin + citation.span.end),
                                  std::move(citation.act), std::move(citation.provisions),
                                  std::move(citation.title)});
    }
}

}  // namespace izde::indexer
