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
    {Message::no_year, "no year", "жылы белгісіз", "без года"},
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
    {Message::no_query, "no query given: izde search QUERY --db DB",
     "сұрау берілмеген: izde search СҰРАУ --db ИНДЕКС", "не задан запрос: izde search ЗАПРОС --db ИНДЕКС"},
    {Message::no_command, "no command given", "пәрмен берілмеген", "не задана команда"},
    {Message::unknown_command, "no command {}", "{} деген пәрмен жоқ", "нет команды {}"},
    {Message::unexpected_argument, "{} was not expected", "{} күтілмеген", "не ожидалось: {}"},
    {Message::argument_missing, "{} is missing", "{} берілмеген", "не задано: {}"},
    {Message::value_missing, "{} takes a value", "{} мән қажет етеді", "{} требует значения"},
    {Message::not_one_of, "{} is none of {}", "{} мыналардың бірі емес: {}", "{} — ни одно из: {}"},
    {Message::not_in_range, "{} is no whole number from {} to {}", "{} — {}-ден {}-ға дейінгі бүтін сан емес",
     "{} — не целое число от {} до {}"},
    {Message::not_understood, "cannot be understood: {}", "түсініксіз: {}", "непонятно: {}"},
    {Message::see_help, "See {}.", "{} қараңыз.", "См. {}."},
    {Message::no_match_in_work, "Nothing of «{}» stands in this work; its beginning is shown.",
     "Бұл еңбекте «{}» кездеспейді; басы көрсетілді.", "В этой работе нет «{}»; показано её начало."},
    {Message::prompt_welcome, "{} works. Type a query; :help lists the commands, :quit leaves.",
     "Еңбек саны: {}. Сұрауды жазыңыз; :көмек — пәрмендер тізімі, :шығу — аяқтау.",
     "Работ: {}. Введите запрос; :помощь — список команд, :выход — конец."},
    {Message::prompt_help,
     "A query is answered ten hits at a time.\n"
     "n             the next hits\n"
     "p             the hits before\n"
     "3             open hit 3 at its best passage\n"
     ":text 3       all of hit 3\n"
     ":cite 3 gost  a reference to hit 3: gost, bibtex, ris or csl-json\n"
     ":similar 3    works like hit 3\n"
     ":facets       the answers by language, kind, year, author, volume and cited act\n"
     ":sort newest  order: relevance, newest or oldest\n"
     ":group        of each volume only its best hit, or all again\n"
     ":help         this list\n"
     ":quit         leave (Ctrl-D does too)",
     "Сұрауға он-оннан жауап беріледі.\n"
     "n                келесі жауаптар\n"
     "p                алдыңғы жауаптар\n"
     "3                3-жауапты ең жақсы үзіндісінен ашу\n"
     ":мәтін 3         3-жауаптың толық мәтіні\n"
     ":сілтеме 3 gost  3-жауапқа сілтеме: gost, bibtex, ris немесе csl-json\n"
     ":ұқсас 3         3-жауапқа ұқсас еңбектер\n"
     ":санақ           тілі, түрі, жылы, авторы, жинағы және актісі бойынша саны\n"
     ":сұрыптау newest реті: relevance, newest немесе oldest\n"
     ":топтау          әр жинақтан ең жақсысы ғана, немесе қайтадан бәрі\n"
     ":көмек           осы тізім\n"
     ":шығу            аяқтау (Ctrl-D да)",
     "На запрос даётся по десять ответов.\n"
     "n               следующие ответы\n"
     "p               предыдущие ответы\n"
     "3               открыть ответ 3 на лучшем месте\n"
     ":текст 3        весь текст ответа 3\n"
     ":ссылка 3 gost  ссылка на ответ 3: gost, bibtex, ris или csl-json\n"
     ":похожие 3      работы, похожие на ответ 3\n"
     ":разрезы        ответы по языку, виду, году, автору, изданию и цитируемому акту\n"
     ":порядок newest порядок: relevance, newest или oldest\n"
     ":группы         из каждого издания только лучшее, или снова все\n"
     ":помощь         этот список\n"
     ":выход          конец (Ctrl-D тоже)"},
    {Message::prompt_unknown, "No command {}; :help lists them.", "{} деген пәрмен жоқ; тізімі: :көмек.",
     "Нет команды {}; список: :помощь."},
    {Message::prompt_no_hit, "First a query, then the number of one of its hits.",
     "Алдымен сұрау, содан кейін жауабының нөмірі.", "Сначала запрос, потом номер одного из ответов."},
    {Message::prompt_no_more, "No more hits.", "Басқа жауап жоқ.", "Больше ответов нет."},
    {Message::prompt_more, "-- Enter: more, q: back --", "-- Enter: әрі қарай, q: қайту --",
     "-- Enter: дальше, q: назад --"},
    {Message::alert_saved, "Saved: {}. Works known: {}.", "Сақталды: {}. Белгілі еңбек саны: {}.",
     "Сохранено: {}. Известно работ: {}."},
    {Message::alert_news, "{}: {} new, {} changed", "{}: жаңасы {}, өзгергені {}",
     "{}: новых {}, изменившихся {}"},
    {Message::alert_more, "… and {} more; --limit shows them", "… және тағы {}; --limit көрсетеді",
     "… и ещё {}; покажет --limit"},
    {Message::alert_exists, "an alert named «{}» is saved already", "«{}» деген сұрау сақталған",
     "поиск «{}» уже сохранён"},
    {Message::alert_unknown, "no alert is named «{}»", "«{}» деген сақталған сұрау жоқ",
     "нет сохранённого поиска «{}»"},
    {Message::alert_none, "No saved searches.", "Сақталған сұрау жоқ.", "Сохранённых поисков нет."},
    {Message::alert_nothing_new, "Nothing new.", "Жаңалық жоқ.", "Нового нет."},
    {Message::no_parallel, "nothing to learn from: name TSV files of pairs, or an index by --db",
     "үйренетін мәтін жоқ: жұптардың TSV файлдарын не --db арқылы индексті көрсетіңіз",
     "не на чем учиться: назовите файлы TSV с парами или индекс через --db"},
    {Message::learned_acts, "{} acts and articles stand in the index in both languages",
     "индексте екі тілде де тұрған актілер мен баптар: {}", "актов и статей на обоих языках в индексе: {}"},
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
