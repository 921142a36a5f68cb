#include "learner/parallel_acts.hpp"

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "learner/align.hpp"
#include "store/codec.hpp"
#include "store/index.hpp"
#include "store/terms.hpp"
#include "store/work.hpp"

namespace izde::learner {
namespace {

using analyzers::Language;

/// An act that stands in an index more often is cut into sections, which have no counterparts of their own.
constexpr int kMostCopies = 64;

/// No act's article comes near it: 1,000 paragraphs of 40 words a side have 1.6 million.
constexpr std::size_t kMostOfAWork = 2'000'000;

/// Either version of an act or of an article.
struct Versions {
    std::optional<store::Work> kazakh, russian;
};

void keep_first(std::optional<store::Work>& kept, store::Work&& work) {
    if (!kept || work.id < kept->id) kept = std::move(work);
}

Versions versions_of(const Xapian::Database& database, const std::string& term) {
    Versions versions;
    int seen = 0;
    for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term); ++posting) {
        if (++seen > kMostCopies) return {};
        store::Work work = store::decode_work(database.get_document(*posting).get_data());
        // An article stands under its whole act too.
        if (work.is_mixed || !work.parent.empty() || store::act_term(work.act, work.provision) != term)
            continue;
        if (work.language == Language::kazakh) {
            keep_first(versions.kazakh, std::move(work));
        } else if (work.language == Language::russian) {
            keep_first(versions.russian, std::move(work));
        }
    }
    return versions;
}

/// The paragraphs that a translation has too: no notes, no lists of references.
std::vector<std::string_view> paragraphs_of(const store::Work& work) {
    std::vector<std::string_view> paragraphs;
    for (std::size_t block = 0; block < work.blocks.size(); ++block) {
        const store::BlockKind kind = work.blocks[block].kind;
        if (kind != store::BlockKind::body && kind != store::BlockKind::heading &&
            kind != store::BlockKind::title)
            continue;
        const std::size_t begin = work.blocks[block].begin;
        const std::size_t end =
            block + 1 < work.blocks.size() ? work.blocks[block + 1].begin : work.text.size();
        paragraphs.push_back(std::string_view(work.text).substr(begin, end - begin));
    }
    return paragraphs;
}

std::vector<std::size_t> lengths_of(const std::vector<std::string_view>& paragraphs) {
    std::vector<std::size_t> lengths;
    lengths.reserve(paragraphs.size());
    for (const std::string_view paragraph : paragraphs) lengths.push_back(paragraph.size());
    return lengths;
}

std::string joined(const std::vector<std::string_view>& paragraphs, std::size_t first, std::size_t count) {
    std::string text;
    for (std::size_t number = first; number < first + count; ++number) {
        text += paragraphs[number];
        text += '\n';
    }
    return text;
}

}  // namespace

std::size_t read_acts(const std::filesystem::path& index, const analyzers::Analyzer& analyzer,
                      ParallelText& text) {
    const Xapian::Database database = store::open_for_reading(index, analyzer.fingerprint());
    const std::string prefix = store::act_term("");
    analyzers::TokenStream tokens = analyzer.analyze({}, Language::unknown);
    std::size_t works = 0;
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
        if (term.get_termfreq() < 2) continue;
        const Versions versions = versions_of(database, *term);
        if (!versions.kazakh || !versions.russian) continue;
        if (text.cooccurrences > kMostCooccurrences - kMostOfAWork) break;
        ++works;
        const std::vector<std::string_view> kazakh = paragraphs_of(*versions.kazakh);
        const std::vector<std::string_view> russian = paragraphs_of(*versions.russian);
        for (const Bead& bead : align(lengths_of(kazakh), lengths_of(russian))) {
            add_pair(joined(kazakh, bead.kazakh, bead.kazakh_count),
                     joined(russian, bead.russian, bead.russian_count), tokens, text);
        }
    }
    return works;
}

}  // namespace izde::learner
