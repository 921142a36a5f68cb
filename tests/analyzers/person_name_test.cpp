#include "analyzers/person_name.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

using izde::analyzers::name_forms;

namespace {

bool meet(const char* left, const char* right) {
    const auto forms = name_forms(right);
    return std::ranges::any_of(name_forms(left), [&](const std::string& form) {
        return std::ranges::find(forms, form) != forms.end();
    });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(person_names)

BOOST_AUTO_TEST_CASE(one_name_in_every_script_and_case) {
    for (const auto& [left, right] : {std::pair("бөкетов", "букетов"),
                                      {"бөкетов", "buketov"},
                                      {"бөкетовтің", "букетова"},
                                      {"байжанова", "baizhanova"},
                                      {"байжанова", "bayzhanova"},
                                      {"жұмағұлова", "джумагулова"},
                                      {"өмірбаев", "омирбаев"},
                                      {"өтегенов", "утегенов"},
                                      {"қасымов", "kassymov"},
                                      {"сәуле", "saule"},
                                      {"ержан", "yerzhan"},
                                      {"юлия", "yuliya"},
                                      {"наталья", "natalya"},
                                      {"щербакова", "shcherbakova"},
                                      {"әбдіқадыр", "абдикадыр"},
                                      {"мұхамеджанов", "мухамеджанов"},
                                      {"к.т", "k.t"}}) {
        BOOST_TEST(meet(left, right), left << " and " << right);
    }
}

BOOST_AUTO_TEST_CASE(other_names_stay_apart) {
    for (const auto& [left, right] : {std::pair("иванов", "иванович"),
                                      {"омаров", "умаров"},
                                      {"ахметов", "ахмедов"},
                                      {"ким", "цой"},
                                      {"петров", "петровна"},
                                      {"қалиева", "алиева"}}) {
        BOOST_TEST(!meet(left, right), left << " and " << right);
    }
}

BOOST_AUTO_TEST_SUITE_END()
