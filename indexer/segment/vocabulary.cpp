#include "indexer/segment/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace izde::indexer {
namespace {

// Every word below is normalised as the analyzers do it: lower case, ё → е.

constexpr std::array<std::string_view, 13> kClassification = {
    "удк", "әож", "эож", "ббк", "кбж", "мрнти", "ғтамр", "гтамр", "хғтар", "грнти", "udc", "irsti", "jel"};

constexpr std::array<std::string_view, 12> kAbstract = {
    "аңдатпа",    "андатпа", "түйіндеме", "аннотация", "резюме",          "abstract",
    "annotation", "summary", "түйін",     "реферат",   "қысқаша мазмұны", "мақала туралы түйін"};

constexpr std::array<std::string_view, 13> kKeywords = {
    "түйін сөздер",   "түйінді сөздер", "кілт сөздер",    "кілтті сөздер",    "тірек сөздер",
    "негізгі сөздер", "түйін сөз",      "ключевые слова", "ключевые термины", "key words",
    "keywords",       "опорные слова",  "кілттік сөздер"};

constexpr std::array<std::string_view, 24> kReferences = {"список литературы",
                                                          "список использованной литературы",
                                                          "список использованных источников",
                                                          "список использованных источников и литературы",
                                                          "список цитируемой литературы",
                                                          "список источников",
                                                          "список библиографических ссылок",
                                                          "использованная литература",
                                                          "использованные источники",
                                                          "литература",
                                                          "источники",
                                                          "библиографический список",
                                                          "библиография",
                                                          "библиографические ссылки",
                                                          "әдебиеттер",
                                                          "әдебиет",
                                                          "пайдаланылған әдебиеттер",
                                                          "пайдаланылған әдебиет",
                                                          "қолданылған әдебиеттер",
                                                          "пайдаланылған дереккөздер",
                                                          "дереккөздер",
                                                          "сілтемелер",
                                                          "references",
                                                          "bibliography"};

constexpr std::array<std::string_view, 9> kContents = {"мазмұны",    "мазмұн",
                                                       "содержание", "оглавление",
                                                       "contents",   "table of contents",
                                                       "мазмуны",    "авторлар мен мақалалар",
                                                       "в номере"};

constexpr std::array<std::string_view, 32> kNotes = {"поступила в редакцию",
                                                     "статья поступила",
                                                     "дата поступления",
                                                     "принята к публикации",
                                                     "принято к публикации",
                                                     "редакцияға",
                                                     "мақала редакцияға",
                                                     "мақала түсті",
                                                     "түскен күні",
                                                     "received",
                                                     "accepted",
                                                     "сведения об авторах",
                                                     "сведения об авторе",
                                                     "авторлар туралы",
                                                     "автор туралы",
                                                     "information about",
                                                     "поступила",
                                                     "мақаланың түскен",
                                                     "науч рук",
                                                     "published",
                                                     "қабылданды",
                                                     "принята",
                                                     "принято",
                                                     "одобрена",
                                                     "рецензент",
                                                     "пікір беруші",
                                                     "информация об авторах",
                                                     "научный руководитель",
                                                     "ғылыми жетекші",
                                                     "ғылыми жетекшісі",
                                                     "руководитель",
                                                     "scientific supervisor"};

constexpr std::array<std::string_view, 7> kCitations = {"для цитирования",    "цитирование",  "дәйексөз",
                                                        "сілтеме жасау үшін", "for citation", "citation",
                                                        "how to cite"};

/// Beginnings of words: endings differ.
constexpr std::array<std::string_view, 77> kAffiliations = {"университет",
                                                            "институт",
                                                            "академи",
                                                            "доцент",
                                                            "профессор",
                                                            "магистр",
                                                            "магистрант",
                                                            "докторант",
                                                            "university",
                                                            "institute",
                                                            "academy",
                                                            "professor",
                                                            "lecturer",
                                                            "phd",
                                                            "кафедра",
                                                            "факультет",
                                                            "колледж",
                                                            "оқытушы",
                                                            "преподавател",
                                                            "студент",
                                                            "аспирант",
                                                            "адвокат",
                                                            "судья",
                                                            "прокурор",
                                                            "директор",
                                                            "нотариус",
                                                            "юрист",
                                                            "заңгер",
                                                            "научный сотрудник",
                                                            "ғылыми қызметкер",
                                                            "кандидат",
                                                            "ғылымдарының",
                                                            "ғылымының",
                                                            "наук",
                                                            "доктор",
                                                            "department",
                                                            "faculty",
                                                            "student",
                                                            "candidate of",
                                                            "з ғ к",
                                                            "з ғ д",
                                                            "з ғ м",
                                                            "к ю н",
                                                            "д ю н",
                                                            "қауымдастырылған",
                                                            "associate",
                                                            "соискател",
                                                            "научный",
                                                            "сотрудник",
                                                            "заведующ",
                                                            "начальник",
                                                            "консультант",
                                                            "специалист",
                                                            "маман",
                                                            "медиатор",
                                                            "эксперт",
                                                            "сарапшы",
                                                            "депутат",
                                                            "ассистент",
                                                            "ғылыми",
                                                            "researcher",
                                                            "adviser",
                                                            "advisor",
                                                            "исполнител",
                                                            "ll m",
                                                            "ректор",
                                                            "декан",
                                                            "нии",
                                                            "школа",
                                                            "центр",
                                                            "орталығы",
                                                            "прокуратура",
                                                            "министерство",
                                                            "министрлігі",
                                                            "департамент",
                                                            "верховный",
                                                            "жоғарғы"};

/// Endings in which a word of the table is no post and no place but what a title speaks of: «роль прокурора»,
/// «правовой статус студента университета», «прокурордың рөлі».
constexpr std::array<std::string_view, 33> kOblique = {
    "а",   "у",   "ом",  "е",   "ов", "ам", "ами", "ах",  "ей",  "ям",  "ями",
    "ях",  "ой",  "ых",  "ого", "ым", "ый", "ная", "ное", "ның", "нің", "дың",
    "дің", "тың", "тің", "ға",  "ге", "қа", "ке",  "лық", "лік", "тық", "тік"};

constexpr std::array<std::string_view, 14> kActs = {
    "закон",  "кодекс", "указ", "постановлени", "приказ", "распоряжени", "конституци",
    "декрет", "заң",    "жарл", "қаулы",        "бұйры",  "өкім",        "регламент"};

constexpr std::array<std::string_view, 28> kImprint = {"бас редактор",
                                                       "главный редактор",
                                                       "редакционная коллегия",
                                                       "редакция алқасы",
                                                       "редколлегия",
                                                       "редакциялық",
                                                       "редакционный совет",
                                                       "ответственный редактор",
                                                       "жауапты редактор",
                                                       "научный журнал",
                                                       "ғылыми журнал",
                                                       "issn",
                                                       "isbn",
                                                       "editor",
                                                       "editorial",
                                                       "сборник",
                                                       "жинағы",
                                                       "подписано в печать",
                                                       "басуға",
                                                       "тираж",
                                                       "таралымы",
                                                       "типография",
                                                       "на правах рукописи",
                                                       "қолжазба құқығында",
                                                       "диссертация на соискание",
                                                       "дайындалған диссертация",
                                                       "автореферат диссертации",
                                                       "диссертацияның авторефераты"};

constexpr std::array<std::string_view, 26> kInnerHeadings = {"введение",
                                                             "кіріспе",
                                                             "introduction",
                                                             "заключение",
                                                             "қорытынды",
                                                             "conclusion",
                                                             "conclusions",
                                                             "выводы",
                                                             "материалы и методы",
                                                             "зерттеу әдістері",
                                                             "methods",
                                                             "результаты и обсуждение",
                                                             "нәтижелер және талқылау",
                                                             "результаты",
                                                             "нәтижелер",
                                                             "обсуждение",
                                                             "талқылау",
                                                             "results",
                                                             "основная часть",
                                                             "негізгі бөлім",
                                                             "предисловие",
                                                             "алғысөз",
                                                             "алғы сөз",
                                                             "послесловие",
                                                             "от автора",
                                                             "автордан"};

constexpr std::array<std::string_view, 47> kNoNames = {
    "республика",  "республики", "республикасы", "университет", "университета", "университеті", "институт",
    "института",   "институты",  "академия",     "академиясы",  "казахстан",    "қазақстан",    "россия",
    "ресей",       "kazakhstan", "russia",       "republic",    "university",   "institute",    "академии",
    "область",     "облысы",     "қаласы",       "город",       "district",     "university's", "law",
    "конституция", "кодекс",     "orcid",        "сша",         "ссср",         "еаэс",         "снг",
    "обсе",        "оон",        "рф",           "рк",          "қр",           "ақш",          "бұұ",
    "тмд",         "еуразиялық", "мвд",          "іім",         "верховный"};

/// Kinds of articles, a line of their own above the head.
constexpr auto kArticleKinds = std::to_array<std::string_view>(
    {"научная статья", "оригинальная статья", "обзорная статья", "краткое сообщение", "рецензия", "статья",
     "ғылыми мақала", "түпнұсқа мақала", "шолу мақаласы", "шолу мақала", "мақала", "original article",
     "research article", "review article", "original paper", "article", "review"});

/// States, and cities with universities, as addresses name them.
constexpr auto kPlaces = std::to_array<std::string_view>({"казахстан",
                                                          "қазақстан",
                                                          "kazakhstan",
                                                          "республика казахстан",
                                                          "қазақстан республикасы",
                                                          "republic of kazakhstan",
                                                          "россия",
                                                          "ресей",
                                                          "russia",
                                                          "российская федерация",
                                                          "ресей федерациясы",
                                                          "узбекистан",
                                                          "өзбекстан",
                                                          "кыргызстан",
                                                          "қырғызстан",
                                                          "беларусь",
                                                          "рк",
                                                          "қр",
                                                          "рф",
                                                          "астана",
                                                          "astana",
                                                          "нур султан",
                                                          "нұр сұлтан",
                                                          "nur sultan",
                                                          "алматы",
                                                          "almaty",
                                                          "караганда",
                                                          "қарағанды",
                                                          "karaganda",
                                                          "karagandy",
                                                          "шымкент",
                                                          "shymkent",
                                                          "актобе",
                                                          "ақтөбе",
                                                          "тараз",
                                                          "павлодар",
                                                          "уральск",
                                                          "орал",
                                                          "кокшетау",
                                                          "көкшетау",
                                                          "костанай",
                                                          "қостанай",
                                                          "атырау",
                                                          "семей",
                                                          "талдыкорган",
                                                          "талдықорған",
                                                          "актау",
                                                          "ақтау",
                                                          "кызылорда",
                                                          "қызылорда",
                                                          "туркестан",
                                                          "түркістан",
                                                          "усть каменогорск",
                                                          "өскемен",
                                                          "петропавловск",
                                                          "москва",
                                                          "moscow",
                                                          "санкт петербург",
                                                          "saint petersburg",
                                                          "омск",
                                                          "новосибирск",
                                                          "екатеринбург",
                                                          "казань",
                                                          "томск",
                                                          "челябинск",
                                                          "саратов",
                                                          "воронеж",
                                                          "самара",
                                                          "уфа",
                                                          "барнаул",
                                                          "красноярск",
                                                          "иркутск",
                                                          "ташкент",
                                                          "бишкек",
                                                          "минск",
                                                          "london"});

bool begins_with_words(std::string_view words, std::string_view opening) {
    return words.starts_with(opening) && (words.size() == opening.size() || words[opening.size()] == ' ');
}

template <std::size_t size>
bool begins_with_any(std::string_view words, const std::array<std::string_view, size>& openings) {
    return std::ranges::any_of(openings,
                               [&](std::string_view opening) { return begins_with_words(words, opening); });
}

/// Finds where words of a text begin as rows of a table do. To seek each row in the text took half the time
/// of segmentation; by the last byte of its first letter a word meets only the few rows that may be meant.
class WordStarts {
  public:
    template <std::size_t size>
    explicit WordStarts(const std::array<std::string_view, size>& rows) {
        for (const std::string_view row : rows) rows_[slot(row)].push_back(row);
    }

