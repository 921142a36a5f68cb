#include "indexer/segment/assemble.hpp"

#include <algorithm>
#include <array>

#include "analyzers/language.hpp"
#include "analyzers/normalizer.hpp"
#include "analyzers/tokenizer.hpp"
#include "indexer/segment.hpp"
#include "indexer/segment/sentences.hpp"
#include "store/terms.hpp"

namespace izde::indexer {
namespace {

using analyzers::Language;
using store::Block;
using store::BlockKind;

/// A second language from this share of the body on makes a work mixed: below it are abstracts and
/// quotations.
constexpr double kMixedShare = 0.2;

BlockKind kind_of(Role role) {
    switch (role) {
        case Role::title:
            return BlockKind::heading;
        case Role::byline:
            return BlockKind::byline;
        case Role::classification:
        case Role::number:
        case Role::affiliation:
        case Role::note:
            return BlockKind::affiliation;
        case Role::abstract:
            return BlockKind::abstract;
        case Role::keywords:
            return BlockKind::keywords;
        case Role::reference:
            return BlockKind::reference;
        case Role::references_heading:
        case Role::provision:
        case Role::heading:
        case Role::chapter:
            return BlockKind::heading;
        case Role::imprint:
            return BlockKind::front_matter;
        case Role::contents:
            return BlockKind::contents;
        case Role::line:
        case Role::body:
            break;
    }
    return BlockKind::body;
}

/// Notes that the work stands on a page of its file; gives the page's place in the work.
std::uint32_t add_page(const Source& source, std::uint32_t page, store::Work& work) {
    if (source.pages.empty()) return 0;
    const store::PageRef& ref = source.pages[page];
    if (work.pages.empty() || work.pages.back() != ref) work.pages.push_back(ref);
    return static_cast<std::uint32_t>(work.pages.size() - 1);
}

void add_block(std::string_view text, BlockKind kind, std::uint32_t page, store::Work& work) {
    Block block;
    block.begin = static_cast<std::uint32_t>(work.text.size());
    block.kind = kind;
    block.page = page;
    block.language = analyzers::identify_language(text);
    block.sentences = sentence_starts(text);
    work.blocks.push_back(std::move(block));
    work.text.append(text).append("\n");
}

std::size_t size_of_block(const store::Work& work, std::size_t number) {
    const std::size_t end =
        number + 1 < work.blocks.size() ? work.blocks[number + 1].begin : work.text.size();
    return end - work.blocks[number].begin;
}

/// What stands behind «Түйін сөздер:», «Ключевые слова:», parted by commas or semicolons.
void read_keywords(std::string_view text, std::vector<std::string>& keywords) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return;
    text.remove_prefix(colon + 1);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(",;"), text.size());
        std::string_view word = text.substr(0, end);
        const auto first = word.find_first_not_of(" \n*_");
        if (first != std::string_view::npos) {
            word = word.substr(first, word.find_last_not_of(" \n.*_") - first + 1);
            keywords.emplace_back(word);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

}  // namespace

void write_paragraphs(std::span<const Paragraph> paragraphs, const Source& source, store::Work& work) {
    const std::string title = title_key(work.title);
    for (const Paragraph& paragraph : paragraphs) {
        const std::uint32_t page = add_page(source, paragraph.page, work);
        BlockKind kind = kind_of(paragraph.role);
        const bool may_be_title =
            kind == BlockKind::heading || (kind == BlockKind::body && work.blocks.size() < 3);
        if (may_be_title && !title.empty() && paragraph.word_count <= 60) {
            const std::string key = title_key(paragraph.text);
            if (!key.empty() && title.find(key) != std::string::npos && key.size() * 4 >= title.size())
                kind = BlockKind::title;
        }
        if (kind == BlockKind::keywords) read_keywords(paragraph.text, work.keywords);
        add_block(paragraph.text, kind, page, work);
        for (const store::PageTurn& turn : paragraph.turns) {
            work.blocks.back().turns.push_back({turn.offset, add_page(source, turn.page, work)});
        }
    }
    decide_language(work);
}

void decide_language(store::Work& work) {
    std::array<std::size_t, 4> bytes{};
    for (const bool with_references : {false, true}) {
        for (std::size_t number = 0; number < work.blocks.size(); ++number) {
            const Block& block = work.blocks[number];
            const bool is_reference = block.kind == BlockKind::reference;
            if (is_reference == with_references)
                bytes[static_cast<std::size_t>(block.language)] += size_of_block(work, number);
        }
        bytes[static_cast<std::size_t>(Language::unknown)] = 0;
        if (std::ranges::max(bytes) > 0) break;
    }
    auto* const most = std::ranges::max_element(bytes);
    if (*most == 0) return;
    work.language = static_cast<Language>(most - bytes.begin());
    std::size_t all = 0;
    for (const std::size_t size : bytes) all += size;
    const std::size_t first = *most;
    *most = 0;
    work.is_mixed =
        static_cast<double>(std::ranges::max(bytes)) >= kMixedShare * static_cast<double>(all) && first < all;
}

std::string title_key(std::string_view title) {
    analyzers::Tokenizer tokenizer;
    analyzers::Normalizer normalizer;
    tokenizer.reset(title);
    analyzers::Piece piece;
    std::string key;
    std::string exact;
    while (tokenizer.next(piece)) {
        normalizer.normalize(title.substr(piece.span.begin, piece.span.end - piece.span.begin), exact);
        if (!key.empty()) key += ' ';
        key += exact;
    }
    return key;
}

std::string work_id(std::string_view path, std::string_view title, std::size_t ordinal) {
    std::string name(path);
    name.append("\x1F").append(title_key(title)).append("\x1F").append(std::to_string(ordinal));
    std::uint64_t hash = store::stable_hash(name);
    constexpr std::string_view kDigits = "0123456789abcdefghjkmnpqrstvwxyz";  // Crockford: no i, l, o, u
    std::string id(13, '0');
    for (auto digit = id.rbegin(); digit != id.rend(); ++digit, hash >>= 5U) *digit = kDigits[hash & 31U];
    return id;
}

store::Work assemble(const DeclaredWork& declared, const std::string& path) {
    store::Work work;
    work.id = declared.id;
    work.path = path;
    work.title = declared.title;
    work.authors = declared.authors;
    work.year = declared.year;
    work.url = declared.url;
    if (const auto kind = store::work_kind_from_name(declared.kind)) work.kind = *kind;
    if (!declared.title.empty()) add_block(declared.title, BlockKind::title, 0, work);
    for (std::size_t begin = 0; begin < declared.text.size();) {
        const std::size_t end = std::min(declared.text.find('\n', begin), declared.text.size());
        const std::string_view paragraph = std::string_view(declared.text).substr(begin, end - begin);
        if (paragraph.find_first_not_of(" \t\r") != std::string_view::npos)
            add_block(paragraph, BlockKind::body, 0, work);
        begin = end + 1;
    }
    decide_language(work);
    if (const Language language = analyzers::language_from_code(declared.language);
        language != Language::unknown) {
        work.language = language;
    }
    return work;
}

}  // namespace izde::indexer
