#include "learner/parallel_acts.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "indexer/build.hpp"
#include "indexer/local_reader.hpp"
#include "learner/learn.hpp"
#include "store/index.hpp"
#include "tests/support/files.hpp"
#include "tests/support/shared_data.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace izde;

namespace {

const analyzers::Analyzer& analyzer() {
    static const analyzers::Analyzer one;
    return one;
}

void index(const std::filesystem::path& corpus, const std::filesystem::path& database) {
    indexer::BuildOptions options;
    options.reading.local = indexer::make_local_reader;
    options.roots = {corpus};
    options.index = database;
    indexer::build(options, analyzer());
}

std::string table_of(const std::filesystem::path& database, const std::filesystem::path& directory) {
    learner::learn({{}, {database}}, directory / "out.tsv", analyzer());
    std::ifstream stream(directory / "out.tsv");
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

BOOST_AUTO_TEST_CASE(both_versions_of_a_law_teach_its_terms) {
    const tests::TemporaryDirectory directory;
    struct Article {
        const char *kazakh, *kazakh_text, *russian, *russian_text;
    };
    const std::vector<Article> articles = {
        {"Өзен иелері", "Өзен мемлекетке тиесілі.", "Владельцы рек", "Река принадлежит государству."},
        {"Көпір иелері", "Көпір ауылға тиесілі.", "Владельцы мостов", "Мост принадлежит селу."},
        {"Көпір салу", "Көпірді кәсіпорын салады.", "Строительство мостов", "Мост строит предприятие."},
        {"Жағаны тазарту", "Өзен жағасын кәсіпорын тазартады.", "Очистка берегов",
         "Берег реки очищает предприятие."},
        {"Тыйымдар", "Өзенге қоқыс тастауға тыйым салынады.", "Запреты", "Запрещается бросать мусор в реку."},
        {"Жауаптылық", "Көпірді бүлдірген адам айыппұл төлейді.", "Ответственность",
         "Лицо, повредившее мост, уплачивает штраф."}};
    std::string kazakh =
        "Өзендер туралы\n\nҚазақстан Республикасының 2021 жылғы 5 наурыздағы № 77-VII Заңы\n\n";
    std::string russian = "О реках\n\nЗакон Республики Казахстан от 5 марта 2021 года № 77-VII\n\n";
    for (std::size_t number = 1; number <= articles.size(); ++number) {
        const Article& one = articles[number - 1];
        kazakh += std::to_string(number) + "-бап. " + one.kazakh + "\n\n1. " + one.kazakh_text + "\n\n";
        russian +=
            "Статья " + std::to_string(number) + ". " + one.russian + "\n\n1. " + one.russian_text + "\n\n";
    }
    tests::write_file(directory.path() / "corpus" / "zan_kk.txt", kazakh);
    tests::write_file(directory.path() / "corpus" / "zakon_ru.txt", russian);
    index(directory.path() / "corpus", directory.path() / "db");
    learner::ParallelText text;
    BOOST_TEST(learner::read_acts(directory.path() / "db", analyzer(), text) >= 6U);
    const std::string table = table_of(directory.path() / "db", directory.path());
    const auto holds = [&](const std::string& row) { return table.find(row) != std::string::npos; };
    BOOST_TEST((holds("көпір\tмост") || holds("көпірді\tмост")), table);
    BOOST_TEST(holds("кәсіпорын\tпредприятие"), table);
    BOOST_TEST(table_of(directory.path() / "db", directory.path()) == table);
}

BOOST_AUTO_TEST_CASE(an_index_without_acts_in_both_languages_teaches_nothing) {
    const tests::TemporaryDirectory directory;
    index("examples/corpus/articles-kk", directory.path() / "db");
    learner::ParallelText text;
    BOOST_TEST(learner::read_acts(directory.path() / "db", analyzer(), text) == 0U);
    BOOST_TEST(text.pairs.empty());
    BOOST_CHECK_THROW(learner::read_acts(directory.path() / "absent", analyzer(), text), store::IndexError);
}

BOOST_AUTO_TEST_CASE(all_articles_of_a_law_of_69_are_paired) {
    const std::filesystem::path laws = "../shared/corpus/laws-kz";
    if (!tests::has_shared_data(laws / "561-IV_kk.html")) return;
    const tests::TemporaryDirectory directory;
    for (const char* const name : {"561-IV_kk.html", "561-IV_ru.html"}) {
        std::filesystem::create_directories(directory.path() / "corpus");
        std::filesystem::copy_file(laws / name, directory.path() / "corpus" / name);
    }
    index(directory.path() / "corpus", directory.path() / "db");
    learner::ParallelText text;
    BOOST_TEST(learner::read_acts(directory.path() / "db", analyzer(), text) >= 69U);
    const std::string table = table_of(directory.path() / "db", directory.path());
    BOOST_TEST(table.find("\nəскери\t") == std::string::npos);  // words are written normalised
    BOOST_TEST(table.find("\nәскери\t") != std::string::npos);
}
