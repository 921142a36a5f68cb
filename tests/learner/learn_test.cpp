#include "learner/learn.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/files.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace izde;

namespace {

const analyzers::Analyzer& analyzer() {
    static const analyzers::Analyzer one;
    return one;
}

const char* const kPairs =
    "Сот шешім шығарды\tСуд вынес решение\n"
    "Сот үкімін жариялады\tСуд огласил приговор\n"
    "\n"
    "Шешімге шағым берілді\tНа решение подана жалоба\n"
    "Үкімге шағым келтірілді\tНа приговор принесена жалоба\n"
    "Мемлекет жерді береді\tГосударство предоставляет землю\n"
    "Жер сатылды\tЗемля продана\n";

std::string contents(const std::filesystem::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string message_for(const std::string& bytes) {
    const tests::TemporaryDirectory directory;
    tests::write_file(directory.path() / "pairs.tsv", bytes);
    try {
        learner::learn({{directory.path() / "pairs.tsv"}, {}}, directory.path() / "out.tsv", analyzer());
    } catch (const learner::LearnError& error) {
        return error.what();
    }
    return "";
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(words_that_stand_beside_each_other_are_translations) {
    const tests::TemporaryDirectory directory;
    tests::write_file(directory.path() / "pairs.tsv", kPairs);
    const auto report =
        learner::learn({{directory.path() / "pairs.tsv"}, {}}, directory.path() / "out.tsv", analyzer());
    BOOST_TEST(report.pairs == 6U);
    const std::string table = contents(directory.path() / "out.tsv");
    const auto weight = [&](const std::string& row) {
        const std::size_t at = table.find(row + '\t');
        return at == std::string::npos ? 0.0 : std::stod(table.substr(at + row.size() + 1));
    };
    BOOST_TEST(weight("шағым\tжалоба") > 0.3);
    BOOST_TEST(weight("шағым\tжалоба") > weight("шағым\tрешение"));
    const auto rows = static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n')) - 1;
    BOOST_TEST(rows == report.translations);
}

BOOST_AUTO_TEST_CASE(columns_may_stand_in_either_order_and_every_run_gives_the_same_table) {
    const tests::TemporaryDirectory directory;
    std::string turned;
    std::string rest = kPairs;
    while (!rest.empty()) {
        const std::string line = rest.substr(0, rest.find('\n'));
        rest.erase(0, line.size() + 1);
        const std::size_t tab = line.find('\t');
        if (tab != std::string::npos) turned += line.substr(tab + 1) + '\t' + line.substr(0, tab) + '\n';
    }
    tests::write_file(directory.path() / "pairs.tsv", kPairs);
    tests::write_file(directory.path() / "turned.tsv", turned);
    const auto table_of = [&](const char* input) {
        learner::learn({{directory.path() / input}, {}}, directory.path() / "out.tsv", analyzer());
        return contents(directory.path() / "out.tsv");
    };
    const std::string table = table_of("pairs.tsv");
    BOOST_TEST(table_of("pairs.tsv") == table);
    BOOST_TEST(table_of("turned.tsv") == table);
}

BOOST_AUTO_TEST_CASE(an_error_names_file_and_line) {
    const std::string good = "Сот шешім шығарды\tСуд вынес решение\n";
    BOOST_TEST(holds(message_for(good + "жалғыз баған\n"), "pairs.tsv:2: two columns"));
    BOOST_TEST(holds(message_for(good + good + "бір\tдва\tүш\n"), "pairs.tsv:3: two columns"));
    BOOST_TEST(holds(message_for(good + "со\xFFт\tсуд\n"), "pairs.tsv:2: the line is not UTF-8"));
    BOOST_TEST(holds(message_for(good + std::string(2U << 20U, 'x') + "\tсуд\n"),
                     "pairs.tsv:2: the line is longer"));
    BOOST_TEST(holds(message_for("Суд вынес решение\tСуд огласил приговор\n"),
                     "one column must be Kazakh, the other Russian"));
    BOOST_CHECK_THROW(learner::learn({{"/nonexistent/pairs.tsv"}, {}}, "/nonexistent/out.tsv", analyzer()),
                      learner::LearnError);
}

BOOST_AUTO_TEST_CASE(a_table_that_cannot_be_written_is_an_error) {
    const tests::TemporaryDirectory directory;
    tests::write_file(directory.path() / "pairs.tsv", kPairs);
    BOOST_CHECK_THROW(learner::learn({{directory.path() / "pairs.tsv"}, {}},
                                     directory.path() / "absent" / "out.tsv", analyzer()),
                      learner::LearnError);
}
