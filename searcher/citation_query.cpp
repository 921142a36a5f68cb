#include "searcher/citation_query.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "analyzers/citation/acts.hpp"
#include "analyzers/citation/finder.hpp"
#include "analyzers/citation/resolver.hpp"
#include "store/codec.hpp"
#include "store/terms.hpp"

namespace izde::searcher {
namespace {

using analyzers::ActReference;
using analyzers::Mention;

/// A longer text is a passage, not the name of an act.
constexpr std::size_t kLongestName = 400;
/// Acts of the index that are looked at for a number alone.
constexpr std::size_t kMostActs = 50000;
constexpr std::size_t kSnippetBytes = 400;

bool says_an_act(const Mention& mention) {
    return mention.act.form != ActReference::Form::unsaid && mention.act.form != ActReference::Form::own &&
           mention.act.form != ActReference::Form::named_before;
}

/// Whether nothing but stopwords stands outside of the mentions.
bool is_all_mentioned(std::string_view text, const std::vector<Mention>& mentions,
                      const analyzers::Analyzer& analyzer) {
    analyzers::TokenStream tokens = analyzer.analyze(text, analyzers::Language::unknown);
    while (tokens.next()) {
        const analyzers::Token& token = tokens.token();
        if (token.is_stopword) continue;
        const bool is_mentioned = std::ranges::any_of(mentions, [&](const Mention& mention) {
            return says_an_act(mention) && token.span.begin >= mention.span.begin &&
                   token.span.end <= mention.span.end;
        });
        // «Закон Республики Казахстан № 36»: whose law it is says nothing else.
        const auto role = analyzers::sense_of(token.exact).role;
        if (!is_mentioned && role != analyzers::WordRole::kazakhstan && role != analyzers::WordRole::republic)
            return false;
    }
    return true;
}

/// The text with the title of a law in quotation marks, where it stands without and the list of known laws
/// does not tell its end: in a query that is all there is beside provisions. «ст. 5 Закона о культуре» → «ст.
/// 5 Закона «о культуре»»; nothing where no title is seen.
std::string quote_title(std::string_view text, const analyzers::Analyzer& analyzer) {
    struct Word {
        analyzers::Span span;
        analyzers::WordSense sense;
        bool is_number;
    };
    std::vector<Word> words;
    analyzers::TokenStream tokens = analyzer.analyze(text, analyzers::Language::unknown);
    while (tokens.next()) {
        const analyzers::Token& token = tokens.token();
        words.push_back(
            {token.span, analyzers::sense_of(token.exact), token.kind != analyzers::TokenKind::word});
    }
    const auto is_state = [](const Word& word) {
        return word.sense.role == analyzers::WordRole::kazakhstan ||
               word.sense.role == analyzers::WordRole::republic;
    };
    const auto is_about = [](const Word& word) { return word.sense.role == analyzers::WordRole::about; };
    for (std::size_t law = 0; law < words.size(); ++law) {
        if (words[law].sense.kind != analyzers::ActKind::law) continue;
        std::size_t first = law + 1;
        while (first < words.size() && is_state(words[first])) ++first;
        std::size_t end = law;
        while (end > 0 && is_state(words[end - 1])) --end;
        if (first + 1 < words.size() && is_about(words[first])) {
            end = first + 1;
            while (end < words.size() && !words[end].is_number &&
                   words[end].sense.unit == analyzers::Unit::none)
                ++end;
        } else if (end > 1 && is_about(words[end - 1])) {
            first = 0;
        } else {
            continue;
        }
        const std::size_t from = words[first].span.begin;
        const std::size_t to = words[end - 1].span.end;
        return std::string(text.substr(0, from)) + "«" + std::string(text.substr(from, to - from)) + "»" +
               std::string(text.substr(to));
    }
    return {};
}

/// Ids of laws with this number in seven or eight digits, among the acts that works of the index cite or are.
std::vector<std::string> acts_by_number(const Xapian::Database& database, const std::string& number) {
    std::vector<std::string> acts;
    for (const std::string_view prefix : {store::kActPrefix, store::kCitedPrefix}) {
        const std::string from = std::string(prefix) + 'Z';
        std::size_t seen = 0;
        for (auto term = database.allterms_begin(from);
             term != database.allterms_end(from) && ++seen < kMostActs; ++term) {
            const std::string act = (*term).substr(prefix.size());
            constexpr std::size_t kIdLength = 11;
            constexpr std::size_t kDigits = 3;
            if (act.size() != kIdLength) continue;
            std::string digits =
                act.substr(kDigits, act.back() == '_' ? kIdLength - kDigits - 1 : std::string::npos);
            digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
            if (digits == number && std::ranges::find(acts, act) == acts.end()) acts.push_back(act);
        }
    }
    return acts;
}

/// «kz:law:1994-12-27:268», «K1500000414#35»: an id as izde writes it.
bool is_key(std::string_view text) {
    return (text.starts_with("kz:") || text.starts_with("ru:") || text.find('#') != std::string_view::npos) &&
           text.find(' ') == std::string_view::npos;
}

/// A code has the id of adilet.zan.kz, however its date and number are written.
std::string act_of_key(const std::string& key) {
    const std::size_t colon = key.find(':', 3);
    if (colon == std::string::npos) return key;
    std::array<int, 3> date{};
    const char* at = key.data() + colon + 1;
    const char* const end = key.data() + key.size();
    for (int& part : date) {
        const auto [rest, error] = std::from_chars(at, end, part);
        if (error != std::errc()) return key;
        at = rest != end && *rest == '-' ? rest + 1 : rest;
    }
    const auto state = key.starts_with("ru:") ? analyzers::State::russia : analyzers::State::kazakhstan;
    const auto* const code = analyzers::find_code(state, {date[0], date[1], date[2]});
    return code == nullptr ? key : std::string(code->id);
}

Xapian::Query any_of(const CitedActs& acts, std::string (*term)(std::string_view, std::string_view)) {
    std::vector<Xapian::Query> terms;
    for (const CitedActs::Act& act : acts.acts) terms.emplace_back(term(act.id, act.provision));
    return terms.empty() ? Xapian::Query::MatchNothing
                         : Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
}

/// The article of a provision: acts are cut into articles.
CitedActs articles_of(CitedActs acts) {
    for (CitedActs::Act& act : acts.acts)
        act.provision.resize(std::min(act.provision.find('/'), act.provision.size()));
    return acts;
}

std::vector<Xapian::docid> documents_of(const Xapian::Database& database, const Xapian::Query& query,
                                        std::size_t limit) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(limit));
    std::vector<Xapian::docid> documents;
    for (auto match = found.begin(); match != found.end(); ++match) documents.push_back(*match);
    return documents;
}

