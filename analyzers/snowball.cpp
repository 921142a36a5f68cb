#include "analyzers/snowball.hpp"

#include <stdexcept>

#include <libstemmer.h>

namespace izde::analyzers {

Snowball::Snowball(const char* algorithm) : stemmer_(sb_stemmer_new(algorithm, "UTF_8")) {
    if (!stemmer_) throw std::runtime_error(std::string("libstemmer has no algorithm ") + algorithm);
}

void Snowball::Deleter::operator()(sb_stemmer* stemmer) const noexcept {
    sb_stemmer_delete(stemmer);
}

std::string_view Snowball::stem(std::string_view word) {
    const auto* begin = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), begin, static_cast<int>(word.size()));
    if (stem == nullptr) return word;
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

}  // namespace izde::analyzers
