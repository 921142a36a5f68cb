#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "izde/izde.hpp"
#include "tests/support/shared_data.hpp"
#include "tests/support/table.hpp"
#include "tests/support/temporary_directory.hpp"

/// The table tests/data/queries/queries.tsv; its head says what the columns mean.
namespace {

using izde::tests::read_table;

struct Expectation {
    std::string category, query, first, also, never;
};

std::vector<Expectation> expectations(const std::string& corpus) {
    std::vector<Expectation> expected;
    for (const std::vector<std::string>& row : read_table("tests/data/queries/queries.tsv")) {
        BOOST_REQUIRE(row.size() == 6U);
        if (row[0] == corpus) expected.push_back({row[1], row[2], row[3], row[4], row[5]});
    }
    return expected;
}

/// "path#title|path#title": whether the hit is one of these.
bool is_one_of(const izde::Hit& hit, std::string_view names) {
    while (!names.empty()) {
        const std::size_t bar = std::min(names.find('|'), names.size());
        const std::string_view name = names.substr(0, bar);
        const std::size_t hash = std::min(name.find('#'), name.size());
        const std::string_view title = hash < name.size() ? name.substr(hash + 1) : "";
        if (hit.path.find(name.substr(0, hash)) != std::string::npos && hit.title.starts_with(title))
            return true;
        names.remove_prefix(std::min(bar + 1, names.size()));
    }
    return false;
}

/// What is wrong with the answers, "" where nothing is.
std::string fault(const izde::Searcher& searcher, const Expectation& expected) {
    izde::SearchRequest request;
    request.query = expected.query;
    request.snippets = false;
    std::vector<izde::Hit> hits;
    try {
        hits = searcher.search(request).hits;
    } catch (const izde::Error& error) {
        return std::string("error: ") + error.what();
    }
    const auto found = [&](const std::string& names) {
        return std::ranges::any_of(hits, [&](const izde::Hit& hit) { return is_one_of(hit, names); });
    };
    if (!expected.first.empty() && hits.empty()) return "nothing is found";
    if (!expected.first.empty() && !is_one_of(hits[0], expected.first))
        return "first is " + hits[0].path + "#" + hits[0].title;
    if (!expected.also.empty() && !found(expected.also)) return "misses " + expected.also;
    if (!expected.never.empty() && found(expected.never)) return "finds " + expected.never;
    return {};
}

void check(const std::string& corpus, const std::vector<std::string>& folders) {
    const izde::tests::TemporaryDirectory directory;
    izde::IndexOptions options;
    options.corpus = folders;
    options.directory = (directory.path() / "db").string();
    izde::build_index(options);
    const izde::Searcher searcher(options.directory);
    std::set<std::string> known;
    for (const std::vector<std::string>& row : read_table("tests/data/queries/known_failures.tsv"))
        known.insert(row.at(0));
    std::map<std::string, std::pair<int, int>> passed;
    for (const Expectation& expected : expectations(corpus)) {
        const std::string cause = fault(searcher, expected);
        auto& [good, all] = passed[expected.category];
        good += cause.empty() ? 1 : 0;
        ++all;
        if (known.contains(expected.query)) {
            BOOST_TEST(!cause.empty(),
                       "«" << expected.query << "» is a known failure and passes: strike it off");
        } else {
            BOOST_TEST(cause.empty(), "«" << expected.query << "» (" << expected.category << "): " << cause);
        }
    }
    for (const auto& [category, counts] : passed)
        BOOST_TEST_MESSAGE(category << ": " << counts.first << " of " << counts.second);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(queries)

BOOST_AUTO_TEST_CASE(over_the_examples) {
    check("examples", {"examples/corpus"});
}

BOOST_AUTO_TEST_CASE(over_real_texts) {
    if (izde::tests::has_shared_data("../shared/corpus")) check("shared", {"../shared/corpus"});
}

BOOST_AUTO_TEST_SUITE_END()
