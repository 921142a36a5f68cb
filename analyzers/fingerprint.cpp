#include "analyzers/fingerprint.hpp"

#include <array>
#include <string_view>

#include "analyzers/analyzer.hpp"
#include "analyzers/normalizer_table.hpp"
#include "analyzers/word_lists.hpp"

namespace izde::analyzers {
namespace {

/// Each rule of the chain is met at least once; the text is ours.
constexpr std::string_view kProbe =
    "Жергілікті өзін-өзі басқарудың негіздері. 35-бабының 2-тармағына сәйкес ҚР-ның азаматтары, шешiмiмен, "
    "жəне.\n"
    "Қазақстан Республикасының Конституциясы халықтың еркін білдіреді; кітаптарымыздан, оқушылардікі, "
    "барғандардың.\n"
    "Право каждого на судебную защиту гарантировано. Человек и люди, год и лет, видеть и вижу, может и "
    "могут.\n"
    "Конституции, конституцияның, законодательства, правовым мониторингом, ещё, объём, об'ект.\n"
    "The committees' decisions were relevant: RЕLЕVАNСЕ, officers', studies.\n"
    "№ 495-V, 36-II, 36-ІІ, 146-1, 146¹-бап, ХХІ ғасыр, XXI век, U2100000674, Z050000036_, 12.04.2005, "
    "2005-04-12.\n"
    "Е.А.Бөкетов, Байжанова К.Т., 90-х, 5-ші, 12,5, COVID-19, басқа-\nру, само\u00ADуправление, "
    "Құна\u0301нбаев.\n";

class Hash {
  public:
    void add(std::string_view bytes) {
        for (const char byte : bytes) add(static_cast<unsigned char>(byte));
        add(static_cast<std::uint64_t>(bytes.size()));
    }
    void add(std::uint64_t value) {
        for (int shift = 0; shift < 64; shift += 8) {
            value_ = (value_ ^ (value >> shift & 0xFFU)) * 0x100000001B3U;  // FNV-1a, 64 bits
        }
    }
    std::uint64_t value() const { return value_; }

  private:
    std::uint64_t value_ = 0xCBF29CE484222325U;
};

template <std::size_t size>
void add_rows(Hash& hash, const std::array<FoldRow, size>& rows) {
    for (const FoldRow& row : rows) {
        hash.add(static_cast<std::uint64_t>(row.from));
        hash.add(static_cast<std::uint64_t>(row.to));
    }
}

}  // namespace

std::uint64_t fingerprint_of(const Analyzer& analyzer) {
    Hash hash;
    for (const Language language :
         {Language::unknown, Language::kazakh, Language::russian, Language::english}) {
        TokenStream stream = analyzer.analyze(kProbe, language);
        while (stream.next()) {
            const Token& token = stream.token();
            hash.add(token.span.begin);
            hash.add(token.span.end);
            hash.add(static_cast<std::uint64_t>(token.kind));
            hash.add(static_cast<std::uint64_t>(token.language));
            hash.add(token.exact);
            hash.add(token.stem);
            hash.add(token.alternative_stem);
        }
    }
    add_rows(hash, kFolds);
    add_rows(hash, kLatinInCyrillic);
    add_rows(hash, kCyrillicInLatin);
    for (const auto& words : {kKazakhStopwords, kRussianStopwords, kEnglishStopwords, kCompoundHalves}) {
        for (const std::string_view word : words) hash.add(word);
    }
    return hash.value();
}

}  // namespace izde::analyzers
