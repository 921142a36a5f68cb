#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <random>
#include <string>
#include <vector>

#include "searcher/query.hpp"

using izde::searcher::parse_query;
using izde::searcher::Query;
using izde::searcher::QueryError;

namespace {

/// A query as a tree: kind(children) or kind«text».
std::string tree(const Query& query) {
    static const std::vector<std::string> kNames = {
        "words",    "phrase",    "exact", "wildcard", "group",    "all",  "any",   "not",  "near",
        "sentence", "paragraph", "part",  "author",   "language", "kind", "cites", "file", "year"};
    std::string text = kNames[static_cast<std::size_t>(query.kind)];
    if (query.kind == Query::Kind::year) {
        return text + "«" + (query.from ? std::to_string(*query.from) : "") + ".." +
               (query.to ? std::to_string(*query.to) : "") + "»";
    }
    if (query.kind == Query::Kind::near) {
        text += "/" + std::to_string(query.distance);
    } else if (query.kind == Query::Kind::in_part) {
        text += ":" + query.text;
    }
    if (query.children.empty()) {
        text += "«" + query.text + "»";
    } else {
        text += '(';
        for (const Query& child : query.children)
            text += (&child == &query.children.front() ? "" : " ") + tree(child);
        text += ')';
    }
    return text;
}

struct Row {
    std::string query, expected;
};

std::ostream& operator<<(std::ostream& stream, const Row& row) {
    return stream << row.query;
}

const std::vector<Row> kTrees = {
    {"жергілікті өзін-өзі басқару", "words«жергілікті өзін-өзі басқару»"},
    {"  право\tи  закон ", "words«право и закон»"},
    {"\"правовой мониторинг\"", "phrase«правовой мониторинг»"},
    {"«правовой мониторинг» закон", "group(phrase«правовой мониторинг» words«закон»)"},
    {"=право", "exact«право»"},
    {"=\"право человека\"", "exact«право человека»"},
    {"закон -налог", "group(words«закон» not(words«налог»))"},
    {"-налог", "group(not(words«налог»))"},
    {"закон - налог", "words«закон - налог»"},
    {"өзін-өзі", "words«өзін-өзі»"},
    {"суд AND право человека", "all(words«суд» words«право человека»)"},
    {"суд OR право", "any(words«суд» words«право»)"},
    {"суд NOT право", "all(words«суд» not(words«право»))"},
    {"суд AND NOT право", "all(words«суд» not(words«право»))"},
    {"NOT право", "all(not(words«право»))"},
    {"a AND b OR c", "any(all(words«a» words«b») words«c»)"},
    {"(a OR b) AND c", "all(any(words«a» words«b») words«c»)"},
    {"lang:kk жер", "group(language«kk» words«жер»)"},
    {"title:мониторинг", "part:title(words«мониторинг»)"},
    {"title:\"правовой мониторинг\"", "part:title(phrase«правовой мониторинг»)"},
    {"author:Бөкетов", "author«Бөкетов»"},
    {"author:\"Бөкетов Е.А.\"", "author«Бөкетов Е.А.»"},
    {"year:2016..2021", "year«2016..2021»"},
    {"year:2016", "year«2016..2016»"},
    {"year:2016..", "year«2016..»"},
    {"year:..2021", "year«..2021»"},
    {"kind:article суд", "group(kind«article» words«суд»)"},
    {"http://adilet.zan.kz", "words«http://adilet.zan.kz»"},
    {"суд И право", "all(words«суд» words«право»)"},
    {"сот ЖӘНЕ құқық НЕМЕСЕ жер", "any(all(words«сот» words«құқық») words«жер»)"},
    {"суд НЕ право", "all(words«суд» not(words«право»))"},
    {"сот ЕМЕС құқық", "all(words«сот» not(words«құқық»))"},
    {"суд и право", "words«суд и право»"},
    {"тақырып:мониторинг тіл:kk", "group(part:title(words«мониторинг») language«kk»)"},
    {"название:(суд присяжных)", "part:title(words«суд присяжных»)"},
    {"keywords:(суд OR право)", "part:keywords(any(words«суд» words«право»))"},
    {"автор:Громова год:2019", "group(author«Громова» year«2019..2019»)"},
    {"Автор: Громова", "words«Автор: Громова»"},
    {"Вывод:право https://zan.kz/kaz doi:10.1000/1", "words«Вывод:право https://zan.kz/kaz doi:10.1000/1»"},
    {"вид:статья тіл:қазақша", "group(kind«статья» language«қазақша»)"},
    {"файл:vestnik суд", "group(file«vestnik» words«суд»)"},
    {"земля NEAR/3 нужды", "near/3(words«земля» words«нужды»)"},
    {"земля NEAR нужды", "near/10(words«земля» words«нужды»)"},
    {"об изъятии земля /s нужды (a OR b)",
     "group(words«об изъятии» sentence(words«земля» words«нужды») any(words«a» words«b»))"},
    {"\"местное самоуправление\" /p (бюджет OR =налога) /p мест*",
     "paragraph(phrase«местное самоуправление» any(words«бюджет» exact«налога») wildcard«мест*»)"},
    {"мониторинг*", "wildcard«мониторинг*»"},
    {"мон?тор*г", "wildcard«мон?тор*г»"},
    {"что такое право?", "words«что такое право?»"},
    {"*сноска 5*3", "words«*сноска 5*3»"},
    {"1) право; а) закон", "words«1 право; а закон»"},
    // Operators only where a word is not in capitals: titles are pasted in capitals.
    {"ПРАВО AND ЗАКОН", "words«ПРАВО AND ЗАКОН»"},
    {"ПРАВО AND закон", "all(words«ПРАВО» words«закон»)"},
    {"AND", "words«AND»"},
    {"", "group«»"},
};

struct Mistake {
    std::string query;
    std::size_t position;
};

std::ostream& operator<<(std::ostream& stream, const Mistake& row) {
    return stream << row.query;
}

const std::vector<Mistake> kMistakes = {
    {"закон \"право", 11}, {"«право", 0},           {"(право", 11},         {"право)", 10},
    {"право AND", 14},     {"AND право", 0},        {"a OR OR b", 5},       {"year:вчера", 5},
    {"lang:de право", 5},  {"kind:roman x", 5},     {"a NEAR", 6},          {"NEAR/2 a", 0},
    {"a NEAR/0 b", 2},     {"a NEAR/3 b /s c", 11}, {"a /s lang:kk", 5},    {"title:title:a", 6},
    {"тіл:de x", 7},       {"суд colour:red", 7},   {"year:2021..2016", 5}, {"*ринг", 0},
    {"= ?!", 0},           {"автор:", 11},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(query_parser)

BOOST_DATA_TEST_CASE(queries_have_the_trees_of_the_table, boost::unit_test::data::make(kTrees), row) {
    BOOST_TEST(tree(parse_query(row.query)) == row.expected);
}

BOOST_DATA_TEST_CASE(printing_and_parsing_give_the_same_query, boost::unit_test::data::make(kTrees), row) {
    const Query query = parse_query(row.query);
    const std::string printed = to_string(query);
    BOOST_TEST(tree(parse_query(printed)) == tree(query),
               "«" << row.query << "» is printed as «" << printed << "»");
}

BOOST_DATA_TEST_CASE(mistakes_are_named_with_their_place, boost::unit_test::data::make(kMistakes), row) {
    BOOST_CHECK_EXCEPTION(parse_query(row.query), QueryError, [&](const QueryError& error) {
        BOOST_TEST(error.position() == row.position);
        const std::string what = error.what();
        const std::string kazakh = error.message(izde::analyzers::Language::kazakh);
        const std::string russian = error.message(izde::analyzers::Language::russian);
        BOOST_TEST(kazakh.find("күтілді") != std::string::npos, kazakh);
        BOOST_TEST(russian.find("ожида") != std::string::npos, russian);
        return what.find("expected") != std::string::npos;
    });
}

BOOST_AUTO_TEST_CASE(hostile_queries_end) {
    BOOST_CHECK_THROW(parse_query(std::string(100'000, '(')), QueryError);
    BOOST_CHECK_THROW(parse_query(std::string(99'999, '"')), QueryError);
    std::string many;
    for (int word = 0; word < 100'000; ++word) many += "сөз ";
    BOOST_CHECK_NO_THROW(parse_query(many));
    BOOST_CHECK_NO_THROW(parse_query("\xFF\xFE\xC0 закон"));
}

BOOST_AUTO_TEST_CASE(random_texts_parse_or_say_why_and_print_what_they_mean) {
    const unsigned seed = std::random_device()();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    const std::vector<std::string> pieces = {
        "право", "ЗАКОН",   " ",       " ",    "\"",      "(",           ")",      "-",
        "=",     "AND ",    "OR ",     "NOT ", "lang:kk", "year:2001..", "title:", "«",
        "»",     "author:", "NEAR/2 ", "/s ",  "мон*",    "ИЛИ ",        "файл:",  "1)"};
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        for (auto size = random() % 14; size > 0; --size) text += pieces[random() % pieces.size()];
        std::string printed;
        try {
            printed = to_string(parse_query(text));
        } catch (const QueryError& error) {
            BOOST_TEST(error.position() <= text.size());
            continue;
        }
        BOOST_TEST_CONTEXT("«" << text << "» is printed as «" << printed << "»") {
            BOOST_TEST(to_string(parse_query(printed)) == printed);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
