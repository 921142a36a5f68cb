#include "indexer/segment.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "indexer/segment/names.hpp"
#include "indexer/segment/sentences.hpp"
#include "tests/support/shared_data.hpp"

using namespace izde::indexer;
using izde::store::BlockKind;
using izde::store::WorkKind;

namespace {

Extraction text_of(const std::string& text) {
    Extraction extraction;
    extraction.format = "text";
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find('\f', begin), text.size());
        Page page;
        page.index = static_cast<std::uint32_t>(extraction.pages.size() + 1);
        page.text = text.substr(begin, end - begin);
        extraction.pages.push_back(page);
        begin = end + 1;
    }
    return extraction;
}

std::vector<SegmentedWork> cut(const std::string& text) {
    return segment(text_of(text), "/corpus/file.txt");
}

/// A paragraph long enough to be the body of an article.
std::string body(const std::string& opening) {
    std::string text = opening;
    for (int times = 0; times < 30; ++times)
        text += " Жергілікті қауымдастық өз мәселелерін дербес шешуге құқылы.";
    return text + "\n\n";
}

std::string non_space(std::string_view text) {
    std::string rest;
    for (const char character : text) {
        if (character != ' ' && character != '\n' && character != '\f' && character != '\t')
            rest += character;
    }
    return rest;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(segmentation)

BOOST_AUTO_TEST_CASE(a_file_that_is_one_work_stays_one) {
    const auto works = cut("Қысқаша жазба\n\n" + body("Бірінші абзац.") + body("Екінші абзац."));
    BOOST_REQUIRE(works.size() == 1U);
    BOOST_TEST(works[0].work.id.size() == 13U);
    BOOST_TEST((works[0].work.language == izde::analyzers::Language::kazakh));
    BOOST_TEST(works[0].work.blocks.size() == 3U);
}

BOOST_AUTO_TEST_CASE(the_date_of_a_cited_act_is_no_year_of_the_work) {
    const std::string head = "КІТАПХАНА ОҚЫРМАНЫНЫҢ ҚҰҚЫҚТАРЫ\n\nӘбенова Л.М., Сейітов Қ.А.\n\n";
    const auto year = [](const std::string& text) {
        const auto works = cut(text);
        BOOST_REQUIRE(!works.empty());
        return works.front().work.year.value_or(0);
    };
    BOOST_TEST(year(head + "Аңдатпа. «Мәдениет туралы» 2006 жылғы 15 желтоқсандағы Заң талданады.\n\n" +
                    body("Мәтін.")) == 0);
    BOOST_TEST(year(head + "Закон РК «О культуре» от 15 декабря 2006 г.\n\n" + body("Мәтін.")) == 0);
    BOOST_TEST(year(head + "Алматы, 2018 ж.\n\n" + body("Мәтін.")) == 2018);
    BOOST_TEST(
        year("ПРАВА ЧИТАТЕЛЯ\n\nИванова Т.П., 2018\n\nАннотация. О Законе от 15 декабря 2006 года.\n\n" +
             body("Текст.")) == 2018);
    BOOST_TEST(year("ПРАВА ЧИТАТЕЛЯ\n\nИванова Т.П.\n\n2019\n\n" + body("Текст.")) == 2019);
    BOOST_TEST(year("УКАЗ ПРЕЗИДЕНТА РЕСПУБЛИКИ КАЗАХСТАН\n\nот 5 марта 2018 года № 645\n\n" +
                    body("Постановляю.")) == 2018);
}

BOOST_AUTO_TEST_CASE(authors_stand_beside_a_year) {
    const auto works = cut("ПРАВА ЧИТАТЕЛЯ\n\nИванова Т.П., Серіков А.Б., 2018\n\n" + body("Текст."));
    BOOST_REQUIRE(works.size() == 1U);
    BOOST_TEST(works[0].work.title == "ПРАВА ЧИТАТЕЛЯ");
    BOOST_TEST(works[0].work.authors == (std::vector<std::string>{"Иванова Т.П.", "Серіков А.Б."}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_statute_in_plain_text_has_a_name_and_its_articles_bear_it) {
    const std::string articles =
        "1-бап. Негізгі ұғымдар\n\nОсы Заңда ұғымдар бар.\n\n2-бап. Заңнама\n\n"
        "Заңнама Конституцияға негізделеді.\n\n3-бап. Қағидаттар\n\nЖариялылық.\n";
    const auto works =
        cut("ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ\n\nКітапхана ісі туралы\n\n"
            "2012 жылғы 5 шілдедегі № 33-V\n\n" +
            articles);
    BOOST_REQUIRE(works.size() == 4U);
    const std::string name = "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ Кітапхана ісі туралы";
    BOOST_TEST(works[0].work.title == name);
    BOOST_TEST(works[1].work.title == "1-бап. Негізгі ұғымдар");
    BOOST_TEST(works[1].work.container == name);
    BOOST_TEST(works[3].work.year.value_or(0) == 2012);
    const auto subject_first =
        cut("О библиотечном деле\n\nЗакон Республики Казахстан от 5 июля 2012 года № 33-V\n\n" + articles);
    BOOST_REQUIRE(subject_first.size() == 4U);
    BOOST_TEST(subject_first[0].work.title == "О библиотечном деле");
    BOOST_TEST(subject_first[2].work.container == "О библиотечном деле");
    BOOST_TEST(subject_first[2].work.year.value_or(0) == 2012);
}

BOOST_AUTO_TEST_CASE(a_volume_that_begins_in_mid_article_is_cut_where_the_next_begins) {
    const auto works = cut(body("который позволяет сохранить баланс интересов.") +
                           "Список литературы:\n\n1 Марченко М.Н. Теория права. – М., 1998. – 636 с.\n\n"
                           "2 Поленина С.В. Политика. – М., 2016. – 336 с.\n\n"
                           "ҚАЛАЛЫҚ ӨЗІН-ӨЗІ БАСҚАРУДЫҢ МАҢЫЗЫ\n\n*Сейітова А.Қ. з.ғ.к., доцент, М.О.Әуезов "
                           "атындағы\nуниверситет*\n\n" +
                           body("Азаматтық қоғам туралы."));
    BOOST_REQUIRE(works.size() == 2U);
    BOOST_TEST(works[0].work.title == "");
    BOOST_TEST(works[1].work.title == "ҚАЛАЛЫҚ ӨЗІН-ӨЗІ БАСҚАРУДЫҢ МАҢЫЗЫ");
    BOOST_REQUIRE(works[1].work.authors.size() == 1U);
    BOOST_TEST(works[1].work.authors[0] == "Сейітова А.Қ.");
    BOOST_TEST((works[1].work.kind == WorkKind::article));
    BOOST_TEST((works[1].work.blocks[0].kind == BlockKind::title));
    BOOST_TEST(!works[1].evidence.empty());
}

BOOST_AUTO_TEST_CASE(authors_may_stand_before_the_title_and_abstracts_in_three_languages_are_one_head) {
    const auto works =
        cut("УДК 342.5\n\nИванов И.И., Петрова А.С.\nк.ю.н., доцент\n\nО ПРАВОВОМ МОНИТОРИНГЕ "
            "ЗАКОНОДАТЕЛЬСТВА\n\n"
            "Аннотация. Кратко о статье.\n\nКлючевые слова: право; мониторинг, закон.\n\n" +
            body("Введение к статье.") + "УДК 349.6\n\nСидоров П.П.\n\nЭКОЛОГИЧЕСКОЕ ПРАВО СЕГОДНЯ\n\n" +
            body("Природа и право."));
    BOOST_REQUIRE(works.size() == 2U);
    BOOST_TEST(works[0].work.title == "О ПРАВОВОМ МОНИТОРИНГЕ ЗАКОНОДАТЕЛЬСТВА");
    BOOST_TEST(works[0].work.authors.size() == 2U);
    BOOST_TEST(works[0].work.keywords == (std::vector<std::string>{"право", "мониторинг", "закон"}),
               boost::test_tools::per_element());
    BOOST_TEST(works[1].work.authors.at(0) == "Сидоров П.П.");
}

BOOST_AUTO_TEST_CASE(a_statute_is_cut_into_its_articles) {
    const auto works =
        cut("О ТЕСТОВОМ ПОРЯДКЕ\n\nГлава 1. ОБЩИЕ ПОЛОЖЕНИЯ\n\nСтатья 1. Понятия\n\n1. Текст "
            "первый.\n\nСтатья 2. Цели\n\n"
            "Цели по статье 1 настоящего Закона.\n\nГлава 2. ИТОГ\n\nСтатья 2-1. Вставка\n\nТекст.\n\nСтатья "
            "3. Конец\n\nТекст.\n");
    BOOST_REQUIRE(works.size() == 5U);
    BOOST_TEST(works[1].work.title == "Статья 1. Понятия");
    BOOST_TEST((works[1].work.kind == WorkKind::provision));
    BOOST_TEST(works[3].work.title == "Статья 2-1. Вставка");
    BOOST_TEST(works[3].work.text.starts_with("Глава 2. ИТОГ\n"));
}

BOOST_AUTO_TEST_CASE(a_paragraph_cut_by_a_page_break_is_one_again) {
    for (const std::string page_break : {"\n\n", "\n\f", "\n\n17\n\f", "\f"}) {
        const auto works = cut("Қала тұрғындарды өндіріс құралдарымен жақындастырушы" + page_break +
                               "ағза ретінде қарастырылады.\n\nКелесі.\n");
        BOOST_REQUIRE(works.size() == 1U);
        BOOST_TEST(works[0].work.text.find("жақындастырушы ағза ретінде") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(a_healed_paragraph_knows_where_its_pages_turn) {
    const auto works =
        cut("Бірінші беттің сөйлемі осы жерде\n\n1\n\fекінші бетте жалғасып\n\n2\n\fүшіншіде бітеді.\n\n3\n");
    BOOST_REQUIRE(works.size() == 1U);
    const izde::store::Work& work = works[0].work;
    BOOST_REQUIRE(work.blocks.size() == 1U);
    const auto label_at = [&](std::string_view words) {
        return work.pages.at(izde::store::page_at(work.blocks[0], work.text.find(words))).label;
    };
    BOOST_TEST(label_at("осы жерде") == "1");
    BOOST_TEST(label_at("екінші бетте") == "2");
    BOOST_TEST(label_at("үшіншіде") == "3");
}

BOOST_AUTO_TEST_CASE(running_heads_and_page_numbers_are_furniture_and_label_the_pages) {
    std::string text;
    for (int page = 41; page < 45; ++page) {
        text += "ХАБАРШЫ № 3. 2020\n\nБұл беттің мәтіні аяқталады. Бет " +
                std::string(1, static_cast<char>('a' + page - 41)) + " келесі сөйлем.\n\n" +
                std::to_string(page) + "\n\f";
    }
    const auto works = cut(text);
    BOOST_REQUIRE(works.size() == 1U);
    BOOST_TEST(works[0].work.text.find("ХАБАРШЫ") == std::string::npos);
    BOOST_REQUIRE(works[0].work.pages.size() == 4U);
    BOOST_TEST(works[0].work.pages[1].label == "42");
    BOOST_TEST(works[0].work.pages[1].index == 2U);
}

BOOST_AUTO_TEST_CASE(a_hyphen_at_a_line_end_keeps_its_line_break) {
    const auto works = cut("Бұл сөйлемде басқару-\nшылардың міндеттері туралы жазылған\nжәне жалғасады.\n");
    BOOST_TEST(works.at(0).work.text ==
               "Бұл сөйлемде басқару-\nшылардың міндеттері туралы жазылған және жалғасады.\n");
}

BOOST_AUTO_TEST_CASE(long_works_become_sections_of_one_work) {
    std::string text = "БІРІНШІ ҮЛКЕН ЕҢБЕК\n\nАхметов А.А.\n\n";
    for (int times = 0; times < 40; ++times) text += body("Абзац.");
    const auto works = cut(text);
    BOOST_REQUIRE(works.size() > 1U);
    for (const SegmentedWork& section : works) {
        BOOST_TEST((section.work.kind == WorkKind::section));
        BOOST_TEST(section.work.parent == works[0].work.parent);
        BOOST_TEST(section.work.authors.at(0) == "Ахметов А.А.");
    }
}

BOOST_AUTO_TEST_CASE(a_book_is_cut_into_its_chapters) {
    const auto works =
        cut("ИВАНОВ ИВАН ИВАНОВИЧ\n\nМЕСТНОЕ САМОУПРАВЛЕНИЕ\n\nМонография\n\nКараганда, 2019\n\n"
            "СОДЕРЖАНИЕ\nВведение ........ 3\nГлава 1. Понятие ........ 5\nГлава 2. Органы ........ 9\n\n"
            "ВВЕДЕНИЕ\n\n" +
            body("О чём книга.") + "ГЛАВА 1\nПОНЯТИЕ\n\n" + body("Понятие.") + "ГЛАВА 2\nОРГАНЫ\n\n" +
            body("Органы."));
    BOOST_REQUIRE(works.size() == 3U);
    for (const SegmentedWork& chapter : works) {
        BOOST_TEST((chapter.work.kind == WorkKind::section));
        BOOST_TEST(chapter.work.authors.at(0) == "Иванов Иван Иванович");
        BOOST_TEST(chapter.work.year.value_or(0) == 2019);
    }
    BOOST_TEST(works[1].work.title == "МЕСТНОЕ САМОУПРАВЛЕНИЕ \u2014 ГЛАВА 1. ПОНЯТИЕ");
}

BOOST_AUTO_TEST_CASE(decisions_of_courts_bear_number_date_and_court) {
    const std::string first =
        "Дело № 3510-21-2/145\n\nРЕШЕНИЕ\nИМЕНЕМ РЕСПУБЛИКИ КАЗАХСТАН\n\n12 марта 2021 года\n\n"
        "Районный суд № 2 города Караганды в составе судьи Ахметова А.С. рассмотрел дело.\n\n";
    auto works = cut(first + body("УСТАНОВИЛ."));
    BOOST_REQUIRE(works.size() == 1U);
    BOOST_TEST((works[0].work.kind == WorkKind::decision));
    BOOST_TEST(works[0].work.title == "РЕШЕНИЕ Дело № 3510-21-2/145, Районный суд № 2 города Караганды");
    BOOST_TEST(works[0].work.year.value_or(0) == 2021);
    works = cut(first + body("УСТАНОВИЛ.") +
                "№ 7-21-00-3к/12 іс\n\nҚАУЛЫ\n\nҚарағанды облыстық соты құрамында қарады.\n\n" +
                body("Анықтады."));
    BOOST_REQUIRE(works.size() == 2U);
    BOOST_TEST(works[1].work.title.starts_with("ҚАУЛЫ № 7-21-00-3к/12 іс"));
}

BOOST_AUTO_TEST_CASE(the_front_matter_of_a_volume_speaks_of_its_articles) {
    const auto works =
        cut("ХАБАРШЫ\n\nҒылыми журнал\n\n№ 3 (2014)\n\nБас редактор: Ахметов А.А.\n\f"
            "ӘОЖ 342\n\nИванов И.И.\n\nПЕРВАЯ СТАТЬЯ ЖУРНАЛА\n\n" +
            body("Текст.") + "ӘОЖ 343\n\nПетров П.П.\n\nВТОРАЯ СТАТЬЯ ЖУРНАЛА\n\n" + body("Текст."));
    BOOST_REQUIRE(works.size() == 3U);
    BOOST_TEST(works[2].work.container == "ХАБАРШЫ");
    BOOST_TEST(works[2].work.volume == "№ 3");
    BOOST_TEST(works[2].work.year.value_or(0) == 2014);
}

BOOST_AUTO_TEST_CASE(names_in_every_order) {
    const auto name = [](const char* text) { return find_names(text).at(0).name; };
    BOOST_TEST(name("Байжанова К.Т.") == "Байжанова К.Т.");
    BOOST_TEST(name("К. Т. Байжанова") == "Байжанова К.Т.");
    BOOST_TEST(name("БАЙЖАНОВА К.Т.") == "Байжанова К.Т.");
    BOOST_TEST(name("Ахметов Азамат Серікұлы, магистрант") == "Ахметов Азамат Серікұлы");
    BOOST_TEST(name("к.ю.н., доцент Петров-Водкин И.М.1") == "Петров-Водкин И.М.");
    BOOST_TEST(find_names("Жергілікті өзін-өзі басқару органдары").empty());
    BOOST_TEST(find_names("ЯЗЫКОВАЯ ПОЛИТИКА И СФЕРА ПРИМЕНЕНИЯ").empty());
    BOOST_TEST(find_names("Е.А. Бөкетов атындағы Қарағанды университеті").empty());
    BOOST_TEST(find_bare_names("Айгүл СЕЙДАХМЕТОВА¹, Данияр Ахметов², PhD").size() == 2U);
    BOOST_TEST(find_bare_names("Қазақстан Республикасы").empty());
}

BOOST_AUTO_TEST_CASE(abbreviations_end_no_sentence) {
    const std::string text = "См. ст. 35 Кодекса. Далее т.б. Е.А. Бөкетов айтқан. «Жаңа» сөйлем.";
    const auto starts = sentence_starts(text);
    BOOST_REQUIRE(starts.size() == 3U);
    BOOST_TEST(text.substr(starts[1]).starts_with("Далее"));
    BOOST_TEST(text.substr(starts[2]).starts_with("«Жаңа»"));
}

BOOST_AUTO_TEST_CASE(blocks_cover_the_text_and_nothing_is_lost) {
    const unsigned seed = std::random_device()();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    const std::vector<std::string> pieces = {"УДК 34\n",
                                             "Иванов И.И.\n",
                                             "НАЗВАНИЕ БОЛЬШОЙ СТАТЬИ\n",
                                             "\n",
                                             "\n\n",
                                             "текст ",
                                             "Мәтін. ",
                                             "Статья 5. О\n",
                                             "7-бап. Ә\n",
                                             "Список литературы\n",
                                             "1. Автор. Книга. – М.\n",
                                             "сөз-\n",
                                             "Аңдатпа. Қысқа.\n",
                                             "\xC2\xA0",
                                             "ұзын сөйлем жалғасып кете береді "};
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (auto size = random() % 60; size > 0; --size) text += pieces[random() % pieces.size()];
        std::string stored;
        for (const SegmentedWork& one : cut(text)) {
            BOOST_REQUIRE(!one.work.blocks.empty());
            BOOST_TEST(one.work.blocks.front().begin == 0U);
            for (std::size_t i = 1; i < one.work.blocks.size(); ++i) {
                BOOST_REQUIRE(one.work.blocks[i].begin > one.work.blocks[i - 1].begin);
                BOOST_TEST(one.work.text[one.work.blocks[i].begin - 1] == '\n');
            }
            stored += one.work.text;
        }
        std::string expected = non_space(text);
        for (std::size_t at; (at = expected.find("\xC2\xA0")) != std::string::npos;) expected.erase(at, 2);
        std::string found = non_space(stored);
        for (std::size_t at; (at = found.find("\xC2\xA0")) != std::string::npos;) found.erase(at, 2);
        if (!found.empty()) BOOST_TEST(found == expected);
    }
}

BOOST_AUTO_TEST_CASE(what_an_office_program_stamps_is_the_weakest_evidence) {
    const auto read = [](const std::string& text) {
        Extraction extraction = text_of(text);
        extraction.metadata.authors = {"Жұмабек Сәуле"};
        extraction.metadata.year_made = 2014;
        extraction.metadata.is_stamp = true;
        return segment(extraction, "/corpus/a.odt").at(0).work;
    };
    const auto named = read("АУЫЛ СОТЫ\n\nИванова Т.П., 2018\n\n" + body("Мәтін."));
    BOOST_TEST(named.authors.at(0) == "Иванова Т.П.");
    BOOST_TEST(named.year.value() == 2018);
    const auto bare = read(body("Мәтін басы."));
    BOOST_TEST(bare.authors.at(0) == "Жұмабек Сәуле");
    BOOST_TEST(bare.year.value() == 2014);
}

BOOST_AUTO_TEST_CASE(a_year_below_the_names_is_the_works) {
    const auto works = cut(
        "О ПРАВЕ НА ТИШИНУ\n\nИванова Т.П., к.ю.н., доцент\n2018\n\nАннотация. Закон от 15 декабря 2006 года "
        "«О шуме» действует давно.\n\n" +
        body("Право на тишину.") + "Литература\n\n1. Петров П.П. Шум. – Алматы, 2009.\n");
    BOOST_REQUIRE(works.size() == 1U);
    BOOST_TEST(works[0].work.authors.at(0) == "Иванова Т.П.");
    BOOST_TEST(works[0].work.year.value() == 2018);
    BOOST_TEST((works[0].work.kind == WorkKind::article));
}

BOOST_AUTO_TEST_CASE(an_act_is_named_though_its_date_stands_beside_the_name) {
    for (const std::string head :
         {"«Ауыл жиыны туралы» Қазақстан Республикасының Заңы\n2011 жылғы 12 мамырдағы № 430-IV",
          "«Ауыл жиыны туралы» Қазақстан Республикасының Заңы 2011 жылғы 12 мамырдағы № 430-IV"}) {
        const auto works = cut(head +
                               "\n\n35-бап. Жиын\n\nШақырылады.\n\n36-бап. Хаттама\n\nЖасалады.\n\n"
                               "37-бап. Қорытынды\n\nСоңғы.\n");
        BOOST_REQUIRE(works.size() == 4U);
        BOOST_TEST(works[0].work.title == "«Ауыл жиыны туралы» Қазақстан Республикасының Заңы");
        BOOST_TEST(works[1].work.container == "«Ауыл жиыны туралы» Қазақстан Республикасының Заңы");
        BOOST_TEST(works[1].work.year.value() == 2011);
    }
}

BOOST_AUTO_TEST_CASE(a_dissertation_is_cut_into_its_numbered_chapters) {
    const auto works =
        cut("Жұмабеков Асхат Тілеуұлы\n\nЖЕРГІЛІКТІ ӨЗІН-ӨЗІ БАСҚАРУ\n\nҚарағанды, 2019\n\nМАЗМҰНЫ\n\n"
            "КІРІСПЕ ........ 3\n1 ТЕОРИЯЛЫҚ НЕГІЗДЕРІ ........ 5\n1.1 Ұғымы ........ 5\n2 ҚҰҚЫҚТЫҚ РЕТТЕУ "
            "........ 40\n"
            "ҚОРЫТЫНДЫ ........ 90\n\nКІРІСПЕ\n\n" +
            body("Өзектілігі.") + "1 ТЕОРИЯЛЫҚ НЕГІЗДЕРІ\n\n1.1 Ұғымы\n\n" + body("Ұғым.") +
            "2 ҚҰҚЫҚТЫҚ РЕТТЕУ\n\n" + body("Реттеу.") + "ҚОРЫТЫНДЫ\n\n" + body("Соңы."));
    // The title page and the contents stand with the introduction.
    BOOST_REQUIRE(works.size() == 4U);
    BOOST_TEST(works[0].work.year.value() == 2019);
    BOOST_TEST(works[1].work.title == "ЖЕРГІЛІКТІ ӨЗІН-ӨЗІ БАСҚАРУ — 1 ТЕОРИЯЛЫҚ НЕГІЗДЕРІ");
    BOOST_TEST(works[2].work.title == "ЖЕРГІЛІКТІ ӨЗІН-ӨЗІ БАСҚАРУ — 2 ҚҰҚЫҚТЫҚ РЕТТЕУ");
    BOOST_TEST(works[3].work.authors.at(0) == "Жұмабеков Асхат Тілеуұлы");
    BOOST_TEST((works[3].work.kind == WorkKind::section));
}

BOOST_AUTO_TEST_CASE(chapter_heads_on_every_page_are_furniture) {
    std::string text = "Ахметов Д.С.\n\nМҰРАГЕРЛІК ҚҰҚЫҚ\n\n";
    for (int page = 0; page < 8; ++page) {
        const std::string chapter = page < 4 ? "1-ТАРАУ. ЖАЛПЫ ЕРЕЖЕЛЕР" : "2-ТАРАУ. ӨСИЕТ";
        text += chapter + "\n\n" + body("Беттің мәтіні " + std::to_string(page) + ".") + "\f";
    }
    const auto works = cut(text);
    std::size_t heads = 0;
    for (const auto& one : works) {
        for (std::size_t at = 0; (at = one.work.text.find("-ТАРАУ", at)) != std::string::npos; ++at) ++heads;
    }
    BOOST_TEST(heads == 2U);
}

BOOST_AUTO_TEST_CASE(numbers_that_do_not_run_with_the_pages_are_no_labels) {
    std::string text;
    for (int page = 0; page < 5; ++page) {
        // The second page ends with a table's number, and its own was not printed.
        text += body("Бет басы.") + (page == 1 ? "2019" : std::to_string(41 + page)) + "\n\f";
    }
    const auto works = cut(text);
    BOOST_REQUIRE(works.size() == 1U);
    std::string labels;
    for (const auto& page : works[0].work.pages) labels += page.label + " ";
    BOOST_TEST(labels == "41 42 43 44 45 ");
    BOOST_TEST(works[0].work.text.find("2019") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_page_behind_the_last_printed_number_is_the_next) {
    const auto works = cut(body("Бір.") + "5\n\n" + body("Екі.") + "6\n\n" + body("Үш."));
    BOOST_REQUIRE(works.size() == 1U);
    BOOST_TEST(works[0].work.pages.back().label == "7");
}

BOOST_AUTO_TEST_CASE(a_long_article_of_a_law_is_one_provision) {
    std::string text = "ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН\n\nСтатья 1. О доходах\n\n";
    for (int times = 0; times < 60; ++times) text += body("Часть статьи.");
    const auto works = cut(text + "Статья 2. О сроках\n\nСроки.\n\nСтатья 3. О введении\n\nВводится.\n\n");
    BOOST_REQUIRE(works.size() == 4U);
    BOOST_TEST((works[1].work.kind == WorkKind::provision));
    BOOST_TEST(works[1].work.title == "Статья 1. О доходах");
    BOOST_TEST(works[2].work.title == "Статья 2. О сроках");
}

BOOST_AUTO_TEST_CASE(the_proceedings_are_two_works) {
    const std::filesystem::path folder = "../shared/corpus/proceedings";
    if (!izde::tests::has_shared_data(folder)) return;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream stream(entry.path(), std::ios::binary);
        const auto works = cut({std::istreambuf_iterator<char>(stream), {}});
        BOOST_REQUIRE(works.size() == 2U);
        BOOST_TEST(works[1].work.authors.at(0) == "Байжанова К.Т.");
    }
}

BOOST_AUTO_TEST_CASE(both_versions_of_the_law_have_69_articles) {
    for (const std::string language : {"kk", "ru"}) {
        const std::filesystem::path path = "../shared/corpus/laws-kz/561-IV_" + language + ".html";
        if (!izde::tests::has_shared_data(path)) return;
        std::ifstream stream(path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
        const auto works =
            segment(find_extractor(path.string(), bytes)->extract(bytes, path.string()), path.string());
        const auto provisions = std::count_if(works.begin(), works.end(), [](const SegmentedWork& one) {
            return one.work.kind == WorkKind::provision;
        });
        BOOST_TEST(provisions == 69);
    }
}

BOOST_AUTO_TEST_SUITE_END()
