#pragma once

#include <string>
#include <string_view>

namespace izde::analyzers {

/// What the letters of a normalised word tell.
struct WordShape {
    bool has_cyrillic = false;
    bool has_latin = false;
    bool has_kazakh_letter =
        false;  ///< one of ә ғ қ ң ө ұ ү һ і: the word is Kazakh whatever stands around it
    bool is_roman_numeral = false;  ///< XXI, written in Latin, Cyrillic or mixed letters; `exact` is Latin
};

/// Brings a word of the text to the one spelling under which it is indexed: NFC, lower case, soft hyphens and
/// line-end hyphens gone, look-alikes of the other script repaired, ё → е (normalizer_table.hpp has every
/// fold).
///
/// The result depends on the word alone, never on its neighbours or on the paragraph's language, so that a
/// query word and an indexed word meet. Holds work space: one normalizer belongs to one thread.
class Normalizer {
  public:
    /// Replaces what `exact` held with the normalised `raw` (UTF-8; malformed bytes are dropped).
    /// A hyphen stays unless a line break follows it.
    WordShape normalize(std::string_view raw, std::string& exact);

  private:
    WordShape normalize_slowly(std::string_view raw, std::string& exact);
    void compose();

    std::u32string letters_;
};

/// Folds away the letters that people leave out (қ → к, і → и …) from a normalised word; replaces what
/// `loose` held. For walks over a vocabulary, never for what is indexed.
void fold_loose(std::string_view exact, std::string& loose);

/// The Latin letter that a Cyrillic one looks like (lower case); `code` itself where there is none.
char32_t latin_look_alike(char32_t code) noexcept;

}  // namespace izde::analyzers
