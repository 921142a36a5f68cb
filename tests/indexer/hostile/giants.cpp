#include "tests/indexer/hostile/giants.hpp"

#include <fstream>
#include <string>

#include "tests/indexer/hostile/bombs.hpp"
#include "tests/support/zip.hpp"

namespace izde::tests {
namespace {

constexpr std::size_t kMegabyte = std::size_t{1} << 20U;

class GiantFile {
  public:
    explicit GiantFile(const std::filesystem::path& path) : stream_(path, std::ios::binary) {
        stream_.exceptions(std::ios::failbit | std::ios::badbit);
    }
    void add(const std::string& bytes, std::size_t times = 1) {
        for (std::size_t i = 0; i < times; ++i) stream_ << bytes;
        size_ += bytes.size() * times;
    }
    std::size_t size() const noexcept { return size_; }

  private:
    std::ofstream stream_;
    std::size_t size_ = 0;
};

/// Each page an object of its own, in a tree of two levels.
void write_million_pages(const std::filesystem::path& path) {
    constexpr int kBranches = 1000, kLeaves = 1000, kFirst = 5;
    GiantFile file(path);
    std::string table = "0000000000 65535 f \n";
    int number = 0;
    const auto object = [&](const std::string& body) {
        const std::string offset = std::to_string(file.size());
        table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
        file.add(std::to_string(++number) + " 0 obj\n" + body + "\nendobj\n");
    };
    const auto kids = [](int first, int count, int step) {
        std::string all;
        for (int i = 0; i < count; ++i) all += std::to_string(first + i * step) + " 0 R ";
        return "/Kids [" + all + "] ";
    };
    file.add("%PDF-1.4\n");
    object("<< /Type /Catalog /Pages 2 0 R >>");
    object("<< /Type /Pages " + kids(kFirst, kBranches, kLeaves + 1) + "/Count 1000000 >>");
    object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    const std::string content = "BT /F1 11 Tf 72 700 Td (The law of this land) Tj ET";
    object("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream");
    for (int branch = 0; branch < kBranches; ++branch) {
        const int self = number + 1;
        object("<< /Type /Pages /Parent 2 0 R " + kids(self + 1, kLeaves, 1) + "/Count 1000 >>");
        for (int leaf = 0; leaf < kLeaves; ++leaf)
            object("<< /Type /Page /Parent " + std::to_string(self) +
                   " 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 4 0 R >>");
    }
    const std::string start = std::to_string(file.size());
    file.add("xref\n0 " + std::to_string(number + 1) + "\n" + table + "trailer\n<< /Size " +
             std::to_string(number + 1) + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n");
}

}  // namespace

void write_giants(const std::filesystem::path& directory) {
    std::filesystem::create_directories(directory);
    const std::string words = repeated("право және заң ", kMegabyte / 27);
    GiantFile(directory / "line.txt").add(words, 1050);
    GiantFile(directory / "line.md").add(words, 1050);
    GiantFile(directory / "quarter.txt").add(words, 250);
    GiantFile(directory / "quarter.html").add(words, 250);
    GiantFile(directory / "letters.txt").add(std::string(kMegabyte, 'a'), 250);
    GiantFile lines(directory / "line.jsonl");
    lines.add(R"({"_id": "1", "text": ")");
    lines.add(words, 1050);
    lines.add("\"}\n");
    GiantFile(directory / "ten-gigabytes.txt.gz")
        .add(make_archive(Packing::gz, {{"", std::string(kMegabyte, ' ')}}), 10'240);
    write_million_pages(directory / "million-pages.pdf");
}

}  // namespace izde::tests
