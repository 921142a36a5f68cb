#include "searcher/thesaurus.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>
#include <string>

#include "analyzers/characters.hpp"
#include "analyzers/utf8.hpp"
#include "searcher/searcher.hpp"
#include "tests/support/small_index.hpp"

using namespace izde;
using analyzers::Language;
using searcher::Concept;
using searcher::ConceptTerm;
using searcher::Thesaurus;
using tests::analyzer;
using tests::SmallIndex;
using tests::work;

namespace {

Thesaurus built_in() {
    Thesaurus thesaurus(analyzer());
    thesaurus.add_built_in();
    return thesaurus;
}

std::string cause(const std::string& table) {
    try {
        Thesaurus(analyzer()).add(table, "t.tsv");
    } catch (const searcher::ThesaurusError& error) {
        return error.what();
    }
    return "";
}

std::vector<searcher::QueryWord> words_of(const std::string& text) {
    std::vector<searcher::QueryWord> words;
    analyzers::TokenStream tokens = analyzer().analyze(text, Language::unknown);
    while (tokens.next()) {
        searcher::QueryWord word;
        word.stem = tokens.token().stem;
        word.alternative_stem = tokens.token().alternative_stem;
        word.language = tokens.token().language;
        word.is_stopword = tokens.token().is_stopword;
        words.push_back(word);
    }
    return words;
}

bool is_letter_of(char32_t letter, Language language) {
    const bool is_latin = letter < 0x250;
    return language == Language::english ? is_latin : !is_latin;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(thesaurus)

BOOST_AUTO_TEST_CASE(the_built_in_table_keeps_its_rules) {
    const Thesaurus thesaurus = built_in();
    const std::vector<Concept> all = thesaurus.concepts();
    BOOST_TEST(all.size() >= 600U);
    std::map<std::pair<Language, std::string>, std::size_t> seen;
    std::map<std::string, std::string> broader_of;
    for (const Concept& one : all) {
        std::set<Language> languages;
        for (const ConceptTerm& term : one.terms) {
            languages.insert(term.language);
            BOOST_TEST(++seen[std::pair(term.language, term.text)] == 1U, term.text << " stands twice");
            for (std::size_t at = 0; at < term.text.size();) {
                const auto letter = analyzers::decode(term.text, at);
                at += letter.length;
                if (analyzers::class_of(letter.code) == analyzers::CharacterClass::letter)
                    BOOST_TEST(is_letter_of(letter.code, term.language), term.text << " mixes scripts");
            }
            const auto words = words_of(term.text);
            BOOST_TEST(std::ranges::any_of(words, [](const auto& word) { return !word.is_stopword; }),
                       term.text << " is of stopwords alone");
        }
        BOOST_TEST(languages.size() == 3U, one.terms.front().text << " lacks a language");
        const auto english = std::ranges::find(one.terms, Language::english, &ConceptTerm::language);
        BOOST_REQUIRE(english != one.terms.end());
        broader_of[english->text] = one.broader;
    }
    for (const auto& [name, broader] : broader_of) {
        std::string ancestor = broader;
        for (int step = 0; !ancestor.empty(); ++step) {
            BOOST_REQUIRE_MESSAGE(step < 20, name << " is its own ancestor");
            BOOST_REQUIRE_MESSAGE(broader_of.contains(ancestor), ancestor << " is no concept");
            ancestor = broader_of.at(ancestor);
        }
    }
}

/// A wider concept whose preferred term says all that the narrower one's says and more, in each language,
/// stands the wrong way round: «local self-government» is narrower than «self-government».
BOOST_AUTO_TEST_CASE(no_broader_concept_is_the_narrower_one) {
    const std::vector<Concept> all = built_in().concepts();
    std::map<std::string, const Concept*> named;
    for (const Concept& one : all) named[name_of(one)] = &one;
    const auto stems = [](const Concept& one, Language language) {
        const auto term = std::ranges::find(one.terms, language, &ConceptTerm::language);
        std::set<std::string> found;
        if (term != one.terms.end()) found.insert(term->stems.begin(), term->stems.end());
        return found;
    };
    for (const Concept& one : all) {
        if (one.broader.empty()) continue;
        const Concept& broader = *named.at(one.broader);
        const bool is_inverted = std::ranges::all_of(
            std::vector{Language::kazakh, Language::russian, Language::english}, [&](Language language) {
                const auto few = stems(one, language);
                const auto many = stems(broader, language);
                return few.size() < many.size() && std::ranges::includes(many, few);
            });
        BOOST_TEST(!is_inverted, name_of(one) << " stands below " << one.broader);
    }
}

BOOST_AUTO_TEST_CASE(terms_are_found_in_any_inflection_the_longest_first) {
    const Thesaurus thesaurus = built_in();
    std::vector<Concept> found;
    BOOST_TEST(thesaurus.find(words_of("жергілікті өзін-өзі басқарудың негіздері"), 0, found) >= 3U);
    BOOST_REQUIRE(found.size() == 1U);
    BOOST_TEST(found[0].terms.front().text == "жергілікті өзін-өзі басқару");
    found.clear();
    BOOST_TEST(thesaurus.find(words_of("местного самоуправления"), 0, found) == 2U);
    found.clear();
    BOOST_TEST(thesaurus.find(words_of("шпинат"), 0, found) == 0U);
}

BOOST_AUTO_TEST_CASE(a_row_that_is_no_concept_is_named) {
    BOOST_TEST(cause("# x\nсот\n").starts_with("t.tsv:2: expected Kazakh"));
    BOOST_TEST(cause("сот\t\t\n").starts_with("t.tsv:1: a concept needs two"));
    BOOST_TEST(cause("сот\t!!!\n").starts_with("t.tsv:1: no word in the term"));
    BOOST_TEST(cause("сот\tсуд\tcourt\tpower\n").starts_with("t.tsv:1: no concept is named «power»"));
    BOOST_TEST(cause("сот\tсуд\n") == "");
}

BOOST_AUTO_TEST_CASE(a_concept_finds_the_works_of_the_other_language_behind_its_own) {
    const SmallIndex index({
        work("ru", "", "Местное самоуправление развивается в сёлах и городах страны.", R"(,"language":"ru")"),
        work("kk", "", "Жергілікті өзін-өзі басқару ауылдар мен қалаларда дамып келеді.",
             R"(,"language":"kk")"),
        work("no", "", "Погода в этом году стояла тёплая и сухая, урожай хороший.", R"(,"language":"ru")"),
    });
    searcher::Expanders expanders;
    expanders.push_back(
        std::make_unique<searcher::ThesaurusExpander>(std::make_shared<const Thesaurus>(built_in())));
    const searcher::Searcher searcher(index.path(), analyzer(), std::move(expanders));
    searcher::Request request;
    request.query = "жергілікті өзін-өзі басқару";
    const searcher::Results results = searcher.search(request);
    BOOST_REQUIRE(results.hits.size() == 2U);
    BOOST_TEST(results.hits[0].work.id == "kk");
    BOOST_TEST(results.hits[1].work.id == "ru");
    BOOST_REQUIRE(!results.hits[1].snippets.empty());
    BOOST_REQUIRE(!results.hits[1].snippets[0].marks.empty());
    BOOST_CHECK(results.hits[1].snippets[0].marks[0].by == searcher::MatchedBy::thesaurus);
    const auto views = searcher.concepts("жергілікті өзін-өзі басқарудың", built_in());
    BOOST_REQUIRE(views.size() == 1U);
    BOOST_TEST(views[0].works_of_any == 2U);
    BOOST_TEST(views[0].works.front() == 1U);
    BOOST_TEST(name_of(views[0].broader.at(0)) == "self-government");
    BOOST_TEST(!views[0].narrower.empty());
    BOOST_TEST(searcher.concepts("жергілікті өзін-өзі басқару туралы шпинат", built_in()).empty());
    request.query = "\"жергілікті өзін-өзі басқару\"";
    BOOST_TEST(searcher.search(request).hits.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
