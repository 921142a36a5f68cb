#include "searcher/copies.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "searcher/document_values.hpp"
#include "store/codec.hpp"
#include "store/terms.hpp"
#include "store/text_sketch.hpp"

namespace izde::searcher {
namespace {

// Measured on 5,682 works of laws, proceedings, PDF and DOCX files: of the pairs of different works that
// agree in act, provision, year and language the likest have .45; articles of one code that differ in a name
// have up to .94, and are told apart by their numbers. An article as DOCX, ODT, HTML, text and PDF, cut
// alike, has from .64, most often 1; where the formats are cut otherwise, the pieces are other works.
constexpr double kLeastLikeness = 0.6;

/// So like, and agreeing otherwise, two works are one whatever their titles say: that of a page is often the
/// site's or the file's.
constexpr double kLikenessWithoutTitle = 0.9;

/// Share of their words that the titles of one work have in common: a word that was broken at a line's end or
/// a running head may be between.
constexpr double kLeastTitleLikeness = 0.6;

/// What is known of a candidate without its record.
struct Seen {
    std::string sketch, path;
    analyzers::Language language = analyzers::Language::unknown;
};

/// Lines of JSON Lines have ids of their own.
bool is_lines(std::string_view path) {
    return path.ends_with(".jsonl");
}

std::vector<std::string> words_of(const analyzers::Analyzer& analyzer, const store::Work& work) {
    std::vector<std::string> words;
    auto stream = analyzer.analyze(work.title, work.language);
    while (stream.next()) words.emplace_back(stream.token().exact);
    std::ranges::sort(words);
    return words;
}

bool have_same_title(const analyzers::Analyzer& analyzer, const store::Work& left, const store::Work& right) {
    const std::vector<std::string> one = words_of(analyzer, left);
    const std::vector<std::string> other = words_of(analyzer, right);
    std::vector<std::string> common;
    std::ranges::set_intersection(one, other, std::back_inserter(common));
    return static_cast<double>(2 * common.size()) >=
           kLeastTitleLikeness * static_cast<double>(one.size() + other.size());
}

/// Whether two works of nearly the same text are one: an article of two acts, or of two editions of an act,
/// may well say the same.
bool agree(const Xapian::Database& database, const analyzers::Analyzer& analyzer, Xapian::docid left_id,
           Xapian::docid right_id, double likeness) {
    const store::Work left = store::decode_work_header(database.get_document(left_id).get_data());
    const store::Work right = store::decode_work_header(database.get_document(right_id).get_data());
    const bool same_year = !left.year || !right.year || left.year == right.year;
    return same_year && left.act == right.act && left.provision == right.provision &&
           left.kind != store::WorkKind::decision && right.kind != store::WorkKind::decision &&
           (likeness >= kLikenessWithoutTitle || have_same_title(analyzer, left, right));
}

}  // namespace

void merge_copies(const Xapian::Database& database, const analyzers::Analyzer& analyzer,
                  std::vector<Candidate>& candidates) {
    const std::vector<Xapian::docid> documents = documents_of(candidates);
    std::vector<std::string> paths = values_of(database, store::kPathSlot, documents);
    const bool may_be_copies =
        std::ranges::any_of(paths, [](const std::string& path) { return !is_lines(path); });
    if (!may_be_copies) return;
    std::vector<std::string> sketches = values_of(database, store::kSketchSlot, documents);
    const std::vector<std::string> languages = values_of(database, store::kLanguageSlot, documents);
    std::vector<Candidate> kept;
    std::vector<Seen> seen;  // of those kept
    kept.reserve(candidates.size());
    for (std::size_t place = 0; place < candidates.size(); ++place) {
        Candidate& candidate = candidates[place];
        if (kept.size() >= kLookedAtForCopies) {
            kept.push_back(std::move(candidate));
            continue;
        }
        Seen it{std::move(sketches[place]), std::move(paths[place]), store::language_of(languages[place])};
        std::size_t original = kept.size();
        if (!is_lines(it.path)) {
            for (original = 0; original < seen.size(); ++original) {
                const Seen& other = seen[original];
                if (other.path == it.path || other.language != it.language || is_lines(other.path)) continue;
                const double likeness = store::sketch_likeness(other.sketch, it.sketch);
                if (likeness >= kLeastLikeness &&
                    agree(database, analyzer, kept[original].docid, candidate.docid, likeness))
                    break;
            }
        }
        if (original < kept.size()) {
            kept[original].copies.push_back(candidate.docid);
            continue;
        }
        kept.push_back(std::move(candidate));
        seen.push_back(std::move(it));
    }
    candidates = std::move(kept);
}

}  // namespace izde::searcher
