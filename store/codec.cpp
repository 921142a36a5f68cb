#include "store/codec.hpp"

#include <zstd.h>

#include <algorithm>
#include <memory>

#include "store/bytes.hpp"
#include "store/terms.hpp"

namespace izde::store {
namespace {

/// A snippet inflates one chunk: 32 KB take 85 µs (DESIGN.md), and larger ones gain little in size.
constexpr std::size_t kChunkBytes = std::size_t{32} * 1024;

/// No work's header is longer: what a damaged record claims beyond is no reason to ask for memory.
constexpr std::uint64_t kMostHeaderBytes = std::uint64_t{1} << 30U;

/// Measured on 29 MB of Russian law in works of 4 KB, size against text and speed of one thread: level 1 .302
/// at 233 MB/s, 3 .295 at 208, 6 .276 at 74, 9 .276 at 30, 19 .269 at 4. Level 6 would take 5% of a build for
/// 2% of the text. A dictionary of 64 KB (.188 at level 3) is not worth one more file that must never be
/// lost: the whole index takes 1.19 times the text, and half of that is positions.
constexpr int kCompressionLevel = 3;

[[noreturn]] void fail_compression(std::size_t code) {
    throw IndexError(IndexError::Code::io, std::string("cannot compress a text: ") + ZSTD_getErrorName(code));
}

/// Contexts hold work space of hundreds of kilobytes; one a thread spares making it for each work.
ZSTD_CCtx& compressor() {
    thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(),
                                                                                    &ZSTD_freeCCtx);
    if (!context) throw std::bad_alloc();
    return *context;
}

ZSTD_DCtx& decompressor() {
    thread_local const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(),
                                                                                    &ZSTD_freeDCtx);
    if (!context) throw std::bad_alloc();
    return *context;
}

std::string compress(std::string_view text) {
    ZSTD_CCtx& context = compressor();
    // The sizes stand in the record already.
    for (const auto& [parameter, value] :
         {std::pair{ZSTD_c_compressionLevel, kCompressionLevel}, std::pair{ZSTD_c_contentSizeFlag, 0}}) {
        const std::size_t code = ZSTD_CCtx_setParameter(&context, parameter, value);
        if (ZSTD_isError(code) != 0) fail_compression(code);
    }
    std::string packed(ZSTD_compressBound(text.size()), '\0');
    const std::size_t size = ZSTD_compress2(&context, packed.data(), packed.size(), text.data(), text.size());
    if (ZSTD_isError(size) != 0) fail_compression(size);
    packed.resize(size);
    return packed;
}

void inflate(std::string_view packed, std::size_t raw_size, std::string& text) {
    const std::size_t before = text.size();
    text.resize(before + raw_size);
    const std::size_t size =
        ZSTD_decompressDCtx(&decompressor(), text.data() + before, raw_size, packed.data(), packed.size());
    if (ZSTD_isError(size) != 0 || size != raw_size) ByteReader::fail();
}

/// A header is packed although it is short: Xapian deflates a document's data wherever that makes it smaller,
/// and a bare header before packed text did. Inflating it took a tenth of a search.
void write_packed(ByteWriter& writer, std::string_view text) {
    writer.number(text.size());
    writer.text(compress(text));
}

void skip_packed(ByteReader& reader) {
    reader.number();
    reader.text();
}

std::string read_packed(ByteReader& reader) {
    const std::uint64_t raw_size = reader.number_up_to(kMostHeaderBytes);
    std::string text;
    inflate(reader.text(), raw_size, text);
    return text;
}

void write_texts(ByteWriter& writer, const std::vector<std::string>& texts) {
    writer.number(texts.size());
    for (const std::string& text : texts) writer.text(text);
}

std::vector<std::string> read_texts(ByteReader& reader) {
    std::vector<std::string> texts(reader.count());
    for (std::string& text : texts) text = reader.text();
    return texts;
}

void write_pages(ByteWriter& writer, const std::vector<PageRef>& pages) {
    writer.number(pages.size());
    for (const PageRef& page : pages) {
        writer.text(page.label);
        writer.number(page.index);
    }
}

