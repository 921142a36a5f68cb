#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>

#include "indexer/extract/formats.hpp"
#include "indexer/segment.hpp"
#include "tests/volumes/volume.hpp"

using namespace izde::indexer;
using izde::store::WorkKind;
using namespace izde::tests;

namespace {

/// Counts over volumes; a figure of nothing is 1.
struct Figures {
    std::size_t articles = 0, found_works = 0, borders = 0, titles = 0, authors = 0, pages = 0;
    void add(const Figures& other) {
        articles += other.articles;
        found_works += other.found_works;
        borders += other.borders;
        titles += other.titles;
        authors += other.authors;
        pages += other.pages;
    }
    static double share(std::size_t part, std::size_t whole) {
        return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
    }
    double precision() const { return share(borders, found_works); }
    double recall() const { return share(borders, articles); }
    double title() const { return share(titles, articles); }
    double author() const { return share(authors, articles); }
    double page() const { return share(pages, articles); }
};

std::ostream& operator<<(std::ostream& out, const Figures& figures) {
    return out << std::fixed << std::setprecision(3) << "precision " << figures.precision() << " recall "
               << figures.recall() << " title " << figures.title() << " authors " << figures.author()
               << " page " << figures.page();
}

Extraction extraction_of(const std::string& text) {
    Extraction extraction;
    extraction.format = "text";
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\f', begin), text.size());
        Page page;
        page.index = static_cast<std::uint32_t>(extraction.pages.size() + 1);
        page.text = text.substr(begin, end - begin);
        extraction.pages.push_back(page);
        begin = end + 1;
    }
    return extraction;
}

/// Letters and digits alone: what wrapping and healing leave as it is.
std::string bare(const std::string& text) {
    std::string result;
    for (const char byte : text) {
        if (byte != ' ' && byte != '\n' && byte != '-') result += byte;
    }
    return result;
}

Figures measure(const Volume& volume, const Extraction& extraction, bool is_told) {
    const std::vector<SegmentedWork> works = segment(extraction, "/corpus/" + volume.name);
    std::vector<std::string> texts;
    Figures figures;
    for (const SegmentedWork& one : works) {
        texts.push_back(bare(one.work.text));
        if (one.work.kind == WorkKind::article) ++figures.found_works;
    }
    figures.articles = volume.articles.size();
    const auto tell = [&](const std::string& what, const std::string& expected, const std::string& found) {
        if (is_told)
            std::cout << "    " << volume.name << ": " << what << " «" << expected << "» found «" << found
                      << "»\n";
    };
    for (const Truth& truth : volume.articles) {
        const std::string first = bare(truth.first_sentence);
        const auto place = std::find_if(texts.begin(), texts.end(), [&](const std::string& text) {
            return text.find(first) != std::string::npos;
        });
        if (place == texts.end()) {
            tell("sentence", truth.first_sentence, "nowhere");
            continue;
        }
        const SegmentedWork& one = works[static_cast<std::size_t>(place - texts.begin())];
        // The heading of a section stands before its first article.
        const std::size_t opening = place->find(bare(truth.opening));
        const bool is_section = opening != std::string::npos && opening < 200 &&
                                (place->substr(0, opening).find("СЕКЦИЯ") != std::string::npos ||
                                 (!truth.rubric.empty() && place->substr(0, opening) == bare(truth.rubric)));
        if (opening == 0 || is_section) {
            ++figures.borders;
        } else {
            tell("opening", truth.opening,
                 one.work.text.substr(0, std::min<std::size_t>(one.work.text.find('\n'), 160)));
        }
        if (one.work.title == truth.title) {
            ++figures.titles;
        } else {
            tell("title", truth.title, one.work.title);
        }
        const auto joined = [](const std::vector<std::string>& names) {
            std::string all;
            for (const std::string& name : names) all += name + "; ";
            return all;
        };
        if (one.work.authors == truth.authors) {
            ++figures.authors;
        } else {
            tell("authors", joined(truth.authors), joined(one.work.authors));
        }
        const std::string page = one.work.pages.empty() ? "" : one.work.pages.front().label;
        if (page == truth.first_page) {
            ++figures.pages;
        } else {
            tell("page", truth.first_page, page);
        }
    }
    return figures;
}

constexpr std::size_t kArticles = 12;

/// Other layouts than those that the rules were written with.
constexpr unsigned kFirstDrawn = 301;
constexpr unsigned kDrawn = 60;

