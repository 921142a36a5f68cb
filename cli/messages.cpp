#include "cli/messages.hpp"

#include <array>
#include <cstdlib>

namespace izde::cli {
namespace {

struct Row {
    Message message;
    std::string_view english, kazakh, russian;
};

constexpr auto kRows = std::to_array<Row>({
    {Message::nothing_found, "Nothing found.", "Ештеңе табылмады.", "Ничего не найдено."},
    {Message::found, "{} found", "Табылғаны: {}", "Найдено: {}"},
    {Message::found_at_least, "about {} found", "Табылғаны шамамен: {}", "Найдено около {}"},
    {Message::shown_instead, "Little was found for «{}». Shown: «{}».",
     "«{}» бойынша аз табылды. Көрсетілгені: «{}».", "По запросу «{}» нашлось мало. Показано: «{}»."},
    {Message::did_you_mean, "Did you mean: {}", "Мүмкін, іздегеніңіз: {}", "Возможно, вы искали: {}"},
    {Message::page, "p. {}", "{}-бет", "с. {}"},
    {Message::untitled, "(untitled)", "(атаусыз)", "(без названия)"},
    {Message::more_in_file, "{} more in this volume", "бұл жинақта тағы {}", "ещё {} в этом издании"},
    {Message::facet_language, "language", "тіл", "язык"},
    {Message::facet_kind, "kind", "түрі", "вид"},
    {Message::facet_year, "year", "жыл", "год"},
    {Message::facet_author, "author", "автор", "автор"},
    {Message::facet_volume, "volume", "жинақ", "издание"},
    {Message::facet_cites, "cited act", "сілтеме жасалған акт", "цитируемый акт"},
    {Message::facet_file, "file", "файл", "файл"},
    {Message::broader, "broader", "кеңірек", "шире"},
    {Message::narrower, "narrower", "тарырақ", "уже"},
    {Message::related, "related", "жақын", "рядом"},
    {Message::indexed, "{} works in the index; {} s, {} MB/s", "Индексте {} еңбек бар; {} с, {} МБ/с",
     "В индексе работ: {}; {} с, {} МБ/с"},
    {Message::files_summary, "files: {} added, {} changed, {} removed, {} unchanged",
     "файлдар: {} қосылды, {} өзгерді, {} жойылды, {} өзгермеді",
     "файлы: {} добавлено, {} изменено, {} удалено, {} без изменений"},
    {Message::works_summary, "works: {} added, {} changed, {} removed, {} unchanged",
     "еңбектер: {} қосылды, {} өзгерді, {} жойылды, {} өзгермеді",
     "работы: {} добавлено, {} изменено, {} удалено, {} без изменений"},
    {Message::by_language, "by language: {}", "тілдер бойынша: {}", "по языкам: {}"},
    {Message::skipped, "skipped {}: {}", "өткізілді {}: {}", "пропущен {}: {}"},
    {Message::failed, "failed {}: {}", "оқылмады {}: {}", "не прочитан {}: {}"},
    {Message::warning, "warning: {}", "ескерту: {}", "предупреждение: {}"},
    {Message::skipped_by_cause, "skipped {}: {}", "өткізілді {}: {}", "пропущено {}: {}"},
    {Message::stats_works, "{} works of {} files", "{} еңбек, {} файл", "работ: {}, файлов: {}"},
    {Message::stats_by_kind, "by kind: {}", "түрлері бойынша: {}", "по видам: {}"},
    {Message::stats_by_year, "by year: {}", "жылдар бойынша: {}", "по годам: {}"},
    {Message::stats_by_suffix, "files by suffix: {}", "файлдар кеңейтімі бойынша: {}",
     "файлы по расширениям: {}"},
    {Message::stats_words, "{} words, {} different stems", "{} сөз, {} түрлі түбір",
     "слов: {}, разных основ: {}"},
    {Message::stats_bytes, "{} MB of text, {} MB of index", "мәтін {} МБ, индекс {} МБ",
     "текста {} МБ, индекса {} МБ"},
    {Message::check_damage, "damaged: {}", "бүлінген: {}", "повреждено: {}"},
    {Message::check_lost, "gone from the disk: {}", "дискіде жоқ: {}", "нет на диске: {}"},
    {Message::check_changed, "not up to date: {}", "ескірген: {}", "устарело: {}"},
    {Message::check_sound, "The index is sound: {} works of {} files.", "Индекс бүтін: {} еңбек, {} файл.",
     "Индекс цел: работ {}, файлов {}."},
    {Message::check_damaged,
     "The index is damaged ({} works of {} files were read); rebuild it with izde index --rebuild.",
     "Индекс бүлінген ({} еңбек, {} файл оқылды); оны izde index --rebuild арқылы қайта құрыңыз.",
     "Индекс повреждён (прочитано работ: {}, файлов: {}); постройте его заново: izde index --rebuild."},
    {Message::compacted, "{} MB before, {} MB now", "бұрын {} МБ, енді {} МБ", "было {} МБ, стало {} МБ"},
    {Message::progress, "{}/{} files, {}%, {} MB/s, {} s left", "{}/{} файл, {}%, {} МБ/с, {} с қалды",
     "{}/{} файлов, {}%, {} МБ/с, осталось {} с"},
    {Message::error, "izde: {}", "izde: {}", "izde: {}"},
    {Message::query_error, "izde: query: {} (character {})", "izde: сұрау: {} ({}-таңба)",
     "izde: запрос: {} (знак {})"},
    {Message::no_database, "no index given: --db DB or the variable IZDE_DB",
     "индекс көрсетілмеген: --db DB немесе IZDE_DB айнымалысы",
     "не указан индекс: --db DB или переменная IZDE_DB"},
    {Message::learned, "{} translations learned from {} pairs ({} Kazakh words, {} Russian words)",
     "{} аударма {} жұптан үйренілді ({} қазақ сөзі, {} орыс сөзі)",
     "выучено переводов: {}; пар: {} (казахских слов {}, русских {})"},
    {Message::evaluated, "{} queries, {} a second; p50 {} ms, p95 {} ms, p99 {} ms",
     "{} сұрау, секундына {}; p50 {} мс, p95 {} мс, p99 {} мс",
     "{} запросов, {} в секунду; p50 {} мс, p95 {} мс, p99 {} мс"},
});

}  // namespace

Locale locale_of_environment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        // NOLINTNEXTLINE(concurrency-mt-unsafe): read once, before any thread is started
        const char* const value = std::getenv(name);
        if (value == nullptr || *value == '\0') continue;
        const std::string_view language(value);
        if (language.starts_with("kk")) return Locale::kazakh;
        if (language.starts_with("ru")) return Locale::russian;
        return Locale::english;
    }
    return Locale::english;
}

std::string text(Locale locale, Message message, const std::vector<std::string>& arguments) {
    std::string_view pattern;
    for (const Row& row : kRows) {
        if (row.message != message) continue;
        pattern = locale == Locale::kazakh    ? row.kazakh
                  : locale == Locale::russian ? row.russian
                                              : row.english;
    }
    std::string result;
    std::size_t argument = 0;
    while (!pattern.empty()) {
        const std::size_t place = pattern.find("{}");
        result += pattern.substr(0, place);
        if (place == std::string_view::npos) break;
        if (argument < arguments.size()) result += arguments[argument++];
        pattern.remove_prefix(place + 2);
    }
    return result;
}

}  // namespace izde::cli