/// Whether a cited provision is the asked one or lies below it.
bool is_within(const std::string& path, const std::string& asked) {
    return asked.empty() || path == asked || path.starts_with(asked + '/');
}

bool cites(const store::Citation& citation, const CitedActs& acts) {
    return std::ranges::any_of(acts.acts, [&](const CitedActs::Act& act) {
        if (citation.act != act.id && citation.title != act.id) return false;
        return act.provision.empty() ||
               std::ranges::any_of(citation.provisions,
                                   [&](const std::string& path) { return is_within(path, act.provision); });
    });
}

/// The sentence of the block that holds [begin, end), or the bytes around it where that is long.
std::pair<std::size_t, std::size_t> passage_around(const store::Work& work, std::size_t block,
                                                   std::size_t begin, std::size_t end) {
    const std::size_t block_begin = work.blocks[block].begin;
    std::size_t from = block_begin;
    std::size_t to = end_of_block(work, block);
    for (const std::uint32_t sentence : work.blocks[block].sentences) {
        const std::size_t start = block_begin + sentence;
        if (start <= begin) from = start;
        if (start >= end) {
            to = std::min(to, start);
            break;
        }
    }
    const auto next_space = [&](std::size_t at) { return std::min(work.text.find(' ', at), begin); };
    if (begin - from > kSnippetBytes) from = next_space(begin - kSnippetBytes);
    if (to - end > kSnippetBytes) to = std::max(end, work.text.rfind(' ', end + kSnippetBytes));
    return {from, to};
}

}  // namespace