    /// How many words of the text begin with a row, and go on as `may_end` allows.
    template <typename MayEnd>
    std::size_t count(std::string_view words, MayEnd may_end) const {
        std::size_t found = 0;
        for (std::size_t at = 0; at < words.size();) {
            const std::string_view rest = words.substr(at);
            if (std::ranges::any_of(rows_[slot(rest)], [&](std::string_view row) {
                    if (!rest.starts_with(row)) return false;
                    const std::string_view behind = rest.substr(row.size());
                    return may_end(behind.substr(0, behind.find(' ')));
                }))
                ++found;
            const std::size_t space = words.find(' ', at);
            at = space == std::string_view::npos ? words.size() : space + 1;
        }
        return found;
    }

  private:
    static std::size_t slot(std::string_view word) {
        return word.size() < 2 ? 0 : static_cast<unsigned char>(word[1]);
    }

    std::array<std::vector<std::string_view>, 256> rows_;
};

/// Without a number before it: «1 введение», «5 список литературы».
std::string_view without_number(std::string_view words) {
    const std::size_t end = words.find_first_not_of("0123456789");
    if (end == std::string_view::npos || end == 0 || words[end] != ' ') return words;
    return words.substr(end + 1);
}

}  // namespace

bool opens_classification(std::string_view words) {
    return begins_with_any(words, kClassification);
}

