#include "indexer/extract/zip_reader.hpp"

#include "indexer/extract/archive_reader.hpp"
#include "indexer/extract/extractor.hpp"

namespace izde::indexer {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} * 1024;

std::string read_member(ArchiveReader& reader, const std::string& name, std::size_t& unpacked) {
    std::string text;
    try {
        for (std::string piece = reader.read(kPieceBytes); !piece.empty(); piece = reader.read(kPieceBytes)) {
            unpacked += piece.size();
            if (unpacked > kMostUnpacked) throw ExtractError("unpacks to more than 256 MB");
            text += piece;
        }
    } catch (const ExtractError& error) {
        throw ExtractError(name + ": " + error.what());
    }
    return text;
}

}  // namespace

std::map<std::string, std::string> read_zip(std::string_view bytes,
                                            const std::function<bool(std::string_view name)>& wanted) {
    ArchiveReader reader(bytes, ArchiveReader::Formats::zip);
    std::map<std::string, std::string> members;
    std::size_t unpacked = 0;
    while (const auto entry = reader.next()) {
        if (wanted(entry->name)) members[entry->name] = read_member(reader, entry->name, unpacked);
    }
    return members;
}

}  // namespace izde::indexer