/// With `-- tell` each miss is told, with `-- DIRECTORY` the volumes are written there.
bool is_told() {
    const auto& suite = boost::unit_test::framework::master_test_suite();
    return suite.argc > 1 && std::string(suite.argv[1]) == "tell";
}

/// A volume as a file of a format; may change its pages to those of the file.
using Form = std::function<Extraction(Volume&, const Style&)>;

Figures measure_styles(const std::vector<Style>& styles, unsigned seed, int rounds, const Form& form) {
    Figures all;
    for (const Style& style : styles) {
        Figures figures;
        for (int round = 0; round < rounds; ++round) {
            Volume volume = make_volume(style, seed + static_cast<unsigned>(round), kArticles);
            const auto& suite = boost::unit_test::framework::master_test_suite();
            if (suite.argc > 1 && !is_told())
                std::ofstream(std::string(suite.argv[1]) + "/" + style.name + "-" + std::to_string(round) +
                              ".txt")
                    << volume.text;
            const Extraction extraction = form(volume, style);
            figures.add(measure(volume, extraction, is_told()));
        }
        std::cout << std::left << std::setw(34) << style.name << figures << '\n';
        all.add(figures);
    }
    std::cout << std::left << std::setw(34) << "all" << all << '\n';
    return all;
}

Extraction as_text(Volume& volume, const Style& /*style*/) {
    return extraction_of(volume.text);
}

Extraction as_docx(Volume& volume, const Style& style) {
    return docx_extractor().extract(docx_of(volume, style), volume.name + ".docx");
}

