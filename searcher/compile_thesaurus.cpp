// compile_thesaurus TABLE.tsv OUT.cpp
// Built and run by CMake: checks the table and writes it with its entries, stemmed by the analyzers of this
// very build, so that nothing is stemmed or sorted at run time.

#include <fstream>
#include <iostream>
#include <iterator>

#include "searcher/thesaurus.hpp"

namespace izde::searcher {
/// The tool makes what the library has built in.
BuiltInThesaurus built_in_thesaurus() noexcept {
    return {};
}
}  // namespace izde::searcher

int main(int argc, char** argv) {
    try {
        if (argc != 3) throw std::runtime_error("usage: compile_thesaurus TABLE.tsv OUT.cpp");
        const izde::analyzers::Analyzer analyzer;
        izde::searcher::Thesaurus thesaurus(analyzer);
        thesaurus.add_file(argv[1]);
        std::ifstream stream(argv[1], std::ios::binary);
        const std::string table{std::istreambuf_iterator<char>(stream), {}};
        std::ofstream out(argv[2]);
        // An array, its length by sizeof: counting 270,000 bytes is more than a compiler does in a constant.
        // The standard promises literals of 65,536 bytes, which clang warns of; both compilers take any
        // length.
        out << "#include \"searcher/thesaurus.hpp\"\n\n"
               "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\nnamespace izde::searcher "
               "{\nnamespace {\n"
               "constexpr char kTable[] =\n";
        for (std::size_t begin = 0; begin < table.size();) {
            const std::size_t end = std::min(table.find('\n', begin), table.size());
            out << "R\"TSV(" << table.substr(begin, end - begin) << ")TSV\" \"\\n\"\n";
            begin = end + 1;
        }
        out << ";\nconstexpr Thesaurus::Entry kEntries[] = {\n";
        for (const auto& entry : thesaurus.entries(0))
            out << "{\"" << entry.stem << "\"," << entry.row << "},\n";
        out << "};\n}  // namespace\n"
               "BuiltInThesaurus built_in_thesaurus() noexcept {\n    return {{kTable, sizeof(kTable) - 1}, "
               "kEntries};\n}\n"
               "}  // namespace izde::searcher\n";
        if (!out.flush()) throw std::runtime_error(std::string("cannot write ") + argv[2]);
    } catch (const std::exception& error) {
        std::cerr << "compile_thesaurus: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
