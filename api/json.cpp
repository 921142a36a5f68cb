#include "api/json.hpp"

namespace izde::api {
namespace {

Json nullable(const std::string& text) {
    return text.empty() ? Json() : Json(text);
}

template <typename Value>
Json nullable(const std::optional<Value>& value) {
    return value ? Json(*value) : Json();
}

Json nullable(Language language) {
    return language == Language::unknown ? Json() : Json(std::string(code_of(language)));
}

Json json_of(const std::vector<Mark>& marks) {
    Json array = Json::array();
    for (const Mark& mark : marks)
        array.push_back({{"begin", mark.begin}, {"end", mark.end}, {"by", std::string(name_of(mark.by))}});
    return array;
}

/// What every object that stands for a work begins with.
Json work_fields(const Hit& hit) {
    return {{"title", nullable(hit.title)},
            {"authors", hit.authors},
            {"year", nullable(hit.year)},
            {"language", nullable(hit.language)},
            {"kind", std::string(name_of(hit.kind))},
            {"path", hit.path},
            {"page", nullable(hit.page.label)},
            {"page_index", nullable(hit.page.index)},
            {"container", nullable(hit.container)},
            {"volume", nullable(hit.volume)},
            {"pages", nullable(hit.pages)}};
}

/// Sixteen digits: numbers beyond 2^53 do not survive every reader of JSON.
std::string hexadecimal(std::uint64_t number) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) text += kDigits[(number >> shift) & 0xF];
    return text;
}

}  // namespace

Json json_of(const Hit& hit, bool explains) {
    Json json = {{"id", hit.id}, {"score", hit.score}};
    json.update(work_fields(hit));
    json["snippets"] = Json::array();
    for (const Snippet& snippet : hit.snippets) {
        json["snippets"].push_back({{"text", snippet.text},
                                    {"marks", json_of(snippet.marks)},
                                    {"page", nullable(snippet.page.label)},
                                    {"section", nullable(snippet.heading)}});
    }
    json["hash"] = hexadecimal(hit.content_hash);
    if (!hit.act.empty()) {
        json["act"] = hit.act;
        json["provision"] = nullable(hit.provision);
    }
    if (hit.twin) {
        json["twin"] = {{"id", hit.twin->id},
                        {"title", nullable(hit.twin->title)},
                        {"language", nullable(hit.twin->language)}};
    }
    if (!hit.copies.empty()) {
        json["files"] = {{{"path", hit.path},
                          {"id", hit.id},
                          {"page", nullable(hit.page.label)},
                          {"page_index", nullable(hit.page.index)}}};
        for (const FileCopy& copy : hit.copies) {
            json["files"].push_back({{"path", copy.path},
                                     {"id", copy.id},
                                     {"page", nullable(copy.page.label)},
                                     {"page_index", nullable(copy.page.index)}});
        }
    }
    if (hit.more_in_file > 0) json["more_in_file"] = hit.more_in_file;
    if (explains) json["explanation"] = hit.explanation;
    return json;
}

Json json_of(const Results& results, const std::string& query, bool explains) {
    Json json = {{"query", query},
                 {"total", results.total},
                 {"total_is_exact", results.total_is_exact},
                 {"interpreted_as", results.interpreted_as},
                 {"suggestion", nullable(results.suggestion)},
                 {"suggestion_applied", results.suggestion_applied},
                 {"took_ms", static_cast<double>(results.took.count()) / 1000},
                 {"hits", Json::array()},
                 {"facets", Json::object()}};
    for (const Hit& hit : results.hits) json["hits"].push_back(json_of(hit, explains));
    for (const auto& [name, values] : results.facets) {
        for (const auto& [value, count] : values) json["facets"][name][value] = count;
    }
    for (const auto& [act, name] : results.act_names)
        json["act_names"][act] = {{"kk", name.kazakh}, {"ru", name.russian}};
    return json;
}

