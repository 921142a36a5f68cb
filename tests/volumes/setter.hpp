#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/volumes/volume.hpp"

namespace izde::tests {

using Line = SetLine;

/// The text in capitals: Kazakh, Russian and English letters.
std::string upper(const std::string& text);

/// «Байжанова» → «Baizhanova», as passports spell it.
std::string latin(const std::string& text);

/// Sets one volume.
class Setter {
  public:
    Setter(const Style& style, unsigned seed) : style_(style), dice_(seed) {}
    /// All titles that are still to be had, for volumes that share none.
    void take_titles(std::map<Tongue, std::vector<std::string>> titles) { titles_ = std::move(titles); }
    Volume make(std::vector<const Body*> bodies);

  private:
    struct Author {
        Person person;
        std::string printed, expected;
    };
    struct Article {
        Tongue tongue = Tongue::kazakh;
        std::string title;
        std::vector<Author> authors;
        std::vector<std::string> paragraphs;
        std::size_t number = 0;
    };

    void text(const std::string& line) {
        volume_.lines.push_back({Line::Kind::text, line, false, take_article()});
    }
    void head(const std::string& line) {
        volume_.lines.push_back({Line::Kind::heading, line, false, take_article()});
    }
    void paragraph(const std::string& line) {
        volume_.lines.push_back({Line::Kind::text, line, true, take_article()});
    }
    /// At the foot of the page.
    void note(const std::string& line) { volume_.lines.push_back({Line::Kind::note, line, true, -1}); }
    void blank() {
        if (!volume_.lines.empty() && volume_.lines.back().kind != Line::Kind::blank)
            volume_.lines.push_back({Line::Kind::blank, {}, false, -1});
    }
    void end_page() { volume_.lines.push_back({Line::Kind::page_end, {}, false, -1}); }
    int take_article() { return std::exchange(opens_, -1); }

    std::string take_title(Tongue tongue);
    std::string lettered(const std::string& title) const {
        return style_.title_letters == Letters::capitals ? upper(title) : title;
    }
    Author name(const Person& person) const;
    std::string names_line(const Article& article, bool with_marks);
    void write_abstract(Tongue tongue);
    void write_part(Part part, const Article& article);
    void write_lines(const std::string& lines, const Article& article, Tongue tongue);
    std::string filled(const std::string& line, const Article& article, Tongue tongue, std::size_t author);
    std::string value_of(const std::string& key, const Article& article, Tongue tongue, std::size_t author);
    std::vector<Tongue> other_tongues(Tongue tongue) const;
    std::string write_rubric(const Article& article);
    void write_body(const Article& article);
    void write_references(const Article& article);
    void write_front_matter();
    void write_contents();
    void set_pages();

    const Style& style_;
    Dice dice_;
    Volume volume_;
    std::vector<Article> articles_;
    std::map<Tongue, std::vector<std::string>> titles_;
    std::map<std::size_t, std::string> first_pages_;
    std::string journal_;
    int opens_ = -1;
    std::size_t notes_ = 0;  ///< of the article
};

}  // namespace izde::tests
