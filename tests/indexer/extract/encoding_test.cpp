#include "indexer/extract/encoding.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "analyzers/utf8.hpp"
#include "indexer/extract/charset.hpp"
#include "indexer/extract/extractor.hpp"
#include "tests/support/shared_data.hpp"

using namespace izde::indexer;
namespace fs = std::filesystem;

namespace {

const std::string kRussian =
    "Местное самоуправление гарантируется Конституцией и законом. Граждане избирают своих представителей "
    "тайным "
    "голосованием, а решения сельского схода обязательны для исполнения.";
const std::string kKazakh =
    "Жергілікті өзін-өзі басқаруды халық тікелей, сондай-ақ мәслихаттар мен ұйымдар арқылы жүзеге асырады. "
    "Ғылыми еңбекте құқықтық мониторингтің негізгі үлгілері көрсетіледі.";

/// UTF-8 to a single-byte encoding, by the same tables that decode it.
std::string encode(std::string_view text, Charset charset) {
    const auto& upper = upper_half(charset);
    std::string bytes;
    for (std::size_t place = 0; place < text.size();) {
        const auto character = izde::analyzers::decode(text, place);
        place += character.length;
        if (character.code < 0x80) {
            bytes.push_back(static_cast<char>(character.code));
            continue;
        }
        const auto* const found = std::find(upper.begin(), upper.end(), character.code);
        BOOST_REQUIRE(found != upper.end());
        bytes.push_back(static_cast<char>(0x80 + (found - upper.begin())));
    }
    return bytes;
}

std::string utf16(std::string_view text, bool is_big_endian) {
    std::string bytes;
    for (std::size_t place = 0; place < text.size();) {
        const auto character = izde::analyzers::decode(text, place);
        place += character.length;
        const char high = static_cast<char>(character.code >> 8U);
        const char low = static_cast<char>(character.code & 0xFFU);
        bytes += is_big_endian ? std::string{high, low} : std::string{low, high};
    }
    return bytes;
}

std::string read(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(encoding)

BOOST_AUTO_TEST_CASE(every_russian_encoding_is_told_from_the_others) {
    for (const Charset charset : {Charset::windows_1251, Charset::koi8_r, Charset::ibm866,
                                  Charset::iso_8859_5, Charset::mac_cyrillic}) {
        const DecodedText decoded = decode_text(encode(kRussian, charset));
        BOOST_TEST(decoded.text == kRussian);
        BOOST_TEST(decoded.encoding == name_of(charset));
        BOOST_TEST(decoded.warning == "");
    }
}

BOOST_AUTO_TEST_CASE(kazakh_encodings_are_told_from_windows_1251) {
    for (const Charset charset : {Charset::kz_1048, Charset::ptcp154}) {
        const DecodedText decoded = decode_text(encode(kKazakh, charset));
        BOOST_TEST(decoded.text == kKazakh);
        BOOST_TEST(decoded.encoding == name_of(charset));
    }
}

BOOST_AUTO_TEST_CASE(a_heading_of_a_few_words_is_enough) {
    for (const Charset charset :
         {Charset::koi8_r, Charset::ibm866, Charset::iso_8859_5, Charset::windows_1251}) {
        BOOST_TEST(decode_text(encode("Земельный кодекс", charset)).text == "Земельный кодекс");
    }
    BOOST_TEST(decode_text(encode("Жер қатынастары және құқық", Charset::kz_1048)).text ==
               "Жер қатынастары және құқық");
}

BOOST_AUTO_TEST_CASE(utf16_with_and_without_mark) {
    for (const bool is_big_endian : {false, true}) {
        const std::string mark = is_big_endian ? "\xFE\xFF" : "\xFF\xFE";
        BOOST_TEST(decode_text(mark + utf16(kKazakh, is_big_endian)).text == kKazakh);
        const DecodedText bare = decode_text(utf16(kKazakh, is_big_endian));
        BOOST_TEST(bare.text == kKazakh);
        BOOST_TEST(bare.encoding == (is_big_endian ? "UTF-16BE" : "UTF-16LE"));
    }
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_no_text) {
    BOOST_TEST(decode_text("\xEF\xBB\xBF" + kKazakh).text == kKazakh);
}

BOOST_AUTO_TEST_CASE(a_wrong_declaration_is_noticed) {
    const DecodedText decoded = decode_text(encode(kRussian, Charset::koi8_r), "windows-1251");
    BOOST_TEST(decoded.text == kRussian);
    BOOST_TEST(decoded.warning == "declares windows-1251 but reads as KOI8-R");
    BOOST_TEST(decode_text(kRussian, "windows-1251").warning == "declares windows-1251 but is UTF-8");
    BOOST_TEST(decode_text(encode(kKazakh, Charset::kz_1048), "utf-8").text == kKazakh);
}

BOOST_AUTO_TEST_CASE(damaged_utf8_stays_utf8) {
    std::string damaged = kRussian + kKazakh;
    damaged[10] = '\xC0';
    const DecodedText decoded = decode_text(damaged);
    BOOST_TEST(decoded.encoding == "UTF-8");
    BOOST_TEST(decoded.warning.find("broken UTF-8") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(line_ends_become_one) {
    BOOST_TEST(decode_text("a\r\nb\rc\n").text == "a\nb\nc\n");
}

BOOST_AUTO_TEST_CASE(binary_data_is_refused) {
    BOOST_CHECK_THROW(decode_text(std::string("\x7F"
                                              "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0",
                                              20)),
                      ExtractError);
}

BOOST_AUTO_TEST_CASE(real_pages_of_every_encoding) {
    const fs::path root = "../shared/corpus/legacy";
    if (!izde::tests::has_shared_data(root)) return;
    const std::map<std::string, std::string> names = {{"IBM866", "IBM866"},
                                                      {"KOI8-R", "KOI8-R"},
                                                      {"MacCyrillic", "x-mac-cyrillic"},
                                                      {"iso-8859-5-russian", "ISO-8859-5"},
                                                      {"kz1048", "KZ-1048"},
                                                      {"ptcp154", "PTCP154"},
                                                      {"windows-1251-russian", "windows-1251"}};
    std::size_t files = 0;
    for (const auto& [folder, name] : names) {
        for (const fs::directory_entry& entry : fs::directory_iterator(root / folder)) {
            const DecodedText decoded = decode_text(read(entry.path()));
            BOOST_TEST(decoded.encoding == name, entry.path().string() + " read as " + decoded.encoding);
            ++files;
        }
    }
    BOOST_TEST(files >= 30U);
}

BOOST_AUTO_TEST_CASE(one_kazakh_letter_tells_a_heading) {
    for (const Charset charset : {Charset::kz_1048, Charset::ptcp154}) {
        BOOST_TEST(decode_text(encode("Жалпы ережелер және", charset)).text == "Жалпы ережелер және");
    }
}

BOOST_AUTO_TEST_CASE(a_long_ascii_opening_hides_no_encoding) {
    const std::string opening(70'000, 'x');
    for (const Charset charset : {Charset::koi8_r, Charset::ibm866, Charset::iso_8859_5}) {
        BOOST_TEST((decode_text(opening + encode(kRussian, charset)).text == opening + kRussian));
    }
}

BOOST_AUTO_TEST_SUITE_END()
