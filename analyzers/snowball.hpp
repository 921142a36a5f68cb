#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace izde::analyzers {

/// One of libstemmer's algorithms. Belongs to one thread: libstemmer keeps its work space in the object.
class Snowball {
  public:
    /// `algorithm` as libstemmer names it ("russian"). Throws std::runtime_error where the library lacks it.
    explicit Snowball(const char* algorithm);

    /// The stem of a lower-case word; valid until the next call. The word itself where memory ran out.
    std::string_view stem(std::string_view word);

  private:
    struct Deleter {
        void operator()(sb_stemmer* stemmer) const noexcept;
    };
    std::unique_ptr<sb_stemmer, Deleter> stemmer_;
};

}  // namespace izde::analyzers
