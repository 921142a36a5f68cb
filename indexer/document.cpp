#include "indexer/document.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "analyzers/citation/resolver.hpp"
#include "analyzers/person_name.hpp"
#include "analyzers/utf8.hpp"
#include "store/codec.hpp"
#include "store/terms.hpp"

namespace izde::indexer {
namespace {

using analyzers::Language;
using store::Block;
using store::BlockKind;
using store::Work;

std::string_view text_of_block(const Work& work, std::size_t number) {
    const std::size_t begin = work.blocks[number].begin;
    const std::size_t end =
        number + 1 < work.blocks.size() ? work.blocks[number + 1].begin : work.text.size();
    return std::string_view(work.text).substr(begin, end - begin);
}

/// A work is found by its own language, and where it is mixed by the one that comes next: its list of
/// references does not make a Kazakh article a Russian one.
void add_languages(const Work& work, Xapian::Document& document) {
    document.add_boolean_term(store::language_term(work.language));
    if (!work.is_mixed) return;
    std::array<std::size_t, 4> bytes{};
    for (std::size_t i = 0; i < work.blocks.size(); ++i) {
        const Block& block = work.blocks[i];
        if (block.kind == BlockKind::reference || block.language == work.language) continue;
        bytes[static_cast<std::size_t>(block.language)] += text_of_block(work, i).size();
    }
    bytes[static_cast<std::size_t>(Language::unknown)] = 0;
    const auto* const second = std::max_element(bytes.begin(), bytes.end());
    if (*second > 0)
        document.add_boolean_term(store::language_term(static_cast<Language>(second - bytes.begin())));
}

/// What a law is about, of its name: «О садах» of «ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН О садах», «Бақтар туралы» of «…
/// ЗАҢЫ Бақтар туралы»; "" where the name does not say it.
std::string_view subject_of(std::string_view name) {
    for (const std::string_view about : {"О ", "Об "}) {
        if (name.starts_with(about)) return name;
        const std::size_t at = name.find(about);
        if (at != std::string_view::npos && at > 0 && name[at - 1] == ' ') return name.substr(at);
    }
    if (!name.ends_with("туралы")) return {};
    for (const std::string_view kind : {"ЗАҢЫ ", "Заңы "}) {
        if (const std::size_t at = name.find(kind); at != std::string_view::npos)
            return name.substr(at + kind.size());
    }
    return name;
}

/// An act cites its own articles on every page: those are terms of articles, but the act as a whole is cited
/// by others only.
void add_citations(const Work& work, Xapian::Document& document) {
    if (!work.act.empty()) {
        document.add_boolean_term(store::act_term(work.act));
        if (!work.provision.empty()) document.add_boolean_term(store::act_term(work.act, work.provision));
        // Who asks for «Закон о садах» knows neither date nor number.
        const bool is_part = work.kind == store::WorkKind::provision;
        const std::string by_title = analyzers::id_of_title(
            subject_of(is_part ? work.container : work.title),
            work.act.starts_with("ru:") ? analyzers::State::russia : analyzers::State::kazakhstan);
        if (!by_title.empty()) {
            document.add_boolean_term(store::act_term(by_title));
            if (!work.provision.empty()) document.add_boolean_term(store::act_term(by_title, work.provision));
        }
    }
    for (const store::Citation& citation : work.citations) {
        for (const std::string* const act : {&citation.act, &citation.title}) {
            if (act->empty()) continue;
            if (*act != work.act) document.add_boolean_term(store::cited_term(*act));
            for (const std::string_view path : citation.provisions) {
                for (std::size_t end = path.find('/'); end != std::string_view::npos;
                     end = path.find('/', end + 1)) {
                    document.add_boolean_term(store::cited_term(*act, path.substr(0, end)));
                }
                document.add_boolean_term(store::cited_term(*act, path));
            }
        }
    }
}

/// What formats put elsewhere or leave out (notes, the imprint, lines of contents) is no part of the sketch
/// by which two files of one article know each other.
bool tells_works_apart(BlockKind kind) {
    return kind != BlockKind::footnote && kind != BlockKind::front_matter && kind != BlockKind::contents;
}

std::string join(const std::vector<std::string>& texts) {
    std::string joined;
    for (const std::string& text : texts) {
        if (&text != &texts.front()) joined.push_back('\x1F');
        joined += text;
    }
    return joined;
}

void add_text_value(Xapian::Document& document, Xapian::valueno slot, std::string_view text) {
    if (!text.empty()) document.add_value(slot, std::string(store::cut_utf8(text, store::kMaxValueBytes)));
}

std::string cited_acts(const Work& work) {
    std::set<std::string_view> acts;
    std::string joined;
    for (const store::Citation& citation : work.citations) {
        if (citation.act == work.act || !acts.insert(citation.act).second) continue;
        if (joined.size() + 1 + citation.act.size() > store::kMaxValueBytes) break;
        if (!joined.empty()) joined.push_back('\x1F');
        joined += citation.act;
    }
    return joined;
}

void add_values(const Work& work, std::uint64_t content_hash, Xapian::Document& document) {
    document.add_value(store::kIdSlot, work.id);
    add_text_value(document, store::kTitleSlot, work.title);
    add_text_value(document, store::kAuthorsSlot, join(work.authors));
    if (work.year && *work.year > 0 && *work.year <= 9999) {
        std::string digits = "0000";
        for (int i = 3, rest = *work.year; i >= 0; --i, rest /= 10)
            digits[i] = static_cast<char>('0' + rest % 10);
        document.add_value(store::kYearSlot, digits);
    }
    document.add_value(store::kLanguageSlot,
                       {static_cast<char>(work.language), static_cast<char>(work.is_mixed ? 1 : 0)});
    document.add_value(store::kKindSlot, std::string(1, static_cast<char>(work.kind)));
    add_text_value(document, store::kPathSlot, work.path);
    document.add_value(store::kContentHashSlot, store::content_hash_value(content_hash));
    if (!work.container.empty() || !work.volume.empty())
        add_text_value(document, store::kVolumeSlot, join({work.container, work.volume}));
    document.add_value(store::kCitedActsSlot, cited_acts(work));
    add_text_value(document, store::kActSlot, work.act);
}

}  // namespace

DocumentMaker::DocumentMaker(const analyzers::Analyzer& analyzer)
    : stream_(analyzer.analyze({}, Language::unknown)) {}

void DocumentMaker::add_block(Work& work, std::size_t number, std::uint32_t& position,
                              Xapian::Document& document) {
    Block& block = work.blocks[number];
    block.first_position = position;
    stream_.reset(text_of_block(work, number), block.language, position);
    const std::string_view part = store::part_prefix(block.kind);
    const bool is_sketched = tells_works_apart(block.kind);
    std::uint32_t last = 0;
    while (stream_.next()) {
        const analyzers::Token& token = stream_.token();
        const std::string_view stem = store::cut_utf8(token.stem, store::kMaxStemBytes);
        term_.assign(stem);
        document.add_posting(term_, token.position);
        if (!part.empty()) {
            term_.assign(part).append(stem);
            document.add_posting(term_, token.position, 0);
        }
        if (is_sketched) sketch_.add(token.exact);
        last = token.position;
    }
    if (last != 0) position = last + store::kBlockGap;
}

/// Authors, and a title that does not stand in the text (a page's own name): terms without positions and
/// weight.
void DocumentMaker::add_names(const Work& work, Xapian::Document& document) {
    const auto add = [&](std::string_view text, std::string_view prefix) {
        stream_.reset(text, work.language);
        while (stream_.next()) {
            term_.clear();
            term_.append(prefix).append(store::cut_utf8(stream_.token().stem, store::kMaxStemBytes));
            document.add_boolean_term(term_);
        }
    };
    for (const std::string& author : work.authors) {
        add(author, store::kAuthorPrefix);
        add_name(author, document);
    }
    const bool has_title_block = std::any_of(work.blocks.begin(), work.blocks.end(), [](const Block& block) {
        return block.kind == BlockKind::title;
    });
    if (!has_title_block) add(work.title, store::kTitlePrefix);
}

/// A name in every form in which it may be asked for: its words, and its initials one by one and together,
/// also those of given names in full («Байжанова Кулаш Тулеуовна» is found as «Байжанова К.Т.»).
void DocumentMaker::add_name(std::string_view name, Xapian::Document& document) {
    const auto add = [&](std::string_view word) {
        for (const std::string& form : analyzers::name_forms(word))
            document.add_boolean_term(store::name_term(form));
    };
    stream_.reset(name, Language::unknown);
    std::vector<std::string> words;
    while (stream_.next()) {
        const analyzers::Token& token = stream_.token();
        if (token.kind == analyzers::TokenKind::initials) {
            std::string so_far;
            for (std::size_t at = 0; at < token.exact.size();) {
                const std::size_t length = analyzers::decode(token.exact, at).length;
                const std::string_view letter = token.exact.substr(at, length);
                at += length;
                if (letter == ".") continue;
                so_far += letter;
                add(letter);
                add(so_far);
            }
            continue;
        }
        add(token.exact);
        words.emplace_back(token.exact);
    }
    if (words.size() < 2 || words.size() > 3) return;
    // Which word is the surname the order does not tell: initials of each two, and of each one.
    const auto first_letter = [](const std::string& word) {
        return word.substr(0, analyzers::decode(word, 0).length);
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        add(first_letter(words[i]));
        if (i + 1 < words.size()) add(first_letter(words[i]) + first_letter(words[i + 1]));
    }
}

Xapian::Document DocumentMaker::make(Work& work, std::uint64_t file, std::uint64_t content_hash) {
    Xapian::Document document;
    std::uint32_t position = 1;
    for (std::size_t i = 0; i < work.blocks.size(); ++i) add_block(work, i, position, document);
    add_names(work, document);
    add_languages(work, document);
    document.add_boolean_term(store::kind_term(work.kind));
    add_citations(work, document);
    document.add_boolean_term(store::file_term(file));
    document.add_boolean_term(store::id_term(work.id));
    add_values(work, content_hash, document);
    document.add_value(store::kSketchSlot, sketch_.finish());
    document.set_data(store::encode_work(work));
    return document;
}

}  // namespace izde::indexer
