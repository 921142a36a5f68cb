#include "tests/volumes/volume.hpp"

#include <algorithm>
#include <utility>

#include "analyzers/utf8.hpp"
#include "tests/volumes/setter.hpp"

namespace izde::tests {
namespace {

/// Five words from the middle of a paragraph.
std::string middle_of(const std::string& paragraph) {
    const std::size_t from = paragraph.find(' ', paragraph.size() / 3) + 1;
    std::size_t to = from;
    for (int words = 0; words < 5; ++words) to = std::min(paragraph.find(' ', to + 1), paragraph.size());
    return paragraph.substr(from, to - from);
}

}  // namespace

Volume Setter::make(std::vector<const Body*> bodies) {
    volume_.name = style_.name;
    volume_.year = 2005 + static_cast<int>(dice_.below(19));
    journal_ = dice_.one_of(material().of("journal", dice_.chance(50) ? Tongue::kazakh : Tongue::russian));
    volume_.journal = journal_;
    dice_.shuffle(bodies);
    for (const Body* const body : bodies) {
        Article article;
        article.tongue = body->tongue;
        article.number = articles_.size() + 1;
        article.title = take_title(article.tongue);
        article.paragraphs = body->paragraphs;
        if (style_.is_short) article.paragraphs.resize(1);
        std::vector<Person> persons = material().persons.at(
            dice_.chance(75) ? article.tongue
                             : (article.tongue == Tongue::kazakh ? Tongue::russian : Tongue::kazakh));
        dice_.shuffle(persons);
        const std::size_t authors = dice_.chance(60) ? 1 : 2 + dice_.below(2);
        for (std::size_t i = 0; i < authors; ++i) article.authors.push_back(name(persons[i]));
        articles_.push_back(std::move(article));
    }
    const unsigned again = static_cast<unsigned>(dice_.below(1000000));
    const auto taken = titles_;
    // Set twice: the first time tells the pages that the table of contents names.
    for (int round = 0; round < 2; ++round) {
        dice_ = Dice(again);
        titles_ = taken;
        volume_.text.clear();
        volume_.lines.clear();
        volume_.articles.assign(articles_.size(), {});
        if (style_.has_front_matter) write_front_matter();
        if (style_.contents == Contents::front) write_contents();
        for (std::size_t i = 0; i < articles_.size(); ++i) {
            const Article& article = articles_[i];
            if (style_.has_sections && i % 4 == 0) {
                const std::string& section = dice_.one_of(material().of("section", article.tongue));
                if (style_.number_before_section) {
                    head(std::to_string(i / 4 + 1) + " СЕКЦИЯ");
                    head(upper(section));
                } else
                    head(article.tongue == Tongue::kazakh
                             ? std::to_string(i / 4 + 1) + "-СЕКЦИЯ. " + upper(section)
                             : "СЕКЦИЯ " + std::to_string(i / 4 + 1) + ". " + upper(section));
                blank();
            }
            const std::string rubric = write_rubric(article);
            const std::size_t begin = volume_.lines.size();
            opens_ = static_cast<int>(i);
            for (const Part part : style_.parts) write_part(part, article);
            write_lines(style_.lines, article, article.tongue);
            opens_ = -1;
            if (style_.new_page) end_page();
            Truth& truth = volume_.articles[i];
            truth.title = lettered(article.title);
            for (const Author& author : article.authors) truth.authors.push_back(author.expected);
            truth.opening = volume_.lines[begin].text;
            truth.rubric = rubric;
            const std::string& first = article.paragraphs.front();
            truth.first_sentence = first.substr(0, first.find(". "));
            for (const std::string& paragraph : article.paragraphs)
                truth.phrases.push_back(middle_of(paragraph));
        }
        if (style_.contents == Contents::back) write_contents();
        set_pages();
    }
    return std::move(volume_);
}

Volume make_volume(const Style& style, unsigned seed, std::size_t size) {
    std::vector<const Body*> bodies;
    for (const Body& body : material().bodies) bodies.push_back(&body);
    Dice(seed).shuffle(bodies);
    bodies.resize(std::min(size, bodies.size()));
    return Setter(style, seed).make(std::move(bodies));
}

std::vector<Volume> make_volumes(const std::vector<Style>& styles, unsigned seed) {
    std::vector<Volume> volumes;
    for (std::size_t number = 0; number < styles.size(); ++number) {
        std::vector<const Body*> bodies;
        for (std::size_t i = number; i < material().bodies.size(); i += styles.size())
            bodies.push_back(&material().bodies[i]);
        std::map<Tongue, std::vector<std::string>> titles;
        for (const Tongue tongue : {Tongue::kazakh, Tongue::russian, Tongue::english}) {
            const auto& all = material().of("title", tongue);
            for (std::size_t i = number; i < all.size(); i += styles.size()) titles[tongue].push_back(all[i]);
        }
        Setter setter(styles[number], seed + static_cast<unsigned>(number));
        setter.take_titles(std::move(titles));
        volumes.push_back(setter.make(std::move(bodies)));
    }
    return volumes;
}

}  // namespace izde::tests