std::vector<PageRef> read_pages(ByteReader& reader) {
    std::vector<PageRef> pages(reader.count());
    for (PageRef& page : pages) {
        page.label = reader.text();
        page.index = reader.number32();
    }
    return pages;
}

/// Offsets ascend, so differences are written. Positions are left out where the hash must not know them.
void write_blocks(ByteWriter& writer, const std::vector<Block>& blocks, bool with_positions) {
    writer.number(blocks.size());
    std::uint32_t begin = 0;
    std::uint32_t position = 0;
    std::uint32_t page = 0;
    for (const Block& block : blocks) {
        writer.number(block.begin - begin);
        if (with_positions) writer.number(block.first_position - position);
        writer.signed_number(static_cast<std::int64_t>(block.page) - page);
        writer.number(static_cast<std::uint64_t>(block.kind) * 4 +
                      static_cast<std::uint64_t>(block.language));
        writer.number(block.sentences.size());
        std::uint32_t sentence = 0;
        for (const std::uint32_t start : block.sentences) {
            writer.number(start - sentence);
            sentence = start;
        }
        writer.number(block.turns.size());
        PageTurn before{0, block.page};
        for (const PageTurn& turn : block.turns) {
            writer.number(turn.offset - before.offset);
            writer.number(turn.page - before.page);
            before = turn;
        }
        begin = block.begin;
        position = block.first_position;
        page = block.page;
    }
}

std::vector<Block> read_blocks(ByteReader& reader, std::size_t text_size, std::size_t page_count) {
    std::vector<Block> blocks(reader.count());
    std::uint32_t begin = 0;
    std::uint32_t position = 0;
    std::int64_t page = 0;
    for (Block& block : blocks) {
        begin += static_cast<std::uint32_t>(reader.number_up_to(text_size - begin));
        position += static_cast<std::uint32_t>(reader.number_up_to(UINT32_MAX - position));
        const std::int64_t step = reader.signed_number();
        const auto page_limit = static_cast<std::int64_t>(std::max<std::size_t>(page_count, 1));
        if (step <= -page_limit || step >= page_limit) ByteReader::fail();
        page += step;
        if (page < 0 || page >= page_limit) ByteReader::fail();
        const std::uint64_t packed = reader.number_up_to(static_cast<std::uint64_t>(kLastBlockKind) * 4 + 3);
        block.begin = begin;
        block.first_position = position;
        block.page = static_cast<std::uint32_t>(page);
        block.kind = static_cast<BlockKind>(packed / 4);
        block.language = static_cast<Language>(packed % 4);
        block.sentences.resize(reader.count());
        std::uint32_t sentence = 0;
        for (std::uint32_t& start : block.sentences) {
            sentence += static_cast<std::uint32_t>(reader.number_up_to(text_size - begin - sentence));
            start = sentence;
        }
        block.turns.resize(reader.count());
        PageTurn before{0, block.page};
        for (PageTurn& turn : block.turns) {
            turn.offset = before.offset +
                          static_cast<std::uint32_t>(reader.number_up_to(text_size - begin - before.offset));
            turn.page = before.page + static_cast<std::uint32_t>(reader.number_up_to(
                                          static_cast<std::uint64_t>(page_limit - 1 - before.page)));
            before = turn;
        }
    }
    return blocks;
}

/// A work names few acts many times: each is written once.
void write_citations(ByteWriter& writer, const std::vector<Citation>& citations) {
    std::vector<std::string> acts;
    const auto place_of = [&](const std::string& act) { return std::ranges::find(acts, act) - acts.begin(); };
    for (const Citation& citation : citations) {
        for (const std::string* const act : {&citation.act, &citation.title}) {
            if (std::ranges::find(acts, *act) == acts.end()) acts.push_back(*act);
        }
    }
    write_texts(writer, acts);
    writer.number(citations.size());
    std::uint32_t begin = 0;
    for (const Citation& citation : citations) {
        writer.number(citation.begin - begin);
        writer.number(citation.end - citation.begin);
        writer.number(static_cast<std::uint64_t>(place_of(citation.act)));
        writer.number(static_cast<std::uint64_t>(place_of(citation.title)));
        write_texts(writer, citation.provisions);
        begin = citation.begin;
    }
}