namespace {

bool is_in(const Xapian::Database& database, const CitedActs& acts) {
    return std::ranges::any_of(acts.acts, [&](const CitedActs::Act& act) {
        return database.term_exists(store::cited_term(act.id)) ||
               database.term_exists(store::act_term(act.id));
    });
}

/// Calls `use` with the citations of an act, by date and number or by title, in the first works that cite it.
template <typename Use>
void for_each_citation(const Xapian::Database& database, const std::string& act, Use&& use) {
    constexpr std::size_t kMostWorks = 30;  // more say the same, and each is unpacked
    for (const Xapian::docid document :
         documents_of(database, Xapian::Query(store::cited_term(act)), kMostWorks)) {
        for (const store::Citation& citation :
             store::decode_work(database.get_document(document).get_data()).citations) {
            if (citation.act == act || citation.title == act) use(citation);
        }
    }
}

bool is_known_by_title(const std::string& act) {
    return act.find(":law:«") != std::string::npos;
}

/// Which act works of the index call by a title when they give its date and number too: of several (a law and
/// the one that replaced it) the one that most say; "" where none does.
std::string act_of_title(const Xapian::Database& database, const std::string& title) {
    std::map<std::string, int> said;
    for_each_citation(database, title, [&](const store::Citation& citation) {
        if (!is_known_by_title(citation.act)) ++said[citation.act];
    });
    const auto most = std::ranges::max_element(said, {}, [](const auto& act) { return act.second; });
    return most == said.end() ? "" : most->first;
}

/// All ids under which works of the index cite a law: by date and number, and by its title in either
/// language.
void add_spellings(const Xapian::Database& database, std::vector<std::string>& ids) {
    const auto add = [&](const std::string& id) {
        if (!id.empty() && std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    };
    for (std::size_t i = 0, typed = ids.size(); i < typed; ++i) {
        if (is_known_by_title(ids[i])) add(act_of_title(database, ids[i]));
    }
    for (std::size_t i = 0, acts = ids.size(); i < acts; ++i) {
        const std::string act = ids[i];
        const bool is_law = act.starts_with('Z') || act.find(":law:") != std::string::npos;
        if (!is_law || is_known_by_title(act)) continue;
        for_each_citation(database, act, [&](const store::Citation& citation) { add(citation.title); });
    }
}

/// Codes of Russia where no state is named and no work of the index is or cites the code of Kazakhstan.
void add_namesakes(const Xapian::Database& database, const Mention& mention, std::vector<std::string>& ids) {
    if (mention.act.form != ActReference::Form::named_code) return;
    const bool is_known = std::ranges::any_of(ids, [&](const std::string& id) {
        return database.term_exists(store::cited_term(id, "")) ||
               database.term_exists(store::act_term(id, ""));
    });
    if (is_known) return;
    Mention namesake = mention;
    namesake.act.state = analyzers::State::russia;
    const std::string id = analyzers::CitationResolver({}).resolve(namesake).act;
    if (!id.empty()) ids.push_back(id);
}

/// `read_cited_acts` of a text whose titles stand in quotation marks or are known.
CitedActs read_marked_acts(std::string_view text, const analyzers::Analyzer& analyzer,
                           const Xapian::Database& database, bool names_only) {
    CitedActs acts;
    if (text.empty() || text.size() > kLongestName) return acts;
    if (is_key(text)) {
        const std::size_t mark = text.find('#');
        const std::string provision(mark == std::string_view::npos ? "" : text.substr(mark + 1));
        acts.acts.push_back({act_of_key(std::string(text.substr(0, mark))), provision});
        return acts;
    }
    analyzers::CitationFinder finder(analyzer);
    // An id may be typed in small letters, which in a text are no id.
    const std::string alone =
        text.find(' ') == std::string_view::npos ? analyzers::canonical_identifier(text) : "";
    const std::string_view typed = alone.empty() ? text : alone;
    const std::vector<Mention> mentions = finder.find(typed, analyzers::identify_language(typed));
    if (mentions.empty() || (names_only && !is_all_mentioned(typed, mentions, analyzer))) return acts;
    analyzers::CitationResolver resolver({});
    for (const Mention& mention : mentions) {
        const analyzers::Citation citation = resolver.resolve(mention);
        if (!says_an_act(mention)) continue;
        std::vector<std::string> ids;
        if (!citation.act.empty()) ids.push_back(citation.act);
        if (!citation.title.empty()) ids.push_back(citation.title);
        if (mention.act.form == ActReference::Form::named_code && !mention.act.date.is_set()) {
            for (const std::string_view id : analyzers::versions_of(citation.act)) {
                if (id != citation.act) ids.emplace_back(id);
            }
        }
        if (mention.act.state == analyzers::State::unsaid) add_namesakes(database, mention, ids);
        if (ids.empty() && !mention.act.number.empty()) ids = acts_by_number(database, mention.act.number);
        add_spellings(database, ids);
        for (const std::string& id : ids) {
            if (citation.provisions.empty()) acts.acts.push_back({id, ""});
            for (const std::string& path : citation.provisions) acts.acts.push_back({id, path});
        }
    }
    return acts;
}

}  // namespace

CitedActs read_cited_acts(std::string_view text, const analyzers::Analyzer& analyzer,
                          const Xapian::Database& database, bool names_only) {
    CitedActs acts = read_marked_acts(text, analyzer, database, names_only);
    if (!acts.acts.empty() || text.size() > kLongestName) return acts;
    const std::string quoted = quote_title(text, analyzer);
    if (quoted.empty()) return acts;
    acts = read_marked_acts(quoted, analyzer, database, names_only);
    // «закон о культуре» is a concept as well: an act only where some work cites one of that title.
    return names_only && !is_in(database, acts) ? CitedActs{} : acts;
}

Xapian::Query citing_works(const CitedActs& acts) {
    return any_of(acts, store::cited_term);
}

Xapian::Query acts_themselves(const CitedActs& acts) {
    return any_of(articles_of(acts), store::act_term);
}

void add_cited(const Xapian::Database& database, const CitedActs& acts, std::size_t limit,
               std::vector<Candidate>& candidates) {
    for (const Xapian::Query& query : {acts_themselves(acts), citing_works(acts)}) {
        for (const Xapian::docid document : documents_of(database, query, limit)) {
            if (std::ranges::find(candidates, document, &Candidate::docid) != candidates.end()) continue;
            Candidate candidate;
            candidate.docid = document;
            candidate.id = database.get_document(document).get_value(store::kIdSlot);
            candidates.push_back(std::move(candidate));
        }
    }
}

void put_cited_first(const Xapian::Database& database, const CitedActs& acts, analyzers::Language language,
                     std::vector<Candidate>& candidates) {
    std::map<Xapian::docid, int> place_of;
    // An article of an act that was asked for as a whole comes behind the act's own beginning.
    for (Candidate& candidate : candidates) {
        const Xapian::Document document = database.get_document(candidate.docid);
        const auto has = [&](const std::string& term) {
            auto found = document.termlist_begin();
            found.skip_to(term);
            return found != document.termlist_end() && *found == term;
        };
        Standing& standing = candidate.standing;
        for (const CitedActs::Act& act : articles_of(acts).acts) {
            if (!has(store::act_term(act.id, act.provision))) continue;
            const bool is_part =
                act.provision.empty() && document.get_value(store::kKindSlot) ==
                                             std::string(1, static_cast<char>(store::WorkKind::provision));
            standing = std::min(standing, is_part ? Standing::part_of_act : Standing::act);
        }
        for (const CitedActs::Act& act : acts.acts) {
            if (has(store::cited_term(act.id, act.provision)))
                standing = std::min(standing, Standing::citing);
        }
        // Of two works that cite it alike the one in the query's language is nearer.
        const std::string language_value = document.get_value(store::kLanguageSlot);
        const bool is_own = !language_value.empty() && language_value[0] == static_cast<char>(language);
        place_of[candidate.docid] =
            2 * static_cast<int>(standing) + (is_own || standing == Standing::ranked ? 0 : 1);
    }
    std::ranges::stable_sort(candidates, {},
                             [&](const Candidate& candidate) { return place_of[candidate.docid]; });
}

std::vector<Snippet> citing_snippets(const store::Work& work, const CitedActs& acts, std::size_t limit) {
    std::vector<Snippet> snippets;
    std::size_t last_end = 0;
    for (const store::Citation& citation : work.citations) {
        if (snippets.size() == limit) break;
        if (!cites(citation, acts) || citation.begin < last_end) continue;
        std::size_t block = 0;
        while (block + 1 < work.blocks.size() && work.blocks[block + 1].begin <= citation.begin) ++block;
        const auto [from, to] = passage_around(work, block, citation.begin, citation.end);
        Snippet snippet;
        snippet.text = without_controls(std::string_view(work.text).substr(from, to - from));
        snippet.marks.push_back({citation.begin - from, citation.end - from, MatchedBy::typed});
        snippet.block = block;
        snippet.offset = citation.begin - work.blocks[block].begin;
        snippets.push_back(std::move(snippet));
        last_end = to;
    }
    return snippets;
}

}  // namespace izde::searcher