bool opens_identifier(std::string_view words) {
    if (std::ranges::find(kArticleKinds, words) != kArticleKinds.end()) return true;
    if (begins_with_words(words, "doi") || words.starts_with("https doi")) return true;
    if (words.starts_with("№")) words.remove_prefix(std::string_view("№").size());
    while (words.starts_with(" ")) words.remove_prefix(1);
    return !words.empty() && words.size() <= 4 &&
           words.find_first_not_of("0123456789") == std::string_view::npos;
}

bool opens_abstract(std::string_view words) {
    return begins_with_any(words, kAbstract);
}

bool opens_keywords(std::string_view words) {
    return begins_with_any(words, kKeywords);
}

bool opens_references(std::string_view words) {
    return begins_with_any(without_number(words), kReferences);
}

bool opens_contents(std::string_view words) {
    return begins_with_any(words, kContents);
}

bool opens_note(std::string_view words) {
    return begins_with_any(words, kNotes) || opens_citation(words);
}

bool opens_citation(std::string_view words) {
    return begins_with_any(words, kCitations);
}

bool mentions_act(std::string_view words) {
    static const WordStarts starts(kActs);
    return starts.count(words, [](std::string_view) { return true; }) > 0;
}

bool is_imprint(std::string_view words) {
    static const WordStarts starts(kImprint);
    return starts.count(words, [](std::string_view) { return true; }) > 0;
}

std::size_t affiliation_words(std::string_view words) {
    static const WordStarts starts(kAffiliations);
    return starts.count(words, [](std::string_view ending) {
        const bool is_genitive = ending.ends_with("ның") || ending.ends_with("нің");
        return !is_genitive && std::ranges::find(kOblique, ending) == kOblique.end();
    });
}

bool names_place(std::string_view words) {
    return std::ranges::find(kPlaces, words) != kPlaces.end();
}

bool is_inner_heading(std::string_view words) {
    const std::string_view rest = without_number(words);
    return std::ranges::find(kInnerHeadings, rest) != kInnerHeadings.end();
}

bool is_no_name(std::string_view word) {
    return std::ranges::find(kNoNames, word) != kNoNames.end() || names_place(word);
}

}  // namespace izde::indexer
