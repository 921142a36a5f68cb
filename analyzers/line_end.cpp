#include "analyzers/line_end.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace izde::analyzers {
namespace {

using namespace std::string_view_literals;

/// First halves that scholarship joins to the next word by a hyphen.
constexpr std::array kFirstHalves = {
    // Kazakh: «қоғамдық-саяси», «әлеуметтік-экономикалық»
    "қоғамдық"sv,
    "әлеуметтік"sv,
    "саяси"sv,
    "ғылыми"sv,
    "мәдени"sv,
    "тарихи"sv,
    "рухани"sv,
    "құқықтық"sv,
    "экономикалық"sv,
    "нормативтік"sv,
    "оқу"sv,
    "әкімшілік"sv,
    // Russian: «нормативно-правовой», «уголовно-процессуальный»
    "социально"sv,
    "общественно"sv,
    "научно"sv,
    "учебно"sv,
    "государственно"sv,
    "нормативно"sv,
    "организационно"sv,
    "информационно"sv,
    "уголовно"sv,
    "гражданско"sv,
    "административно"sv,
    "конституционно"sv,
    "финансово"sv,
    "материально"sv,
    "морально"sv,
    "духовно"sv,
    "культурно"sv,
    "национально"sv,
    "политико"sv,
    "историко"sv,
    "теоретико"sv,
    "экономико"sv,
    "военно"sv,
    "торгово"sv,
    "жилищно"sv,
    "производственно"sv,
    "северо"sv,
    "юго"sv,
    "кое"sv,
};

constexpr std::size_t kThreeLetters = 6;  // bytes of Cyrillic
constexpr std::size_t kFiveLetters = 10;  // «государственно-⏎го» is a broken word

}  // namespace

bool is_hyphen_compound(std::string_view left, std::string_view right) {
    // Reduplications begin alike: «өзін-өзі», «қайта-қайта», «бірін-бірі».
    if (left.size() >= kThreeLetters && right.substr(0, kThreeLetters) == left.substr(0, kThreeLetters))
        return true;
    return right.size() >= kFiveLetters &&
           std::find(kFirstHalves.begin(), kFirstHalves.end(), left) != kFirstHalves.end();
}

}  // namespace izde::analyzers
