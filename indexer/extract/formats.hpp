#pragma once

#include "indexer/extract/extractor.hpp"
#include "indexer/extract/text_recognizer.hpp"

/// The extractors of this build, one a format; each is immutable and lives for the whole program.
namespace izde::indexer {

const Extractor& text_extractor();
const Extractor& markdown_extractor();
const Extractor& html_extractor();
const Extractor& xml_extractor();
const Extractor& pdf_extractor();
/// A PDF whose pages without text are pictures that `recognizer` reads. Throws ExtractError.
Extraction extract_pdf(std::string_view bytes, TextRecognizer& recognizer);
const Extractor& docx_extractor();
const Extractor& odt_extractor();
const Extractor& fodt_extractor();  ///< OpenDocument in one XML file
const Extractor& epub_extractor();
const Extractor& rtf_extractor();
const Extractor& doc_extractor();  ///< Word 97 to 2003; text without styles

}  // namespace izde::indexer
