#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <iomanip>
#include <iostream>

#include "indexer/extract/formats.hpp"
#include "indexer/segment.hpp"
#include "tests/volumes/books.hpp"

using namespace izde::indexer;
using namespace izde::tests;

namespace {

struct Counts {
    std::size_t parts = 0;
    std::size_t borders = 0;
    std::size_t titles = 0;
    std::size_t works = 0;
};

/// Letters and digits alone: what wrapping leaves as it is.
std::string bare(const std::string& text) {
    std::string result;
    for (const char byte : text) {
        if (byte != ' ' && byte != '\n') result += byte;
    }
    return result;
}

Counts measure(const Volume& book, const Extraction& extraction) {
    Counts counts;
    const std::vector<SegmentedWork> works = segment(extraction, "/corpus/" + book.name);
    counts.works = works.size();
    counts.parts = book.articles.size();
    for (const Truth& truth : book.articles) {
        const auto found = std::ranges::find_if(works, [&](const SegmentedWork& one) {
            return bare(one.work.text).find(bare(truth.first_sentence)) != std::string::npos;
        });
        if (found == works.end()) continue;
        // The title page stands with the first part, which bears the title of the whole.
        const bool is_first = !truth.rubric.empty();
        const bool is_border =
            bare(found->work.text).starts_with(bare(truth.opening)) || (is_first && found == works.begin());
        const bool is_title = found->work.title == truth.title ||
                              (is_first && found->work.title == truth.rubric) ||
                              found->work.title.ends_with(" — " + truth.title);
        counts.borders += is_border ? 1U : 0U;
        counts.titles += is_title ? 1U : 0U;
        if (!is_border || !is_title) {
            std::cout << "    " << book.name << ": «" << truth.title << "» found «" << found->work.title
                      << "» at «" << found->work.text.substr(0, 100) << "»\n";
        }
    }
    return counts;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(books)

BOOST_AUTO_TEST_CASE(books_decisions_and_statutes_are_cut_at_their_parts) {
    Counts all;
    for (const BookStyle& style : book_styles()) {
        for (const bool is_docx : {false, true}) {
            const Volume book = make_book(style, 51);
            Extraction extraction;
            if (is_docx) {
                Style centred;
                centred.is_centred = true;
                extraction = docx_extractor().extract(docx_of(book, centred), book.name + ".docx");
            } else {
                Page page;
                page.index = 1;
                page.text = book.text;
                extraction.pages.push_back(std::move(page));
            }
            const Counts counts = measure(book, extraction);
            std::cout << std::left << std::setw(34) << style.name + (is_docx ? " docx" : "") << counts.parts
                      << " parts " << counts.borders << " borders " << counts.titles << " titles in "
                      << counts.works << " works\n";
            all.parts += counts.parts;
            all.borders += counts.borders;
            all.titles += counts.titles;
        }
    }
    std::cout << "books: " << all.parts << " parts " << all.borders << " borders " << all.titles
              << " titles\n";
    BOOST_TEST(static_cast<double>(all.borders) >= 0.97 * static_cast<double>(all.parts));
    BOOST_TEST(static_cast<double>(all.titles) >= 0.97 * static_cast<double>(all.parts));
}

BOOST_AUTO_TEST_SUITE_END()
