// compile_translations TABLE.tsv OUT.cpp
// Built and run by CMake: stems the table's words with the analyzers of this very build and writes them as
// sorted arrays, so that nothing is read, stemmed or sorted at run time.

#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

#include "searcher/translation_table.hpp"

namespace {

/// With its length: counting letters of thousands of words while it compiles is more than clang will do.
std::string literal(std::string_view text) {
    return "{\"" + std::string(text) + "\"," + std::to_string(text.size()) + '}';
}

}  // namespace

int main(int argc, char** argv) {
    try {
        if (argc != 3) throw std::runtime_error("usage: compile_translations TABLE.tsv OUT.cpp");
        const izde::analyzers::Analyzer analyzer;
        const auto table = izde::searcher::TranslationTable::read(argv[1], analyzer);
        std::ofstream out(argv[2]);
        out << "// Generated from " << std::filesystem::path(argv[1]).filename().string()
            << " by compile_translations.cpp.\n"
               "#include \"searcher/translation_table.hpp\"\n\nnamespace izde::searcher {\nnamespace {\n"
               "constexpr TranslationTable::Row kRows[] = {\n";
        for (const auto& row : table.by_kazakh())
            out << '{' << literal(row.kazakh) << ',' << literal(row.russian) << ',' << row.weight << "},\n";
        out << "};\nconstexpr std::uint32_t kByRussian[] = {";
        for (const std::uint32_t row : table.by_russian()) out << row << ',';
        out << "};\n}  // namespace\n"
               "const TranslationTable& built_in_translations() noexcept {\n"
               "    static const TranslationTable table(kRows, kByRussian);\n"
               "    return table;\n}\n}  // namespace izde::searcher\n";
        if (!out.flush()) throw std::runtime_error(std::string("cannot write ") + argv[2]);
    } catch (const std::exception& error) {
        std::cerr << "compile_translations: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
