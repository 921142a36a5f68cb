#include "indexer/extract/format.hpp"
#include "indexer/extract/formats.hpp"

namespace izde::indexer {

const Extractor* find_extractor(std::string_view path, std::string_view first_bytes) {
    switch (format_of(path, first_bytes)) {
        case Format::unknown:
            return nullptr;
        case Format::text:
            return &text_extractor();
        case Format::markdown:
            return &markdown_extractor();
        case Format::html:
            return &html_extractor();
        case Format::xml:
            return &xml_extractor();
        case Format::pdf:
            return &pdf_extractor();
        case Format::docx:
            return &docx_extractor();
        case Format::odt:
            return &odt_extractor();
        case Format::fodt:
            return &fodt_extractor();
        case Format::epub:
            return &epub_extractor();
        case Format::rtf:
            return &rtf_extractor();
        case Format::doc:
            return &doc_extractor();
    }
    return nullptr;
}

}  // namespace izde::indexer
