#include <xapian.h>

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "searcher/searcher.hpp"
#include "store/index.hpp"
#include "store/terms.hpp"
#include "tests/support/small_index.hpp"

using namespace izde;
using tests::analyzer;
using tests::SmallIndex;
using tests::work;

namespace {

/// Says of works which act they are, as the indexer does of statutes.
void name_acts(const std::filesystem::path& index,
               const std::vector<std::pair<std::string, std::string>>& act_of) {
    for (const std::string& shard : store::read_manifest(index).shards) {
        Xapian::WritableDatabase database((index / shard).string(), Xapian::DB_OPEN);
        for (const auto& [id, act] : act_of) {
            const std::string term = store::id_term(id);
            if (!database.term_exists(term)) continue;
            Xapian::Document document = database.get_document(*database.postlist_begin(term));
            document.add_value(store::kActSlot, act);
            database.replace_document(document.get_docid(), document);
        }
        database.commit();
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(of_acts_that_say_as_much_the_code_comes_before_law_and_order) {
    const SmallIndex index({work("a-order", "", "Река принадлежит государству, мост строит ведомство."),
                            work("b-law", "", "Река принадлежит государству, лодку чинит товарищ."),
                            work("c-code", "", "Река принадлежит государству, берег чистит гражданин."),
                            work("d-other", "", "Совсем другая статья о налогах и о бюджете.")});
    name_acts(index.path(),
              {{"a-order", "V1600013811"}, {"b-law", "Z050000036_"}, {"c-code", "K1500000414"}});
    const searcher::Searcher searcher(index.path(), analyzer(), {});
    searcher::Request request{"река принадлежит"};
    request.explain = true;
    const searcher::Results results = searcher.search(request);
    BOOST_REQUIRE_EQUAL(results.hits.size(), 3U);
    BOOST_TEST(results.hits[0].work.id == "c-code");
    BOOST_TEST(results.hits[1].work.id == "b-law");
    BOOST_TEST(results.hits[2].work.id == "a-order");
    BOOST_TEST(results.hits[0].explanation.find("below") == std::string::npos);
    BOOST_TEST(results.hits[2].explanation.find("below   1.000") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_order_that_answers_better_comes_before_a_code) {
    const SmallIndex index({work("order", "", "Лодка чинится на берегу реки."),
                            work("code", "", "Берег чистит гражданин, а река далеко."),
                            work("other", "", "Совсем другая статья о налогах и о бюджете.")});
    name_acts(index.path(), {{"order", "V1600013811"}, {"code", "K1500000414"}});
    const searcher::Searcher searcher(index.path(), analyzer(), {});
    const searcher::Results results = searcher.search({"лодка чинится на берегу"});
    BOOST_REQUIRE(!results.hits.empty());
    BOOST_TEST(results.hits[0].work.id == "order");
}
