#pragma once

#include "indexer/extract/extractor.hpp"

/// The extractors of this build, one a format; each is immutable and lives for the whole program.
namespace izde::indexer {

const Extractor& text_extractor();
const Extractor& markdown_extractor();
const Extractor& html_extractor();
const Extractor& xml_extractor();

}  // namespace izde::indexer
