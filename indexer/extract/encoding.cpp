#include "indexer/extract/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>

#include "analyzers/utf8.hpp"
#include "indexer/extract/charset.hpp"
#include "indexer/extract/extractor.hpp"
#include "indexer/extract/letter_pairs.hpp"

namespace izde::indexer {
namespace {

/// What is looked at to tell an encoding: the scores settle within a few kilobytes.
constexpr std::size_t kSampleBytes = std::size_t{64} * 1024;

/// A declared single-byte encoding is given up only where another is this many bits a letter likelier. On the
/// right reading Kazakh and Russian cost 4 to 5 bits, on a wrong one 9 and more; the closest pair (KZ-1048
/// read as windows-1251) differs by 0.6 on running Kazakh.
constexpr double kClearlyLikelier = 0.3;

/// Bits against the Kazakh encodings: more than two lone signs (25 bits each) must speak for them. A Russian
/// page of 60 KB with one Ukrainian name reads as KZ-1048 without it.
constexpr double kKazakhPrior = 60;

/// Yet a heading has few Kazakh letters: the prior grows by this many bits a letter. Drawn from
/// examples/corpus by seed, 1000 pieces of 15 characters in KZ-1048: .981 right, .980 at 0.2, .977 at 0.5,
/// .488 with the whole prior; of 500 characters: .998, .983, .983, .983. Windows-1251 reads the same with
/// each.
constexpr double kKazakhPriorPerLetter = 0.05;

/// UTF-8 with fewer broken sequences than this share is damaged UTF-8, not another encoding.
constexpr double kDamagedShare = 0.02;

constexpr std::string_view kReplacement = "\uFFFD";

std::string lower_ascii_letters_and_digits(std::string_view name) {
    std::string key;
    for (const char character : name) {
        if (character >= 'A' && character <= 'Z') key.push_back(static_cast<char>(character - 'A' + 'a'));
        if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9'))
            key.push_back(character);
    }
    return key;
}

std::optional<Charset> charset_from_name(std::string_view name) {
    struct Alias {
        std::string_view key;
        Charset charset;
    };
    static constexpr std::array kAliases = {
        Alias{"windows1251", Charset::windows_1251},
        Alias{"cp1251", Charset::windows_1251},
        Alias{"1251", Charset::windows_1251},
        Alias{"kz1048", Charset::kz_1048},
        Alias{"rk1048", Charset::kz_1048},
        Alias{"strk1048", Charset::kz_1048},
        Alias{"ptcp154", Charset::ptcp154},
        Alias{"pt154", Charset::ptcp154},
        Alias{"cyrillicasian", Charset::ptcp154},
        Alias{"koi8r", Charset::koi8_r},
        Alias{"koi8", Charset::koi8_r},
        Alias{"koi8u", Charset::koi8_r},
        Alias{"ibm866", Charset::ibm866},
        Alias{"cp866", Charset::ibm866},
        Alias{"dos866", Charset::ibm866},
        Alias{"iso88595", Charset::iso_8859_5},
        Alias{"cyrillic", Charset::iso_8859_5},
        Alias{"xmaccyrillic", Charset::mac_cyrillic},
        Alias{"maccyrillic", Charset::mac_cyrillic},
        Alias{"mac", Charset::mac_cyrillic},
    };
    const std::string key = lower_ascii_letters_and_digits(name);
    const auto* const found = std::ranges::find(kAliases, key, &Alias::key);
    if (found == kAliases.end()) return std::nullopt;
    return found->charset;
}

/// Copies well-formed UTF-8, puts U+FFFD for each broken sequence and counts both.
struct Utf8Check {
    std::string text;
    std::size_t multibyte = 0;
    std::size_t broken = 0;
};

Utf8Check check_utf8(std::string_view bytes) {
    Utf8Check check;
    check.text.reserve(bytes.size());
    for (std::size_t place = 0; place < bytes.size();) {
        const analyzers::Character character = analyzers::decode(bytes, place);
        if (character.code == analyzers::kMalformed) {
            ++check.broken;
            check.text += kReplacement;
        } else {
            if (character.length > 1) ++check.multibyte;
            check.text.append(bytes, place, character.length);
        }
        place += character.length;
    }
    return check;
}

std::string decode_utf16(std::string_view bytes, bool is_big_endian) {
    std::string text;
    text.reserve(bytes.size());
    const auto unit_at = [&](std::size_t place) {
        const auto first = static_cast<unsigned char>(bytes[place]);
        const auto second = static_cast<unsigned char>(bytes[place + 1]);
        return static_cast<char32_t>(is_big_endian ? first << 8U | second : second << 8U | first);
    };
    for (std::size_t place = 0; place + 1 < bytes.size(); place += 2) {
        char32_t unit = unit_at(place);
        if (unit >= 0xD800 && unit < 0xDC00 && place + 3 < bytes.size()) {
            const char32_t low = unit_at(place + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
                place += 2;
            }
        }
        analyzers::append_utf8(text, unit >= 0xD800 && unit < 0xE000 ? 0xFFFD : unit);
    }
    return text;
}

/// UTF-16 without a mark shows by its high bytes: nearly all are 00 (ASCII) or 04 (Cyrillic), on one side
/// only.
std::optional<bool> is_big_endian_utf16(std::string_view sample) {
    if (sample.size() < 4) return std::nullopt;
    std::array<std::size_t, 2> high_like{};
    for (std::size_t place = 0; place < sample.size(); ++place) {
        if (sample[place] == 0x00 || sample[place] == 0x04) ++high_like[place % 2];
    }
    const std::size_t half = sample.size() / 2;
    const auto is_high_side = [&](std::size_t side) {
        return high_like[side] * 10 >= half * 9 && high_like[1 - side] * 10 < half * 3;
    };
    if (is_high_side(0)) return true;
    if (is_high_side(1)) return false;
    return std::nullopt;
}

/// Files with control characters are pictures, archives, databases: nothing in them is text.
void refuse_binary(std::string_view sample) {
    const auto controls = std::ranges::count_if(sample, [](char character) {
        const auto byte = static_cast<unsigned char>(character);
        return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x0B &&
               byte != 0x1A && byte != 0x1B;
    });
    if (static_cast<std::size_t>(controls) * 200 > sample.size()) {
        const auto place =
            static_cast<std::size_t>(sample.find('\0') == std::string_view::npos ? 0 : sample.find('\0'));
        throw ExtractError("holds binary data, not text (byte " + std::to_string(place) + ")");
    }
}

void normalise_line_ends(std::string& text) {
    std::size_t out = 0;
    for (std::size_t place = 0; place < text.size(); ++place) {
        if (text[place] == '\r') {
            if (place + 1 < text.size() && text[place + 1] == '\n') continue;
            text[out++] = '\n';
        } else {
            text[out++] = text[place];
        }
    }
    text.resize(out);
}

Charset likeliest(std::string_view sample, std::optional<Charset> declared) {
    const auto letters = static_cast<double>(
        std::ranges::count_if(sample, [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; }));
    Charset best = Charset::windows_1251;
    double best_cost = std::numeric_limits<double>::max();
    for (std::size_t number = 0; number < kCharsets; ++number) {
        const auto charset = static_cast<Charset>(number);
        double cost = reading_cost(sample, charset);
        if (charset == Charset::kz_1048 || charset == Charset::ptcp154)
            cost += std::min(kKazakhPrior, kKazakhPriorPerLetter * letters);
        if (charset == declared) cost -= kClearlyLikelier * letters;
        if (cost < best_cost) {
            best = charset;
            best_cost = cost;
        }
    }
    return best;
}

}  // namespace

DecodedText decode_text(std::string_view bytes, std::string_view declared) {
    DecodedText decoded;
    const std::string_view sample = bytes.substr(0, kSampleBytes);
    const auto finish = [&](std::string text, std::string_view encoding) {
        normalise_line_ends(text);
        decoded.text = std::move(text);
        decoded.encoding = encoding;
        return std::move(decoded);
    };

    if (bytes.starts_with("\xFF\xFE")) return finish(decode_utf16(bytes.substr(2), false), "UTF-16LE");
    if (bytes.starts_with("\xFE\xFF")) return finish(decode_utf16(bytes.substr(2), true), "UTF-16BE");
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        Utf8Check check = check_utf8(bytes.substr(3));
        if (check.broken != 0) decoded.warning = std::to_string(check.broken) + " broken UTF-8 sequences";
        return finish(std::move(check.text), "UTF-8");
    }
    if (const auto is_big_endian = is_big_endian_utf16(sample)) {
        return finish(decode_utf16(bytes, *is_big_endian), *is_big_endian ? "UTF-16BE" : "UTF-16LE");
    }
    refuse_binary(sample);

