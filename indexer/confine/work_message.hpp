#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analyzers/analyzer.hpp"
#include "indexer/read_works.hpp"

/// The bodies of the messages between indexer and worker. What is decoded may come from a worker that a
/// hostile file has taken over: everything is checked, and store::CorruptRecord is thrown for what cannot be.
namespace izde::indexer {

/// What an indexer and a worker must have in common to understand each other.
std::string greeting(const analyzers::Analyzer& analyzer);

/// How a worker is to live.
struct Setup {
    ExtractionLimits limits;
    bool recognizes_scans = false;
};
std::string encode_setup(const Setup& setup);
Setup decode_setup(std::string_view body);

struct Request {
    std::string path;
    std::uint64_t first_member = 0;
    bool wants_evidence = false;
};
std::string encode_request(const Request& request);
Request decode_request(std::string_view body);

struct Member {
    std::uint64_t number = 0;
    std::string name;
};
std::string encode_member(const Member& member);
Member decode_member(std::string_view body);

std::string encode_facts(const ReadingFacts& facts);
ReadingFacts decode_facts(std::string_view body);

std::string encode_bad_line(const BadLine& line);
BadLine decode_bad_line(std::string_view body);

std::string encode_segmented_work(const SegmentedWork& work, bool with_evidence);
SegmentedWork decode_segmented_work(std::string_view body);

}  // namespace izde::indexer
