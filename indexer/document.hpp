#pragma once

#include <xapian.h>

#include <string>

#include "analyzers/analyzer.hpp"
#include "store/text_sketch.hpp"
#include "store/work.hpp"

namespace izde::indexer {

/// Makes the index entry of a work. One maker belongs to one thread; the analyzer must outlive it.
class DocumentMaker {
  public:
    explicit DocumentMaker(const analyzers::Analyzer& analyzer);

    /// Fills `Block::first_position` of the work, and gives its terms, values and data. `file` is the hash of
    /// the path of the file that holds it, which may be an archive and then is not the work's own.
    Xapian::Document make(store::Work& work, std::uint64_t file, std::uint64_t content_hash);

  private:
    void add_block(store::Work& work, std::size_t number, std::uint32_t& position,
                   Xapian::Document& document);
    void add_name(std::string_view name, Xapian::Document& document);
    void add_names(const store::Work& work, Xapian::Document& document);

    analyzers::TokenStream stream_;
    store::SketchMaker sketch_;
    std::string term_;  // kept for its buffer
};

}  // namespace izde::indexer
