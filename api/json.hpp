#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "izde/izde.hpp"

/// The JSON that README documents, made in one place for the command and the C interface.
namespace izde::api {

using Json = nlohmann::ordered_json;

Json json_of(const Hit& hit, bool explains);
Json json_of(const Results& results, const std::string& query, bool explains);
Json json_of(const Segment& segment);
Json json_of(const Passage& passage);
Json json_of(const AnalyzedToken& token);

/// On one line, without a line end. Texts that are no UTF-8 get U+FFFD for each broken byte.
std::string dump(const Json& json);

}  // namespace izde::api
