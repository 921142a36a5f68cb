#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <xapian.h>

#include "store/work.hpp"

/// The on-disk constants of an index: term prefixes and value slots.
/// Values are never reused; a change raises `kFormatVersion` in store/index.hpp.
namespace izde::store {

/// Stems carry no prefix (one term space for both languages); they start with a lower-case letter or a digit.
inline constexpr std::string_view kTitlePrefix = "S";  ///< stems of the title, same positions as in the body
/// Stems of the other parts of a work: positions as in the body and wdf 0, like those of the title, so that
/// words and phrases within a part need no look at the text. Body, footnotes and what else has no prefix is
/// reached by the plain stems alone.
inline constexpr std::string_view kKeywordsPrefix = "W";
inline constexpr std::string_view kAbstractPrefix = "B";
inline constexpr std::string_view kReferencePrefix = "R";
inline constexpr std::string_view kHeadingPrefix = "H";
inline constexpr std::string_view kAuthorPrefix = "A";  ///< stems of author names
/// Words of author names in the forms that are the same in every script and case (analyzers/person_name.hpp),
/// and the initials of names in full: what author queries match. The stems above are the vocabulary of
/// suggestions.
inline constexpr std::string_view kNamePrefix = "N";
/// "CZ050000036_": an act that the work cites, "CZ050000036_#5" and "CZ050000036_#5/p2" provisions of it.
inline constexpr std::string_view kCitedPrefix = "C";
/// "IK1500000414", "IK1500000414#35": the act, and the article of it, that the work is.
inline constexpr std::string_view kActPrefix = "I";
inline constexpr std::string_view kLanguagePrefix = "L";  ///< "Lkk": a language that the work holds
inline constexpr std::string_view kKindPrefix = "K";      ///< "Karticle"
inline constexpr std::string_view kFilePrefix = "F";      ///< hash of the path: all works of a file
inline constexpr std::string_view kIdPrefix = "Q";        ///< hash of the work id: exactly one work

inline constexpr Xapian::valueno kIdSlot = 0;  ///< work id
inline constexpr Xapian::valueno kTitleSlot = 1;
inline constexpr Xapian::valueno kAuthorsSlot = 2;   ///< joined by U+001F
inline constexpr Xapian::valueno kYearSlot = 3;      ///< four digits, sortable; empty where unknown
inline constexpr Xapian::valueno kLanguageSlot = 4;  ///< one byte Language, one byte is_mixed
inline constexpr Xapian::valueno kKindSlot = 5;      ///< one byte WorkKind
inline constexpr Xapian::valueno kPathSlot = 6;
/// Longest title, authors or path in bytes that a slot holds; the document data has all of it.
inline constexpr std::size_t kMaxValueBytes = 4096;
inline constexpr Xapian::valueno kContentHashSlot = 7;  ///< 8 bytes, of everything that is indexed
inline constexpr Xapian::valueno kVolumeSlot =
    8;  ///< container and volume, joined by U+001F; "" where unknown
/// Ids of the acts that the work cites, without its own, joined by U+001F; as many as fit, whole.
inline constexpr Xapian::valueno kCitedActsSlot = 9;
inline constexpr Xapian::valueno kActSlot =
    11;  ///< id of the act that the work is or is a part of; empty for none
inline constexpr Xapian::valueno kSketchSlot = 10;  ///< of the text (text_sketch.hpp); empty for a few words

/// Position gap between two blocks, so that no phrase and no NEAR window crosses a paragraph.
inline constexpr std::uint32_t kBlockGap = 16;

/// Longest stem in bytes that becomes a term (Xapian's terms hold 245 bytes). Both sides cut longer ones
/// alike.
inline constexpr std::size_t kMaxStemBytes = 120;

/// `text` up to `limit` bytes, never ending within a UTF-8 character.
std::string_view cut_utf8(std::string_view text, std::size_t limit) noexcept;

/// The language of most of a work, from its slot.
Language language_of(const Xapian::Document& document);
Language language_of(std::string_view value);  ///< of a value of kLanguageSlot

/// The hash of what was indexed of a work (codec.hpp), as the slot holds it, and from its slot.
std::string content_hash_value(std::uint64_t hash);
std::uint64_t content_hash_of(const Xapian::Document& document);

std::string stem_term(std::string_view stem);
std::string title_term(std::string_view stem);
/// The prefix of a part's stems (title, keywords, abstract, reference, heading); "" for a part that has none.
std::string_view part_prefix(BlockKind kind) noexcept;
/// `stem` within the part; the plain stem's term for a part that has no prefix.
std::string part_term(BlockKind kind, std::string_view stem);
/// Provisions are cut at the limit of a term; "" means the act.
std::string cited_term(std::string_view act, std::string_view provision = {});
std::string act_term(std::string_view act, std::string_view provision = {});
std::string author_term(std::string_view stem);
std::string name_term(std::string_view form);
std::string language_term(Language language);
std::string kind_term(WorkKind kind);
std::string file_term(std::string_view path);  ///< hashed: paths may be longer than a term
std::string file_term(std::uint64_t path_hash);
std::string id_term(std::string_view work_id);

/// 64-bit hash of bytes that names things on disk: FNV-1a with a final mix, fixed by the format version.
/// (FNV-1a alone will not do: its lowest bit is only the parity of the bytes' lowest bits, and shards are
/// chosen by remainder.)
std::uint64_t stable_hash(std::string_view bytes) noexcept;

/// The same hash of bytes that come piece by piece.
class StableHasher {
  public:
    void update(std::string_view bytes) noexcept;
    std::uint64_t finish() const noexcept;  ///< of all bytes so far

  private:
    std::uint64_t state_ = 14695981039346656037ULL;
};

}  // namespace izde::store
