#pragma once

#include <memory>
#include <stdexcept>
#include <vector>

#include "indexer/extract/page_layout.hpp"

namespace izde::indexer {

/// A picture of a page: rows of one byte a dot, black is 0. Refers to memory of whoever made it.
struct PagePicture {
    const char* dots = nullptr;
    int width = 0, height = 0;
    int bytes_per_row = 0;
    double dots_per_inch = 0;
};

/// Reads the words off pictures of printed pages. Belongs to one thread.
class TextRecognizer {
  public:
    virtual ~TextRecognizer() = default;
    TextRecognizer(const TextRecognizer&) = delete;
    TextRecognizer& operator=(const TextRecognizer&) = delete;

    /// The words in reading order, in points; none where it sees none or takes too long (a minute a page).
    virtual std::vector<PlacedWord> read(const PagePicture& picture) = 0;

  protected:
    TextRecognizer() = default;
};

/// There is nothing that reads pictures: says what to install.
class RecognizerUnavailable : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Tesseract 5 with its languages Kazakh, Russian and, where it is there, English. Its library is looked for
/// when this is called, so that izde needs it only where scans are to be read. Throws RecognizerUnavailable.
std::unique_ptr<TextRecognizer> make_text_recognizer();

}  // namespace izde::indexer
