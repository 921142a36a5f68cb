#include "tests/indexer/hostile/bombs.hpp"
#include "tests/support/small_corpus.hpp"

namespace izde::tests {

std::vector<Bomb> text_bombs(std::size_t scale) {
    const std::size_t megabyte = scale << 20U;
    std::string numbered;
    for (std::size_t i = 1; i <= 5'000 * scale; ++i)
        numbered += "Статья " + std::to_string(i) + ". Право\nЗаң\n";
    std::string ladder;
    for (std::size_t i = 0; i < 20'000 * scale; ++i) ladder += std::string(1 + i % 60, ' ') + "a\n";
    const std::vector<std::pair<std::string, std::string>> texts = {
        {"one-letter", std::string(4 * megabyte, 'a')},
        {"kazakh-word", repeated("қ", 2 * megabyte)},
        {"russian-word", repeated("право", megabyte / 4)},
        {"digits", std::string(4 * megabyte, '1')},
        {"dots", std::string(2 * megabyte, '.')},
        {"hyphens", repeated("а-", megabyte)},
        {"line-end-hyphens", repeated("пра-\n", megabyte / 4)},
        {"soft-hyphens", repeated("а\u00AD", megabyte / 2)},
        {"brackets", std::string(2 * megabyte, '(')},
        {"quotes", repeated("«", megabyte)},
        {"marks", "a" + repeated("\u0301", megabyte)},
        {"joiners", repeated("\u200D\uFE0F", megabyte / 2)},
        {"look-alikes", repeated("аaоoеe", megabyte / 2)},
        {"roman", repeated("XVI", megabyte)},
        {"initials", repeated("А.", megabyte)},
        {"names", repeated("Иванов И.И., ", megabyte / 16)},
        {"capitals", repeated("ПРАВО ", megabyte / 8)},
        {"lines", std::string(2 * megabyte, '\n')},
        {"page-breaks", std::string(megabyte, '\f')},
        {"pages", repeated("право\f", megabyte / 8)},
        {"tabs", repeated("\t", 2 * megabyte)},
        {"ladder", ladder},
        {"short-lines", repeated("а\n", megabyte / 2)},
        {"headings", repeated("УДК 342\n\nПРАВО\n\nИванов И.И.\n\n", 5'000 * scale)},
        {"contents", repeated("Право ........ 5\n", 50'000 * scale)},
        {"provisions", numbered},
        {"points", repeated("1) право; ", 50'000 * scale)},
        {"references",
         "Список литературы\n" + repeated("1. Иванов И.И. Право. - М., 2001. - 5 с.\n", 10'000 * scale)},
        {"citations", repeated("ст. 1, 2, 3-5, п. 2 ", 50'000 * scale)},
        {"open-citations", repeated("статьями 1, 2 и ", 50'000 * scale)},
        {"points-of-points", "пп. " + repeated("1) п. ", 50'000 * scale)},
        {"acts", repeated("Закон РК от 12.04.2005 № 36 ", 20'000 * scale)},
        {"open-acts", repeated("Закон «О ", 20'000 * scale)},
        {"own-acts", repeated("осы Заңның 5-бабының ", 20'000 * scale)},
        {"dates", repeated("2005 жылғы 12 сәуірдегі ", 30'000 * scale)},
        {"numbers", repeated("№ 1-II ", 50'000 * scale)},
        {"ids", repeated("Z050000036_", 50'000 * scale)},
        {"decision", repeated("РЕШЕНИЕ\nИменем Республики Казахстан\nУСТАНОВИЛ:\n", 5'000 * scale)},
        {"suffixes", repeated("ларымыздағылар", 20'000 * scale)},
        {"nothing", std::string(4 * megabyte, '\0')},
        {"bytes", std::string(megabyte, '\xFF')},
        {"broken-utf-8", repeated("\xD0", megabyte)},
        {"long-forms", repeated("\xC0\x80\xE0\x80\x80\xF4\x90\x80\x80", megabyte / 8)},
        {"surrogates", "\xFF\xFE" + repeated(std::string("\x00\xD8", 2), megabyte / 2)},
        {"odd", "\xFF\xFE" + std::string(megabyte + 1, 'a')},
        {"utf-32", std::string("\xFF\xFE\0\0", 4) + repeated(std::string("a\0\0\0", 4), megabyte / 4)},
        {"mark-only", "\xEF\xBB\xBF"},
        {"empty", ""},
        {"controls", repeated("\x1B[2J\x07\x08", megabyte / 8)},
        {"directions", repeated("\u202E\u2066", megabyte / 8)},
        {"one-line", repeated("право ", megabyte / 2)},
    };
    std::vector<Bomb> bombs;
    for (const auto& [name, text] : texts) bombs.push_back({name + ".txt", text, ""});
    return bombs;
}

std::vector<Bomb> line_bombs(std::size_t scale) {
    const std::size_t megabyte = scale << 20U;
    const auto line = [](const std::string& more) { return R"({"_id": "1", )" + more + "}\n"; };
    const std::string good = json_line("good", "Тақырып", made_up_text(1, 50));
    const std::vector<Bomb> lines = {
        {"brackets", std::string(2 * megabyte, '[') + "\n", "nested deeper"},
        {"objects", repeated("{\"a\":", megabyte / 4) + "\n", "nested deeper"},
        {"values", R"({"_id": "1", "authors": [)" + repeated("1,", megabyte / 2) + "1]}\n", "more than"},
        {"long-line", std::string(65 * (std::size_t{1} << 20U), 'a') + "\n", "longer than 64 MB"},
        {"zeros", std::string(2 * megabyte, '\0') + "\n", "not JSON"},
        {"number", line(R"("text": 1e999999)"), ""},
        {"digits", line("\"year\": " + std::string(megabyte, '9')), ""},
        {"surrogate", line(R"("text": "\ud800 заң")"), "not JSON"},
        {"not-utf-8", line("\"text\": \"\xFF\xFE\""), "not JSON"},
        {"no-text", line(R"("title": "a")"), "has no \"text\""},
        {"text-list", line(R"("text": ["a"])"), "is not a string"},
        {"year", line(R"("text": "a", "year": "-1")"), "is not a year"},
        {"kind", line(R"("text": "право и закон", "kind": "\u0000\u001b[31m", "language": "xx")"), ""},
        {"twice", line(R"("text": "a", "text": "право и закон")") + line(R"("text": "право и закон")"), ""},
        {"long-id", R"({"_id": ")" + std::string(megabyte, 'i') + R"(", "text": "право и закон"})" + "\n",
         ""},
        {"long-title", line("\"text\": \"право\", \"title\": \"" + repeated("право ", megabyte / 8) + "\""),
         ""},
        {"long-author",
         line("\"text\": \"право\", \"authors\": [\"" + repeated("Иванов ", megabyte / 8) + "\"]"), ""},
        {"authors",
         line("\"text\": \"право\", \"authors\": [" + repeated("\"Иванов И.И.\", ", 20'000) + "\"a\"]"), ""},
        {"long-word", line("\"text\": \"" + repeated("қ", megabyte) + "\""), ""},
        {"empty-lines", std::string(2 * megabyte, '\n'), ""},
        {"scalars", repeated("1\n", 200), "not a JSON object"},
    };
    std::vector<Bomb> bombs;
    for (const Bomb& one : lines) bombs.push_back({one.name + ".jsonl", one.bytes + good, one.cause});
    return bombs;
}

}  // namespace izde::tests
