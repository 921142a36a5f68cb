#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "indexer/segment.hpp"
#include "indexer/segment/paragraph.hpp"

namespace izde::indexer {

/// How a volume sets the heads of its articles: what most of the heads that are sure have in common. Shares
/// of 0 … 1; all 0 before anything is known.
struct Layout {
    std::size_t heads = 0;
    double title_after_byline = 0;
    double capital_title = 0;
    double centred_title = 0;
    double classification = 0;
    double byline = 0;
    double begins_page = 0;
    std::set<std::string> recurring;  ///< lines of several heads: rubrics, the journal's name
};

/// A run of short paragraphs (УДК, title, authors, affiliations) and what speaks for an article beginning
/// there.
struct Head {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t title_begin = 0;  ///< paragraphs of the title; title_begin == title_end where there is none
    std::size_t title_end = 0;
    std::string title;
    std::vector<std::string> authors;
    bool has_byline = false;
    bool has_bare_byline = false;  ///< its names have neither initials nor patronymics
    bool has_classification = false;
    bool begins_page = false;
    bool is_after_references = false;
    bool has_doubtful_title = false;  ///< a line of a university, as nothing better was there
    bool is_summary = false;          ///< stands below «Резюме»
    bool title_after_byline = false;
    double score = 0;
    std::vector<Evidence> evidence;
};

/// From this score on a head is the beginning of an article.
inline constexpr double kStart = 3;

/// What the lines of a file's tables of contents say: their words, normalised, one space between them.
std::string contents_key(const std::vector<Paragraph>& paragraphs);

/// Reads the run of paragraphs [begin, end) as a head.
Head read_head(const std::vector<Paragraph>& paragraphs, const std::string& contents, const Layout& layout,
               std::size_t begin, std::size_t end);

/// All runs that may be heads, left to right, with their scores by the volume's layout and contents.
std::vector<Head> find_heads(const std::vector<Paragraph>& paragraphs, const std::string& contents,
                             const Layout& layout);

/// What the heads with enough evidence have in common.
Layout layout_of(const std::vector<Paragraph>& paragraphs, const std::vector<Head>& heads);

}  // namespace izde::indexer
