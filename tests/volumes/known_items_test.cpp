#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "izde/izde.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/volumes/volume.hpp"

using namespace izde::tests;

namespace {

/// A query and the article that it is about.
struct KnownItem {
    std::string query;
    std::string title;
    std::string kind;
};

/// The last two words of a title.
std::string topic_of(const std::string& title) {
    const std::size_t last = title.rfind(' ');
    if (last == std::string::npos || last == 0) return title;
    const std::size_t before = title.rfind(' ', last - 1);
    return before == std::string::npos ? title : title.substr(before + 1);
}

/// Without what the query language reads otherwise.
std::string plain(std::string text) {
    for (const std::string sign : {"\"", "«", "»", ":", "(", ")", " – "}) {
        for (std::size_t at; (at = text.find(sign)) != std::string::npos;) text.replace(at, sign.size(), " ");
    }
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(known_items)

// 100 queries drawn by seed from one volume of every body that we have: a title, an author with a topic, a
// phrase.
BOOST_AUTO_TEST_CASE(a_hundred_queries_find_their_article_first) {
    const TemporaryDirectory directory;
    const std::filesystem::path corpus = directory.path() / "corpus";
    std::filesystem::create_directory(corpus);
    constexpr unsigned kSeed = 20211;
    Dice dice(kSeed);
    // Each body stands in one volume only: the same text twice has no first.
    std::vector<KnownItem> items;
    const std::vector<Style>& styles = known_styles();
    const std::vector<Volume> volumes = make_volumes({styles[1], styles[4], styles[8]}, kSeed);
    for (const Volume& volume : volumes) {
        std::ofstream(corpus / (volume.name + ".txt")) << volume.text;
        for (const Truth& truth : volume.articles) {
            items.push_back({plain(truth.title), truth.title, "title"});
            const std::string author = truth.authors.front().substr(0, truth.authors.front().find(' '));
            items.push_back({"author:" + author + " " + plain(topic_of(truth.title)), truth.title, "author"});
            for (const std::string& phrase : truth.phrases) {
                items.push_back({"\"" + plain(phrase) + "\"", truth.title, "phrase"});
                items.push_back({plain(phrase), truth.title, "words"});
            }
        }
    }
    dice.shuffle(items);
    BOOST_REQUIRE(items.size() >= 100U);
    items.resize(100);

    izde::IndexOptions options;
    options.corpus = {corpus.string()};
    options.directory = (directory.path() / "db").string();
    izde::build_index(options);
    const izde::Searcher searcher(options.directory);
    std::size_t first = 0;
    for (const KnownItem& item : items) {
        izde::SearchRequest request;
        request.query = item.query;
        const izde::Results results = searcher.search(request);
        const std::string found = results.hits.empty() ? "nothing" : results.hits[0].title;
        if (found == item.title) {
            ++first;
        } else {
            BOOST_TEST_MESSAGE(item.kind << " «" << item.query << "» finds «" << found << "», not «"
                                         << item.title << "»");
        }
    }
    std::cout << first << " of " << items.size() << " known items are found first\n";
    BOOST_TEST(first >= 97U);
}

BOOST_AUTO_TEST_SUITE_END()
