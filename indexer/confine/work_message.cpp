#include "indexer/confine/work_message.hpp"

#include "store/bytes.hpp"
#include "store/codec.hpp"

namespace izde::indexer {

using store::ByteReader;
using store::ByteWriter;

std::string greeting(const analyzers::Analyzer& analyzer) {
    ByteWriter writer;
    writer.text("izde-extract 3");  // a change of the messages changes the number
    writer.number(store::kFormatVersion);
    writer.number(analyzer.fingerprint());
    return writer.take();
}

std::string encode_setup(const Setup& setup) {
    ByteWriter writer;
    const ExtractionLimits& limits = setup.limits;
    writer.number(limits.memory_bytes);
    writer.number(limits.file_bytes);
    writer.number(limits.text_bytes);
    writer.number(limits.unpacked_ratio);
    writer.number(limits.unpacked_bytes);
    writer.number(limits.archive_files);
    writer.number(limits.nesting);
    writer.number(setup.recognizes_scans ? 1 : 0);
    return writer.take();
}

Setup decode_setup(std::string_view body) {
    ByteReader reader(body);
    Setup setup;
    ExtractionLimits& limits = setup.limits;  // those of time are kept by the indexer
    limits.memory_bytes = reader.number();
    limits.file_bytes = reader.number();
    limits.text_bytes = reader.number();
    limits.unpacked_ratio = reader.number();
    limits.unpacked_bytes = reader.number();
    limits.archive_files = reader.number();
    limits.nesting = reader.number32();
    setup.recognizes_scans = reader.number_up_to(1) == 1;
    return setup;
}

std::string encode_request(const Request& request) {
    ByteWriter writer;
    writer.text(request.path);
    writer.number(request.first_member);
    writer.number(request.wants_evidence ? 1 : 0);
    return writer.take();
}

Request decode_request(std::string_view body) {
    ByteReader reader(body);
    Request request;
    request.path = reader.text();
    request.first_member = reader.number();
    request.wants_evidence = reader.number_up_to(1) == 1;
    return request;
}

std::string encode_member(const Member& member) {
    ByteWriter writer;
    writer.number(member.number);
    writer.text(member.name);
    return writer.take();
}

Member decode_member(std::string_view body) {
    ByteReader reader(body);
    Member member;
    member.number = reader.number();
    member.name = reader.text();
    return member;
}

std::string encode_facts(const ReadingFacts& facts) {
    ByteWriter writer;
    writer.text(facts.format);
    writer.text(facts.encoding);
    writer.number(facts.pages);
    writer.number(facts.unread_pages);
    return writer.take();
}

ReadingFacts decode_facts(std::string_view body) {
    ByteReader reader(body);
    ReadingFacts facts;
    facts.format = reader.text();
    facts.encoding = reader.text();
    facts.pages = reader.number();
    facts.unread_pages = reader.number();
    return facts;
}

std::string encode_bad_line(const BadLine& line) {
    ByteWriter writer;
    writer.number(line.number);
    writer.text(line.cause);
    return writer.take();
}

BadLine decode_bad_line(std::string_view body) {
    ByteReader reader(body);
    BadLine line;
    line.number = reader.number();
    line.cause = reader.text();
    return line;
}

std::string encode_segmented_work(const SegmentedWork& work, bool with_evidence) {
    ByteWriter writer;
    writer.text(store::encode_work_header(work.work));
    writer.text(work.work.text);
    writer.number(with_evidence ? work.evidence.size() : 0);
    if (!with_evidence) return writer.take();
    for (const Evidence& one : work.evidence) {
        writer.text(one.rule);
        writer.text(one.text);
        writer.number(one.page);
    }
    return writer.take();
}

SegmentedWork decode_segmented_work(std::string_view body) {
    ByteReader reader(body);
    const std::string_view header = reader.text();
    SegmentedWork work;
    work.work = store::join_work(header, reader.text());
    work.evidence.resize(reader.count());
    for (Evidence& one : work.evidence) {
        one.rule = reader.text();
        one.text = reader.text();
        one.page = reader.number32();
    }
    return work;
}

}  // namespace izde::indexer