Extraction as_pdf(Volume& volume, const Style& style) {
    const SetPdf pdf = pdf_of(volume, style);
    for (std::size_t place = 0; place < volume.articles.size(); ++place)
        volume.articles[place].first_page = pdf.first_pages[place];
    const auto& suite = boost::unit_test::framework::master_test_suite();
    if (suite.argc > 1 && !is_told())
        std::ofstream(std::string(suite.argv[1]) + "/" + style.name + ".pdf") << pdf.bytes;
    return pdf_extractor().extract(pdf.bytes, volume.name + ".pdf");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(volumes)

BOOST_AUTO_TEST_CASE(known_styles_are_cut_right) {
    const Figures all = measure_styles(known_styles(), 1, 3, as_text);
    BOOST_TEST(all.precision() >= 0.97);
    BOOST_TEST(all.recall() >= 0.97);
    BOOST_TEST(all.title() >= 0.97);
    BOOST_TEST(all.author() >= 0.97);
}

BOOST_AUTO_TEST_CASE(drawn_styles_are_cut_right) {
    std::vector<Style> styles;
    for (unsigned seed = kFirstDrawn; seed < kFirstDrawn + kDrawn; ++seed)
        styles.push_back(drawn_style(seed));
    const Figures all = measure_styles(styles, 1, 1, as_text);
    BOOST_TEST(all.precision() >= 0.97);
    BOOST_TEST(all.recall() >= 0.97);
    BOOST_TEST(all.title() >= 0.97);
    BOOST_TEST(all.author() >= 0.97);
}

// Pages are not told apart in DOCX, and tables of contents are typed: labels are not measured.
BOOST_AUTO_TEST_CASE(volumes_in_docx_are_cut_right) {
    std::vector<Style> styles = known_styles();
    for (unsigned seed = kFirstDrawn; seed < kFirstDrawn + kDrawn / 3; ++seed)
        styles.push_back(drawn_style(seed));
    const Figures all = measure_styles(styles, 7, 1, as_docx);
    BOOST_TEST(all.precision() >= 0.97);
    BOOST_TEST(all.recall() >= 0.97);
    BOOST_TEST(all.title() >= 0.97);
    BOOST_TEST(all.author() >= 0.97);
}

BOOST_AUTO_TEST_CASE(volumes_in_pdf_are_cut_right) {
    std::vector<Style> styles = known_styles();
    for (unsigned seed = kFirstDrawn; seed < kFirstDrawn + kDrawn / 3; ++seed)
        styles.push_back(drawn_style(seed));
    // Where two columns are not balanced, an article begins upon a page of its own.
    for (std::size_t place = 1; place < styles.size(); place += 3) {
        styles[place].columns = 2;
        styles[place].new_page = true;
    }
    const Figures all = measure_styles(styles, 7, 1, as_pdf);
    BOOST_TEST(all.precision() >= 0.97);
    BOOST_TEST(all.recall() >= 0.97);
    BOOST_TEST(all.title() >= 0.97);
    BOOST_TEST(all.author() >= 0.97);
    BOOST_TEST(all.page() >= 0.97);
}

// Two volumes each. Labels are measured where pages are told apart.
BOOST_AUTO_TEST_CASE(later_styles_are_cut_right) {
    for (const Form& form : {Form(as_text), Form(as_docx), Form(as_pdf)}) {
        const Figures all = measure_styles(later_styles(), 11, 2, form);
        BOOST_TEST(all.precision() >= 0.97);
        BOOST_TEST(all.recall() >= 0.97);
        BOOST_TEST(all.title() >= 0.97);
        BOOST_TEST(all.author() >= 0.97);
    }
}

BOOST_AUTO_TEST_CASE(journals_are_cut_right) {
    for (const Form& form : {Form(as_text), Form(as_docx), Form(as_pdf)}) {
        const Figures all = measure_styles(journal_styles(), 21, 2, form);
        BOOST_TEST(all.precision() >= 0.97);
        BOOST_TEST(all.recall() >= 0.97);
        BOOST_TEST(all.title() >= 0.97);
        BOOST_TEST(all.author() >= 0.97);
    }
}

BOOST_AUTO_TEST_CASE(press_is_cut_right) {
    for (const Form& form : {Form(as_text), Form(as_docx), Form(as_pdf)}) {
        const Figures all = measure_styles(press_styles(), 31, 2, form);
        BOOST_TEST(all.precision() >= 0.97);
        BOOST_TEST(all.recall() >= 0.97);
        BOOST_TEST(all.title() >= 0.97);
        BOOST_TEST(all.author() >= 0.97);
    }
}

BOOST_AUTO_TEST_CASE(six_more_styles_are_cut_right) {
    for (const Form& form : {Form(as_text), Form(as_docx), Form(as_pdf)}) {
        const Figures all = measure_styles(six_more_styles(), 41, 2, form);
        BOOST_TEST(all.precision() >= 0.97);
        BOOST_TEST(all.recall() >= 0.97);
        BOOST_TEST(all.title() >= 0.97);
        BOOST_TEST(all.author() >= 0.97);
    }
}

BOOST_AUTO_TEST_CASE(last_styles_are_cut_right) {
    for (const Form& form : {Form(as_text), Form(as_docx), Form(as_pdf)}) {
        const Figures all = measure_styles(last_styles(), 71, 2, form);
        BOOST_TEST(all.precision() >= 0.97);
        BOOST_TEST(all.recall() >= 0.97);
        BOOST_TEST(all.title() >= 0.97);
        BOOST_TEST(all.author() >= 0.95);
    }
}

// The text on both sides of a page's foot is one, whatever notes stand there.
BOOST_AUTO_TEST_CASE(notes_at_the_foot_part_no_paragraph) {
    std::size_t paragraphs = 0;
    std::size_t whole = 0;
    for (const bool is_pdf : {false, true}) {
        for (unsigned seed = 61; seed < 65; ++seed) {
            Style style = known_styles()[1 + seed % 8];
            style.has_notes = true;
            style.hyphenates = false;
            style.page_break = PageBreak::form_feed;
            Volume volume = make_volume(style, seed, kArticles);
            std::string all;
            const Extraction extraction = is_pdf ? as_pdf(volume, style) : as_text(volume, style);
            for (const SegmentedWork& one : segment(extraction, "/corpus/notes")) all += bare(one.work.text);
            for (const SetLine& line : volume.lines) {
                constexpr std::size_t kBodyBytes = 400;
                if (!line.is_paragraph || line.kind != SetLine::Kind::text || line.text.size() < kBodyBytes)
                    continue;
                ++paragraphs;
                const std::string text = bare(line.text);
                const std::size_t mark = text.find_last_of('.');
                if (all.find(text.substr(0, mark)) != std::string::npos) {
                    ++whole;
                } else if (is_told()) {
                    std::cout << "    " << style.name << (is_pdf ? " PDF: " : ": ") << line.text << '\n';
                }
            }
        }
    }
    std::cout << "notes: " << whole << " of " << paragraphs << " paragraphs whole\n";
    BOOST_TEST(static_cast<double>(whole) >= 0.97 * static_cast<double>(paragraphs));
}

BOOST_AUTO_TEST_SUITE_END()