std::vector<Citation> read_citations(ByteReader& reader, std::size_t text_size) {
    const std::vector<std::string> acts = read_texts(reader);
    std::vector<Citation> citations(reader.count());
    std::uint32_t begin = 0;
    for (Citation& citation : citations) {
        begin += static_cast<std::uint32_t>(reader.number_up_to(text_size - begin));
        citation.begin = begin;
        citation.end = begin + static_cast<std::uint32_t>(reader.number_up_to(text_size - begin));
        for (std::string* const act : {&citation.act, &citation.title}) {
            const std::uint64_t place = reader.number();
            if (place >= acts.size()) ByteReader::fail();
            *act = acts[place];
        }
        citation.provisions = read_texts(reader);
    }
    return citations;
}

std::string encode_header(const Work& work, bool with_positions) {
    ByteWriter writer;
    writer.text(work.id);
    writer.text(work.path);
    writer.text(work.title);
    write_texts(writer, work.authors);
    // Years before our era are nobody's; 0 says that there is none.
    writer.number(work.year && *work.year > 0 ? static_cast<std::uint64_t>(*work.year) : 0);
    writer.text(work.container);
    writer.text(work.volume);
    writer.text(work.url);
    writer.text(work.parent);
    writer.number(static_cast<std::uint64_t>(work.kind));
    writer.number(static_cast<std::uint64_t>(work.language) * 2 + (work.is_mixed ? 1 : 0));
    write_texts(writer, work.keywords);
    writer.text(work.act);
    writer.text(work.provision);
    write_pages(writer, work.pages);
    writer.number(work.text.size());
    write_blocks(writer, work.blocks, with_positions);
    write_citations(writer, work.citations);
    return writer.take();
}

Work decode_header(std::string_view header, std::size_t& text_size) {
    ByteReader reader(header);
    Work work;
    work.id = reader.text();
    work.path = reader.text();
    work.title = reader.text();
    work.authors = read_texts(reader);
    if (const std::uint64_t year = reader.number_up_to(INT32_MAX); year != 0)
        work.year = static_cast<int>(year);
    work.container = reader.text();
    work.volume = reader.text();
    work.url = reader.text();
    work.parent = reader.text();
    work.kind = static_cast<WorkKind>(reader.number_up_to(static_cast<std::uint64_t>(WorkKind::decision)));
    const std::uint64_t language = reader.number_up_to(7);
    work.language = static_cast<Language>(language / 2);
    work.is_mixed = language % 2 == 1;
    work.keywords = read_texts(reader);
    work.act = reader.text();
    work.provision = reader.text();
    work.pages = read_pages(reader);
    text_size = reader.number32();
    work.blocks = read_blocks(reader, text_size, work.pages.size());
    work.citations = read_citations(reader, text_size);
    if (!reader.at_end()) ByteReader::fail();
    return work;
}

/// The chunks of a record: how many bytes each holds, raw and packed, then the packed bytes one after
/// another.
struct Chunk {
    std::size_t raw_size;
    std::string_view packed;
};

std::vector<Chunk> read_chunks(ByteReader& reader) {
    const std::uint64_t count = reader.count();
    std::vector<std::pair<std::size_t, std::size_t>> sizes(count);
    for (auto& [raw, packed] : sizes) {
        raw = reader.number_up_to(kChunkBytes);
        packed = reader.number_up_to(ZSTD_compressBound(kChunkBytes));
    }
    std::vector<Chunk> chunks;
    chunks.reserve(count);
    for (const auto& [raw, packed] : sizes) chunks.push_back({raw, reader.raw(packed)});
    return chunks;
}

}  // namespace

std::string encode_work(const Work& work) {
    if (work.text.size() > UINT32_MAX)
        throw IndexError(IndexError::Code::io, "a work of more than 4 GB: " + work.path);
    ByteWriter writer;
    write_packed(writer, encode_header(work, true));
    std::vector<std::string> packed;
    std::string_view rest = work.text;
    writer.number((rest.size() + kChunkBytes - 1) / kChunkBytes);
    while (!rest.empty()) {
        const std::string_view chunk = rest.substr(0, kChunkBytes);
        rest.remove_prefix(chunk.size());
        packed.push_back(compress(chunk));
        writer.number(chunk.size());
        writer.number(packed.back().size());
    }
    for (const std::string& chunk : packed) writer.raw(chunk);
    return writer.take();
}