    const std::optional<Charset> declared_charset = charset_from_name(declared);
    Utf8Check check = check_utf8(bytes);
    if (check.broken == 0 ||
        static_cast<double>(check.broken) < kDamagedShare * static_cast<double>(check.multibyte)) {
        if (check.broken != 0) {
            decoded.warning = std::to_string(check.broken) + " broken UTF-8 sequences";
        } else if (declared_charset && check.multibyte != 0) {
            decoded.warning = "declares " + std::string(declared) + " but is UTF-8";
        }
        return finish(std::move(check.text), check.multibyte == 0 ? "US-ASCII" : "UTF-8");
    }

    // Style sheets and scripts before the text can fill the first sample with ASCII, which tells nothing.
    const auto* const first_letter =
        std::ranges::find_if(bytes, [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
    const std::string_view telling =
        bytes.substr(static_cast<std::size_t>(first_letter - bytes.begin()), kSampleBytes);
    const Charset charset = likeliest(telling, declared_charset);
    const bool declares_utf8 = lower_ascii_letters_and_digits(declared) == "utf8";
    if (declares_utf8 || (declared_charset && *declared_charset != charset)) {
        decoded.warning =
            "declares " + std::string(declared) + " but reads as " + std::string(name_of(charset));
    }
    return finish(decode(bytes, charset), name_of(charset));
}

}  // namespace izde::indexer