Json json_of(const Segment& segment) {
    Json evidence = Json::array();
    for (const SegmentEvidence& one : segment.evidence) {
        evidence.push_back(
            {{"rule", one.rule}, {"text", one.text}, {"page", one.page == 0 ? Json() : Json(one.page)}});
    }
    return {{"id", segment.id},
            {"title", nullable(segment.title)},
            {"authors", segment.authors},
            {"year", nullable(segment.year)},
            {"language", nullable(segment.language)},
            {"kind", std::string(name_of(segment.kind))},
            {"first_page", nullable(segment.first_page.label)},
            {"first_page_index", nullable(segment.first_page.index)},
            {"last_page", nullable(segment.last_page.label)},
            {"last_page_index", nullable(segment.last_page.index)},
            {"text", segment.text},
            {"evidence", evidence}};
}

Json json_of(const Passage& passage) {
    Json json = {{"id", passage.work.id}};
    json.update(work_fields(passage.work));
    json["first_page"] = nullable(passage.first_page.label);
    json["last_page"] = nullable(passage.last_page.label);
    json["text"] = passage.text;
    json["marks"] = json_of(passage.marks);
    return json;
}

Json json_of(const AnalyzedToken& token) {
    return {{"begin", token.begin},
            {"end", token.end},
            {"position", token.position},
            {"kind", token.kind},
            {"language", nullable(token.language)},
            {"stopword", token.is_stopword},
            {"exact", token.exact},
            {"stem", token.stem},
            {"loose", token.loose},
            {"alternative_stem", nullable(token.alternative_stem)}};
}

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace izde::api

namespace izde {

std::string to_json(const Results& results, const std::string& query, bool explains) {
    return api::dump(api::json_of(results, query, explains));
}
std::string to_json(const Hit& hit) {
    return api::dump(api::json_of(hit, !hit.explanation.empty()));
}
std::string to_json(const FileFate& fate) {
    return api::dump({{"path", fate.path},
                      {"action", std::string(name_of(fate.action))},
                      {"cause", api::nullable(fate.cause)},
                      {"format", api::nullable(fate.format)},
                      {"encoding", api::nullable(fate.encoding)},
                      {"pages", fate.pages},
                      {"works", fate.works},
                      {"characters", fate.characters},
                      {"seconds", static_cast<double>(fate.elapsed.count()) / 1e6}});
}
std::string to_json(const IndexStatistics& statistics) {
    api::Json skipped = api::Json::array();
    for (const SkippedFile& one : statistics.skipped) {
        skipped.push_back({{"path", one.path}, {"cause", one.cause}, {"failed", one.is_failure}});
    }
    api::Json by_year = api::Json::object();
    for (const auto& [year, works] : statistics.works_by_year) by_year[std::to_string(year)] = works;
    return api::dump({{"works", statistics.works},
                      {"files", statistics.files},
                      {"text_bytes", statistics.text_bytes},
                      {"index_bytes", statistics.index_bytes},
                      {"stems", statistics.stems},
                      {"words", statistics.words},
                      {"works_by_language", statistics.works_by_language},
                      {"works_by_kind", statistics.works_by_kind},
                      {"works_by_year", by_year},
                      {"files_by_suffix", statistics.files_by_suffix},
                      {"skipped", skipped}});
}
std::string to_json(const IndexCheck& check) {
    return api::dump({{"sound", check.damages.empty()},
                      {"works", check.works},
                      {"files", check.files},
                      {"damages", check.damages},
                      {"lost", check.lost},
                      {"changed", check.changed}});
}
std::string to_json(const Segment& segment) {
    return api::dump(api::json_of(segment));
}
std::string to_json(const Passage& passage) {
    return api::dump(api::json_of(passage));
}
std::string to_json(const ConceptView& view) {
    api::Json terms = api::Json::array();
    for (const ConceptTerm& term : view.terms) {
        terms.push_back(
            {{"text", term.text}, {"language", std::string(code_of(term.language))}, {"works", term.works}});
    }
    return api::dump({{"terms", terms},
                      {"domain", view.domain},
                      {"note", api::nullable(view.note)},
                      {"broader", view.broader},
                      {"narrower", view.narrower},
                      {"related", view.related},
                      {"works", view.works},
                      {"works_by_year", view.works_by_year}});
}
std::string to_json(const AnalyzedToken& token) {
    return api::dump(api::json_of(token));
}

}  // namespace izde
