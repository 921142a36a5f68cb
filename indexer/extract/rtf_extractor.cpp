#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/utf8.hpp"
#include "indexer/extract/code_page.hpp"
#include "indexer/extract/encoding.hpp"
#include "indexer/extract/formats.hpp"
#include "indexer/extract/office_metadata.hpp"
#include "indexer/extract/page_text.hpp"

namespace izde::indexer {
namespace {

/// Word nests some ten groups; each open one takes memory.
constexpr std::size_t kMaxDepth = 4096;

template <std::size_t size>
constexpr bool contains(const std::array<std::string_view, size>& sorted, std::string_view word) {
    return std::ranges::binary_search(sorted, word);
}

/// Destinations that programs write without `\*` and that hold no text of the document: tables, pictures,
/// running heads (they repeat on every page), index entries, field codes.
constexpr std::array<std::string_view, 21> kSkipped = {
    "aftnsep", "aftnsepc", "colortbl",  "filetbl",      "fldinst",    "footer",  "footerf",
    "footerl", "footerr",  "ftnsep",    "ftnsepc",      "header",     "headerf", "headerl",
    "headerr", "info",     "listtable", "nonesttables", "nonshppict", "pict",    "stylesheet"};
static_assert(std::ranges::is_sorted(kSkipped));

/// Control words that stand for a character.
constexpr std::array<std::pair<std::string_view, char32_t>, 9> kSymbols = {{{"bullet", U'•'},
                                                                            {"emdash", U'—'},
                                                                            {"endash", U'–'},
                                                                            {"ldblquote", U'“'},
                                                                            {"lquote", U'‘'},
                                                                            {"rdblquote", U'”'},
                                                                            {"rquote", U'’'},
                                                                            {"emspace", U' '},
                                                                            {"enspace", U' '}}};

int hex_value(char digit) noexcept {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

/// Kazakh typed with a Kazakh font on a Cyrillic Windows declares code page 1251 and is KZ-1048: the bytes
/// tell, taken together.
CodePage cyrillic_page_of(std::string_view rtf) {
    std::string bytes;
    for (std::size_t at = 0; at < rtf.size(); ++at) {
        const auto byte = static_cast<unsigned char>(rtf[at]);
        if (byte >= 0x80 || byte == ' ' || byte == '\n') {
            bytes.push_back(rtf[at]);
        } else if (byte == '\\' && at + 3 < rtf.size() && rtf[at + 1] == '\'') {
            const int value = hex_value(rtf[at + 2]) * 16 + hex_value(rtf[at + 3]);
            if (value >= 0x80) bytes.push_back(static_cast<char>(value));
            at += 3;
        }
    }
    return decode_text(bytes, "windows-1251").encoding == "KZ-1048" ? CodePage::kz_1048
                                                                    : CodePage::windows_1251;
}

/// Reads the groups and control words of Rich Text Format 1.9.1 in one pass.
class RtfReader {
  public:
    explicit RtfReader(std::string_view bytes) : bytes_(bytes), cyrillic_(cyrillic_page_of(bytes)) {}

    Extraction read() {
        while (at_ < bytes_.size() && !is_closed_) step();
        flush();
        if (!is_closed_) extraction_.warnings.emplace_back("ends inside a group: the file is cut off");
        body_.break_paragraph();
        Page notes = notes_.take(1);
        if (!notes.text.empty()) body_.add_preformatted(notes.text, {});
        if (!body_.empty() || extraction_.pages.empty()) end_page();
        extraction_.format = "rtf";
        set_title(extraction_.metadata, title_);
        add_author(extraction_.metadata, author_);
        drop_typist(extraction_.metadata);
        return std::move(extraction_);
    }

  private:
    enum class Destination : std::uint8_t { body, note, skipped, fonts, title, author };

    /// What a group restores when it closes.
    struct Group {
        Destination destination = Destination::body;
        TextStyle style;
        CodePage code_page = CodePage::windows_1252;
        std::size_t replaced = 1;  ///< \uc: characters that follow \u for readers that know no Unicode
        bool is_hidden = false;
        bool is_in_table = false;
    };

    void step() {
        const char character = bytes_[at_++];
        if (character == '{') {
            open();
        } else if (character == '}') {
            close();
        } else if (character == '\\') {
            control();
        } else if (character != '\r' && character != '\n' && character != '\0') {
            put_byte(static_cast<unsigned char>(character));
        }
    }

    void open() {
        flush();
        if (groups_.size() >= kMaxDepth) {
            throw ExtractError("groups nested deeper than " + std::to_string(kMaxDepth) + " at byte " +
                               std::to_string(at_));
        }
        groups_.push_back(now_);
        unread_ = 0;
    }

    void close() {
        flush();
        if (groups_.empty()) {
            is_closed_ = true;
            return;
        }
        if (now_.destination == Destination::note && groups_.back().destination == Destination::body)
            notes_.break_paragraph();
        now_ = groups_.back();
        groups_.pop_back();
        unread_ = 0;
        is_closed_ = groups_.empty();
    }

    void control() {
        if (at_ == bytes_.size()) return;
        const char character = bytes_[at_];
        const bool is_letter =
            (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
        if (!is_letter) {
            ++at_;
            control_symbol(character);
            return;
        }
        const std::size_t begin = at_;
        while (at_ < bytes_.size() &&
               ((bytes_[at_] >= 'a' && bytes_[at_] <= 'z') || (bytes_[at_] >= 'A' && bytes_[at_] <= 'Z')))
            ++at_;
        const std::string_view word = bytes_.substr(begin, at_ - begin);
        const std::optional<long> number = read_number();
        if (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
        control_word(word, number);
    }

    std::optional<long> read_number() {
        std::size_t place = at_;
        const bool is_negative = place < bytes_.size() && bytes_[place] == '-';
        if (is_negative) ++place;
        const std::size_t digits = place;
        long value = 0;
        while (place < bytes_.size() && bytes_[place] >= '0' && bytes_[place] <= '9') {
            if (place - digits < 10) value = value * 10 + (bytes_[place] - '0');
            ++place;
        }
        if (place == digits) return std::nullopt;
        at_ = place;
        return is_negative ? -value : value;
    }

    void control_symbol(char character) {
        if (character == '\'') {
            if (at_ + 2 > bytes_.size()) return;
            const int high = hex_value(bytes_[at_]);
            const int low = hex_value(bytes_[at_ + 1]);
            at_ += 2;
            if (high >= 0 && low >= 0) put_byte(static_cast<unsigned char>(high * 16 + low));
        } else if (character == '*') {
            // «Skip what you do not know»: of these destinations none is text that a reader sees.
            now_.destination = Destination::skipped;
        } else if (character == '~') {
            put(U'\u00A0');
        } else if (character == '_') {
            put(U'\u2011');
        } else if (character == '-') {
            put(U'\u00AD');
        } else if (character == '\n' || character == '\r') {
            break_paragraph();
        } else if (character == '\\' || character == '{' || character == '}') {
            put_byte(static_cast<unsigned char>(character));
        }
    }

    void control_word(std::string_view word, std::optional<long> number) {
        if (word == "u") {
            put_unit(number.value_or(0));
            unread_ = now_.replaced;
            return;
        }
        if (word == "bin") {
            at_ += std::min(bytes_.size() - at_, static_cast<std::size_t>(std::max(number.value_or(0), 0L)));
            return;
        }
        if (const auto* symbol = std::ranges::find(kSymbols, word, [](const auto& row) { return row.first; });
            symbol != kSymbols.end()) {
            put(symbol->second);
            return;
        }
        flush();
        if (!destination(word) && !font(word, number) && !character_property(word, number) &&
            !paragraph_property(word, number))
            layout(word);
    }

    bool destination(std::string_view word) {
        if (contains(kSkipped, word)) {
            now_.destination = Destination::skipped;
            is_in_info_ |= word == "info";
        } else if (word == "fonttbl") {
            now_.destination = Destination::fonts;
        } else if (word == "footnote" && now_.destination == Destination::body) {
            now_.destination = Destination::note;
        } else if (is_in_info_ && title_.empty() && word == "title") {
            now_.destination = Destination::title;
        } else if (is_in_info_ && author_.empty() && word == "author") {
            now_.destination = Destination::author;
        } else {
            return false;
        }
        return true;
    }

    CodePage page_of(std::optional<CodePage> page) const {
        const CodePage sure = page.value_or(default_page_);
        return sure == CodePage::windows_1251 ? cyrillic_ : sure;
    }

    bool font(std::string_view word, std::optional<long> number) {
        const bool in_table = now_.destination == Destination::fonts;
        if (word == "f" && in_table) {
            font_ = number.value_or(0);
        } else if (word == "fcharset" && in_table) {
            fonts_[font_] = code_page_of_charset(number.value_or(1));
        } else if (word == "cpg" && in_table) {
            fonts_[font_] = code_page_of_number(number.value_or(0));
        } else if (word == "f") {
            const auto found = fonts_.find(number.value_or(0));
            now_.code_page = page_of(found == fonts_.end() ? std::nullopt : found->second);
        } else if (word == "ansicpg") {
            default_page_ = code_page_of_number(number.value_or(0)).value_or(default_page_);
            now_.code_page = page_of(std::nullopt);
        } else {
            return false;
        }
        return true;
    }

    bool character_property(std::string_view word, std::optional<long> number) {
        const bool is_on = number.value_or(1) != 0;
        if (word == "b") {
            now_.style.is_bold = is_on;
        } else if (word == "i") {
            now_.style.is_italic = is_on;
        } else if (word == "v" || word == "deleted") {
            now_.is_hidden = is_on;
        } else if (word == "plain") {
            now_.style.is_bold = now_.style.is_italic = now_.is_hidden = false;
        } else if (word == "uc") {
            now_.replaced = static_cast<std::size_t>(std::clamp(number.value_or(1), 0L, 16L));
        } else {
            return false;
        }
        return true;
    }

    bool paragraph_property(std::string_view word, std::optional<long> number) {
        if (word == "pard") {
            now_.style.is_centred = now_.is_in_table = false;
            now_.style.heading_level = 0;
        } else if (word == "qc") {
            now_.style.is_centred = true;
        } else if (word == "ql" || word == "qr" || word == "qj") {
            now_.style.is_centred = false;
        } else if (word == "outlinelevel") {
            const long level = number.value_or(9);
            now_.style.heading_level = level >= 0 && level < 6 ? static_cast<std::uint8_t>(level + 1) : 0;
        } else if (word == "intbl") {
            now_.is_in_table = true;
        } else if (word == "pagebb") {
            if (target() == &body_) end_page_if_written();
        } else if (word == "sectd") {
            section_runs_on_ = false;
        } else if (word == "sbknone") {
            section_runs_on_ = true;
        } else {
            return false;
        }
        return true;
    }

    void layout(std::string_view word) {
        PageText* const page = target();
        if (page == nullptr) return;
        if (word == "par") {
            break_paragraph();
        } else if (word == "line" || word == "row" || word == "nestrow") {
            page->break_line();
        } else if (word == "tab" || word == "cell" || word == "nestcell") {
            page->space();
        } else if (word == "page" || word == "softpage") {
            if (page == &body_) end_page_if_written();
        } else if (word == "sect") {
            page->break_paragraph();
            is_section_begun_ = true;
        }
    }

    void break_paragraph() {
        flush();
        PageText* const page = target();
        if (page == nullptr) return;
        // The cells of a row are words of one line.
        if (now_.is_in_table) {
            page->space();
        } else {
            page->break_paragraph();
        }
    }

    PageText* target() {
        if (now_.destination == Destination::body) return &body_;
        return now_.destination == Destination::note ? &notes_ : nullptr;
    }

    /// A byte of text in the code page of its font.
    void put_byte(unsigned char byte) {
        if (unread_ > 0) {
            --unread_;
        } else if (now_.destination != Destination::fonts) {
            put(decoded(now_.code_page, byte));
        }
    }

    /// \u gives UTF-16 in signed numbers of 16 bits.
    void put_unit(long number) {
        const auto unit = static_cast<char32_t>(static_cast<std::uint16_t>(number));
        if (unit >= 0xD800 && unit < 0xDC00) {
            high_surrogate_ = unit;
        } else if (unit >= 0xDC00 && unit < 0xE000) {
            if (high_surrogate_ != 0) put(0x10000 + ((high_surrogate_ - 0xD800) << 10) + (unit - 0xDC00));
            high_surrogate_ = 0;
        } else {
            put(unit);
        }
    }

    void put(char32_t code_point) {
        if (now_.is_hidden || now_.destination == Destination::skipped) return;
        // Control characters are no text, and U+0000 would end a string.
        analyzers::append_utf8(run_, code_point < U' ' ? U' ' : code_point);
    }

    void flush() {
        if (run_.empty()) return;
        if (PageText* const page = target(); page != nullptr) {
            if (is_section_begun_ && !section_runs_on_ && page == &body_) end_page_if_written();
            is_section_begun_ = false;
            page->add(run_, now_.style);
        } else if (now_.destination == Destination::title) {
            title_ += run_;
        } else if (now_.destination == Destination::author) {
            author_ += run_;
        }
        run_.clear();
    }

    void end_page_if_written() {
        if (!body_.empty()) end_page();
    }

    void end_page() {
        extraction_.pages.push_back(body_.take(static_cast<std::uint32_t>(extraction_.pages.size() + 1)));
    }

    std::string_view bytes_;
    CodePage cyrillic_;
    CodePage default_page_ = CodePage::windows_1252;
    Extraction extraction_;
    PageText body_, notes_;
    std::vector<Group> groups_;
    Group now_;
    std::map<long, std::optional<CodePage>> fonts_;
    std::string run_, title_, author_;
    std::size_t at_ = 0;
    std::size_t unread_ = 0;
    long font_ = 0;
    char32_t high_surrogate_ = 0;
    bool is_closed_ = false;
    bool is_in_info_ = false;
    bool is_section_begun_ = false;
    bool section_runs_on_ = false;
};

class RtfExtractor final : public Extractor {
  public:
    RtfExtractor() = default;

    Extraction extract(std::string_view bytes, const std::string& /*path*/) const override {
        if (!bytes.starts_with("{\\rtf")) throw ExtractError("does not begin as Rich Text Format");
        return RtfReader(bytes).read();
    }
};

}  // namespace

const Extractor& rtf_extractor() {
    static const RtfExtractor extractor;
    return extractor;
}

}  // namespace izde::indexer
