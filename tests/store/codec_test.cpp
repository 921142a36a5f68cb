#include "store/codec.hpp"

#include <boost/test/unit_test.hpp>
#include <random>

#include "store/index.hpp"

using namespace izde::store;

namespace {

Work sample(std::size_t paragraphs) {
    Work work;
    work.id = "0abcdefghijkm";
    work.path = "/корпус/жинақ.txt";
    work.title = "Жергілікті өзін-өзі басқару";
    work.authors = {"Байжанова К.Т.", "Иванов И.И."};
    work.year = 2021;
    work.container = "Вестник";
    work.volume = "№ 3";
    work.url = "https://example.org/1";
    work.parent = "parent";
    work.kind = WorkKind::article;
    work.language = Language::kazakh;
    work.is_mixed = true;
    work.keywords = {"басқару", ""};
    work.pages = {{"17", 3}, {"", 4}};
    for (std::size_t i = 0; i < paragraphs; ++i) {
        Block block;
        block.begin = static_cast<std::uint32_t>(work.text.size());
        block.first_position = static_cast<std::uint32_t>(1 + i * 40);
        block.page = static_cast<std::uint32_t>(i % 2);
        block.language = i % 3 == 0 ? Language::russian : Language::kazakh;
        block.kind = i == 0 ? BlockKind::title : BlockKind::body;
        const std::string first = "Өзін-өзі басқару " + std::to_string(i * 7919) + ". ";
        block.sentences = {0, static_cast<std::uint32_t>(first.size())};
        if (i % 5 == 0 && i % 2 == 0) block.turns = {{7, 1}};
        work.text += first + "Правовой мониторинг " + std::to_string(i) + ".\n";
        work.blocks.push_back(std::move(block));
    }
    return work;
}

bool same(const Block& a, const Block& b) {
    return a.begin == b.begin && a.first_position == b.first_position && a.page == b.page &&
           a.language == b.language && a.kind == b.kind && a.sentences == b.sentences && a.turns == b.turns;
}

void check_same_header(const Work& a, const Work& b) {
    BOOST_TEST(a.id == b.id);
    BOOST_TEST(a.path == b.path);
    BOOST_TEST(a.title == b.title);
    BOOST_TEST(a.authors == b.authors);
    BOOST_TEST((a.year == b.year));
    BOOST_TEST(a.container == b.container);
    BOOST_TEST(a.volume == b.volume);
    BOOST_TEST(a.url == b.url);
    BOOST_TEST(a.parent == b.parent);
    BOOST_TEST((a.kind == b.kind));
    BOOST_TEST((a.language == b.language));
    BOOST_TEST(a.is_mixed == b.is_mixed);
    BOOST_TEST(a.keywords == b.keywords);
    BOOST_TEST((a.pages == b.pages));
    BOOST_TEST(std::equal(a.blocks.begin(), a.blocks.end(), b.blocks.begin(), b.blocks.end(), same));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec)

BOOST_AUTO_TEST_CASE(works_come_back_whole) {
    for (const std::size_t paragraphs :
         {std::size_t{0}, std::size_t{1}, std::size_t{20}, std::size_t{3000}}) {
        const Work work = sample(paragraphs);
        const std::string data = encode_work(work);
        const Work back = decode_work(data);
        check_same_header(work, back);
        BOOST_TEST((work.text == back.text));
        const Work header = decode_work_header(data);
        check_same_header(work, header);
        BOOST_TEST(header.text.empty());
    }
}

BOOST_AUTO_TEST_CASE(any_range_of_the_text_is_the_text) {
    const Work work = sample(3000);
    BOOST_REQUIRE(work.text.size() > 150000);  // several chunks
    const std::string data = encode_work(work);
    const unsigned seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    std::uniform_int_distribution<std::size_t> offset(0, work.text.size());
    for (int i = 0; i < 300; ++i) {
        std::size_t begin = offset(random);
        std::size_t end = offset(random);
        if (begin > end) std::swap(begin, end);
        BOOST_TEST((decode_text(data, begin, end) == work.text.substr(begin, end - begin)));
    }
    BOOST_CHECK_THROW(decode_text(data, 0, work.text.size() + 1), CorruptRecord);
    BOOST_CHECK_THROW(decode_text(data, 2, 1), CorruptRecord);
}

BOOST_AUTO_TEST_CASE(a_record_cut_anywhere_is_corrupt_never_read_past) {
    const std::string data = encode_work(sample(30));
    for (std::size_t size = 0; size < data.size(); ++size) {
        BOOST_CHECK_THROW(decode_work(std::string_view(data).substr(0, size)), CorruptRecord);
    }
    BOOST_CHECK_THROW(decode_work(data + "x"), CorruptRecord);
}

BOOST_AUTO_TEST_CASE(changed_bytes_give_a_work_or_an_error) {
    const std::string good = encode_work(sample(200));
    const unsigned seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    std::size_t noticed = 0;
    for (int i = 0; i < 3000; ++i) {
        std::string data = good;
        data[random() % data.size()] = static_cast<char>(random());
        try {
            const Work work = decode_work(data);
            for (const Block& block : work.blocks) BOOST_TEST(block.begin <= work.text.size());
        } catch (const CorruptRecord&) {
            ++noticed;
        }
    }
    BOOST_TEST(noticed > 0U);
}

BOOST_AUTO_TEST_CASE(the_hash_knows_every_field_but_positions) {
    const Work work = sample(3);
    const std::uint64_t hash = content_hash(work);
    Work moved = work;
    moved.blocks[1].first_position = 999;
    BOOST_TEST(content_hash(moved) == hash);
    const auto differs = [&](auto change) {
        Work other = work;
        change(other);
        return content_hash(other) != hash;
    };
    BOOST_TEST(differs([](Work& other) { other.text.back() = ' '; }));
    BOOST_TEST(differs([](Work& other) { other.title += "."; }));
    BOOST_TEST(differs([](Work& other) { other.authors.pop_back(); }));
    BOOST_TEST(differs([](Work& other) { other.year = std::nullopt; }));
    BOOST_TEST(differs([](Work& other) { other.blocks[2].language = Language::english; }));
    BOOST_TEST(differs([](Work& other) { other.pages[0].label = "18"; }));
    BOOST_TEST(differs([](Work& other) { other.kind = WorkKind::section; }));
}

BOOST_AUTO_TEST_CASE(file_records_come_back) {
    const FileRecord record{"/а/б.txt", 1ULL << 40U, -5, 1700000000000000000, 42, ~0ULL, 7, 11, true, true};
    const std::string data = encode_file_record(record);
    BOOST_TEST((decode_file_record(data) == record));
    for (std::size_t size = 0; size < data.size(); ++size) {
        BOOST_CHECK_THROW(decode_file_record(std::string_view(data).substr(0, size)), CorruptRecord);
    }
}

BOOST_AUTO_TEST_SUITE_END()