Work decode_work_header(std::string_view data) {
    std::size_t text_size = 0;
    ByteReader reader(data);
    return decode_header(read_packed(reader), text_size);
}

std::size_t text_bytes(std::string_view data) {
    ByteReader reader(data);
    skip_packed(reader);
    std::size_t bytes = 0;
    for (const Chunk& chunk : read_chunks(reader)) bytes += chunk.raw_size;
    return bytes;
}

Work decode_work(std::string_view data) {
    ByteReader reader(data);
    std::size_t text_size = 0;
    Work work = decode_header(read_packed(reader), text_size);
    for (const Chunk& chunk : read_chunks(reader)) inflate(chunk.packed, chunk.raw_size, work.text);
    if (work.text.size() != text_size || !reader.at_end()) ByteReader::fail();
    return work;
}

std::string encode_work_header(const Work& work) {
    return encode_header(work, true);
}

Work join_work(std::string_view header, std::string_view text) {
    std::size_t text_size = 0;
    Work work = decode_header(header, text_size);
    if (text.size() != text_size) ByteReader::fail();
    work.text = text;
    return work;
}

std::string decode_text(std::string_view data, std::size_t begin, std::size_t end) {
    ByteReader reader(data);
    skip_packed(reader);
    std::string text;
    std::size_t chunk_begin = 0;
    std::size_t first_begin = 0;
    for (const Chunk& chunk : read_chunks(reader)) {
        const std::size_t chunk_end = chunk_begin + chunk.raw_size;
        if (chunk_end > begin && chunk_begin < end) {
            if (text.empty()) first_begin = chunk_begin;
            inflate(chunk.packed, chunk.raw_size, text);
        }
        chunk_begin = chunk_end;
    }
    if (begin > end || end > chunk_begin) ByteReader::fail();
    return text.empty() ? text : text.substr(begin - first_begin, end - begin);
}

void decode_beginning(std::string_view data, std::size_t limit, std::string& text) {
    text.clear();
    ByteReader reader(data);
    skip_packed(reader);
    for (const Chunk& chunk : read_chunks(reader)) {
        if (text.size() >= limit) break;
        inflate(chunk.packed, chunk.raw_size, text);
    }
}

std::uint64_t content_hash(const Work& work) {
    StableHasher hasher;
    hasher.update(encode_header(work, false));
    hasher.update(work.text);
    return hasher.finish();
}

std::string encode_file_record(const FileRecord& record) {
    ByteWriter writer;
    writer.text(record.path);
    writer.number(record.size);
    writer.signed_number(record.mtime_ns);
    writer.signed_number(record.ctime_ns);
    writer.number(record.inode);
    writer.number(record.content_hash);
    writer.number(record.works);
    writer.number(record.reading);
    writer.number((record.is_partial ? 1 : 0) + (record.is_spread ? 2 : 0) + (record.has_failures ? 4 : 0) +
                  (record.has_unread_pages ? 8 : 0));
    return writer.take();
}

FileRecord decode_file_record(std::string_view data) {
    ByteReader reader(data);
    FileRecord record;
    record.path = reader.text();
    record.size = reader.number();
    record.mtime_ns = reader.signed_number();
    record.ctime_ns = reader.signed_number();
    record.inode = reader.number();
    record.content_hash = reader.number();
    record.works = reader.number();
    record.reading = reader.number();
    const std::uint64_t flags = reader.number_up_to(15);
    record.is_partial = (flags & 1U) != 0;
    record.is_spread = (flags & 2U) != 0;
    record.has_failures = (flags & 4U) != 0;
    record.has_unread_pages = (flags & 8U) != 0;
    if (!reader.at_end()) ByteReader::fail();
    return record;
}

std::string file_record_key(std::string_view path) {
    return std::string(kFileRecordKeyPrefix) + file_term(path);
}

}  // namespace izde::store
